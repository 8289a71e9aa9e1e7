package org.vppworkbench.app.experiment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.event.LoggedEvent;
import org.vppworkbench.model.metrics.Invariant;
import org.vppworkbench.model.metrics.InvariantChecker;
import org.vppworkbench.model.metrics.MetricTable;
import org.vppworkbench.model.physics.DispatchTable;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.settlement.Settlement;
import org.vppworkbench.model.simulation.RunRecord;

/**
 * A finished, settled and evaluated run.
 *
 * @param scenario what was run
 * @param record what the mechanism left behind
 * @param events the event stream
 * @param reference dispatch of the home plans without market
 * @param settlement money of the run
 * @param referenceSettlement money of the home plans; its welfare is W0
 * @param optimum certified optima, or {@code null} where they were not solved
 * @param metrics the evaluated run
 * @param invariants what must hold for every run
 * @param language how language models took part, or {@code null} where none did
 * @param external what programs of the user and persons were told and said, or {@code null} where none took part
 * @param startedAt wall clock
 * @param finishedAt wall clock
 */
public record ExperimentResult(
        ResolvedScenario scenario,
        RunRecord record,
        List<LoggedEvent> events,
        DispatchTable reference,
        Settlement settlement,
        Settlement referenceSettlement,
        @Nullable OptimumSet optimum,
        MetricTable metrics,
        List<Invariant> invariants,
        @Nullable LanguageRecord language,
        @Nullable ExternalRecord external,
        Instant startedAt,
        Instant finishedAt) {
    public ExperimentResult {
        events = List.copyOf(events);
        invariants = List.copyOf(invariants);
    }

    /** W [$]. */
    public double welfareUsd() {
        return settlement.total().welfareUsd();
    }

    /** W0 [$]. */
    public double referenceWelfareUsd() {
        return referenceSettlement.total().welfareUsd();
    }

    /** Whether nothing that must hold is breached; a breach blocks export as a result. */
    public boolean invariantsHold() {
        return InvariantChecker.allHold(invariants);
    }
}
