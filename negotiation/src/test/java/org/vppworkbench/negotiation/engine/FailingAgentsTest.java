package org.vppworkbench.negotiation.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.event.RunEvent.DecisionOutcome;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.market.MeritOrderCoalition;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.GateVerdict;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.message.NegotiationMessage.ProtocolViolation;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.simulation.OpportunityTrader.Agreement;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.negotiation.TestDesk;
import org.vppworkbench.negotiation.TestSession;
import org.vppworkbench.negotiation.agent.AggregatorAgent;
import org.vppworkbench.negotiation.agent.ProsumerAgent;
import org.vppworkbench.negotiation.agent.Wording;
import org.vppworkbench.negotiation.gate.MessageGate;
import org.vppworkbench.negotiation.language.TapeMissException;
import org.vppworkbench.negotiation.protocol.AggregatorPolicy;
import org.vppworkbench.negotiation.protocol.AggregatorTurn;
import org.vppworkbench.negotiation.protocol.Conversation;
import org.vppworkbench.negotiation.protocol.ProsumerPolicy;
import org.vppworkbench.negotiation.protocol.ProsumerTurn;
import org.vppworkbench.negotiation.protocol.Stage;
import org.vppworkbench.negotiation.protocol.UnusableReplyException;

/** Agents that throw: each costs itself the decision, and the negotiation goes on by rules. */
class FailingAgentsTest {
    private static final Wording WORDING = new Wording(new Horizon(LocalDate.of(2023, 8, 16), 1, Horizon.LOS_ANGELES));
    private static final MeritOrderCoalition SOLVER = new MeritOrderCoalition();
    private static final String SECRET = "what was said";

    private static TestSession session() {
        return TestSession.of(5, 400, TestDesk.of("home-001", 5, 100));
    }

    private static Agreement trade(TestSession session, ProsumerPolicy home, AggregatorPolicy aggregator) {
        return new NegotiationTrader(AgentSettings.DEFAULT, MarketRules.RESEARCH, SOLVER, WORDING, id -> home, aggregator)
                .trade(session);
    }

    /** A home of a model that throws at once, or after it was refused. */
    private record ThrowingHome(RuntimeException failure, boolean afterRefusal) implements ProsumerPolicy {
        @Override
        public MessageSource source() {
            return MessageSource.LLM;
        }

        @Override
        public Optional<NegotiationMessage> reply(ProsumerTurn turn) {
            if (afterRefusal) {
                throw new UnusableReplyException("model", "not this time", true);
            }
            throw failure;
        }

        @Override
        public Optional<NegotiationMessage> retry(ProsumerTurn turn, GateVerdict verdict) {
            throw failure;
        }
    }

    private record ThrowingAggregator(RuntimeException failure) implements AggregatorPolicy {
        @Override
        public MessageSource source() {
            return MessageSource.LLM;
        }

        @Override
        public List<NegotiationMessage> reply(AggregatorTurn turn) {
            throw failure;
        }
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                        new ArithmeticException(SECRET), new IllegalStateException(SECRET), new NumberFormatException(SECRET),
                        new NullPointerException(SECRET))
                .flatMap(failure -> Stream.of(Arguments.of(failure, false), Arguments.of(failure, true)));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aHomeThatThrowsIsReplacedByTheRule(RuntimeException failure, boolean afterRefusal) {
        TestSession session = session();
        Agreement agreement = trade(session, new ThrowingHome(failure, afterRefusal), new AggregatorAgent(SOLVER, WORDING));
        List<ProtocolViolation> refused = session.messages(ProtocolViolation.class);
        List<String> checks = refused.stream().map(ProtocolViolation::rule).distinct().toList();
        assertEquals(afterRefusal ? List.of("model", "agent") : List.of("agent"), checks);
        assertNamedButNotQuoted(refused.getLast(), failure);
        assertEquals(1, agreement.contracts().size());
        assertEquals(Set.of(DecisionOutcome.FALLBACK), outcomes(session, "home-001"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void anAggregatorThatThrowsIsReplacedByTheRule(RuntimeException failure) {
        TestSession session = session();
        Agreement agreement = trade(session, new ProsumerAgent(WORDING), new ThrowingAggregator(failure));
        List<ProtocolViolation> refused = session.messages(ProtocolViolation.class);
        assertEquals(List.of("agent"), refused.stream().map(ProtocolViolation::rule).distinct().toList());
        assertNamedButNotQuoted(refused.getLast(), failure);
        assertEquals(1, agreement.contracts().size());
        assertEquals(Set.of(DecisionOutcome.FALLBACK), outcomes(session, Envelope.AGGREGATOR));
    }

    private static void assertNamedButNotQuoted(ProtocolViolation refusal, RuntimeException failure) {
        assertTrue(refusal.detail().contains(failure.getClass().getSimpleName()), refusal::detail);
        assertFalse(refusal.toString().contains(SECRET), refusal::toString);
    }

    private static Set<DecisionOutcome> outcomes(TestSession session, String agent) {
        Set<DecisionOutcome> outcomes = new TreeSet<>();
        session.events().stream()
                .filter(RunEvent.AgentDecided.class::isInstance)
                .map(RunEvent.AgentDecided.class::cast)
                .filter(decided -> decided.agent().equals(agent) && decided.source() == MessageSource.LLM)
                .forEach(decided -> outcomes.add(decided.outcome()));
        return outcomes;
    }

    static Stream<RuntimeException> ends() {
        return Stream.of(
                new TapeMissException("not on the tape"), new CancellationException("stopped"),
                new UncheckedIOException(new IOException("the disk is full")));
    }

    /** What is about the whole run is no agent's own failure. */
    @ParameterizedTest
    @MethodSource("ends")
    void whatEndsTheRunEndsIt(RuntimeException end) {
        assertSame(end, assertThrows(
                RuntimeException.class,
                () -> trade(session(), new ThrowingHome(end, false), new AggregatorAgent(SOLVER, WORDING))));
        assertSame(end, assertThrows(
                RuntimeException.class, () -> trade(session(), new ProsumerAgent(WORDING), new ThrowingAggregator(end))));
    }

    /** The rules have no net: where one of them throws, the program is wrong. */
    @ParameterizedTest
    @MethodSource("failures")
    void aRuleThatThrowsIsABug(RuntimeException failure) {
        assertSame(failure, assertThrows(RuntimeException.class, () -> new Hearing(
                        new MessageGate(AgentSettings.DEFAULT.gate()),
                        new Transcript(session()), new ThrowingHome(failure, false), new ThrowingAggregator(failure))
                .home(
                        new Participant(
                                TestDesk.of("home-001", 5, 100), new ThrowingHome(failure, false),
                                new Conversation("home-001")),
                        turn())));
    }

    private static ProsumerTurn turn() {
        TestSession session = session();
        return new ProsumerTurn(
                session.desks().getFirst(), session.opportunity(), MarketRules.RESEARCH,
                new Transcript(session).letterhead(1, "home-001"), 5,
                Stage.CALLED, "call", null, null, false);
    }
}
