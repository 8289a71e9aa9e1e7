package org.vppworkbench.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.optimizer.certificate.Certificate;

/** Optima that were solved apart are judged like those that were solved together. */
class JointJudgementTest {
    private static OptimumResult result(Mode mode, double objective, double bound, double violation, double yardstick) {
        Certificate certificate = new Certificate(objective, bound, violation, Map.of());
        return new OptimumResult(
                mode, OptimumStatus.NOT_PROVED, certificate, certificate, bound, yardstick, 7, "Odd 1.0", "why", null, null, null);
    }

    @Test
    void boundsGoDownAndAllHaveOneYardstick() {
        // the numbers of 19 August: HOME solved to 1 $, its bound above that of AWARE
        List<OptimumResult> judged = JointJudgement.of(
                List.of(result(Mode.BLIND, 40, 50, 0, 1), result(Mode.HOME, -132.9, -132.224, 0, 1),
                        result(Mode.AWARE, -132.2285, -132.228, 0, 9)),
                mode -> mode == Mode.HOME ? 1 : 1e-3);
        assertEquals(List.of(Mode.HOME, Mode.AWARE, Mode.BLIND), judged.stream().map(OptimumResult::mode).toList());
        assertEquals(-132.228, judged.get(0).upperBoundUsd());
        assertEquals(-132.228, judged.get(1).upperBoundUsd());
        assertEquals(50, judged.get(2).upperBoundUsd());
        for (OptimumResult one : judged) {
            assertEquals(1, one.yardstickUsd(), "nothing to trade: 1 $");
        }
        assertEquals(OptimumStatus.OPTIMAL, judged.get(0).status());
        assertEquals(OptimumStatus.OPTIMAL, judged.get(1).status(), "a thousandth of 1 $");
        assertEquals(OptimumStatus.NOT_PROVED, judged.get(2).status());
        assertEquals("why", judged.get(2).message());
    }

    @Test
    void whatIsMissingIsNotInvented() {
        List<OptimumResult> judged =
                JointJudgement.of(List.of(result(Mode.BLIND, 9, 10, 0, 2), result(Mode.HOME, 3, 12, 0, 4)), _ -> 0.5);
        assertEquals(10, judged.get(0).upperBoundUsd());
        assertEquals(4, judged.get(0).yardstickUsd());
        assertEquals(2, judged.get(1).yardstickUsd());
        assertEquals(OptimumStatus.OPTIMAL, judged.get(1).status());
    }

    @Test
    void ofTwoSolvesTheBestOfEachStays() {
        OptimumResult before = result(Mode.HOME, -72.0975, -72.09, 0, 1);
        OptimumResult worse = result(Mode.HOME, -72.1068, -72.0968, 0, 1);
        OptimumResult both = worse.or(before);
        assertEquals(-72.0975, both.objectiveUsd(), "a worse point replaces no better one");
        assertEquals(-72.0968, both.upperBoundUsd(), "a lower bound does");
        OptimumResult broken = result(Mode.HOME, -70, -60, 1e-3, 1);
        assertEquals(-72.0975, broken.or(before).objectiveUsd(), "a point that breaks a constraint is worth nothing");
        assertEquals(-72.0975, before.or(broken).objectiveUsd());
        OptimumResult nothing = OptimumResult.none(Mode.HOME, OptimumStatus.NOT_PROVED, "memory", "Odd 1.0");
        assertEquals(-72.0975, nothing.or(before).objectiveUsd());
        assertEquals(-72.09, before.or(nothing).upperBoundUsd());
    }

    /** Fast batteries and prices at which nothing is worth selling: the money at stake is far less than what was guessed. */
    @Test
    void allModesReachTheGapOfTheMoneyAtStake() {
        BessInputs fast = new BessInputs(13.5, 7000, 7000, 0.95, 0.95, 0.675, 13.5, 6.75, 0.05);
        MarketSeries prices = Homes.prices(96, 150, 0, 0);
        for (int k = 0; k < 6; k++) {
            TimeSeries retail = CaisoWeek.prices(k, 1).energy().map(v -> 0.2 + Math.abs(v) / 1000);
            RunInputs inputs = Homes.fleet(Fleets.horizon(0, 1), prices, 35_000,
                    Homes.tariff("a", retail, retail.map(v -> v / 2)).with(fast).endValue(0.2).load(2).pv(3).build(),
                    Homes.tariff("b", retail, retail.map(v -> v / 3)).with(fast).endValue(0.2).load(1).pv(k).build());
            List<OptimumResult> all = CentralOptimum.solveAll(inputs, Options.DEFAULT, Progress.NONE, () -> false);
            assertTrue(all.getFirst().yardstickUsd() < MoneyAtStake.guessUsd(inputs), "less at stake than guessed");
            for (OptimumResult one : all) {
                assertEquals(OptimumStatus.OPTIMAL, one.status(), one.mode() + " of " + k + ", gap " + one.relativeGap());
            }
        }
    }
}
