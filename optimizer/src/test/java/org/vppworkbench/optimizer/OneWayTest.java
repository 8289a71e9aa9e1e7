package org.vppworkbench.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.optimizer.certificate.Certificate;
import org.vppworkbench.optimizer.repair.ScheduleRepair;
import org.vppworkbench.optimizer.schedule.Directionality;

/** The schedule with one direction per interval beside the point of the linear program. */
class OneWayTest {
    private static final int SCALE = Integer.getInteger("vpp.random.scale", 1);

    private static OptimumResult solve(RunInputs inputs, Mode mode) {
        return CentralOptimum.solve(inputs, mode, Options.DEFAULT, Progress.NONE, () -> false);
    }

    private static RunInputs energyOnly(double pricePerMwh, BessInputs battery) {
        MarketSeries dear = new MarketSeries(TimeSeries.constant(96, pricePerMwh), null, null, null);
        return Homes.fleet(Fleets.horizon(0, 1), dear, 100,
                Homes.flat("home-1", 96, 0.3, 0.1).endValue(0.3).with(battery).build());
    }

    /**
     * 1 $/kWh sold, 0.30 $/kWh bought, no losses, 5 kW either way. In equal numbers of intervals charging and discharging earn
     * 48·1.25·(1 − 0.3) = 42 $; two more discharging instead of charging empty the 5 kWh in store for 1.25·(1 + 0.3) − 2.5·0.3
     * = 0.875 $ each. So does the linear program, which splits every interval.
     */
    @Test
    void aLosslessBatteryAlternatesWithoutAnyLoss() {
        OptimumResult result = solve(energyOnly(1000, new BessInputs(10, 5, 5, 1, 1, 0, 10, 5, 0)), Mode.AWARE);
        assertEquals(43.75, result.upperBoundUsd(), 2e-3);
        assertEquals(43.75, result.feasibleUsd(), 2e-3);
        assertTrue(result.objective().welfareUsd() >= result.feasibleUsd());
    }

    /**
     * A battery that holds less than one interval of full power, 1 kWh: it can sell 1 kWh per pair of intervals, 48 times, and has bought
     * 47 kWh, as it starts full and ends empty: 48·1 − 47·0.3 − 1·0.3. The linear program is not held back by what it can hold.
     */
    @Test
    void aSmallBatteryAlternatesAsFastAsItCan() {
        OptimumResult result = solve(energyOnly(1000, new BessInputs(1, 5, 5, 1, 1, 0, 1, 1, 0)), Mode.AWARE);
        assertEquals(33.6, result.feasibleUsd(), 1e-3);
        assertTrue(result.upperBoundUsd() > 40, () -> "bound " + result.upperBoundUsd());
    }

    /** One direction, below the bound, and never worse than the plan of the linear program with both directions netted. */
    @Test
    void randomFleetsGetSchedulesThatCanBeCarriedOut() {
        for (int seed = 0; seed < 12 * SCALE; seed++) {
            RunInputs plain = Fleets.random(4000 + seed, 1 + seed % 7, seed % 3, 1, 0.8);
            RunInputs cars = seed % 2 == 0 ? plain : Fleets.withV2g(plain, seed, 0.7);
            RunInputs inputs = seed % 3 == 0 ? Fleets.withCalls(cars, seed) : cars;
            for (Mode mode : Mode.values()) {
                OptimumResult r = solve(inputs, mode);
                String seen = "seed " + seed + " " + mode;
                Certificate again = Certificate.ofSchedule(inputs, mode, Directionality.EXCLUSIVE, r.schedule());
                assertTrue(again.maxViolation() <= 1e-9, () -> seen + again.violations());
                assertEquals(r.feasibleUsd(), again.welfareUsd(), 1e-12, seen);
                assertTrue(again.welfareUsd() <= r.upperBoundUsd(), seen);
                OptimumResult relaxed = CentralOptimum.solveRelaxation(inputs, mode, Options.DEFAULT, Progress.NONE, () -> false);
                double netted = Certificate.ofSchedule(inputs, mode, Directionality.EXCLUSIVE, ScheduleRepair.repair(
                        inputs, mode, Directionality.EXCLUSIVE, relaxed.relaxedSchedule())).welfareUsd();
                assertTrue(again.welfareUsd() >= netted - 1e-6, () -> seen + ": " + again.welfareUsd() + " below " + netted);
            }
        }
    }

    /** On days on which batteries buy and resell at once, netting loses most of what the search keeps. */
    @Test
    void theSearchKeepsMostOfWhatNettingLoses() {
        double netting = 0;
        double search = 0;
        for (int seed = 0; seed < 3 * SCALE; seed++) {
            RunInputs inputs = Fleets.random(100L * seed + 1, 20, 1, 1);
            OptimumResult found = solve(inputs, Mode.BLIND);
            OptimumResult relaxed = CentralOptimum.solveRelaxation(inputs, Mode.BLIND, Options.DEFAULT, Progress.NONE, () -> false);
            netting += relaxed.upperBoundUsd() - relaxed.feasibleUsd();
            search += found.upperBoundUsd() - found.feasibleUsd();
        }
        assertTrue(search < 0.4 * netting, search + " of " + netting);
    }

    @Test
    void threadsDoNotChangeTheSchedule() {
        RunInputs inputs = Fleets.withV2g(Fleets.random(205, 10, 1, 1), 3, 0.5);
        List<OptimumResult> many = CentralOptimum.solveAll(inputs, Options.DEFAULT, Progress.NONE, () -> false);
        try (ForkJoinPool one = new ForkJoinPool(1)) {
            assertEquals(many, one.submit(() -> CentralOptimum.solveAll(
                    inputs, Options.DEFAULT, Progress.NONE, () -> false)).join());
        }
    }
}
