package org.vppworkbench.negotiation.coordination;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vppworkbench.model.coordination.ProductSeries;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.market.CoalitionSolver;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.market.MeritOrderCoalition;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.market.SupplyCurve;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.NegotiationMessage.Proposal;
import org.vppworkbench.model.message.NegotiationMessage.ProtocolViolation;
import org.vppworkbench.model.message.NegotiationMessage.Withdrawal;
import org.vppworkbench.model.message.Terms;
import org.vppworkbench.model.numerics.OutwardSum;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.simulation.ProsumerDesk;
import org.vppworkbench.model.simulation.TraderBrief;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.negotiation.TestDesk;
import org.vppworkbench.negotiation.TestSession;
import org.vppworkbench.negotiation.protocol.ProsumerPolicy;

/** Whatever a home says under price coordination passes the gate that everybody's messages pass. */
class CoordinationGateTest {
    private static final Horizon DAY = new Horizon(LocalDate.of(2023, 8, 16), 1, Horizon.LOS_ANGELES);
    private static final int SCALE = Integer.getInteger("vpp.random.scale", 1);
    private static final int HOUR = 19;

    /** Promises of the one hour that is traded; in two rounds the homes answered what they promise, and what is given. */
    private static HourlyPlan plan(double price, List<Double> promised, List<Double> answered, double mostKw) {
        List<ProductSeries> kw = promised.stream().map(CoordinationGateTest::inTheHour).toList();
        ProductSeries most = ProductSeries.of(96, (product, t) -> mostKw);
        CoordinatedPlan.Round first = round(price, answered);
        CoordinatedPlan.Round last = round(price, promised);
        List<ProductSeries> mosts = promised.stream().map(any -> most).toList();
        ProductSeries prices = ProductSeries.of(96, (product, t) -> price);
        CoordinatedPlan free = new CoordinatedPlan(List.of(first), prices, kw, new Possible(mosts), 1, 1.001);
        return new HourlyPlan(free, List.of(first, last), prices, kw, 1, 1.001);
    }

    private static ProductSeries inTheHour(double kw) {
        return ProductSeries.of(96, (product, t) -> product == Product.ENERGY && Horizon.hourOf(t) == HOUR ? kw : 0);
    }

    private static CoordinatedPlan.Round round(double price, List<Double> kw) {
        return new CoordinatedPlan.Round(
                ProductSeries.of(24, (product, hour) -> price),
                kw.stream()
                        .map(each -> ProductSeries.of(
                                24, (product, hour) -> product == Product.ENERGY && hour == HOUR ? each : 0))
                        .toList());
    }

    private static List<Contract> trade(
            HourlyPlan plan, TestSession session, MarketRules rules, AgentSettings.Gate gate, UnaryOperator<ProsumerPolicy> agents) {
        AgentSettings settings = new AgentSettings(5, 0.3, 0.8, 1, 0.7, gate);
        TraderBrief brief = new TraderBrief(DAY, rules, settings, 1);
        return new CoordinationTrader(plan, new OutwardSum(), 24, brief, new MeritOrderCoalition(), agents).trade(session).contracts();
    }

    /** Random towns that promise more or less than they can, at prices that are worth while or not, under both rules and gates. */
    @ParameterizedTest
    @EnumSource(AgentSettings.Gate.class)
    void anHonestHomeNeverFails(AgentSettings.Gate gate) {
        SplittableRandom random = new SplittableRandom(61);
        int contracts = 0;
        int again = 0;
        int withdrawn = 0;
        for (int k = 0; k < 300 * SCALE; k++) {
            boolean stepped = k % 2 == 1;
            double scale = stepped ? 40 : 1;
            double forecast = 60 + 2500 * random.nextDouble() * random.nextDouble() * random.nextDouble();
            List<ProsumerDesk> desks = new ArrayList<>();
            List<Double> promised = new ArrayList<>();
            List<Double> answered = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(6); i++) {
                double able = scale * 6 * random.nextDouble();
                TestDesk desk = TestDesk.of("h" + i, able, 10 + 90 * random.nextDouble())
                        .slope((random.nextInt(5) - 2) * 4 * random.nextDouble() / scale);
                desk = random.nextInt(4) == 0 ? desk.floor(120 * random.nextDouble()) : desk;
                desks.add(random.nextInt(5) == 0 ? desk.events(1 + random.nextInt(2), random.nextInt(2)) : desk);
                promised.add(random.nextInt(3) == 0 ? 0.0 : scale * 7 * random.nextDouble());
                answered.add(random.nextInt(3) == 0 ? 0.0 : scale * 7 * random.nextDouble());
            }
            double price = random.nextInt(8) == 0 ? -2000 * random.nextDouble() : forecast * random.nextDouble();
            TestSession session =
                    TestSession.of(scale * (1 + 14 * random.nextDouble()), forecast, desks.toArray(ProsumerDesk[]::new));
            MarketRules rules = stepped ? MarketRules.CAISO_DERA : MarketRules.RESEARCH;
            contracts += trade(plan(price, promised, answered, 7 * scale), session, rules, gate, UnaryOperator.identity()).size();
            assertEquals(List.of(), session.messages(ProtocolViolation.class), "case " + k);
            again += (int) session.messages(Proposal.class).stream()
                    .filter(p -> p.envelope().round() == 4)
                    .count();
            withdrawn += session.messages(Withdrawal.class).size();
        }
        assertTrue(contracts > 200 && again > 50 && withdrawn > 3, contracts + " " + again + " " + withdrawn);
    }

    private static ProsumerPolicy says(double kw, double price) {
        return turn -> Optional.of(new Proposal(
                turn.letterhead().envelope(Envelope.AGGREGATOR, turn.callId(), turn.deadlineRound(), "take it"),
                new Terms(kw, 0, price)));
    }

    /** Refused twice and recorded, then the rule speaks: by hand, 4 kW at the agreed 80 $/MWh, which cost 30. */
    @ParameterizedTest
    @CsvSource({"99, 80, physics", "-1, 80, schema", "4, 20000, price-cap", "4, 20, reservation"})
    void anOfferThatTheGateRefusesIsReplacedByTheRule(double kw, double price, String check) {
        TestSession session = TestSession.of(4, 100, TestDesk.of("a", 4, 30));
        List<Contract> contracts = trade(
                plan(80, List.of(4.0), List.of(4.0), 6), session, MarketRules.RESEARCH, AgentSettings.Gate.GATE_FULL,
                rule -> says(kw, price));
        List<ProtocolViolation> refused = session.messages(ProtocolViolation.class);
        assertEquals(List.of(check, check), refused.stream().map(ProtocolViolation::rule).toList());
        assertEquals(1, contracts.size());
        assertEquals(4, contracts.getFirst().kw(), 1e-9);
        assertEquals(80, contracts.getFirst().pricePerMwh(), 1e-9);
    }

    /** A home that promised nothing and is asked for what is left may not make up power either. */
    @Test
    void whatIsLeftIsNoWayAroundTheGate() {
        TestSession session = TestSession.of(4, 100, TestDesk.of("a", 2, 30));
        List<Contract> contracts = trade(
                plan(80, List.of(0.0), List.of(0.0), 6), session, MarketRules.RESEARCH, AgentSettings.Gate.GATE_PHYSICS,
                rule -> says(3, 80));
        assertEquals(2, session.messages(ProtocolViolation.class).size());
        assertEquals(2, contracts.getFirst().kw(), 1e-9);
    }

    /** What it said while prices were sought is on record as refused, where no device of it could ever give that. */
    @ParameterizedTest
    @CsvSource({"7, physics", "-3, schema"})
    void anImpossibleAnswerIsRecordedAsRefused(double kw, String check) {
        TestSession session = TestSession.of(4, 100, TestDesk.of("a", 4, 30));
        trade(plan(80, List.of(4.0), List.of(kw), 6), session, MarketRules.RESEARCH, AgentSettings.Gate.GATE_FULL,
                UnaryOperator.identity());
        assertEquals(check, session.messages(ProtocolViolation.class).getFirst().rule());
        assertEquals(1, session.messages(ProtocolViolation.class).size());
    }

    /** What a search left open is told with the coalition; where it is proven best nothing is. */
    @Test
    void theGapOfTheCoalitionIsTold() {
        assertNull(gap(new MeritOrderCoalition()));
        CoalitionSolver stopped = (curves, forecast, required, rules) -> {
            CoalitionSolver.Coalition best = best(curves, forecast, required, rules);
            return new CoalitionSolver.Coalition(
                    best.kw(), best.expectedProfitUsd(), best.marginalValuePerMwh(), best.expectedProfitUsd() + 0.25);
        };
        Double gap = gap(stopped);
        assertNotNull(gap);
        assertEquals(0.25, gap, 1e-9);
    }

    private static CoalitionSolver.Coalition best(
            List<SupplyCurve> curves, double forecast, double required, MarketRules rules) {
        return new MeritOrderCoalition().choose(curves, forecast, required, rules);
    }

    private static Double gap(CoalitionSolver solver) {
        TestSession session = TestSession.of(4, 100, TestDesk.of("a", 4, 30));
        TraderBrief brief = new TraderBrief(DAY, MarketRules.RESEARCH, AgentSettings.DEFAULT, 1);
        new CoordinationTrader(plan(80, List.of(4.0), List.of(4.0), 6), new OutwardSum(), 24, brief, solver).trade(session);
        return session.events().stream()
                .filter(RunEvent.CoalitionFormed.class::isInstance)
                .map(event -> Optional.ofNullable(((RunEvent.CoalitionFormed) event).gapUsd()))
                .findFirst()
                .orElseThrow()
                .orElse(null);
    }
}
