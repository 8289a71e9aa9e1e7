package org.vppworkbench.model.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.RandomHomes;
import org.vppworkbench.model.event.EventLog;
import org.vppworkbench.model.event.EventSink;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.metrics.Invariant;
import org.vppworkbench.model.metrics.InvariantChecker;
import org.vppworkbench.model.metrics.MetricTable;
import org.vppworkbench.model.metrics.MetricsEvaluator;
import org.vppworkbench.model.metrics.SettledRun;
import org.vppworkbench.model.physics.Commitments;
import org.vppworkbench.model.physics.HomeController;
import org.vppworkbench.model.physics.HomePlans;
import org.vppworkbench.model.physics.HomeState;
import org.vppworkbench.model.physics.SiteReading;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.scenario.SatisfactionSettings;
import org.vppworkbench.model.scenario.Timeline;
import org.vppworkbench.model.settlement.PhysicsAudit;
import org.vppworkbench.model.settlement.Settlement;
import org.vppworkbench.model.settlement.Settler;

/** Whatever a mechanism or a home tries, physics, hard preferences and the sums of money hold. */
class AdversarialRunTest {
    /** Sells more than homes can deliver, at prices nobody asked for. */
    static OpportunityTrader overcommitting(RandomGenerator random) {
        return session -> {
            List<Contract> contracts = new ArrayList<>();
            double left = session.opportunity().requiredKw();
            for (ProsumerDesk desk : session.desks()) {
                double kw = Math.min(left, random.nextDouble() * 12);
                if (kw > 0.01) {
                    contracts.add(new Contract(
                            desk.prosumer(),
                            session.opportunity().product(),
                            session.opportunity().hour(),
                            kw,
                            random.nextDouble() * 500 - 50,
                            0));
                    left -= kw;
                }
            }
            double offer = random.nextDouble() < 0.2 ? 1e6 : -1000;
            return new OpportunityTrader.Agreement(contracts, offer, RunEvent.Outcome.TRADED, 1, "adversary");
        };
    }

    /** Uses random power: it withholds, recharges in sold hours and defaults. */
    static HomeController wild(RandomGenerator random) {
        return new HomeController() {
            @Override
            public void replan(int t, HomeState state, Commitments commitments, boolean newDay) {}

            @Override
            public double batteryKw(int t, HomeState state, double soldKw, SiteReading site) {
                return random.nextDouble() * 40 - 20;
            }

            @Override
            public double carKw(int t, HomeState state) {
                return random.nextBoolean() ? 1000 : random.nextDouble() * -20;
            }

            @Override
            public int valuationEnd(int contractEnd) {
                return contractEnd;
            }

            @Override
            public double tail(int t, HomeState state) {
                return 0;
            }

            @Override
            public HomeController copy() {
                return this;
            }
        };
    }

    @Test
    void physicsHardPreferencesAndMoneyHoldUnderAdversaries() {
        double shortfall = 0;
        for (int seed = 0; seed < RandomHomes.cases(25); seed++) {
            RandomHomes random = new RandomHomes(seed, 1 + seed % 2);
            ResolvedScenario scenario = random.scenario(1 + random.random.nextInt(6), false);
            shortfall += judged(scenario, seed, random.random).metric("energyShortfallKwh").orElseThrow().value();
        }
        assertTrue(shortfall > 1, "the adversaries never failed to deliver: they test nothing");
    }

    /** The same with cars that feed back, contingency calls, the day-ahead gate and wrong forecasts of everything. */
    @Test
    void theyHoldWithV2gCallsTheDayAheadGateAndForecastErrorsToo() {
        double shortfall = 0;
        double called = 0;
        double fedBack = 0;
        for (int seed = 0; seed < RandomHomes.cases(40); seed++) {
            RandomHomes random = new RandomHomes(500 + seed, 2);
            ResolvedScenario plain = random.scenario(1 + random.random.nextInt(6), false);
            ResolvedScenario scenario = random.harder(plain, seed % 4 == 3 ? Timeline.HOURLY : Timeline.DAY_AHEAD);
            MetricTable table = judged(scenario, seed, random.random);
            shortfall += table.metric("energyShortfallKwh").orElseThrow().value();
            RunRecord again = run(scenario, seed, new java.util.SplittableRandom(seed), new EventLog());
            for (int i = 0; i < again.dispatch().prosumers(); i++) {
                for (int t = 0; t < again.dispatch().intervals(); t++) {
                    called += again.dispatch().at(i, t).calledKw();
                    fedBack += again.dispatch().at(i, t).evV2gKw();
                }
            }
        }
        assertTrue(shortfall > 1, "the adversaries never failed to deliver: they test nothing");
        assertTrue(called > 1, "no reserve was ever called");
        assertTrue(fedBack > 1, "no car ever fed back");
    }

    /** Every second fleet has homes that do anything at any time. */
    private static RunRecord run(ResolvedScenario scenario, int seed, RandomGenerator random, EventLog log) {
        boolean wild = seed % 2 == 0;
        return new MarketSimulation(
                        scenario,
                        overcommitting(random),
                        (home, behaviour, n) -> wild ? wild(random) : HomePlans.of(home, behaviour, n),
                        log,
                        CancelToken.NEVER)
                .run("adversary", "MECHANISM", ProgressSink.NONE);
    }

    /** A run of adversaries with every check of {@code model.md} §5 that needs no optimum. */
    private static MetricTable judged(ResolvedScenario scenario, int seed, RandomGenerator random) {
        RunRecord run = run(scenario, seed, random, new EventLog());
        Settlement settled = Settler.settle(scenario.inputs(), run.dispatch(), run.offers(), 1);
        PhysicsAudit.Verdict physics = PhysicsAudit.check(scenario.inputs(), run.dispatch());
        assertTrue(physics.worst() < 1e-6, "seed " + seed + ": " + physics);
        RunRecord none = MarketSimulation.run(
                scenario, "no-vpp", "MECHANISM", AdversarialRunTest::nothing, EventSink.NONE, ProgressSink.NONE, CancelToken.NEVER);
        Settlement baseline = Settler.settle(scenario.inputs(), none.dispatch(), none.offers(), 1);
        SettledRun record = new SettledRun(
                scenario.inputs(), scenario.behaviours(), SatisfactionSettings.DEFAULT, run.dispatch(), settled, baseline, null, null);
        MetricTable table = MetricsEvaluator.evaluate(record);
        assertEquals(0, table.metric("hardViolations").orElseThrow().value(), "seed " + seed);
        for (Invariant invariant : InvariantChecker.check(record, table)) {
            assertTrue(invariant.holds(), "seed " + seed + ": " + invariant);
        }
        return table;
    }

    @Test
    void theSameSeedGivesTheSameEvents() {
        for (int seed = 0; seed < RandomHomes.cases(5); seed++) {
            ResolvedScenario scenario = new RandomHomes(seed, 1).scenario(4, true);
            EventLog first = new EventLog();
            EventLog second = new EventLog();
            MarketSimulation.run(scenario, "x", "x", AdversarialRunTest::nothing, first, ProgressSink.NONE, CancelToken.NEVER);
            MarketSimulation.run(scenario, "x", "x", AdversarialRunTest::nothing, second, ProgressSink.NONE, CancelToken.NEVER);
            assertEquals(first.range(0, first.size()), second.range(0, second.size()));
        }
    }

    @Test
    void aMechanismThatContractsMoreThanIsBoughtIsStopped() {
        ResolvedScenario scenario = new RandomHomes(3, 1).scenario(2, true);
        ProsumerInputs home = scenario.inputs().prosumers().getFirst();
        OpportunityTrader greedy = session -> new OpportunityTrader.Agreement(
                List.of(new Contract(home.id(), session.opportunity().product(), session.opportunity().hour(), 1e4, 1, 1)),
                0,
                RunEvent.Outcome.TRADED,
                1,
                "over the cap");
        org.junit.jupiter.api.Assertions.assertThrows(
                IllegalStateException.class,
                () -> MarketSimulation.run(
                        scenario, "x", "x", greedy, EventSink.NONE, ProgressSink.NONE, CancelToken.NEVER));
    }

    @Test
    void aCancelledRunEndsWithACancelEventAndIsNotComplete() {
        ResolvedScenario scenario = new RandomHomes(3, 1).scenario(2, true);
        EventLog log = new EventLog();
        int[] polls = {0};
        RunRecord run = MarketSimulation.run(
                scenario, "x", "x", AdversarialRunTest::nothing, log, ProgressSink.NONE, () -> polls[0]++ > 30);
        org.junit.jupiter.api.Assertions.assertFalse(run.complete());
        assertTrue(log.get(log.size() - 1).event() instanceof RunEvent.RunCancelled);
    }

    static OpportunityTrader.Agreement nothing(TradingSession session) {
        return new OpportunityTrader.Agreement(List.of(), 0, RunEvent.Outcome.NO_PROPOSAL, 0, "");
    }
}
