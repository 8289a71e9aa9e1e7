package org.vppworkbench.negotiation.agent.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.market.MeritOrderCoalition;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.message.NegotiationMessage.CounterOffer;
import org.vppworkbench.model.message.NegotiationMessage.ProtocolViolation;
import org.vppworkbench.model.message.NegotiationMessage.Rejection;
import org.vppworkbench.model.message.NegotiationMessage.RejectionReason;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.model.scenario.LanguageSettings.Guards;
import org.vppworkbench.model.scenario.LanguageSettings.Order;
import org.vppworkbench.model.scenario.LanguageSettings.Tool;
import org.vppworkbench.model.simulation.OpportunityTrader.Agreement;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.negotiation.FakeModel;
import org.vppworkbench.negotiation.TestDesk;
import org.vppworkbench.negotiation.TestSession;
import org.vppworkbench.negotiation.agent.ProsumerAgent;
import org.vppworkbench.negotiation.agent.Wording;
import org.vppworkbench.negotiation.engine.NegotiationTrader;
import org.vppworkbench.negotiation.language.FailureKind;
import org.vppworkbench.negotiation.language.Question;
import org.vppworkbench.negotiation.language.Sampling;
import org.vppworkbench.negotiation.persona.Figures;
import org.vppworkbench.negotiation.persona.PromptLibrary;
import org.vppworkbench.negotiation.protocol.BudgetSpentException;
import org.vppworkbench.negotiation.standin.AggregatorSpeaker;

/** A model that speaks for the aggregator, with rule agents for the homes. */
class LanguageAggregatorTest {
    private static final Horizon DAY = new Horizon(LocalDate.of(2023, 8, 16), 1, Horizon.LOS_ANGELES);
    private static final MeritOrderCoalition SOLVER = new MeritOrderCoalition();
    private static final LanguageSettings PLAIN = LanguageSettings.of("gemini", "fake", null);
    private static final long SEED = 42;

    private static LanguageSettings settings(Order order, Tool tool, Guards guards) {
        return new LanguageSettings(
                "gemini", "fake", null, PLAIN.mode(), -1, true, tool, tool == Tool.NOISY ? 0.2 : 0, "neutral", 1, order,
                false, 0, guards, PLAIN.sampling(), PLAIN.budget());
    }

    private static Agreement trade(TestSession session, FakeModel model, LanguageSettings settings) {
        LanguageAggregator aggregator = new LanguageAggregator(
                new DecisionLoop(model, Sampling.REPEATABLE), new PromptLibrary(), settings,
                new Figures(DAY, settings.guards()), SOLVER, SEED);
        ProsumerAgent home = new ProsumerAgent(new Wording(DAY));
        return new NegotiationTrader(
                        AgentSettings.DEFAULT, MarketRules.RESEARCH, SOLVER, new Wording(DAY), id -> home, aggregator)
                .trade(session);
    }

    private static String bargain(Question question) {
        return AggregatorSpeaker.reply(question.prompt().turns(), question.schema().json());
    }

    private static TestSession town() {
        return TestSession.of(
                10, 400, TestDesk.of("home-001", 5, 100), TestDesk.of("home-002", 4, 140), TestDesk.of("home-003", 5, 90),
                TestDesk.of("home-004", 3, 390));
    }

    private static String says(String moves) {
        return "{\"action\":\"DECIDE\",\"moves\":[" + moves + "],\"rationale\":\"because\"}";
    }

    private static String counter(String home, double kw, double price) {
        return String.format(
                Locale.ROOT, "{\"home\":\"%s\",\"move\":\"COUNTER\",\"kw\":%s,\"price\":%s}", home, kw, price);
    }

    /** Says one thing first, then bargains by the rule. */
    private static Function<Question, String> first(String reply) {
        return question -> question.origin().round() == 1 && question.origin().attempt() == 0 && question.origin().turn() == 0
                ? reply
                : bargain(question);
    }

    @Test
    void buysByItsOwnWordsWithTheCoalitionToolAndInsideTheGate() {
        TestSession session = town();
        FakeModel model = new FakeModel(LanguageAggregatorTest::bargain);
        Agreement agreement = trade(session, model, PLAIN);
        double kw = agreement.contracts().stream().mapToDouble(Contract::kw).sum();
        assertEquals(10, kw, 0.01);
        assertEquals(List.of(), session.messages(ProtocolViolation.class));
        List<NegotiationMessage> own = session.messages(NegotiationMessage.class).stream()
                .filter(m -> m.envelope().source() == MessageSource.LLM)
                .toList();
        assertTrue(own.size() >= 3, () -> "the model said " + own.size());
        for (NegotiationMessage message : own) {
            assertEquals(Envelope.AGGREGATOR, message.envelope().sender());
            assertTrue(message.envelope().rawReplyHash().matches("[0-9a-f]{64}"));
            assertTrue(message.envelope().rationale().contains("published price"));
        }
        Question afterTool = model.asked().get(1);
        assertEquals(1, afterTool.origin().step());
        assertTrue(afterTool.prompt().turns().getLast().text().contains("best for 10 kW: "), afterTool::toString);
        Set<String> systems = new HashSet<>();
        model.asked().forEach(q -> systems.add(q.prompt().system() + q.prompt().hash()));
        assertEquals(1, systems.size(), "the instructions are the same in every request, so that they can be cached");
    }

    @Test
    void oneQuestionPerRoundAndAtMostTwoInTheClosing() {
        TestSession session = town();
        FakeModel model = new FakeModel(q -> {
            List<String> moves = new ArrayList<>();
            for (String line : q.prompt().turns().getLast().text().lines().toList()) {
                if (line.startsWith("home-")) {
                    moves.add(counter(line.substring(0, 8), 2, 20 + q.origin().round()));
                }
            }
            return says(String.join(",", moves));
        });
        trade(session, model, PLAIN);
        Set<String> perTurn = new HashSet<>();
        int closing = 0;
        for (Question q : model.asked()) {
            assertTrue(perTurn.add(q.origin().words()));
            closing += q.origin().round() == 5 && q.origin().attempt() == 0 ? 1 : 0;
        }
        assertTrue(closing <= 2, "questions in the closing: " + closing);
        assertTrue(model.asked().size() <= 2 * 6, () -> model.asked().size() + " questions");
    }

    @Test
    void whatIsBoughtTooMuchIsRefusedHomeByHomeAndAskedOnceMoreTogether() {
        TestSession session = TestSession.of(
                10, 400, TestDesk.of("home-001", 5, 10), TestDesk.of("home-002", 5, 10), TestDesk.of("home-003", 5, 10),
                TestDesk.of("home-004", 5, 10));
        String all = counter("home-001", 5, 100) + "," + counter("home-002", 5, 100) + "," + counter("home-003", 5, 100)
                + "," + counter("home-004", 5, 100);
        FakeModel model = new FakeModel(first(says(all)));
        Agreement agreement = trade(session, model, PLAIN);
        assertTrue(agreement.contracts().stream().mapToDouble(Contract::kw).sum() <= 10 + 1e-9);
        List<ProtocolViolation> refused = session.messages(ProtocolViolation.class);
        assertEquals(List.of("home-003", "home-004"),
                refused.stream().map(v -> v.envelope().receiver()).limit(2).toList());
        assertTrue(refused.stream().limit(2).allMatch(v -> v.rule().equals("physics")));
        assertEquals(0, model.asked().stream().filter(q -> q.origin().round() == 1 && q.origin().attempt() == 1).count(),
                "nothing is left, so nothing is asked");
    }

    @Test
    void theRepairConcernsTheRefusedHomesOnly() {
        String moves = counter("home-001", 5, 100) + "," + counter("home-002", 99, 100) + "," + counter("home-003", 5, 1e7)
                + ",{\"home\":\"home-003\",\"move\":\"WAIT\"},{\"home\":\"home-777\",\"move\":\"ACCEPT\"},"
                + "{\"home\":\"home-004\",\"move\":\"COUNTER\"}";
        TestSession session = town();
        FakeModel model = new FakeModel(first(says(moves)));
        trade(session, model, PLAIN);
        List<ProtocolViolation> refused = session.messages(ProtocolViolation.class).stream()
                .filter(v -> v.envelope().round() == 1)
                .toList();
        List<String> who = refused.stream().map(v -> v.envelope().receiver() + " " + v.rule()).toList();
        assertTrue(who.containsAll(List.of(
                "all schema", "home-002 physics", "home-003 price-cap", "home-004 schema")), who::toString);
        List<Question> repairs = model.asked().stream().filter(q -> q.origin().attempt() == 1 && q.origin().step() == 0).toList();
        assertEquals(1, repairs.size());
        String task = repairs.getFirst().prompt().turns().getLast().text();
        assertFalse(task.contains("\nhome-001 "), task);
        assertTrue(task.contains("home-002: ") && task.contains("home-003: ") && task.contains("home-004: "), task);
        assertEquals(1, session.messages(CounterOffer.class).stream()
                .filter(c -> c.envelope().round() == 1 && c.envelope().receiver().equals("home-001")
                        && c.envelope().sender().equals(Envelope.AGGREGATOR))
                .count());
    }

    @ParameterizedTest
    @CsvSource({"EMPTY,2,2", "UNAUTHORISED,1,1", "TRUNCATED,2,2", "SERVER_ERROR,1,1"})
    void aModelThatFailsIsReplacedByTheRule(FailureKind kind, int questions, int violations) {
        TestSession session = town();
        FakeModel model = new FakeModel(q -> "", kind, 0, 0);
        Agreement agreement = trade(session, model, PLAIN);
        assertFalse(agreement.contracts().isEmpty(), "the rules go on");
        assertEquals(questions, model.asked().stream().filter(q -> q.origin().round() == 1).count());
        List<ProtocolViolation> failed = session.messages(ProtocolViolation.class).stream()
                .filter(v -> v.envelope().round() == 1)
                .toList();
        assertEquals(violations, failed.size());
        for (ProtocolViolation violation : failed) {
            assertEquals("model", violation.rule());
            assertTrue(violation.detail().startsWith("the model of aggregator gave no usable answer (" + kind.words()), violation.detail());
            assertEquals(MessageSource.LLM, violation.envelope().source());
        }
        assertTrue(session.messages(CounterOffer.class).stream()
                .filter(c -> c.envelope().sender().equals(Envelope.AGGREGATOR))
                .allMatch(c -> c.envelope().source() == MessageSource.RULE));
    }

    /** One ask is taken in the first round; then the budget is spent. The others are turned down, and no rule speaks. */
    @Test
    void aSpentBudgetKeepsWhatIsAgreed() {
        TestSession session = town();
        String one = says("{\"home\":\"home-003\",\"move\":\"ACCEPT\",\"kw\":0,\"price\":0}");
        FakeModel model = new FakeModel(q -> q.origin().round() == 1 ? one : "", FailureKind.BUDGET, 0, 0);
        Agreement agreement = trade(session, model, PLAIN);
        assertEquals(List.of("home-003"), agreement.contracts().stream().map(Contract::prosumer).toList());
        assertTrue(agreement.reason().endsWith(BudgetSpentException.REASON), agreement.reason());
        assertEquals(2, model.asked().size());
        assertEquals(List.of("budget"), session.messages(ProtocolViolation.class).stream().map(ProtocolViolation::rule).toList());
        assertEquals(3, session.messages(Rejection.class).size());
        assertTrue(session.messages(Rejection.class).stream().allMatch(r -> r.reason() == RejectionReason.BUDGET));
        assertEquals(0, session.messages(CounterOffer.class).stream()
                .filter(c -> c.envelope().sender().equals(Envelope.AGGREGATOR))
                .count());
    }

    @Test
    void anUnreadableReplyIsRepairedOnce() {
        TestSession session = town();
        FakeModel model = new FakeModel(first("I would say 4 kW at 120 to everybody."));
        trade(session, model, PLAIN);
        ProtocolViolation violation = session.messages(ProtocolViolation.class).getFirst();
        assertEquals("model", violation.rule());
        assertEquals(Envelope.ALL, violation.envelope().receiver());
        assertEquals(1, model.asked().get(1).origin().attempt());
        assertTrue(session.messages(CounterOffer.class).stream()
                .anyMatch(c -> c.envelope().round() == 1 && c.envelope().source() == MessageSource.LLM));
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void ordersDifferAndCarryTheSameInformation(Order order) {
        FakeModel fleet = new FakeModel(q -> says(""));
        FakeModel other = new FakeModel(q -> says(""));
        trade(town(), fleet, settings(Order.FLEET, Tool.EXACT, Guards.NONE));
        trade(town(), other, settings(order, Tool.EXACT, Guards.NONE));
        assertEquals(fleet.tasks().size(), other.tasks().size());
        for (int i = 0; i < fleet.tasks().size(); i++) {
            assertEquals(sorted(fleet.tasks().get(i)), sorted(other.tasks().get(i)));
        }
        if (order != Order.FLEET) {
            assertNotEquals(fleet.tasks(), other.tasks());
        }
        if (order == Order.REVERSED) {
            FakeModel crossed = new FakeModel(q -> says(""));
            trade(town(), crossed, settings(Order.SHUFFLED, Tool.EXACT, Guards.NONE));
            assertEquals(homes(crossed.tasks().getFirst()), homes(other.tasks().getFirst()).reversed());
        }
    }

    private static List<String> homes(String task) {
        return task.lines().filter(line -> line.startsWith("home-")).toList();
    }

    private static List<String> sorted(String task) {
        return Arrays.stream(task.split("\n")).sorted().toList();
    }

    @Test
    void scaledPricesAreUndoneBeforeTheGateAndTheTrueOnesAreNotShown() {
        Guards guards = new Guards(true, 1.7);
        FakeModel model = new FakeModel(LanguageAggregatorTest::bargain);
        Agreement scaled = trade(town(), model, settings(Order.FLEET, Tool.EXACT, guards));
        Agreement plain = trade(town(), new FakeModel(LanguageAggregatorTest::bargain), PLAIN);
        assertEquals(plain.contracts().size(), scaled.contracts().size());
        for (int i = 0; i < plain.contracts().size(); i++) {
            assertEquals(plain.contracts().get(i).pricePerMwh(), scaled.contracts().get(i).pricePerMwh(), 0.05);
        }
        for (String task : model.tasks()) {
            assertFalse(task.contains("400.00") || task.contains("2023"), task);
        }
        assertTrue(model.tasks().getFirst().contains("published_price 680.00"));
        assertTrue(model.tasks().getFirst().contains("day 1 19:00-20:00"));
    }

    @Test
    void withoutAToolTheCoalitionIsNotOffered() {
        FakeModel model = new FakeModel(first("{\"action\":\"COALITION\",\"offers\":[],\"rationale\":\"?\"}"));
        TestSession session = town();
        trade(session, model, settings(Order.FLEET, Tool.NONE, Guards.NONE));
        assertFalse(model.asked().getFirst().schema().json().contains("COALITION"));
        assertFalse(model.asked().getFirst().prompt().system().contains("COALITION"));
        assertTrue(session.messages(ProtocolViolation.class).getFirst().detail().contains("no tool COALITION"));
    }

    @Test
    void aNoisyToolIsOffByTheSameEveryTime() {
        FakeModel exact = new FakeModel(LanguageAggregatorTest::bargain);
        FakeModel noisy = new FakeModel(LanguageAggregatorTest::bargain);
        FakeModel again = new FakeModel(LanguageAggregatorTest::bargain);
        trade(town(), exact, settings(Order.FLEET, Tool.EXACT, Guards.NONE));
        trade(town(), noisy, settings(Order.FLEET, Tool.NOISY, Guards.NONE));
        trade(town(), again, settings(Order.FLEET, Tool.NOISY, Guards.NONE));
        assertNotEquals(exact.tasks().get(1), noisy.tasks().get(1));
        assertEquals(noisy.tasks(), again.tasks());
    }

    /** Random homes: what a home needs is in no prompt, unless the home itself asked that price. */
    @Test
    void noReservationPriceReachesThePrompts() {
        SplittableRandom random = new SplittableRandom(SEED);
        int cases = 20 * Integer.getInteger("vpp.random.scale", 1);
        for (int i = 0; i < cases; i++) {
            TestDesk[] desks = new TestDesk[2 + random.nextInt(5)];
            Set<String> secrets = new HashSet<>();
            for (int j = 0; j < desks.length; j++) {
                double cost = Math.round(100 * (50 + 300 * random.nextDouble())) / 100.0 + 0.07;
                desks[j] = TestDesk.of("home-%03d".formatted(j + 1), 2 + 5 * random.nextDouble(), cost)
                        .style(0.2 + random.nextDouble(), 0.2 + random.nextDouble());
                secrets.add(String.format(Locale.ROOT, "%.2f", cost));
            }
            TestSession session = TestSession.of(8, 400, desks);
            FakeModel model = new FakeModel(LanguageAggregatorTest::bargain);
            trade(session, model, PLAIN);
            for (NegotiationMessage m : session.messages(NegotiationMessage.class)) {
                if (m instanceof NegotiationMessage.Proposal p) {
                    secrets.remove(String.format(Locale.ROOT, "%.2f", p.terms().pricePerMwh()));
                } else if (m instanceof CounterOffer c) {
                    secrets.remove(String.format(Locale.ROOT, "%.2f", c.terms().pricePerMwh()));
                }
            }
            for (String secret : secrets) {
                Pattern number = Pattern.compile("(?<![0-9.])" + Pattern.quote(secret) + "(?![0-9])");
                for (Question q : model.asked()) {
                    q.prompt().turns().forEach(t -> assertFalse(number.matcher(t.text()).find(), t.text()));
                }
            }
        }
    }
}
