package org.vppworkbench.app.experiment;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.fleet.CarPlanKind;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.FleetPreset;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.fleet.HomePlanKind;
import org.vppworkbench.model.fleet.TariffPlan;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.HomeOutlook;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.market.RequiredCapacity;
import org.vppworkbench.model.physics.DispatchTable;
import org.vppworkbench.model.physics.HomeInterval;
import org.vppworkbench.model.physics.HomeState;
import org.vppworkbench.model.physics.IntervalAccount;
import org.vppworkbench.model.physics.OwnInformation;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.Requirement;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.scenario.SatisfactionSettings;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.model.scenario.ScenarioResolver;
import org.vppworkbench.model.settlement.PhysicsAudit;
import org.vppworkbench.model.settlement.Settler;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.optimizer.CentralOptimum;
import org.vppworkbench.optimizer.Mode;
import org.vppworkbench.optimizer.OptimumResult;
import org.vppworkbench.optimizer.Options;
import org.vppworkbench.optimizer.Progress;
import org.vppworkbench.sample.generator.FleetGenerator;

/**
 * {@code BILL_OPTIMAL} against certified bounds of each home's own linear program, solved by the optimizer: real prices and
 * weather, all four tariffs in turn, every other car able to feed the home. Losses are shares of the larger of the optimum
 * and 1 $ a day.
 *
 * <p>The bounds asserted are those of the specification, not what was measured: 1 % of what a home could do with what it
 * knew. Over a day or two it knows everything, and a fifth of that is asked: the tie-break of at most 3e-5 $/kWh alone may cost
 * 0.2 cent of a car's charge, where a day's money counts as 1 $ at least; solver tolerance and the one direction of a battery cost
 * less.
 */
class HomePlanTest {
    private static final int DAYS = 7;
    private static final double SHARE = 0.01;
    private static final double DAY_SHARE = 0.002;

    /**
     * What a home lost.
     *
     * @param clairvoyant against the optimum that knows the whole run, as a share
     * @param own against what it could have done with what it knew, as a share
     */
    private record Loss(int seed, double clairvoyant, double own) {}

    private static Loss loss(int seed, int firstDay, int days) {
        ResolvedScenario resolved = resolved(seed, firstDay, days);
        RunInputs inputs = withV2g(resolved.inputs(), new SplittableRandom(seed));
        DispatchTable dispatch = HomePlanReference.dispatch(inputs, resolved.behaviours());
        assertTrue(PhysicsAudit.check(inputs, dispatch).worst() < 1e-6, "seed " + seed + ": physics");
        double plan = Settler.settle(inputs, dispatch, List.of(), 1).total().welfareUsd();
        double best = CentralOptimum.solve(inputs, Mode.HOME, Options.DEFAULT, Progress.NONE, () -> false).upperBoundUsd();
        assertTrue(plan <= best + 1e-6, "seed " + seed + ": plan " + plan + " above the bound " + best);
        double yardstick = Math.max(days, Math.abs(best));
        double own = days > 2 ? ownLossUsd(inputs, dispatch) : best - plan;
        return new Loss(seed, (best - plan) / yardstick, own / yardstick);
    }

    /**
     * The sum over all midnights of what a home then gave away by its own reckoning: the bound of its program on what it knew,
     * less what the day brought, less what the same program is worth from the next midnight on with the energy that the day
     * left. By Bellman's principle each is at least 0, and all are 0 for a plan that is optimal on its own information,
     * whichever of several equal schedules it takes [$].
     */
    private static double ownLossUsd(RunInputs inputs, DispatchTable dispatch) {
        HomeOutlook outlook = inputs.outlooks().getFirst();
        ProsumerInputs home = inputs.prosumers().getFirst();
        if (home.bess() == null && home.ev() == null) {
            return 0;
        }
        Horizon run = inputs.horizon();
        HomeState state = start(home);
        double loss = 0;
        for (int day = 0; day < run.days(); day++) {
            double could = worthUsd(inputs, OwnInformation.at(outlook, run, day, day, state.bessKwh(), state.evKwh()), true);
            double did = 0;
            for (int t = run.dayStart(day); t < run.dayStart(day + 1); t++) {
                HomeInterval row = dispatch.at(0, t);
                did -= IntervalAccount.of(home, t, state, row).totalUsd();
                state = new HomeState(row.bessKwh(), row.evKwh(), 0);
            }
            double left = home.endValuePerKwh() * (state.bessKwh() + state.evKwh());
            if (day + 1 < run.days()) {
                left = worthUsd(
                        inputs, OwnInformation.at(outlook, run, day, day + 1, state.bessKwh(), state.evKwh()), false);
            }
            double lost = could - did - left;
            assertTrue(lost > -0.01, home.id() + ": " + lost + " $ better on day " + day + " than its own bound");
            loss += Math.max(0, lost);
        }
        return loss;
    }

    private static HomeState start(ProsumerInputs home) {
        BessInputs bess = home.bess();
        EvInputs ev = home.ev();
        return new HomeState(bess == null ? 0 : bess.initialKwh(), ev == null ? 0 : ev.initialKwh(), 0);
    }

    /** What the days ahead are worth with the energy at their start: the certified bound, or the certified point below it. */
    private static double worthUsd(RunInputs run, OwnInformation known, boolean bound) {
        int hours = known.horizon().hours();
        TimeSeries none = TimeSeries.constant(hours, 0);
        MarketSeries market = new MarketSeries(TimeSeries.constant(known.horizon().intervals(), 0), null, null, null);
        RunInputs inputs = new RunInputs(
                known.horizon(), market, market, new RequiredCapacity(none, none, none), List.of(), List.of(known.home()));
        OptimumResult result =
                CentralOptimum.solveRelaxation(inputs, Mode.HOME, Options.DEFAULT, Progress.NONE, () -> false);
        HomeState start = start(known.home());
        double stored = known.home().endValuePerKwh() * (start.bessKwh() + start.evKwh());
        assertTrue(result.maxViolation() < 1e-5, run.horizon() + ": " + result.message());
        return stored + (bound ? result.upperBoundUsd() : result.objectiveUsd());
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
                inputs.horizon(), inputs.prices(), inputs.forecasts(), inputs.required(), inputs.calledIntervals(), List.of(home),
                List.of(inputs.outlooks().getFirst().knowing(v2g, home.hard(), home.soft())));
    }

    private static List<Loss> losses(int homes, int days) {
        return IntStream.range(0, homes)
                .parallel()
                .mapToObj(seed -> loss(seed, days == DAYS ? 0 : seed % (DAYS + 1 - days), days))
                .toList();
    }

    private static Home home(int seed) {
        return new FleetGenerator(FleetPreset.LABORATORY.parameters(1, seed), RandomScenarios.DATA)
                .generate("one")
                .homes()
                .getFirst();
    }

    @Test
    void overADayEveryRandomHomeReachesItsOptimum() {
        for (Loss loss : losses(RandomScenarios.cases(100), 1)) {
            assertTrue(loss.clairvoyant() <= DAY_SHARE, loss.toString());
        }
    }

    /** Two days are the window: nothing is left to expectation. */
    @Test
    void overTheWindowEveryRandomHomeReachesItsOptimum() {
        for (Loss loss : losses(RandomScenarios.cases(20), 2)) {
            assertTrue(loss.clairvoyant() <= DAY_SHARE, loss.toString());
        }
    }

    /** What is lost to a future nobody told is no matter of the plan: it is printed ({@code docs/model.md} §2). */
    @Test
    void overAWeekEveryRandomHomeReachesWhatItCouldWithWhatItKnew() {
        List<Loss> losses = losses(RandomScenarios.cases(16), DAYS);
        double[] clairvoyant = losses.stream().mapToDouble(Loss::clairvoyant).sorted().toArray();
        double[] own = losses.stream().mapToDouble(Loss::own).sorted().toArray();
        long within = losses.stream().filter(loss -> loss.clairvoyant() <= SHARE).count();
        System.out.printf(
                Locale.ROOT,
                "weeks within 1 %% of the optimum that knows the future: %d of %d, worst %.2g; on own information worst %.2g%n",
                within, losses.size(), clairvoyant[clairvoyant.length - 1], own[own.length - 1]);
        for (Loss loss : losses) {
            assertTrue(loss.own() <= SHARE, loss.toString());
        }
    }
}
