package org.vppworkbench.model.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.event.Talk;
import org.vppworkbench.model.fleet.CarPlanKind;
import org.vppworkbench.model.fleet.HomePlanKind;
import org.vppworkbench.model.fleet.NegotiatorStyle;
import org.vppworkbench.model.RandomHomes;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.HardPreferences;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.inputs.SoftPreference;
import org.vppworkbench.model.market.ClearedOffer;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.market.RequiredCapacity;
import org.vppworkbench.model.physics.DispatchTable;
import org.vppworkbench.model.physics.HomeInterval;
import org.vppworkbench.model.scenario.Behaviour;
import org.vppworkbench.model.scenario.SatisfactionSettings;
import org.vppworkbench.model.settlement.Settlement;
import org.vppworkbench.model.settlement.Settler;
import org.vppworkbench.model.time.TimeSeries;

/**
 * Two days by hand: homes a (battery, no load) and b (nothing). On the first day a sells 2 kW at 200 $/MWh in hour 18 and
 * delivers half of the hour; the market pays 300 $/MWh day-ahead, and real time is at 50. On the second day a promises 2 kW of
 * spin in hour 43 at 20 $/MW-h, the market pays 40, and 1.5 kW are available.
 */
class MetricsEvaluatorTest {
    private static final int STEPS = Talk.TWO_DAYS.intervals();
    private static final Behaviour A =
            new Behaviour(HomePlanKind.BILL_OPTIMAL, CarPlanKind.CHEAPEST, NegotiatorStyle.LINEAR, 250.0, 0);
    private static final Behaviour B =
            new Behaviour(HomePlanKind.BILL_OPTIMAL, CarPlanKind.CHEAPEST, NegotiatorStyle.LINEAR, null, null);

    private static ProsumerInputs home(String id, boolean battery) {
        BessInputs bess = battery ? new BessInputs(10, 4, 4, 1, 1, 0, 10, 5, 0.05) : null;
        HardPreferences hard = battery ? new HardPreferences(4.5, List.of(), 0.75, List.of()) : HardPreferences.NONE;
        TimeSeries zero = TimeSeries.constant(STEPS, 0);
        List<SoftPreference> soft = battery ? List.of(new SoftPreference.Blackout(List.of(72, 73), 0.2)) : List.of();
        return new ProsumerInputs(
                id, TimeSeries.constant(STEPS, 0.3), TimeSeries.constant(STEPS, 0.1), 0.3, 100, 100, zero, zero, bess, null,
                hard, soft);
    }

    private static RunInputs inputs(@Nullable Double realTime) {
        MarketSeries prices = new MarketSeries(
                TimeSeries.constant(STEPS, 300), TimeSeries.constant(STEPS, 40), null,
                realTime == null ? null : TimeSeries.constant(STEPS, realTime));
        TimeSeries need = TimeSeries.constant(48, 10);
        return new RunInputs(
                Talk.TWO_DAYS, prices, prices, new RequiredCapacity(need, need, need), List.of(),
                List.of(home("a", true), home("b", false)));
    }

    /** @param trades whether a delivers what the class comment says */
    private static DispatchTable dispatch(boolean trades) {
        HomeInterval[][] rows = new HomeInterval[2][STEPS];
        double s = 5;
        for (int t = 0; t < STEPS; t++) {
            double dis = trades && t >= 72 && t < 74 ? 2 : 0;
            double spin = trades && t >= 172 && t < 176 ? 1.5 : 0;
            s -= dis * 0.25;
            rows[0][t] = new HomeInterval(dis, 0, 0, 0, 0, dis, s, 0, 0, 0, dis, spin, 0, 0);
            rows[1][t] = new HomeInterval(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        }
        return new DispatchTable(rows);
    }

    private static List<ClearedOffer> offers() {
        return List.of(
                offer(Product.ENERGY, 18, 200, 300, true),
                offer(Product.SPIN, 43, 20, 40, true),
                offer(Product.ENERGY, 20, 900, 300, false));
    }

    private static ClearedOffer offer(Product product, int hour, double price, double clearing, boolean cleared) {
        Contract contract = new Contract("a", product, hour, 2, price, 100);
        return new ClearedOffer(new Opportunity(product, hour, 10, clearing), price, clearing, cleared, List.of(contract));
    }

    private static ProcessRecord process() {
        Talk talk = new Talk().started().opened(18, Talk.standing("a", 2, 100)).calls(18, 300);
        talk.counters(18, 1, "a", 2, 280).settled(18, true, Talk.contract("a", 18, 2, 200, 100));
        talk.closed(18, RunEvent.Outcome.TRADED, 2);
        talk.opened(43, Talk.standing("a", 1, 100)).refuses(43, "a", null).closed(43, RunEvent.Outcome.NO_PROPOSAL, 1);
        ProcessObserver observer = new ProcessObserver(org.vppworkbench.model.market.MarketRules.RESEARCH);
        talk.events().forEach(observer::accept);
        return observer.record();
    }

    private static MetricTable evaluate(
            @Nullable Double realTime, @Nullable ProcessRecord process, @Nullable OptimumReference optimum) {
        RunInputs inputs = inputs(realTime);
        Settlement with = Settler.settle(inputs, dispatch(true), offers(), 1);
        Settlement without = Settler.settle(inputs, dispatch(false), List.of(), 1);
        return MetricsEvaluator.evaluate(new SettledRun(
                inputs, List.of(A, B), SatisfactionSettings.DEFAULT, dispatch(true), with, without, process, optimum));
    }

    private static double value(List<Metric> metrics, String key) {
        Metric metric = metrics.stream().filter(m -> m.key().equals(key)).findFirst().orElseThrow();
        assertNotNull(metric.value(), key + ": " + metric.reason());
        return metric.value();
    }

    private static void undefined(List<Metric> metrics, String key, String reason) {
        Metric metric = metrics.stream().filter(m -> m.key().equals(key)).findFirst().orElseThrow();
        assertNull(metric.value(), key);
        assertTrue(metric.reason().contains(reason), key + ": " + metric.reason());
    }

    @Test
    void whatWasNotDeliveredIsPricedAndWhatItWouldHaveEarnedIsReportedApart() {
        MetricTable table = evaluate(50.0, null, null);
        assertEquals(1, value(table.week(), "soldEnergyKwh"), 1e-12);
        assertEquals(1, value(table.week(), "energyShortfallKwh"), 1e-12);
        assertEquals(0.5, value(table.week(), "reserveShortfallKwHours"), 1e-12);
        assertEquals(0.5, value(table.week(), "energyDeliveryShare"), 1e-12);
        assertEquals(0.75, value(table.week(), "reserveDeliveryShare"), 1e-12);
        assertEquals(0.25, value(table.week(), "virtualProfitUsd"), 1e-12, "1 kWh at 300 − 50 $/MWh");
        assertEquals(0, value(table.week(), "shortfallCostUsd"), 1e-12, "bought back at what it was sold for");
        assertEquals(1, value(table.week(), "energyContracts"), "the void one does not count");
        List<Metric> dear = evaluate(900.0, null, null).week();
        assertEquals(0.6, value(dear, "shortfallCostUsd"), 1e-12, "1 kWh at 900 − 300 $/MWh");
        assertEquals(-0.6, value(dear, "virtualProfitUsd"), 1e-12);
        undefined(evaluate(null, null, null).week(), "virtualProfitUsd", "real-time");
    }

    @Test
    void everyDayHasTheMetricsOfItsOwnHours() {
        MetricTable table = evaluate(50.0, process(), null);
        List<Metric> first = table.days().get(0).metrics();
        List<Metric> second = table.days().get(1).metrics();
        assertEquals(1, value(first, "opportunities"));
        assertEquals(1, value(first, "agreements"));
        assertEquals(0, value(second, "agreements"));
        assertEquals(1, value(second, "refusals"));
        assertEquals(1, value(second, "tradedShare") + value(first, "tradedShare"));
        assertEquals(0.5, value(table.week(), "tradedShare"), 1e-12);
        undefined(second, "agreementShare", "no home named or took terms");
        assertEquals(0.25, value(first, "virtualProfitUsd"), 1e-12);
        assertEquals(0, value(second, "virtualProfitUsd"), 1e-12);
        undefined(first, "reserveDeliveryShare", "no contract of this kind");
        undefined(first, "efficiencyAware", "not solved");
        Set<String> keys = new HashSet<>();
        table.week().forEach(m -> assertTrue(keys.add(m.key()), "twice: " + m.key()));
        for (List<Metric> day : List.of(first, second)) {
            assertEquals(table.week().stream().map(Metric::key).toList(), day.stream().map(Metric::key).toList());
        }
        for (String key : List.of(
                "welfareUsd", "vppValueUsd", "paymentsUsd", "budgetBalanceUsd", "soldEnergyKwh", "energyShortfallKwh",
                "shortfallCostUsd", "virtualProfitUsd", "messages", "rounds", "skippedStakeUsd", "regretDeliveryUsd", "lostZoneOfAgreementUsd", "hardViolations")) {
            assertEquals(value(table.week(), key), value(first, key) + value(second, key), 1e-9, key);
        }
    }

    @Test
    void withoutANegotiationItsMetricsAreNotDefinedAndSayWhy() {
        for (ProcessRecord process : new ProcessRecord[] {null, new ProcessRecord(new java.util.TreeMap<>(), List.of(), List.of(), null)}) {
            MetricTable table = evaluate(50.0, process, null);
            for (String key : List.of("messages", "tradedShare", "lostZoneOfAgreementUsd", "contractedZoneShare", "fallbackShare")) {
                undefined(table.week(), key, "no negotiation");
                undefined(table.days().getFirst().metrics(), key, "no negotiation");
            }
        }
    }

    @Test
    void whatWasAgreedBeforeTheRunIsComparedWithIt() {
        RunEvent.PricesCoordinated agreed = new RunEvent.PricesCoordinated(12, 30, 30.02, 10, 20, 29, 29.5);
        ProcessRecord known = process();
        MetricTable table = evaluate(50.0, new ProcessRecord(known.hours(), known.offers(), known.skipped(), agreed), null);
        assertEquals(30 - value(table.week(), "welfareUsd"), value(table.week(), "planLossUsd"), 1e-12);
        assertEquals(0.02 / 20.02, value(table.week(), "planGapShare"), 1e-12);
        assertEquals(12, value(table.week(), "planRounds"));
        assertEquals(29, value(table.week(), "planHourlyWelfareUsd"));
        assertEquals(29.5, value(table.week(), "planHourlyUpperBoundUsd"));
        assertEquals(1, value(table.week(), "planHourlyLossUsd"), 1e-12);
        assertEquals(29 - value(table.week(), "welfareUsd"), value(table.week(), "planTradingLossUsd"), 1e-12);
        assertEquals(20, value(table.week(), "planHourlyRounds"));
        undefined(table.days().getFirst().metrics(), "planLossUsd", "for all of it");
        for (String key : List.of(
                "planWelfareUsd", "planUpperBoundUsd", "planGapShare", "planLossUsd", "planRounds", "planHourlyWelfareUsd",
                "planHourlyUpperBoundUsd", "planHourlyLossUsd", "planTradingLossUsd", "planHourlyRounds")) {
            undefined(evaluate(50.0, known, null).week(), key, "no schedules");
        }
    }

    @Test
    void againstTheOptimumTheRunIsMeasuredAndItsDaysAreNot() {
        OptimumReference optimum = new OptimumReference(0, 0.01, 2, 2.02, 2.5, 2.6);
        MetricTable table = evaluate(50.0, process(), optimum);
        double w = value(table.week(), "welfareUsd");
        assertEquals(w / 2, value(table.week(), "efficiencyAware"), 1e-12);
        assertEquals(2 - w, value(table.week(), "awareGapUsd"), 1e-12);
        assertEquals(0.6, value(table.week(), "regretPreferencesUsd"), 1e-12, "UB(BLIND) − W*");
        assertEquals(0, value(table.week(), "regretHomePlanUsd"), 1e-12);
        undefined(table.days().getFirst().metrics(), "efficiencyAware", "one program over the whole run");
        undefined(evaluate(50.0, null, new OptimumReference(2, 2, 2.001, 2.1, 3, 3)).week(), "efficiencyAware", "below 0.01");
        undefined(evaluate(50.0, null, new OptimumReference(2, 2, 2.001, 2.1, 3, 3)).week(), "satisfactionMeanShare", "below 0.01");
    }

    private static MetricTable withModels(@Nullable ModelUse use, @Nullable OptimumReference optimum) {
        RunInputs inputs = inputs(50.0);
        Settlement with = Settler.settle(inputs, dispatch(true), offers(), 1);
        Settlement without = Settler.settle(inputs, dispatch(false), List.of(), 1);
        return MetricsEvaluator.evaluate(new SettledRun(
                inputs, List.of(A, B), SatisfactionSettings.DEFAULT, dispatch(true), with, without, process(), optimum, use));
    }

    /** One contract was signed; the model took 0.25 $ of a welfare whose optimum is 2 $ above the homes'. */
    @Test
    void whatModelsTookIsSharedByTheContractsAndPaidFromTheWelfare() {
        ModelUse use = ModelUse.sum(List.of(
                new ModelUse(3, 1, 5, 900, 100, 50, 50, true, 0.2, true, 7), new ModelUse(1, 0, 1, 90, 0, 5, 5, false, 0.05, true, 1)));
        assertEquals(new ModelUse(4, 1, 6, 990, 100, 55, 55, true, 0.25, true, 8), use);
        OptimumReference optimum = new OptimumReference(0, 0.01, 2, 2.02, 2.5, 2.6);
        MetricTable table = withModels(use, optimum);
        double w = value(table.week(), "welfareUsd");
        assertEquals((w - 0.25) / 2, value(table.week(), "efficiencyNet"), 1e-12);
        assertEquals(4, value(table.week(), "modelCalls"));
        assertEquals(1100, value(table.week(), "modelTokens"));
        assertEquals(0.25, value(table.week(), "modelCostUsd"), 1e-12);
        assertEquals(1100, value(table.week(), "tokensPerAgreementTokens"), 1e-12);
        assertEquals(0.25, value(table.week(), "costPerAgreementUsd"), 1e-12);
        assertEquals(8, value(table.week(), "secondsPerAgreementSeconds"), 1e-12);
        undefined(table.week(), "modelFallbackShare", "no decision");
        undefined(table.days().getFirst().metrics(), "modelTokens", "over the whole run");
        undefined(withModels(use, null).week(), "efficiencyNet", "not solved");
    }

    @Test
    void withoutModelsOrWithoutAPriceNothingIsMadeUp() {
        OptimumReference optimum = new OptimumReference(0, 0.01, 2, 2.02, 2.5, 2.6);
        for (String key : List.of(
                "modelCalls", "modelTokens", "modelCostUsd", "modelSeconds", "modelFallbackShare", "efficiencyNet",
                "tokensPerAgreementTokens", "costPerAgreementUsd", "secondsPerAgreementSeconds")) {
            undefined(withModels(null, optimum).week(), key, "no language model");
            undefined(withModels(null, optimum).days().getFirst().metrics(), key, "no language model");
        }
        MetricTable unpriced = withModels(new ModelUse(1, 0, 1, 10, 0, 5, 0, false, 0, false, 1), optimum);
        for (String key : List.of("modelCostUsd", "costPerAgreementUsd", "efficiencyNet")) {
            undefined(unpriced.week(), key, "price list");
        }
        assertEquals(15, value(unpriced.week(), "tokensPerAgreementTokens"), 1e-12);
    }

    /** A solver that ran out of time has points far below their bounds: nothing is measured by them. */
    @Test
    void anOptimumThatIsNotCertifiedMeasuresNothing() {
        MetricTable table = evaluate(50.0, process(), new OptimumReference(-100, 80, -90, 100, -90, 110));
        for (String key : List.of("efficiencyAware", "awareOptimumUsd", "regretTotalUsd", "satisfactionMeanShare")) {
            undefined(table.week(), key, "not certified within a tenth");
        }
        undefined(table.days().getFirst().metrics(), "efficiencyAware", "not certified within a tenth");
        // close, and yet not what was asked for, or a point that breaks a constraint: whoever solved it knows
        List<Metric> week =
                evaluate(50.0, process(), new OptimumReference(0, 0.01, 2, 2.02, 2.5, 2.6, null, "AWARE is not certified")).week();
        for (String key : List.of("efficiencyAware", "homeOptimumUsd", "regretTotalUsd", "satisfactionMeanShare")) {
            undefined(week, key, "AWARE is not certified");
        }
    }

    /** The parts of the regret add up to UB(BLIND) − W, whatever the optima are and whatever was not delivered. */
    @Test
    void theRegretIsTheSumOfItsParts() {
        java.util.SplittableRandom random = new java.util.SplittableRandom(17);
        for (int k = 0; k < RandomHomes.cases(50); k++) {
            double[] o = random.doubles(6, -100, 100).toArray();
            OptimumReference optimum = new OptimumReference(o[0], o[0] + 0.01, o[2], o[2] + 0.02, o[4], o[4] + 0.03);
            List<Metric> week = evaluate(random.nextDouble(-200, 2000), process(), optimum).week();
            double parts = value(week, "regretPreferencesUsd")
                    + value(week, "regretHomePlanUsd")
                    + value(week, "regretInformationAndCoordinationUsd")
                    + value(week, "regretDeliveryUsd");
            assertEquals(value(week, "regretTotalUsd"), parts, 1e-9);
            assertEquals(o[4] + 0.03 - value(week, "welfareUsd"), value(week, "regretTotalUsd"), 1e-9);
            assertEquals(value(week, "shortfallCostUsd"), value(week, "regretDeliveryUsd"), 1e-12);
        }
        // 1 kWh sold at 300 $/MWh was not delivered and bought back at 900: 0.6 $ of the loss
        List<Metric> dear = evaluate(900.0, process(), new OptimumReference(0, 0, 2, 2, 2.5, 2.6)).week();
        assertEquals(0.6, value(dear, "regretDeliveryUsd"), 1e-12);
        assertEquals(2 - value(dear, "vppValueUsd") - 0.6, value(dear, "regretInformationAndCoordinationUsd"), 1e-12);
        undefined(dear, "regretInformationUsd", "optimum on forecasts");
        undefined(dear, "regretCoordinationUsd", "optimum on forecasts");
        List<Metric> told = evaluate(900.0, process(), new OptimumReference(0, 0, 2, 2, 2.5, 2.6, 1.7)).week();
        assertEquals(2 - 1.7, value(told, "regretInformationUsd"), 1e-12);
        assertEquals(1.7 - value(told, "vppValueUsd") - 0.6, value(told, "regretCoordinationUsd"), 1e-12);
        List<Metric> alone = evaluate(900.0, process(), null).week();
        undefined(alone, "regretTotalUsd", "not solved");
        assertEquals(0.6, value(alone, "regretDeliveryUsd"), 1e-12);
    }

    @Test
    void satisfactionOfADayComparesItWithTheMeanDay() {
        OptimumReference optimum = new OptimumReference(0, 0, 2, 2, 2, 2);
        MetricTable table = evaluate(50.0, process(), optimum);
        ProsumerScore a = table.prosumers().getFirst();
        // Preferences: the floor of 4.5 kWh is broken by 0.5 kWh for long, so 0; the cap of 0.75 kWh by 0.25 kWh, far above
        // 5 %, so 0; the soft blackout by 1 of 3 contracts; the price floor by 1 of 1; the event limit of 0 by 2 of 2.
        double kept = (0 + 0 + 2.0 / 3 + 0 + 0) / 5;
        double money = Math.clamp(0.5 + a.surplusUsd() / (2 * 2), 0, 1);
        assertEquals(0.5 * money + 0.5 * kept, a.satisfaction(), 1e-12);
        double b = 0.5 * 0.5 + 0.5;
        assertEquals((a.satisfaction() + b) / 2, value(table.week(), "satisfactionMeanShare"), 1e-12);
        assertEquals(a.satisfaction(), value(table.week(), "satisfactionLeastShare"), 1e-12);
        // The second day: +0.03 $ for 1.5 kW of spin at 20 $/MW-h, s_ref/2 = 1 $; the floor stays broken, the cap is kept, the
        // event limit is broken, and the other two had nothing to check.
        double second = 0.5 * (0.5 + 0.03 / 2) + 0.5 * (0 + 1 + 0) / 3;
        assertEquals(second, value(table.days().get(1).metrics(), "satisfactionLeastShare"), 1e-12);
        undefined(evaluate(50.0, null, null).week(), "satisfactionMeanShare", "not solved");
    }

    @Test
    void regretIsTheBestOfTheOwnPlanAndOneOtherAnswer() {
        MetricTable table = evaluate(50.0, process(), null);
        ProsumerScore a = table.prosumers().getFirst();
        // It was offered 280 $/MWh for 2 kW and got 200: 0.16 $; its own plan would have left it the energy and the wear.
        double plan = -a.surplusUsd();
        assertEquals(Math.max(0.16, plan), a.regretUsd(), 1e-12);
        assertTrue(a.regretUsd() > 0);
        assertEquals(a.regretUsd() / 2, value(table.week(), "regretMeanUsd"), 1e-12);
        assertEquals(a.regretUsd(), value(table.week(), "regretMostUsd"), 1e-12);
        assertEquals(0, table.prosumers().get(1).regretUsd());
        List<Metric> second = table.days().get(1).metrics();
        assertEquals(0, value(second, "regretMostUsd"), 1e-12, "the day it was paid and had no offer");
    }

    @Test
    void aBreachOfEachPreferenceIsCountedWithItsSeverity() {
        List<Metric> week = evaluate(50.0, null, null).week();
        // After the sale 4 kWh are left, 0.5 below the floor, from interval 73 on: 0.5 kWh for 119 quarters. At the end of
        // interval 72 the battery is at the floor. In hour 43 the 1.5 kW of reserve need 0.75 kWh above the floor, but there
        // is −0.5 kWh: 1.25 kWh short for 4 quarters, of which 0.5 are counted already.
        assertEquals(0.25 * (119 * 0.5 + 4 * 0.75), value(week, "reserveFloorSeverity"), 1e-9);
        assertEquals(1 - 119 / 192.0, value(week, "reserveFloorComplianceShare"), 1e-12);
        assertEquals(0.25, value(week, "dailyDischargeCapSeverity"), 1e-12);
        assertEquals(0.5, value(week, "dailyDischargeCapComplianceShare"), 1e-12, "one day of two");
        assertEquals(1, value(week, "blackoutWindowSeverity"), 1e-12);
        assertEquals(0, value(week, "blackoutWindowComplianceShare"), 1e-12);
        assertEquals(0, value(week, "priceFloorComplianceShare"), 1e-12, "reserve has no price floor");
        assertEquals(0, value(week, "maxEventsPerDayComplianceShare"), 1e-12);
        undefined(week, "evReadyBySeverity", "no home has this preference");
        assertEquals(120, value(week, "hardViolations"), 1e-12);
    }

    @Test
    void anEmptyFleetHasNoRates() {
        RunInputs full = inputs(50.0);
        RunInputs empty = new RunInputs(
                full.horizon(), full.prices(), full.forecasts(), full.required(), List.of(), List.of());
        DispatchTable nothing = new DispatchTable(new HomeInterval[0][0]);
        Settlement none = Settler.settle(empty, nothing, List.of(), 1);
        List<Metric> week = MetricsEvaluator.evaluate(new SettledRun(
                        empty, List.of(), SatisfactionSettings.DEFAULT, nothing, none, none, null,
                        new OptimumReference(0, 0, 0, 0, 0, 0)))
                .week();
        for (String key : List.of("irRateShare", "jainIndex", "giniIndex", "regretMeanUsd", "satisfactionMeanShare")) {
            assertNull(week.stream().filter(m -> m.key().equals(key)).findFirst().orElseThrow().value(), key);
        }
    }
}
