package org.vppworkbench.app.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.event.EventLog;
import org.vppworkbench.model.event.EventSink;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.market.ClearedOffer;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.market.MeritOrderCoalition;
import org.vppworkbench.model.metrics.Invariant;
import org.vppworkbench.model.metrics.InvariantChecker;
import org.vppworkbench.model.metrics.MetricTable;
import org.vppworkbench.model.metrics.MetricsEvaluator;
import org.vppworkbench.model.metrics.OptimumReference;
import org.vppworkbench.model.metrics.ProsumerScore;
import org.vppworkbench.model.metrics.SettledRun;
import org.vppworkbench.model.physics.DispatchTable;
import org.vppworkbench.model.physics.HomeInterval;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.Requirement;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.scenario.SatisfactionSettings;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.model.scenario.ScenarioResolver;
import org.vppworkbench.model.settlement.Settlement;
import org.vppworkbench.model.settlement.Settler;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.MarketSimulation;
import org.vppworkbench.model.simulation.OpportunityTrader;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.model.simulation.RunRecord;
import org.vppworkbench.negotiation.mechanism.Mechanisms;
import org.vppworkbench.sample.SampleLibrary;

/** Ways in which an earlier program made its results look good. Each is tried here and must be stopped or shown. */
class EarlierTricksTest {
    private static final ResolvedScenario SCENARIO = ScenarioResolver.resolve(
                    new Scenario(
                            "la-2023-08", LocalDate.of(2023, 8, 16), 1, "la-20", Requirement.LOS_ANGELES_20, 0.25, "rule",
                            AgentSettings.DEFAULT, SatisfactionSettings.DEFAULT, 1, 1),
                    SampleLibrary.fleet(SampleLibrary.LOS_ANGELES_20).orThrow(),
                    RandomScenarios.DATA)
            .orThrow();

    /** Any reference will do here: it only scales the money part of the score. */
    private static final OptimumReference REFERENCE = new OptimumReference(-80, -80, 60, 60, 80, 80);

    private static RunRecord run(String mechanism) {
        return Mechanisms.byId(mechanism, new MeritOrderCoalition())
                .run(SCENARIO, EventSink.NONE, ProgressSink.NONE, CancelToken.NEVER);
    }

    private static Settlement settle(RunRecord run) {
        return Settler.settle(SCENARIO.inputs(), run.dispatch(), run.offers(), 1);
    }

    private static SettledRun settled(DispatchTable dispatch, Settlement settlement) {
        return new SettledRun(
                SCENARIO.inputs(), SCENARIO.behaviours(), SatisfactionSettings.DEFAULT, dispatch, settlement,
                settle(run("no-vpp")), null, REFERENCE);
    }

    @Test
    void satisfactionIsNotAConstant() {
        RunRecord rule = run("rule");
        RunRecord none = run("no-vpp");
        MetricTable with = MetricsEvaluator.evaluate(settled(rule.dispatch(), settle(rule)));
        MetricTable without = MetricsEvaluator.evaluate(settled(none.dispatch(), settle(none)));
        Set<Double> scores = new HashSet<>();
        for (ProsumerScore score : with.prosumers()) {
            scores.add(score.satisfaction());
        }
        assertTrue(scores.size() > 5, "homes with different outcomes share a score: " + scores);
        assertNotEquals(
                with.metric("satisfactionMeanShare").orElseThrow().value(),
                without.metric("satisfactionMeanShare").orElseThrow().value());
    }

    @Test
    void noMechanismMayContractMoreThanTheOptimumMaySell() {
        OpportunityTrader over = session -> {
            double kw = session.opportunity().requiredKw() * 1.5;
            Contract contract = new Contract(
                    session.desks().getFirst().prosumer(), session.opportunity().product(), session.opportunity().hour(), kw, 1, 0);
            return new OpportunityTrader.Agreement(List.of(contract), 0, RunEvent.Outcome.TRADED, 1, "150 % of the requirement");
        };
        assertThrows(
                IllegalStateException.class,
                () -> MarketSimulation.run(
                        SCENARIO, "over", "MECHANISM", over, EventSink.NONE, ProgressSink.NONE, CancelToken.NEVER));
    }

    @Test
    void everyMechanismStartsFromItsOwnCopyOfTheState() {
        EventLog alone = new EventLog();
        Mechanisms.byId("no-vpp", new MeritOrderCoalition()).run(SCENARIO, alone, ProgressSink.NONE, CancelToken.NEVER);
        run("rule");
        run("zi-c");
        EventLog after = new EventLog();
        Mechanisms.byId("no-vpp", new MeritOrderCoalition()).run(SCENARIO, after, ProgressSink.NONE, CancelToken.NEVER);
        assertEquals(alone.range(0, alone.size()), after.range(0, after.size()));
    }

    @Test
    void whatHomesArePaidIsTakenFromTheAggregator() {
        RunRecord rule = run("rule");
        List<ClearedOffer> dearer = new ArrayList<>();
        double added = 0;
        for (ClearedOffer offer : rule.offers()) {
            List<Contract> contracts = new ArrayList<>();
            for (Contract c : offer.contracts()) {
                contracts.add(new Contract(
                        c.prosumer(), c.product(), c.hour(), c.kw(), c.pricePerMwh() + 10, c.reservationPerMwh()));
                added += 10 * c.kw() / 1000;
            }
            dearer.add(new ClearedOffer(
                    offer.opportunity(), offer.offerPricePerMwh(), offer.clearingPricePerMwh(), offer.cleared(), contracts));
        }
        Settlement before = settle(rule);
        Settlement after = Settler.settle(SCENARIO.inputs(), rule.dispatch(), dearer, 1);
        assertTrue(added > 1);
        assertEquals(before.total().profitUsd() - added, after.total().profitUsd(), 1e-9);
        assertEquals(before.total().welfareUsd(), after.total().welfareUsd(), 1e-9);
    }

    @Test
    void anOfferAboveTheMarketPriceDoesNotClear() {
        OpportunityTrader dear = session -> {
            Contract contract = new Contract(
                    session.desks().getFirst().prosumer(), session.opportunity().product(), session.opportunity().hour(), 1, 10, 0);
            double offer = session.opportunity().forecastPrice() * 1.1;
            return new OpportunityTrader.Agreement(List.of(contract), offer, RunEvent.Outcome.TRADED, 1, "10 % above");
        };
        RunRecord run = MarketSimulation.run(
                SCENARIO, "dear", "MECHANISM", dear, EventSink.NONE, ProgressSink.NONE, CancelToken.NEVER);
        assertFalse(run.offers().isEmpty());
        assertTrue(run.offers().stream().noneMatch(ClearedOffer::cleared));
        assertEquals(0, settle(run).total().revenueUsd(), 1e-12);
    }

    @Test
    void aDispatchThatInventsEnergyIsShown() {
        RunRecord none = run("no-vpp");
        int homes = none.dispatch().prosumers();
        HomeInterval[][] rows = new HomeInterval[homes][96];
        for (int i = 0; i < homes; i++) {
            for (int t = 0; t < 96; t++) {
                HomeInterval r = none.dispatch().at(i, t);
                rows[i][t] = new HomeInterval(
                        r.meterKw() + 3, r.pvKw(), r.curtailedKw(), r.loadKw(), r.chargeKw(), r.dischargeKw(), r.bessKwh(),
                        r.evChargeKw(), r.evV2gKw(), r.evKwh(), r.soldKw(), r.spinKw(), r.nonSpinKw(), r.calledKw());
            }
        }
        DispatchTable invented = new DispatchTable(rows);
        SettledRun run = settled(invented, Settler.settle(SCENARIO.inputs(), invented, List.of(), 1));
        List<Invariant> verdicts = InvariantChecker.check(run, MetricsEvaluator.evaluate(run));
        assertFalse(InvariantChecker.allHold(verdicts));
    }

    @Test
    void pricesAnswerToWhatHomesNeed() {
        Set<Double> prices = new HashSet<>();
        for (ClearedOffer offer : run("rule").offers()) {
            for (Contract contract : offer.contracts()) {
                prices.add(contract.pricePerMwh());
                assertTrue(contract.pricePerMwh() >= contract.reservationPerMwh() - 1e-9);
                assertTrue(contract.pricePerMwh() <= offer.clearingPricePerMwh() + 1e-9);
            }
        }
        assertTrue(prices.size() > 30, "only " + prices.size() + " different prices: are they constants?");
    }
}
