package org.vppworkbench.app.ui.session;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.OptimumSet;
import org.vppworkbench.model.event.RunState;
import org.vppworkbench.model.event.StepKind;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.physics.HomeInterval;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.optimizer.forecast.DayAlone;

/**
 * The best of one local day of a longer run alone, from the energies that were stored at its midnight in that run. It bounds
 * what the run did on that day; it is no part of the optimum of the run.
 *
 * @param live the run the energies are from
 * @param day local day of the run, from 0
 * @param inputs the day alone
 * @param optima its certified optima, or {@code null} where there are none
 * @param obstacles why there are none; empty otherwise
 */
public record DayOptimum(
        LiveRun live, int day, RunInputs inputs, @Nullable OptimumSet optima, List<Finding> obstacles) {
    public DayOptimum {
        obstacles = List.copyOf(obstacles);
    }

    /** The local day. */
    public LocalDate date() {
        return inputs.horizon().firstDay();
    }

    /** The day alone, as soon as the run has come to its midnight; called on the JavaFX thread. */
    static Optional<RunInputs> inputs(LiveRun live, int day) {
        RunInputs whole = live.scenario().inputs();
        Horizon horizon = whole.horizon();
        if (day < 0 || day >= horizon.days()) {
            return Optional.empty();
        }
        if (day == 0) {
            return Optional.of(DayAlone.of(whole, 0, List.of()));
        }
        live.stops().catchUp();
        int midnight = 0;
        for (int k = 0; k < day; k++) {
            midnight = live.stops().next(StepKind.DAY, midnight);
        }
        RunState state = live.history().stateAt(midnight);
        List<HomeInterval> before = state.homes();
        return state.dispatched() == horizon.dayStart(day) && before.size() == whole.prosumers().size()
                ? Optional.of(DayAlone.of(whole, day, before))
                : Optional.empty();
    }
}
