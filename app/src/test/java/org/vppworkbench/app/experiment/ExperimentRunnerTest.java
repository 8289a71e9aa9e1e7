package org.vppworkbench.app.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.model.event.EventSink;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;

class ExperimentRunnerTest {
    @ParameterizedTest
    @ValueSource(strings = {
        "no-vpp", "posted-price", "zi-c", "rule", "uniform-price",
        "pay-as-bid", "vcg", "aware", "blind", "price-coordination"
    })
    void invariantsHoldForEveryMechanism(String mechanism) {
        ExperimentResult run = SmallRuns.run(mechanism, 1, true);

        assertTrue(run.invariantsHold(), run.invariants().toString());
        assertEquals(mechanism, run.record().mechanism());
    }

    @Test
    void noVppIsTheReference() {
        ExperimentResult run = SmallRuns.run("no-vpp", 1, false);

        assertEquals(run.referenceWelfareUsd(), run.welfareUsd());
    }

    @Test
    void traceEndsAtWelfare() {
        ExperimentResult run = SmallRuns.run("rule", 1, false);
        double[] trace =
                WelfareTrace.of(run.scenario().inputs(), run.record(), run.settlement().contracts());

        assertEquals(run.welfareUsd(), trace[trace.length - 1], 1e-9);
    }

    @Test
    void unknownMechanismIsRefusedByName() {
        RefusedException refused =
                assertThrows(RefusedException.class, () -> SmallRuns.run("magic", 1, false));

        assertTrue(refused.getMessage().contains("magic"));
        assertTrue(refused.getMessage().contains("rule"));
    }

    @Test
    void optimumAsMechanismNeedsTheOptimum() {
        assertThrows(RefusedException.class, () -> SmallRuns.run("aware", 1, false));
    }

    @Test
    void cancelStopsTheRun() {
        ResolvedScenario scenario = SmallRuns.scenario("rule", 1);
        ExperimentRunner runner =
                new ExperimentRunner(MechanismCatalogue.standard(), SmallRuns.CLOCK);
        CancelToken atOnce = () -> true;

        assertThrows(
                CancellationException.class,
                () ->
                        runner.run(
                                scenario, ExperimentOptions.DEFAULT, EventSink.NONE, ProgressSink.NONE, atOnce));
    }
}
