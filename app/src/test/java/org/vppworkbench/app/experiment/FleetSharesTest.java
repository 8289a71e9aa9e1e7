package org.vppworkbench.app.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.app.io.SharesDocument;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.optimizer.Mode;

/** Who contributes what, over the central optimum of small fleets. */
class FleetSharesTest {
    private static final ExperimentResult RUN = SmallRuns.run("rule", 1, false);

    private static SharesDocument shares(ExperimentResult run, SharesOptions options) {
        return new FleetShares(SmallRuns.CLOCK, 2).of(run, options, ProgressSink.NONE, CancelToken.NEVER);
    }

    /** A clock on which every reading is an hour later. */
    private static final class SlowClock extends Clock {
        private Instant now = Instant.EPOCH;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public synchronized Instant instant() {
            now = now.plusSeconds(3600);
            return now;
        }
    }

    @Test
    void sharesAddUpToWhatTheCertifiedOptimaSayCoordinationCanAdd() {
        SharesDocument shares = shares(RUN, new SharesOptions(null, 1, false));
        OptimumSet optimum = new OptimumSolver(SmallRuns.CLOCK)
                .solve(RUN.scenario().inputs(), EnumSet.allOf(Mode.class), 1e-4, ProgressSink.NONE, CancelToken.NEVER);
        double value = optimum.of(Mode.AWARE).orElseThrow().objectiveUsd()
                - optimum.of(Mode.HOME).orElseThrow().objectiveUsd();
        double sum = shares.homes().stream().mapToDouble(SharesDocument.Share::shapleyUsd).sum();
        assertTrue(value > 1, "there is something to share: " + value);
        assertEquals(value, sum, 0.005);
        assertEquals(shares.grandUsd(), sum, 1e-9);
        assertTrue(shares.exact());
        assertTrue(shares.accuracyUsd() < 1e-3, "gap " + shares.accuracyUsd());
        for (SharesDocument.Share share : shares.homes()) {
            assertEquals(0.0, share.standardErrorUsd());
            assertTrue(share.shapleyUsd() > -0.001, "nobody makes a coalition poorer: " + share);
            assertEquals(share.surplusUsd() - share.shapleyUsd(), share.differenceUsd(), 1e-12);
        }
        assertTrue(shares.leastCoreUsd() <= shares.shapley().mostUsd() + 1e-6);
        // The aggregator keeps part of the gain, so all homes together could do better.
        assertTrue(shares.run().unusedUsd() > 0.01);
        assertTrue(shares.run().blocked());
    }

    @Test
    void samplesOfTheSameFleetComeCloseAndSayWhatTheyLeaveOut() {
        double[] exact = shares(RUN, new SharesOptions(null, 1, false)).homes().stream()
                .mapToDouble(SharesDocument.Share::shapleyUsd)
                .toArray();
        SharesDocument sampled = shares(RUN, new SharesOptions(60, 3, false));
        assertFalse(sampled.exact());
        assertEquals(60, sampled.permutations());
        assertNull(sampled.leastCoreUsd());
        assertFalse(sampled.leastCoreReason().isEmpty());
        for (int i = 0; i < exact.length; i++) {
            SharesDocument.Share share = sampled.homes().get(i);
            assertEquals(exact[i], share.shapleyUsd(), 6 * share.standardErrorUsd() + 0.005);
        }
        assertEquals(sampled, shares(RUN, new SharesOptions(60, 3, false)));
    }

    @Test
    void twinsContributeAlikeAndAHomeThatCannotSellContributesNothing() {
        RunInputs all = RUN.scenario().inputs();
        ProsumerInputs seller =
                all.prosumers().stream().filter(h -> h.bess() != null).findFirst().orElseThrow();
        List<ProsumerInputs> homes = new ArrayList<>(List.of(seller, seller));
        homes.add(new ProsumerInputs(
                "without", seller.importPrice(), seller.exportPrice(), 0.2, 100, 100, seller.pv(), seller.load(), null, null,
                seller.hard(), List.of()));
        FleetGame game = new FleetGame(
                new RunInputs(all.horizon(), all.prices(), all.forecasts(), all.required(), all.calledIntervals(), homes),
                CancelToken.NEVER);
        assertEquals(2, game.players(), "only who can sell plays");
        assertEquals(game.value(1), game.value(2), 2e-3);
        assertTrue(game.value(3) >= game.value(1) - 2e-3, "together they earn no less");
        assertTrue(game.value(3) <= 2 * game.value(1) + 2e-3, "one requirement, two batteries");
        assertEquals(0, game.value(0), 1e-12);
    }

    @Test
    void longWorkIsRefusedWithAnEstimateUnlessForced() {
        FleetShares slow = new FleetShares(new SlowClock(), 1);
        RefusedException refused = assertThrows(
                RefusedException.class,
                () -> slow.of(RUN, new SharesOptions(null, 1, false), ProgressSink.NONE, CancelToken.NEVER));
        assertTrue(refused.getMessage().contains("minutes"), refused.getMessage());
        assertTrue(refused.getMessage().contains("--force"), refused.getMessage());
        slow.of(RUN, new SharesOptions(2, 1, true), ProgressSink.NONE, CancelToken.NEVER);
    }

    @Test
    void aCancelStopsIt() {
        int[] polls = {0};
        assertThrows(
                CancellationException.class,
                () -> new FleetShares(SmallRuns.CLOCK, 1)
                        .of(RUN, new SharesOptions(null, 1, false), ProgressSink.NONE, () -> polls[0]++ > 200));
    }
}
