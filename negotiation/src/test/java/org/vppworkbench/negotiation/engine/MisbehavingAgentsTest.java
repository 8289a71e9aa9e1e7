package org.vppworkbench.negotiation.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.market.MeritOrderCoalition;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.GateVerdict;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.message.NegotiationMessage.Acceptance;
import org.vppworkbench.model.message.NegotiationMessage.CounterOffer;
import org.vppworkbench.model.message.NegotiationMessage.Proposal;
import org.vppworkbench.model.message.NegotiationMessage.ProtocolViolation;
import org.vppworkbench.model.message.NegotiationMessage.Withdrawal;
import org.vppworkbench.model.message.Terms;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.AgentSettings.Gate;
import org.vppworkbench.model.simulation.OpportunityTrader.Agreement;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.negotiation.TestDesk;
import org.vppworkbench.negotiation.TestSession;
import org.vppworkbench.negotiation.agent.AggregatorAgent;
import org.vppworkbench.negotiation.agent.ProsumerAgent;
import org.vppworkbench.negotiation.agent.Wording;
import org.vppworkbench.negotiation.protocol.AggregatorPolicy;
import org.vppworkbench.negotiation.protocol.AggregatorTurn;
import org.vppworkbench.negotiation.protocol.Offer;
import org.vppworkbench.negotiation.protocol.Position;
import org.vppworkbench.negotiation.protocol.ProsumerPolicy;
import org.vppworkbench.negotiation.protocol.ProsumerTurn;
import org.vppworkbench.negotiation.protocol.Stage;

/** Agents that break the rules, through the gate. */
class MisbehavingAgentsTest {
    private static final Wording WORDING =
            new Wording(new Horizon(LocalDate.of(2023, 8, 16), 1, Horizon.LOS_ANGELES));
    private static final MeritOrderCoalition SOLVER = new MeritOrderCoalition();

    private static Agreement trade(
            TestSession session, Gate gate, ProsumerPolicy home, AggregatorPolicy aggregator) {
        return trade(session, gate, MarketRules.RESEARCH, home, aggregator);
    }

    private static Agreement trade(
            TestSession session, Gate gate, MarketRules rules, ProsumerPolicy home, AggregatorPolicy aggregator) {
        AgentSettings d = AgentSettings.DEFAULT;
        AgentSettings settings =
                new AgentSettings(
                        d.rounds(),
                        d.aggregatorOpeningShare(),
                        d.aggregatorFinalShare(),
                        d.aggregatorConcessionExponent(),
                        d.postedPriceShare(),
                        gate);
        return new NegotiationTrader(settings, rules, SOLVER, WORDING, id -> home, aggregator)
                .trade(session);
    }

    private static Agreement homes(TestSession session, Gate gate, ProsumerPolicy home) {
        return trade(session, gate, home, new AggregatorAgent(SOLVER, WORDING));
    }

    private static ProsumerPolicy opening(Function<ProsumerTurn, NegotiationMessage> first) {
        ProsumerAgent rule = new ProsumerAgent(WORDING);
        return turn ->
                turn.stage() == Stage.CALLED ? Optional.of(first.apply(turn)) : rule.reply(turn);
    }

    private static Envelope envelope(ProsumerTurn turn) {
        return turn.letterhead().envelope(Envelope.AGGREGATOR, turn.callId(), 5, "");
    }

    private static ProsumerPolicy asking(double kw, double price) {
        return opening(turn -> new Proposal(envelope(turn), new Terms(kw, 0, price)));
    }

    private static Envelope with(Envelope e, String sender, int round, int hour) {
        return new Envelope(
                e.id(),
                e.inReplyTo(),
                round,
                sender,
                e.receiver(),
                e.product(),
                hour,
                e.validUntilRound(),
                e.source(),
                e.rationale(),
                null);
    }

    static Stream<Arguments> verdicts() {
        Terms fair = new Terms(5, 0, 300);
        return Stream.of(
                Arguments.of("finite", asking(5, Double.NaN), Gate.GATE_PHYSICS),
                Arguments.of("finite", asking(Double.NaN, 300), Gate.GATE_PHYSICS),
                Arguments.of("finite", asking(Double.POSITIVE_INFINITY, 300), Gate.GATE_PHYSICS),
                Arguments.of("schema", asking(0, 300), Gate.GATE_PHYSICS),
                Arguments.of("schema", asking(-5, 300), Gate.GATE_PHYSICS),
                Arguments.of(
                        "schema",
                        opening(turn -> new Proposal(envelope(turn), new Terms(5, 6, 300))),
                        Gate.GATE_PHYSICS),
                Arguments.of(
                        "schema",
                        opening(turn -> new Proposal(with(envelope(turn), "home-999", 1, 19), fair)),
                        Gate.GATE_PHYSICS),
                Arguments.of(
                        "schema",
                        opening(turn -> new Proposal(with(envelope(turn), "home-001", 1, 20), fair)),
                        Gate.GATE_PHYSICS),
                Arguments.of(
                        "round",
                        opening(turn -> new Proposal(with(envelope(turn), "home-001", 2, 19), fair)),
                        Gate.GATE_PHYSICS),
                Arguments.of(
                        "performative",
                        opening(turn -> new Acceptance(envelope(turn), fair)),
                        Gate.GATE_PHYSICS),
                Arguments.of(
                        "performative", opening(turn -> new Withdrawal(envelope(turn))), Gate.GATE_PHYSICS),
                Arguments.of(
                        "performative", (ProsumerPolicy) turn -> Optional.empty(), Gate.GATE_PHYSICS),
                Arguments.of("physics", asking(5.01, 300), Gate.GATE_PHYSICS),
                Arguments.of("price-cap", asking(5, 10_000.01), Gate.GATE_PHYSICS),
                Arguments.of("price-cap", asking(5, -1000.01), Gate.GATE_PHYSICS),
                Arguments.of("reservation", asking(5, 99), Gate.GATE_FULL),
                Arguments.of("price-floor", asking(5, 119), Gate.GATE_FULL));
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("verdicts")
    void isRecordedAnsweredOnceAndReplacedByTheRule(
            String check, ProsumerPolicy home, Gate gate) {
        TestSession session = TestSession.of(5, 400, TestDesk.of("home-001", 5, 100).floor(120));
        List<GateVerdict> answers = new ArrayList<>();
        ProsumerPolicy listening =
                new ProsumerPolicy() {
                    @Override
                    public Optional<NegotiationMessage> reply(ProsumerTurn turn) {
                        return home.reply(turn);
                    }

                    @Override
                    public Optional<NegotiationMessage> retry(ProsumerTurn turn, GateVerdict verdict) {
                        if (turn.stage() == Stage.CALLED) {
                            answers.add(verdict);
                        }
                        return home.reply(turn);
                    }
                };
        Agreement agreement = homes(session, gate, listening);
        ProtocolViolation violation = session.messages(ProtocolViolation.class).getFirst();
        assertEquals(check, violation.rule());
        assertEquals(1, answers.size());
        assertEquals(check, answers.getFirst().check());
        assertEquals(
                1, session.messages(Proposal.class).stream().filter(p -> round(p) == 1).count());
        assertTrue(agreement.contracts().stream().allMatch(c -> c.kw() <= 5 && c.pricePerMwh() > 99));
    }

    static Stream<Arguments> quotes() {
        return Stream.of(
                Arguments.of(MarketRules.RESEARCH, Product.ENERGY, 2000.01, true),
                Arguments.of(MarketRules.RESEARCH, Product.SPIN, 300.0, true),
                Arguments.of(MarketRules.RESEARCH, Product.SPIN, -0.01, false),
                Arguments.of(MarketRules.CAISO_DERA, Product.ENERGY, 2000.0, true),
                Arguments.of(MarketRules.CAISO_DERA, Product.ENERGY, 2000.01, false),
                Arguments.of(MarketRules.CAISO_DERA, Product.ENERGY, -150.0, true),
                Arguments.of(MarketRules.CAISO_DERA, Product.ENERGY, -150.01, false),
                Arguments.of(MarketRules.CAISO_DERA, Product.SPIN, 250.0, true),
                Arguments.of(MarketRules.CAISO_DERA, Product.NONSPIN, 250.01, false),
                Arguments.of(MarketRules.CAISO_DERA, Product.SPIN, -0.01, false));
    }

    /** The gate knows no cap of its own: what may be quoted is what the rules of the run let be offered. */
    @ParameterizedTest
    @MethodSource("quotes")
    void bidCapsAreThoseOfTheMarketRules(MarketRules rules, Product product, double price, boolean allowed) {
        TestSession session = new TestSession(
                new Opportunity(product, 19, 200, 200), List.of(TestDesk.of("home-001", 150, -500)), new ArrayList<>());
        trade(session, Gate.GATE_PHYSICS, rules, asking(150, price), new AggregatorAgent(SOLVER, WORDING));
        boolean refused = session.messages(ProtocolViolation.class).stream().anyMatch(v -> v.rule().equals("price-cap"));
        assertEquals(allowed, !refused);
    }

    /**
     * 60 kW, all or nothing, at 200 $/MWh, and 55 kW, at least 30, at 150: both are agreed, and the market takes 110 kW of the
     * 115. The cheaper home is cut to 50 kW, because the dearer one cannot be.
     */
    @Test
    void theCoalitionTakesNoHomeBelowItsLeastQuantity() {
        TestSession session = TestSession.of(
                120, 400, TestDesk.of("home-001", 60, 100), TestDesk.of("home-002", 55, 100));
        ProsumerPolicy home = opening(turn -> turn.desk().prosumer().equals("home-001")
                ? new Proposal(envelope(turn), new Terms(60, 60, 200))
                : new Proposal(envelope(turn), new Terms(55, 30, 150)));
        Agreement agreement = trade(session, Gate.GATE_FULL, MarketRules.CAISO_DERA, home, acceptsEverything());
        assertEquals(
                List.of("home-001 60.0", "home-002 50.0"),
                agreement.contracts().stream().map(c -> c.prosumer() + " " + c.kw()).toList());
    }

    /** An aggregator that leaves out in its acceptance what a home named as its least does not undo it. */
    @Test
    void aLeastQuantityCannotBeTalkedAway() {
        TestSession session = TestSession.of(
                120, 400, TestDesk.of("home-001", 60, 100), TestDesk.of("home-002", 55, 100));
        ProsumerPolicy home = opening(turn -> new Proposal(
                envelope(turn), new Terms(turn.desk().most().deliverableKw(), turn.desk().most().deliverableKw(), 200)));
        AggregatorPolicy forgetful = turn -> acceptsEverything().reply(turn).stream()
                .map(m -> (NegotiationMessage) new Acceptance(
                        m.envelope(), new Terms(((Acceptance) m).terms().kw(), 0, 200)))
                .toList();
        Agreement agreement = trade(session, Gate.GATE_FULL, MarketRules.CAISO_DERA, home, forgetful);
        assertEquals(List.of(), agreement.contracts(), "60 and 55 kW make no step of 10 kW");
    }

    private static int round(NegotiationMessage message) {
        return message.envelope().round();
    }

    @Test
    void aBadSecondChanceThatIsGoodCounts() {
        ProsumerPolicy learns =
                new ProsumerPolicy() {
                    private final ProsumerAgent rule = new ProsumerAgent(WORDING);

                    @Override
                    public Optional<NegotiationMessage> reply(ProsumerTurn turn) {
                        return asking(5, Double.NaN).reply(turn);
                    }

                    @Override
                    public Optional<NegotiationMessage> retry(ProsumerTurn turn, GateVerdict verdict) {
                        return turn.stage() == Stage.CALLED
                                ? asking(5, 222).reply(turn)
                                : rule.reply(turn);
                    }
                };
        TestSession session = TestSession.of(5, 400, TestDesk.of("home-001", 5, 100));
        homes(session, Gate.GATE_FULL, learns);
        assertEquals(1, session.messages(ProtocolViolation.class).size());
        assertEquals(222, session.messages(Proposal.class).getFirst().terms().pricePerMwh());
    }

    @Test
    void dealsBelowOwnCostAreAllowedByTheWeakGateAndCounted() {
        TestSession session = TestSession.of(5, 400, TestDesk.of("home-001", 5, 100));
        Agreement agreement = homes(session, Gate.GATE_PHYSICS, asking(5, 80));
        Contract contract = agreement.contracts().getFirst();
        assertEquals(80, contract.pricePerMwh());
        assertEquals(100, contract.reservationPerMwh(), 1e-9);
    }

    @Test
    void aHomeCannotAcceptAPriceThatWasNotOffered() {
        ProsumerAgent rule = new ProsumerAgent(WORDING);
        ProsumerPolicy cheat =
                turn -> {
                    Offer counter = turn.counter();
                    if (counter == null) {
                        return rule.reply(turn);
                    }
                    Terms better = new Terms(counter.terms().kw(), counter.terms().minKw(), 399);
                    Envelope envelope =
                            turn.letterhead().envelope(Envelope.AGGREGATOR, counter.messageId(), 5, "");
                    return Optional.of(new Acceptance(envelope, better));
                };
        TestSession session = TestSession.of(5, 400, TestDesk.of("home-001", 5, 100));
        Agreement agreement = homes(session, Gate.GATE_FULL, cheat);
        assertEquals("performative", session.messages(ProtocolViolation.class).getFirst().rule());
        assertTrue(agreement.contracts().getFirst().pricePerMwh() < 399);
    }

    private static AggregatorPolicy acceptsEverything() {
        return turn -> {
            List<NegotiationMessage> replies = new ArrayList<>();
            for (Position position : turn.positions()) {
                Offer ask = position.ask();
                if (position.stage() == Stage.ASKED && ask != null) {
                    Envelope envelope = reply(turn, position.prosumer(), ask);
                    replies.add(new Acceptance(envelope, ask.terms()));
                }
            }
            return replies;
        };
    }

    private static Envelope reply(AggregatorTurn turn, String prosumer, Offer ask) {
        return turn.letterhead().envelope(prosumer, ask.messageId(), turn.round(), "");
    }

    @Test
    void anAggregatorCannotBuyMoreThanTheRequirement() {
        TestSession session =
                TestSession.of(
                        8,
                        400,
                        TestDesk.of("home-001", 5, 100),
                        TestDesk.of("home-002", 5, 110),
                        TestDesk.of("home-003", 5, 120));
        ProsumerPolicy home = new ProsumerAgent(WORDING);
        Agreement agreement = trade(session, Gate.GATE_FULL, home, acceptsEverything());
        assertEquals("physics", session.messages(ProtocolViolation.class).getFirst().rule());
        double kw = agreement.contracts().stream().mapToDouble(Contract::kw).sum();
        assertTrue(kw <= 8 + 1e-9, () -> kw + " kW");
    }

    @ParameterizedTest
    @MethodSource("gates")
    void noContractIsDearerThanTheMarket(Gate gate) {
        TestSession session =
                TestSession.of(8, 400, TestDesk.of("home-001", 5, 100).style(0.2, 1.5));
        ProsumerPolicy home = new ProsumerAgent(WORDING);
        Agreement agreement = trade(session, gate, home, acceptsEverything());
        assertTrue(agreement.contracts().stream().allMatch(c -> c.pricePerMwh() <= 400));
        assertTrue(agreement.offerPricePerMwh() <= 400);
    }

    static Stream<Gate> gates() {
        return Stream.of(Gate.values());
    }

    /** A counter-offer that ends with its own round cannot be answered: it lapses, and nobody has to accept it. */
    @Test
    void aCounterOfferThatHasExpiredLapses() {
        TestSession session = TestSession.of(5, 400, TestDesk.of("home-001", 5, 100).style(0.2, 0.5));
        AggregatorPolicy hasty = turn -> {
            Position position = turn.positions().getFirst();
            Offer ask = position.ask();
            return position.stage() == Stage.ASKED && ask != null
                    ? List.of(new CounterOffer(reply(turn, position.prosumer(), ask), ask.terms().part(5, 390)))
                    : List.of();
        };
        Agreement agreement = trade(session, Gate.GATE_FULL, new ProsumerAgent(WORDING), hasty);
        assertEquals(List.of(), session.messages(ProtocolViolation.class));
        assertEquals(390, agreement.contracts().getFirst().pricePerMwh(), "in the last exchange it is answered at once");
    }

    @Test
    void messagesToStrangersAreRefused() {
        TestSession session = TestSession.of(5, 400, TestDesk.of("home-001", 5, 100));
        AggregatorPolicy stranger =
                turn ->
                        List.of(
                                new Acceptance(
                                        turn.letterhead().envelope("home-777", "x", turn.round(), ""),
                                        new Terms(5, 0, 100)));
        Agreement agreement =
                trade(session, Gate.GATE_FULL, new ProsumerAgent(WORDING), stranger);
        assertEquals("schema", session.messages(ProtocolViolation.class).getFirst().rule());
        assertEquals(List.of(), agreement.contracts());
    }
}
