package org.vppworkbench.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.HardPreferences;
import org.vppworkbench.model.inputs.LimitChange;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.optimizer.explain.Explanation;
import org.vppworkbench.optimizer.explain.HomeLimit;
import org.vppworkbench.optimizer.explain.LimitPrice;
import org.vppworkbench.optimizer.forecast.ForecastOptimum;
import org.vppworkbench.optimizer.forecast.ForecastResult;
import org.vppworkbench.optimizer.lp.ElasticProgram.Kind;
import org.vppworkbench.optimizer.schedule.HomeSchedule;

/** Reserve floors that are others from a moment on. */
class FloorChangesTest {
    private static final int N = 96;

    private static RunInputs with(RunInputs inputs, List<LimitChange> changes) {
        return inputs.withHomes(inputs.prosumers().stream()
                .map(h -> h.with(h.bess(), h.ev(), h.hard().withFloorChanges(changes), h.soft()))
                .toList());
    }

    private static OptimumResult aware(RunInputs inputs) {
        return Fleets.solved(inputs, Mode.AWARE);
    }

    /** Every schedule of a run of two days keeps what was asked for at the end of every interval, one direction or both. */
    @Test
    void schedulesKeepTheFloorOfEveryInterval() {
        IntStream.range(0, 8 * Integer.getInteger("vpp.random.scale", 1)).parallel().forEach(seed -> {
            RunInputs fleet = Fleets.withFloors(Fleets.withV2g(Fleets.random(400 + seed, 3, seed % 4, 2, 1), seed, 0.5), seed);
            OptimumResult result = aware(fleet);
            assertEquals(OptimumStatus.OPTIMAL, result.status(), seed + " " + result.message());
            for (int i = 0; i < fleet.prosumers().size(); i++) {
                kept(fleet.prosumers().get(i), result.schedule().homes().get(i), seed);
                kept(fleet.prosumers().get(i), result.relaxedSchedule().homes().get(i), seed);
            }
        });
    }

    private static void kept(ProsumerInputs home, HomeSchedule plan, int seed) {
        for (int t = 0; t < plan.bessKwh().length(); t++) {
            Double asked = home.hard().reserveKwh(t);
            double floor = Math.max(home.bess().minKwh(), asked == null ? 0 : asked);
            assertTrue(plan.bessKwh().at(t) >= floor - 1e-9, seed + " " + home.id() + " " + t + ": " + plan.bessKwh().at(t));
            double before = t == 0 ? home.bess().initialKwh() : plan.bessKwh().at(t - 1);
            double reserve = plan.spinKw().at(t) + plan.nonSpinKw().at(t);
            assertTrue(reserve <= 1e-9 || before - reserve * 0.5 / home.bess().etaDischarge() >= floor - 1e-6, seed + ", 30 minutes");
        }
    }

    /** Plans on wrong forecasts, day by day with a floor that rises over midnight, keep it and stay below the bound. */
    @Test
    void plansOnForecastsKeepItToo() {
        IntStream.range(0, 8 * Integer.getInteger("vpp.random.scale", 1)).parallel().forEach(seed -> {
            RunInputs plain = Fleets.random(600 + seed, 2, seed % 4, 2 + seed % 2, 1);
            RunInputs said = seed % 2 == 0 ? Fleets.withFloors(plain, seed) : overMidnight(plain, seed);
            RunInputs inputs = ForecastOptimumTest.guessed(said, seed);
            OptimumResult bound =
                    CentralOptimum.solveRelaxation(inputs, Mode.AWARE, Options.DEFAULT, Progress.NONE, () -> false);
            ForecastResult forecast = ForecastOptimum.solve(inputs, Options.DEFAULT, Progress.NONE, () -> false);
            assertEquals(OptimumStatus.OPTIMAL, forecast.status(), seed + " " + forecast.message());
            assertTrue(forecast.maxViolation() <= 1e-6, seed + " " + forecast.realised());
            assertTrue(forecast.welfareUsd() <= bound.upperBoundUsd() + 1e-9, "seed " + seed);
        });
    }

    /** From half an hour before midnight up by more than an hour of charging. */
    private static RunInputs overMidnight(RunInputs inputs, int seed) {
        double share = 0.7 + 0.3 * new SplittableRandom(seed).nextDouble();
        return inputs.withHomes(inputs.prosumers().stream()
                .map(h -> {
                    BessInputs bess = h.bess();
                    double old = h.hard().floorKwh(bess, 94);
                    double step = bess.etaCharge() * bess.chargeKw() / 4;
                    List<LimitChange> changes = IntStream.range(1, 20)
                            .mapToObj(k -> new LimitChange(94 + k, Math.min(old + k * step, Math.max(old, share * bess.maxKwh()))))
                            .toList();
                    return h.with(bess, h.ev(), h.hard().withFloorChanges(changes), h.soft());
                })
                .toList());
    }

    @Test
    void aChangeToTheSameFloorChangesNothing() {
        RunInputs fleet = Fleets.random(3, 2, 0, 1, 1);
        RunInputs same = fleet.withHomes(fleet.prosumers().stream()
                .map(h -> h.with(
                        h.bess(), h.ev(), h.hard().withFloorChanges(List.of(new LimitChange(40, h.hard().floorKwh(h.bess(), 0)))),
                        h.soft()))
                .toList());
        assertEquals(aware(fleet).objectiveUsd(), aware(same).objectiveUsd());
        assertEquals(aware(fleet).upperBoundUsd(), aware(same).upperBoundUsd());
        assertEquals(
                Fleets.solved(fleet, Mode.BLIND).upperBoundUsd(),
                Fleets.solved(with(fleet, List.of(new LimitChange(40, 5))), Mode.BLIND).upperBoundUsd(), "a wish to blind eyes");
    }

    @Test
    void whatCannotBeIsRefused() {
        RunInputs fleet = Fleets.random(3, 1, 0, 1, 1);
        double most = fleet.prosumers().getFirst().bess().maxKwh();
        assertTrue(InputCheck.findings(with(fleet, List.of(new LimitChange(5, 3), new LimitChange(6, most)))).isEmpty());
        assertFalse(InputCheck.findings(with(fleet, List.of(new LimitChange(6, 3), new LimitChange(6, 4)))).isEmpty());
        assertFalse(InputCheck.findings(with(fleet, List.of(new LimitChange(6, 3), new LimitChange(5, 4)))).isEmpty());
        assertFalse(InputCheck.findings(with(fleet, List.of(new LimitChange(96, 3)))).isEmpty());
        assertFalse(InputCheck.findings(with(fleet, List.of(new LimitChange(5, most + 1)))).isEmpty());
        assertFalse(InputCheck.findings(with(fleet, List.of(new LimitChange(5, -1)))).isEmpty());
    }

    /** 2 kWh more after one quarter of 5 kW than there can be: named by home, time and what is missing. */
    @Test
    void aFloorThatRisesTooFastIsNamed() {
        BessInputs battery = new BessInputs(13.5, 5, 5, 0.9, 0.9, 0, 13.5, 6, 0);
        HardPreferences steep = HardPreferences.NONE.withFloorChanges(List.of(new LimitChange(1, 6 + 5 * 0.9 / 4 + 2)));
        ProsumerInputs home = Homes.flat("home-1", N, 0.3, 0.1).constantLoad(1).endValue(0.3).with(battery).with(steep).build();
        RunInputs inputs = Homes.fleet(Fleets.horizon(0, 1), CaisoWeek.prices(0, 1), 5, home);
        OptimumResult result = aware(inputs);
        assertEquals(OptimumStatus.INFEASIBLE, result.status());
        assertTrue(result.message().contains("home-1, ReserveFloor"), result.message());
        assertTrue(InputCheck.infeasible(inputs, Mode.AWARE).orElseThrow()
                .contains("2.0000 kWh missing at the start of interval 1"), "from the forward check");
        List<Infeasibility> found = ElasticPhase.of(inputs, Mode.AWARE);
        assertEquals(Kind.RESERVE_FLOOR, found.getFirst().kind());
        assertEquals(1, found.getFirst().interval());
        assertEquals(2, found.getFirst().missing(), 1e-4);
        assertEquals(OptimumStatus.OPTIMAL, Fleets.solved(inputs, Mode.BLIND).status());
    }

    /** One kWh more to be kept at the end costs its worth: what flat prices leave of selling it in the last hour. */
    @Test
    void aKilowattHourKeptIsNotSold() {
        BessInputs battery = new BessInputs(10, 5, 5, 1, 1, 0, 10, 6, 0);
        Homes plain = Homes.flat("home-1", N, 0.3, 0).constantLoad(1).endValue(0).with(battery);
        double free = aware(Homes.fleet(Fleets.horizon(0, 1), CaisoWeek.prices(0, 1), 0, plain.build())).objectiveUsd();
        HardPreferences keeps = HardPreferences.NONE.withFloorChanges(List.of(new LimitChange(80, 4)));
        double kept = aware(Homes.fleet(Fleets.horizon(0, 1), CaisoWeek.prices(0, 1), 0, plain.with(keeps).build())).objectiveUsd();
        // 6 kWh serve the load at 0.30 $/kWh; 4 of them stay
        assertEquals(4 * 0.3, free - kept, 1e-4);
        RunInputs inputs = Homes.fleet(Fleets.horizon(0, 1), CaisoWeek.prices(0, 1), 0, plain.with(keeps).build());
        OptimumResult result = CentralOptimum.solveRelaxation(
                inputs, Mode.AWARE, new Options(1e-4, 1, 300), Progress.NONE, () -> false);
        LimitPrice price = Explanation.of(inputs, result).orElseThrow().limits().stream()
                .filter(p -> p.limit() == HomeLimit.BATTERY_FLOOR)
                .findFirst().orElseThrow();
        assertEquals(4, price.value(), "the largest");
        assertEquals(0.3, price.usdPerUnit(), 1e-3);
        assertTrue(price.parts().stream().allMatch(part -> part.number() >= 19), "only from 20:00 on: " + price.parts());
    }
}
