package org.vppworkbench.app.experiment;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.fleet.CarPlanKind;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.FleetPreset;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.fleet.HomePlanKind;
import org.vppworkbench.model.fleet.TariffPlan;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.physics.DispatchTable;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.Requirement;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.scenario.SatisfactionSettings;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.model.scenario.ScenarioResolver;
import org.vppworkbench.model.settlement.PhysicsAudit;
import org.vppworkbench.model.settlement.Settler;
import org.vppworkbench.optimizer.CentralOptimum;
import org.vppworkbench.optimizer.Mode;
import org.vppworkbench.optimizer.Options;
import org.vppworkbench.optimizer.Progress;
import org.vppworkbench.sample.generator.FleetGenerator;

/**
 * {@code BILL_OPTIMAL} against the certified bound of each home's own linear optimum: real prices and weather, all four
 * tariffs in turn, every other car able to feed the home. The yardstick of a gap is the larger of the optimum and 1 $ a day.
 */
class HomePlanTest {
    private static final int DAYS = 7;

    private static double gap(int seed, int firstDay, int days) {
        ResolvedScenario resolved = resolved(seed, firstDay, days);
        RunInputs inputs = withV2g(resolved.inputs(), new SplittableRandom(seed));
        DispatchTable dispatch = HomePlanReference.dispatch(inputs, resolved.behaviours());
        assertTrue(PhysicsAudit.check(inputs, dispatch).worst() < 1e-6, "seed " + seed + ": physics");
        double plan = Settler.settle(inputs, dispatch, List.of(), 1).total().welfareUsd();
        double best = CentralOptimum.solve(inputs, Mode.HOME, Options.DEFAULT, Progress.NONE, () -> false).upperBoundUsd();
        assertTrue(plan <= best + 1e-6, "seed " + seed + ": plan " + plan + " above the bound " + best);
        return (best - plan) / Math.max(days, Math.abs(best));
    }

    private static ResolvedScenario resolved(int seed, int firstDay, int days) {
        Home drawn = home(seed);
        TariffPlan tariff = TariffPlan.values()[seed % TariffPlan.values().length];
        double exportLimit = seed % 5 == 0 ? 4 : drawn.exportLimitKw();
        Home home = new Home(
                drawn.id(), tariff, HomePlanKind.BILL_OPTIMAL, CarPlanKind.CHEAPEST, drawn.loadProfile(),
                drawn.loadScale(), drawn.importLimitKw(), exportLimit, drawn.pv(), drawn.bess(), drawn.ev(),
                drawn.style(), drawn.preferences());
        Scenario scenario = new Scenario(
                RandomScenarios.DATA.id(), LocalDate.of(2023, 8, 15).plusDays(firstDay), days, "one",
                new Requirement(0, 0, 0), 0, "no-vpp", AgentSettings.DEFAULT, SatisfactionSettings.DEFAULT, 1, 1);
        return ScenarioResolver.resolve(scenario, new Fleet("one", "one", List.of(home)), RandomScenarios.DATA).orThrow();
    }

    private static RunInputs withV2g(RunInputs inputs, SplittableRandom random) {
        ProsumerInputs h = inputs.prosumers().getFirst();
        EvInputs ev = h.ev();
        if (ev == null || random.nextBoolean()) {
            return inputs;
        }
        EvInputs v2g = new EvInputs(
                ev.capacityKwh(), ev.chargeKw(), 3 + 8 * random.nextDouble(), ev.eta(), ev.minKwh(), ev.initialKwh(),
                ev.plugged(), ev.drivenKwh(), 0.02 + 0.1 * random.nextDouble());
        ProsumerInputs home = new ProsumerInputs(
                h.id(), h.importPrice(), h.exportPrice(), h.endValuePerKwh(), h.importLimitKw(), h.exportLimitKw(),
                h.pv(), h.load(), h.bess(), v2g, h.hard(), h.soft());
        return new RunInputs(
                inputs.horizon(), inputs.prices(), inputs.forecasts(), inputs.required(), inputs.calledIntervals(), List.of(home));
    }

    private static double[] gaps(int homes, int days) {
        return IntStream.range(0, homes)
                .parallel()
                .mapToDouble(seed -> gap(seed, days == DAYS ? 0 : seed % DAYS, days))
                .sorted()
                .toArray();
    }

    private static Home home(int seed) {
        return new FleetGenerator(FleetPreset.LABORATORY.parameters(1, seed), RandomScenarios.DATA)
                .generate("one")
                .homes()
                .getFirst();
    }

    @Test
    void overADayEveryRandomHomeReachesItsOptimum() {
        double[] gaps = gaps(RandomScenarios.cases(100), 1);
        assertTrue(gaps[gaps.length - 1] < 0.002, "worst " + gaps[gaps.length - 1]);
    }

    /** Of 1280 such homes 1250 are within 1 %; the worst lost 6.9 % to prices and weather it could not know. */
    @Test
    void overAWeekMostRandomHomesAreWithinOnePercentOfTheirOptimum() {
        double[] gaps = gaps(RandomScenarios.cases(40), DAYS);
        assertTrue(gaps[gaps.length / 2] < 1e-4, "median of " + Arrays.toString(gaps));
        assertTrue(gaps[gaps.length * 19 / 20] < 0.01, "95th percentile of " + Arrays.toString(gaps));
        assertTrue(gaps[gaps.length - 1] < 0.1, "worst of " + Arrays.toString(gaps));
    }
}
