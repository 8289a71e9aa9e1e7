package org.vppworkbench.model.metrics;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.physics.DispatchTable;
import org.vppworkbench.model.scenario.Behaviour;
import org.vppworkbench.model.scenario.SatisfactionSettings;
import org.vppworkbench.model.settlement.Settlement;

/**
 * All the evaluator reads. It is the same for every mechanism, the central optimum included.
 *
 * @param inputs numbers of the run
 * @param behaviours agent-only preferences, one per home, or empty where they are not known
 * @param settings weights of the satisfaction score
 * @param dispatch what every home did
 * @param settlement its money
 * @param baseline money of the home plans without market (W⁰)
 * @param process the negotiation, or {@code null} where none took place
 * @param optimum certified optima, or {@code null} where they were not solved
 * @param models what language models took, or {@code null} where none took part
 */
public record SettledRun(
        RunInputs inputs,
        List<Behaviour> behaviours,
        SatisfactionSettings settings,
        DispatchTable dispatch,
        Settlement settlement,
        Settlement baseline,
        @Nullable ProcessRecord process,
        @Nullable OptimumReference optimum,
        @Nullable ModelUse models) {
    public SettledRun {
        behaviours = List.copyOf(behaviours);
    }

    /** A run without language models. */
    public SettledRun(
            RunInputs inputs,
            List<Behaviour> behaviours,
            SatisfactionSettings settings,
            DispatchTable dispatch,
            Settlement settlement,
            Settlement baseline,
            @Nullable ProcessRecord process,
            @Nullable OptimumReference optimum) {
        this(inputs, behaviours, settings, dispatch, settlement, baseline, process, optimum, null);
    }

    /** The optima this run can be measured by: those that are certified closely enough, or {@code null}. */
    @Nullable OptimumReference measure() {
        return optimum != null && optimum.measures() ? optimum : null;
    }

    /** Why there is no {@link #measure}. */
    String noMeasure() {
        return optimum == null ? "the central optimum was not solved" : optimum.flaw();
    }
}
