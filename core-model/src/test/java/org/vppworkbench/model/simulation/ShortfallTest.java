package org.vppworkbench.model.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vppworkbench.model.RandomHomes;
import org.vppworkbench.model.event.EventSink;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.fleet.CarPlanKind;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.HomePlanKind;
import org.vppworkbench.model.fleet.NegotiatorStyle;
import org.vppworkbench.model.forecast.KnownMarket;
import org.vppworkbench.model.forecast.PriceNoise;
import org.vppworkbench.model.forecast.SiteNoise;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.HardPreferences;
import org.vppworkbench.model.inputs.HomeOutlook;
import org.vppworkbench.model.inputs.PriceKnowledge;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.market.RequiredCapacity;
import org.vppworkbench.model.metrics.Invariant;
import org.vppworkbench.model.metrics.InvariantChecker;
import org.vppworkbench.model.metrics.MetricTable;
import org.vppworkbench.model.metrics.MetricsEvaluator;
import org.vppworkbench.model.metrics.SettledRun;
import org.vppworkbench.model.physics.DayGrid;
import org.vppworkbench.model.physics.HomeInterval;
import org.vppworkbench.model.physics.HomePlans;
import org.vppworkbench.model.physics.HomeSimulator;
import org.vppworkbench.model.physics.WhatIfResult;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.Behaviour;
import org.vppworkbench.model.scenario.CallSettings;
import org.vppworkbench.model.scenario.ForecastSettings;
import org.vppworkbench.model.scenario.MarketSettings;
import org.vppworkbench.model.scenario.Requirement;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.scenario.SatisfactionSettings;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.model.scenario.Timeline;
import org.vppworkbench.model.settlement.PhysicsAudit;
import org.vppworkbench.model.settlement.ProsumerAccount;
import org.vppworkbench.model.settlement.SettledContract;
import org.vppworkbench.model.settlement.Settlement;
import org.vppworkbench.model.settlement.Settler;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

/** Days that turn out otherwise than expected: what was sold in good faith may be missing, and costs. */
class ShortfallTest {
    private static final Horizon DAY = new Horizon(LocalDate.of(2023, 8, 16), 1, Horizon.LOS_ANGELES);
    private static final int HOUR = 18;

    /** Sells all a home believes it can deliver, in energy, at a fixed price. */
    private static OpportunityTrader honest(double price) {
        return session -> {
            List<Contract> contracts = new ArrayList<>();
            double left = session.opportunity().requiredKw();
            for (ProsumerDesk desk : session.desks()) {
                WhatIfResult most = desk.most();
                double kw = Math.min(left, most.deliverableKw());
                if (kw > 0.01) {
                    contracts.add(new Contract(
                            desk.prosumer(), session.opportunity().product(), session.opportunity().hour(), kw, price, 0));
                    left -= kw;
                }
            }
            return new OpportunityTrader.Agreement(contracts, -150, RunEvent.Outcome.TRADED, 1, "honest");
        };
    }

    private static ResolvedScenario scenario(RunInputs inputs, List<Behaviour> behaviours, Timeline timeline) {
        MarketSettings market =
                new MarketSettings(timeline, MarketRules.RESEARCH, ForecastSettings.PERFECT, CallSettings.NONE);
        Scenario scenario = new Scenario(
                "test", inputs.horizon().firstDay(), inputs.horizon().days(), "test", new Requirement(1, 0, 0), 0,
                "test", AgentSettings.DEFAULT, SatisfactionSettings.DEFAULT, 1, 1)
                .withMarket(market);
        return new ResolvedScenario(
                scenario, new Fleet("test", "test", List.of()), inputs, behaviours, List.of(), List.of());
    }

    /** A lossless, empty 4 kWh battery below a roof that is expected to give 4 kWh before noon and gives {@code kwh}. */
    private static ResolvedScenario roof(double kwh, double realTime) {
        TimeSeries zero = TimeSeries.constant(96, 0);
        TimeSeries truth = TimeSeries.generate(96, t -> t >= 40 && t < 44 ? kwh : 0);
        TimeSeries hoped = TimeSeries.generate(96, t -> t >= 40 && t < 44 ? 4 : 0);
        TimeSeries rI = TimeSeries.constant(96, 0.30);
        TimeSeries rX = TimeSeries.constant(96, 0.10);
        ProsumerInputs home = new ProsumerInputs(
                "home-001", rI, rX, 0.30, 100, 100, truth, zero, new BessInputs(4, 4, 4, 1, 1, 0, 4, 0, 0), null,
                HardPreferences.NONE, List.of());
        MarketSeries prices = new MarketSeries(
                TimeSeries.constant(96, 300), null, null, TimeSeries.constant(96, realTime));
        TimeSeries none = TimeSeries.constant(24, 0);
        TimeSeries need = TimeSeries.generate(24, h -> h == HOUR ? 2 : 0);
        RunInputs inputs = new RunInputs(
                DAY, prices, prices, new RequiredCapacity(need, none, none), List.of(), List.of(home),
                List.of(HomeOutlook.of(home, PriceKnowledge.PUBLISHED, 0, home.endValuePerKwh(), rI, rX, hoped, zero)));
        Behaviour behaviour = new Behaviour(
                HomePlanKind.SELF_CONSUMPTION, CarPlanKind.CHEAPEST, NegotiatorStyle.LINEAR, null, null);
        return scenario(inputs, List.of(behaviour), Timeline.DAY_AHEAD);
    }

    /** Sold: 2 kWh at 200 (the market pays 300). In the battery: {@code kwh}. Bought back at max(real time, 300). */
    @ParameterizedTest
    @CsvSource({
        // kWh, real time, delivered, revenue, payment
        "4,   900, 2.0,  0.6,  0.4",
        "1,   900, 1.0, -0.3,  0.0",
        "1,  -100, 1.0,  0.3,  0.0",
        "0.5, 400, 0.5,  0.0, -0.2",
        "0,    50, 0.0,  0.0, -0.4",
    })
    void sunThatDoesNotShineIsBoughtBackAndCharged(
            double kwh, double realTime, double delivered, double revenue, double payment) {
        ResolvedScenario scenario = roof(kwh, realTime);
        RunRecord run = MarketSimulation.run(
                scenario, "x", "x", honest(200), EventSink.NONE, ProgressSink.NONE, CancelToken.NEVER);
        Settlement settled = Settler.settle(scenario.inputs(), run.dispatch(), run.offers(), 1);

        SettledContract contract = settled.contracts().getFirst();
        assertEquals(2, contract.contract().kw(), 1e-9, "the home believed in the sun");
        assertEquals(delivered, contract.deliveredKwh(), 1e-9);
        assertEquals(2 - delivered, contract.shortfallKwh(), 1e-9);
        ProsumerAccount home = settled.total().prosumers().getFirst();
        assertEquals(revenue, settled.total().revenueUsd(), 1e-9);
        assertEquals(payment, home.paymentUsd(), 1e-9);
        assertEquals(0, home.billUsd(), 1e-9, "sold energy is never also bought or credited at retail");
        assertEquals(0.30 * (Math.min(kwh, 4) - delivered), home.endValueUsd(), 1e-9);
        assertEquals(revenue + home.endValueUsd(), settled.total().welfareUsd(), 1e-9, "payments cancel");
    }

    /** With the load far above its forecast the plan of midnight would leave the car short; dispatch must not. */
    @Test
    void aCarIsReadyHoweverWrongTheLoadForecastWas() {
        TimeSeries zero = TimeSeries.constant(96, 0);
        TimeSeries rI = TimeSeries.generate(96, t -> t >= 24 && t < 32 ? 0.10 : 0.30);
        TimeSeries load = TimeSeries.generate(96, t -> t >= 24 && t < 32 ? 7 : 1);
        List<Boolean> plugged = IntStream.range(0, 96).mapToObj(t -> t < 32).toList();
        TimeSeries driven = TimeSeries.generate(96, t -> t == 32 ? 10 : 0);
        EvInputs ev = new EvInputs(40, 8, 0, 1, 2, 4, plugged, driven, 0);
        ProsumerInputs home = new ProsumerInputs(
                "home-001", rI, zero, 0.10, 8, 8, zero, load, null, ev,
                new HardPreferences(null, List.of(), null, List.of(new HardPreferences.EvReady(32, 16))), List.of());
        TimeSeries none = TimeSeries.constant(24, 0);
        MarketSeries prices = new MarketSeries(TimeSeries.constant(96, 50), null, null, null);
        RunInputs inputs = new RunInputs(
                DAY, prices, prices, new RequiredCapacity(none, none, none), List.of(), List.of(home),
                List.of(HomeOutlook.of(home, PriceKnowledge.PUBLISHED, 0, home.endValuePerKwh(), rI, zero, zero, zero)));
        for (HomePlanKind plan : HomePlanKind.values()) {
            for (CarPlanKind car : CarPlanKind.values()) {
                Behaviour behaviour = new Behaviour(plan, car, NegotiatorStyle.LINEAR, null, null);
                ResolvedScenario scenario = scenario(inputs, List.of(behaviour), Timeline.HOURLY);
                RunRecord run = MarketSimulation.run(
                        scenario, "x", "x", AdversarialRunTest::nothing, EventSink.NONE, ProgressSink.NONE,
                        CancelToken.NEVER);
                // 12 kWh are missing at midnight; from 06:00 on the meter leaves 1 kW, so 10 kWh must come before.
                assertTrue(run.dispatch().at(0, 31).evKwh() >= 16 - 1e-9, plan + " " + car);
                assertTrue(run.dispatch().at(0, 23).evKwh() >= 14 - 1e-9, plan + " " + car);
                assertTrue(PhysicsAudit.check(inputs, run.dispatch()).worst() < 1e-9);
            }
        }
    }

    /** What nobody knows yet leaves no trace: the guard of the car looks at the departures the home knows of. */
    @Test
    void aDepartureNobodyKnowsOfChangesNothingBeforeIt() {
        HomeInterval[] planned = charging(32);
        HomeInterval[] surprised = charging(24);
        for (int t = 0; t < 24; t++) {
            assertEquals(planned[t], surprised[t], "interval " + t);
        }
        assertTrue(planned[31].evKwh() >= 16 - 1e-9);
    }

    /** A car that is believed to leave at 08:00 with 16 kWh, and leaves in interval {@code departure}. */
    private static HomeInterval[] charging(int departure) {
        TimeSeries zero = TimeSeries.constant(96, 0);
        TimeSeries rI = TimeSeries.generate(96, t -> t >= 24 && t < 32 ? 0.10 : 0.30);
        ProsumerInputs believed = commuter(rI, zero, 32);
        ProsumerInputs home = commuter(rI, zero, departure);
        Behaviour behaviour =
                new Behaviour(HomePlanKind.BILL_OPTIMAL, CarPlanKind.CHEAPEST, NegotiatorStyle.LINEAR, null, null);
        HomeOutlook outlook = HomeOutlook.perfect(believed);
        HomeSimulator simulator = new HomeSimulator(
                home, outlook, HomePlans.of(outlook, behaviour, new DayGrid(DAY)), new DayGrid(DAY), Set.of());
        HomeInterval[] rows = new HomeInterval[96];
        for (int t = 0; t < 96; t++) {
            rows[t] = simulator.step();
        }
        return rows;
    }

    private static ProsumerInputs commuter(TimeSeries rI, TimeSeries zero, int departure) {
        List<Boolean> plugged = IntStream.range(0, 96).mapToObj(t -> t < departure).toList();
        TimeSeries driven = TimeSeries.generate(96, t -> t == departure ? 1 : 0);
        return new ProsumerInputs(
                "home-001", rI, zero, 0.10, 9, 9, zero, zero, null,
                new EvInputs(40, 8, 0, 1, 2, 4, plugged, driven, 0),
                new HardPreferences(null, List.of(), null, List.of(new HardPreferences.EvReady(departure, 16))), List.of());
    }

    /** Random fleets with forecasts wrong by σ = 0.5: physics, hard preferences and the sums of money hold. */
    @Test
    void everythingAddsUpWhenEverythingComesOtherwise() {
        double shortfall = 0;
        for (int seed = 0; seed < RandomHomes.cases(25); seed++) {
            RandomHomes random = new RandomHomes(seed, 1 + seed % 2);
            ResolvedScenario truth = random.scenario(1 + random.random.nextInt(6), seed % 2 == 0);
            ResolvedScenario scenario = misjudged(truth, seed);
            RunRecord run = MarketSimulation.run(
                    scenario, "x", "x", honest(30), EventSink.NONE, ProgressSink.NONE, CancelToken.NEVER);
            RunRecord none = MarketSimulation.run(
                    scenario, "no-vpp", "x", AdversarialRunTest::nothing, EventSink.NONE, ProgressSink.NONE,
                    CancelToken.NEVER);
            PhysicsAudit.Verdict physics = PhysicsAudit.check(scenario.inputs(), run.dispatch());
            assertTrue(physics.worst() < 1e-6, "seed " + seed + ": " + physics);
            Settlement settled = Settler.settle(scenario.inputs(), run.dispatch(), run.offers(), 1);
            Settlement baseline = Settler.settle(scenario.inputs(), none.dispatch(), none.offers(), 1);
            SettledRun record = new SettledRun(
                    scenario.inputs(), scenario.behaviours(), SatisfactionSettings.DEFAULT, run.dispatch(), settled,
                    baseline, null, null);
            MetricTable table = MetricsEvaluator.evaluate(record);
            assertEquals(0, table.metric("hardViolations").orElseThrow().value(), "seed " + seed);
            for (Invariant invariant : InvariantChecker.check(record, table)) {
                assertTrue(invariant.holds(), "seed " + seed + ": " + invariant);
            }
            shortfall += table.metric("energyShortfallKwh").orElseThrow().value();
        }
        assertTrue(shortfall > 0.1, "nobody ever failed to deliver: " + shortfall);
    }

    private static ResolvedScenario misjudged(ResolvedScenario truth, int seed) {
        RunInputs in = truth.inputs();
        SiteNoise noise = new SiteNoise(seed, 0.5);
        PriceNoise prices = new PriceNoise(seed, 0.5);
        List<HomeOutlook> outlooks = in.prosumers().stream()
                .map(home -> {
                    TimeSeries pv = noise.pv(home, in.horizon());
                    return HomeOutlook.of(
                            home, PriceKnowledge.PUBLISHED, 0.5, home.endValuePerKwh(), home.importPrice(), home.exportPrice(), pv, noise.load(home, pv, in.horizon()));
                })
                .toList();
        MarketSeries forecasts = new KnownMarket(in.horizon(), in.prices(), Map.of())
                .noisy(prices, in.horizon());
        RunInputs inputs = new RunInputs(
                in.horizon(), in.prices(), forecasts, in.required(), in.calledIntervals(), in.prosumers(), outlooks);
        Timeline timeline = seed % 3 == 0 ? Timeline.HOURLY : Timeline.DAY_AHEAD;
        return scenario(inputs, truth.behaviours(), timeline);
    }
}
