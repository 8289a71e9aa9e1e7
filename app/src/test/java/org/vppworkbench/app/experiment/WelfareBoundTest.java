package org.vppworkbench.app.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vppworkbench.app.experiment.WideScenarios.Drawn;
import org.vppworkbench.app.experiment.WideScenarios.Trait;
import org.vppworkbench.model.event.EventSink;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.metrics.Invariant;
import org.vppworkbench.model.metrics.InvariantChecker;
import org.vppworkbench.model.metrics.MetricTable;
import org.vppworkbench.model.metrics.MetricsEvaluator;
import org.vppworkbench.model.metrics.OptimumReference;
import org.vppworkbench.model.metrics.SettledRun;
import org.vppworkbench.model.scenario.Behaviour;
import org.vppworkbench.model.scenario.ForecastSettings;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.scenario.SatisfactionSettings;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.model.settlement.SettledContract;
import org.vppworkbench.model.settlement.Settlement;
import org.vppworkbench.model.settlement.Settler;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.MarketSimulation;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.model.simulation.RunRecord;
import org.vppworkbench.optimizer.CentralOptimum;
import org.vppworkbench.optimizer.Mode;
import org.vppworkbench.optimizer.OptimumResult;
import org.vppworkbench.optimizer.OptimumStatus;
import org.vppworkbench.optimizer.Options;
import org.vppworkbench.optimizer.Progress;

/**
 * The invariants of {@code model.md} §5 over random scenarios of every kind: no mechanism, honest or not, beats the certified
 * bound; what is compared with it is W as {@link OutsideMoney} recomputes it from the files of the run, with its own verdict
 * on hard wishes. Writes {@code target/invariants.csv}, a row per run.
 */
class WelfareBoundTest {
    /** Rounding of money and powers [$, kW, kWh]. */
    private static final double EXACT = 1e-6;

    private static final ExperimentRunner RUNNER =
            new ExperimentRunner(MechanismCatalogue.standard(), SmallRuns.CLOCK);

    /** One run and its distance to the bound that holds for it. */
    private record Judged(
            long seed, int homes, String mechanism, double welfare, double bound, double stake, int hard, boolean traded) {
        double marginUsd() {
            return bound - welfare;
        }
    }

    @Test
    void noMechanismBeatsTheCertifiedBoundAndEveryInvariantHolds() throws IOException {
        // 14 scenarios by default, 280 in the deep profile; all ten mechanisms and five kinds of adversaries on each
        List<Drawn> drawn = IntStream.range(0, RandomScenarios.cases(14)).mapToObj(WideScenarios::draw).toList();
        Map<Trait, Integer> held = new EnumMap<>(Trait.class);
        drawn.forEach(d -> d.traits().forEach(trait -> held.merge(trait, 1, Integer::sum)));
        assertEquals(EnumSet.allOf(Trait.class), held.keySet(), "these are what the scenarios hold");
        Queue<String> breaches = new ConcurrentLinkedQueue<>();
        List<Judged> runs = drawn.stream().parallel().flatMap(d -> check(d, breaches).stream()).toList();
        write(runs);
        assertEquals(List.of(), List.copyOf(breaches));
        for (String id : RUNNER.mechanisms().ids()) {
            assertEquals(drawn.size(), runs.stream().filter(r -> r.mechanism().equals(id)).count(), id);
        }
        assertTrue(runs.stream().filter(r -> r.traded() && r.mechanism().equals("vcg")).count() > drawn.size() / 4);
        assertTrue(
                drawn.stream().anyMatch(d -> d.traits().contains(Trait.CAISO_DERA)
                        && runs.stream().anyMatch(r -> r.traded() && r.seed() == seed(d) && r.mechanism().equals("rule"))),
                "no fleet ever reached the least offer");
        assertTrue(runs.stream().anyMatch(r -> r.mechanism().equals("blind") && r.hard() > 0), "blind broke no wish");
    }

    private static long seed(Drawn drawn) {
        return drawn.scenario().scenario().seed();
    }

    private static List<Judged> check(Drawn drawn, Queue<String> breaches) {
        long seed = seed(drawn);
        RunInputs inputs = drawn.scenario().inputs();
        List<OptimumResult> solved = certified(inputs, seed);
        OptimumSet optima = new OptimumSet(solved, Map.of(), Options.DEFAULT.relativeGap());
        List<Judged> runs = new ArrayList<>();
        for (String id : RUNNER.mechanisms().ids()) {
            keep(runs, breaches, () -> {
                ExperimentResult result = RUNNER.run(
                        drawn.with(id), (_, _, _) -> optima, EventSink.NONE, ProgressSink.NONE, CancelToken.NEVER);
                if (foreseen(drawn) && !result.record().paidAtMarket()) {
                    double missing = result.metrics().metric("energyShortfallKwh").orElseThrow().value();
                    assertEquals(0, missing, EXACT, "seed " + seed + ": an honest home broke its promise under " + id);
                }
                return judge(result, solved, id);
            });
        }
        for (Adversaries.Habit habit : Adversaries.Habit.values()) {
            keep(runs, breaches, () -> judge(adversary(drawn, habit, optima), solved, "adversary " + habit));
        }
        return runs;
    }

    private static void keep(List<Judged> runs, Queue<String> breaches, Supplier<Judged> run) {
        try {
            runs.add(run.get());
        } catch (AssertionError breach) {
            breaches.add(breach.getMessage());
        }
    }

    private static ExperimentResult adversary(Drawn drawn, Adversaries.Habit habit, OptimumSet optima) {
        SplittableRandom random = new SplittableRandom(seed(drawn));
        MarketRules rules = drawn.scenario().scenario().market().rules();
        RunRecord run = new MarketSimulation(
                        drawn.scenario(), Adversaries.overcommitting(rules, random), Adversaries.habit(habit, random),
                        EventSink.NONE, CancelToken.NEVER)
                .run("adversary", "MECHANISM", ProgressSink.NONE);
        return RUNNER.evaluate(drawn.scenario(), run, List.of(), null, optima, null, null, Instant.EPOCH);
    }

    /** Whether everybody knows what will come. */
    private static boolean foreseen(Drawn drawn) {
        ForecastSettings forecast = drawn.scenario().scenario().market().forecast();
        return forecast.method() == ForecastSettings.Method.PERFECT && forecast.siteSigma() == 0
                && !drawn.traits().contains(Trait.CALLS);
    }

    /** Judges a run; @return what it promised and did not deliver [kWh and kW·h]. */
    static double shortfall(ExperimentResult result, List<OptimumResult> solved, String mechanism) {
        judge(result, solved, mechanism);
        return result.settlement().contracts().stream().mapToDouble(SettledContract::shortfallKwh).sum();
    }

    /** The engine's own verdicts, and those of an audit that shares no code with it. */
    private static Judged judge(ExperimentResult result, List<OptimumResult> solved, String mechanism) {
        Scenario scenario = result.scenario().scenario();
        String what = "seed " + scenario.seed() + " " + mechanism;
        for (Invariant invariant : result.invariants()) {
            assertTrue(invariant.holds(), what + ": " + invariant);
        }
        OutsideRun run = OutsideRun.of(result);
        OutsidePhysics physics = OutsidePhysics.of(run);
        assertTrue(physics.worst() <= EXACT, what + ": " + physics.where() + " is off by " + physics.worst());
        MarketRules rules = scenario.market().rules();
        OutsideMoney money = result.record().paidAtMarket()
                ? OutsideMoney.atMarket(run)
                : OutsideMoney.underContract(run, scenario.kappa(), rules.minimumKw(), rules.stepKw());
        assertTrue(money.worst() <= EXACT, what + ": " + money.where() + " is off by " + money.worst());
        double w = money.welfareUsd();
        double rounding = EXACT * (1 + Math.abs(w));
        assertEquals(w, result.welfareUsd(), rounding, what);
        assertEquals(money.profitUsd(), result.settlement().total().profitUsd(), rounding, what);
        for (int i = 0; i < result.scenario().inputs().prosumers().size(); i++) {
            String home = result.scenario().inputs().prosumers().get(i).id();
            double utility = result.settlement().total().prosumers().get(i).utilityUsd();
            assertEquals(money.utilityUsd(home), utility, rounding, what + " " + home);
        }
        if (!result.record().paidAtMarket() && !mechanism.startsWith("adversary")) {
            ownersLimits(result, what);
        }
        int hard = physics.hardBroken().size();
        double counted = result.metrics().metric("hardViolations").orElseThrow().value();
        assertEquals(hard > 0, counted > 0, what + ": " + physics.hardBroken());
        assertTrue(hard == 0 || mechanism.equals("blind"), () -> what + ": " + physics.hardBroken());
        double home = solved.get(0).upperBoundUsd();
        double aware = solved.get(1).upperBoundUsd();
        double blind = solved.get(2).upperBoundUsd();
        double bound = hard == 0 ? aware : blind;
        assertTrue(w <= bound + EXACT * (1 + Math.abs(bound)), what + ": " + w + " beats " + bound);
        assertTrue(result.referenceWelfareUsd() <= home + EXACT * (1 + Math.abs(home)), what);
        assertTrue(home <= aware && aware <= blind, what + ": " + home + ", " + aware + ", " + blind);
        // the reference knows from the start what owners say during the run
        boolean same = mechanism.equals("no-vpp") && scenario.told().isEmpty();
        assertEquals(same ? w : result.referenceWelfareUsd(), result.referenceWelfareUsd(), rounding, what);
        boolean traded = run.contracts().stream().anyMatch(c -> "true".equals(c.get("cleared")));
        return new Judged(
                scenario.seed(), result.scenario().inputs().prosumers().size(), mechanism, w, bound,
                Math.max(1, aware - home), hard, traded);
    }

    /** Under the full gate nobody sells below cost or price floor, or more often a day than the owner allows. */
    private static void ownersLimits(ExperimentResult result, String what) {
        ResolvedScenario scenario = result.scenario();
        for (int i = 0; i < scenario.behaviours().size(); i++) {
            String home = scenario.inputs().prosumers().get(i).id();
            Behaviour owner = scenario.behaviours().get(i);
            Map<Integer, Integer> perDay = new HashMap<>();
            for (SettledContract settled : result.settlement().contracts()) {
                Contract contract = settled.contract();
                if (!contract.prosumer().equals(home) || !settled.cleared()) {
                    continue;
                }
                assertTrue(contract.pricePerMwh() >= contract.reservationPerMwh() - EXACT, what + ": " + contract);
                Double floor = owner.priceFloorPerMwh();
                boolean belowFloor = floor != null && !contract.product().isReserve() && contract.pricePerMwh() < floor - EXACT;
                assertFalse(belowFloor, what + ": " + contract + ", floor " + floor);
                perDay.merge(scenario.inputs().horizon().dayOf(4 * contract.hour()), 1, Integer::sum);
            }
            Integer most = owner.maxEventsPerDay();
            assertTrue(most == null || perDay.values().stream().allMatch(n -> n <= most), what + ": " + home + " " + perDay);
        }
    }

    private static void write(List<Judged> runs) throws IOException {
        StringBuilder csv = new StringBuilder(
                "seed,homes,mechanism,welfare_usd,bound_usd,margin_usd,margin_share,hard_violations,traded\n");
        for (Judged r : runs) {
            csv.append(String.format(
                    Locale.ROOT, "%d,%d,%s,%.6f,%.6f,%.6f,%.6f,%d,%s%n", r.seed(), r.homes(), r.mechanism(), r.welfare(),
                    r.bound(), r.marginUsd(), r.marginUsd() / r.stake(), r.hard(), r.traded()));
        }
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "invariants.csv"), csv);
    }

    /** HOME, AWARE and BLIND, all certified. */
    static List<OptimumResult> certified(RunInputs inputs, long seed) {
        List<OptimumResult> solved = CentralOptimum.solveAll(inputs, Options.DEFAULT, Progress.NONE, () -> false);
        for (OptimumResult result : solved) {
            assertEquals(OptimumStatus.OPTIMAL, result.status(), "seed " + seed + " " + result.mode());
            assertTrue(result.relativeGap() <= 0.01, "seed " + seed + ": gap " + result.relativeGap());
        }
        assertEquals(List.of(Mode.HOME, Mode.AWARE, Mode.BLIND), solved.stream().map(OptimumResult::mode).toList());
        return solved;
    }

    static OptimumReference optimum(RunInputs inputs, int seed) {
        return new OptimumSet(certified(inputs, seed), Map.of(), Options.DEFAULT.relativeGap()).reference();
    }

    static MetricTable judge(
            ResolvedScenario scenario, RunRecord run, Settlement baseline, OptimumReference optimum, String what) {
        Settlement settled = Settler.settle(scenario.inputs(), run.dispatch(), run.offers(), 1);
        SettledRun record = new SettledRun(
                scenario.inputs(), scenario.behaviours(), SatisfactionSettings.DEFAULT, run.dispatch(), settled, baseline, null,
                optimum);
        MetricTable table = MetricsEvaluator.evaluate(record);
        assertEquals(0, table.metric("hardViolations").orElseThrow().value(), what);
        for (Invariant invariant : InvariantChecker.check(record, table)) {
            assertTrue(invariant.holds(), what + ": " + invariant);
        }
        return table;
    }
}
