package org.vppworkbench.negotiation.single;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.market.MeritOrderCoalition;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.message.NegotiationMessage.Acceptance;
import org.vppworkbench.model.message.NegotiationMessage.Award;
import org.vppworkbench.model.message.NegotiationMessage.CounterOffer;
import org.vppworkbench.model.message.NegotiationMessage.Proposal;
import org.vppworkbench.model.message.NegotiationMessage.ProtocolViolation;
import org.vppworkbench.model.message.NegotiationMessage.Rejection;
import org.vppworkbench.model.message.NegotiationMessage.RejectionReason;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.model.simulation.OpportunityTrader.Agreement;
import org.vppworkbench.model.simulation.TraderBrief;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.negotiation.FakeModel;
import org.vppworkbench.negotiation.TestDesk;
import org.vppworkbench.negotiation.TestSession;
import org.vppworkbench.negotiation.agent.language.DecisionLoop;
import org.vppworkbench.negotiation.language.FailureKind;
import org.vppworkbench.negotiation.language.Question;
import org.vppworkbench.negotiation.language.Sampling;
import org.vppworkbench.negotiation.persona.PromptLibrary;
import org.vppworkbench.negotiation.protocol.BudgetSpentException;
import org.vppworkbench.negotiation.standin.SingleSpeaker;

class SingleModelTraderTest {
    private static final Horizon DAY = new Horizon(LocalDate.of(2023, 8, 16), 1, Horizon.LOS_ANGELES);
    private static final LanguageSettings SETTINGS = LanguageSettings.of("gemini", "fake", null);

    private static Agreement trade(TestSession session, FakeModel model) {
        TraderBrief brief = new TraderBrief(DAY, MarketRules.RESEARCH, AgentSettings.DEFAULT, 7);
        return new SingleModelTrader(
                        brief, new MeritOrderCoalition(), new DecisionLoop(model, Sampling.REPEATABLE), new PromptLibrary(),
                        SETTINGS)
                .trade(session);
    }

    private static List<RunEvent.DecisionOutcome> outcomes(TestSession session) {
        return session.events().stream().filter(RunEvent.AgentDecided.class::isInstance)
                .map(e -> ((RunEvent.AgentDecided) e).outcome()).toList();
    }

    private static String plan(Question question) {
        return SingleSpeaker.reply(question.prompt().turns());
    }

    private static TestSession town() {
        return TestSession.of(
                10, 400, TestDesk.of("home-001", 6, 100), TestDesk.of("home-002", 4, 140), TestDesk.of("home-003", 5, 90),
                TestDesk.of("home-004", 3, 500));
    }

    private static String contracts(String items) {
        return "{\"contracts\":[" + items + "],\"rationale\":\"because\"}";
    }

    private static String contract(String home, double kw, double price) {
        return String.format(Locale.ROOT, "{\"home\":\"%s\",\"kw\":%s,\"price\":%s}", home, kw, price);
    }

    private static Function<Question, String> first(String reply) {
        return question -> question.origin().attempt() == 0 ? reply : contracts("");
    }

    /** 90 and 100 $/MWh are the cheapest: 5 kW and 4.5 of 6 kW in quarters; the fourth home is too dear to take part. */
    @Test
    void oneQuestionSettlesAll() {
        TestSession session = town();
        FakeModel model = new FakeModel(SingleModelTraderTest::plan);
        Agreement agreement = trade(session, model);
        assertEquals(1, model.asked().size());
        assertEquals(List.of(RunEvent.DecisionOutcome.OWN), outcomes(session), "one question, however many contracts");
        assertEquals(
                List.of("home-001 4.5 250.0", "home-003 5.0 245.0"),
                agreement.contracts().stream().map(c -> c.prosumer() + " " + c.kw() + " " + c.pricePerMwh()).toList());
        assertEquals(RunEvent.Outcome.TRADED, agreement.outcome());
        assertEquals(List.of(), session.messages(ProtocolViolation.class));
        assertEquals(3, session.messages(Proposal.class).size());
        assertEquals(2, session.messages(CounterOffer.class).size());
        assertEquals(2, session.messages(Acceptance.class).size());
        assertEquals(2, session.messages(Award.class).size());
        assertEquals(1, session.messages(Rejection.class).size());
        assertTrue(session.messages(Acceptance.class).stream()
                .allMatch(a -> a.envelope().source() == MessageSource.LLM && a.envelope().rawReplyHash() != null));
        assertTrue(session.messages(Proposal.class).stream().allMatch(p -> p.envelope().source() == MessageSource.RULE));
        long ids = session.messages(NegotiationMessage.class).stream().map(m -> m.envelope().id()).distinct().count();
        assertEquals(session.messages(NegotiationMessage.class).size(), ids, "ids are unique");
        String task = model.tasks().getFirst();
        assertTrue(task.contains("home-002 1:140.00 2:140.00 3:140.00 4:140.00"), task);
        assertFalse(task.contains("home-004"), task);
    }

    /** The record is read on screens and in terminals. */
    @Test
    void theModelsWordsAreRecordedAsOneLineOfVisibleCharacters() {
        TestSession session = town();
        String words = "paid\\u0000\\u001b[31m\\u202e and\\n<b>more</b> " + "x".repeat(200);
        trade(session, new FakeModel(first(
                contracts(contract("home-003", 5, 245)).replace("because", words))));
        assertEquals(List.of(), session.messages(ProtocolViolation.class));
        String recorded = session.messages(Acceptance.class).getFirst().envelope().rationale();
        assertTrue(recorded.startsWith("paid [31m and (b)more(/b) "), recorded);
        assertTrue(recorded.length() <= 160, recorded);
        assertTrue(recorded.codePoints().noneMatch(c -> Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT || Character.getType(c) == Character.SURROGATE), recorded);
    }

    @ParameterizedTest
    @CsvSource({
        "home-001, 7, 200, physics", "home-001, 0, 200, schema", "home-001, 5, 99.9, reservation",
        "home-001, 5, 400.5, reservation", "home-001, 5, 20000, price-cap", "home-004, 1, 390, schema",
        "home-009, 1, 100, schema"
    })
    void whatEitherSideCouldNotDoIsRefusedAndNothingIsSold(String home, double kw, double price, String check) {
        TestSession session = town();
        FakeModel model = new FakeModel(first(contracts(contract(home, kw, price))));
        Agreement agreement = trade(session, model);
        assertEquals(List.of(), agreement.contracts());
        assertEquals(RunEvent.Outcome.NO_AGREEMENT, agreement.outcome());
        assertEquals(check, session.messages(ProtocolViolation.class).getFirst().rule());
        assertTrue(session.sent().stream().noneMatch(m -> m.message() instanceof CounterOffer));
    }

    /** Words are for the record: long ones are cut, and none leave their line. */
    @Test
    void theModelsWordsAreCleanedForTheRecordAndNeverCostTheDeal() {
        TestSession session = town();
        String words = "line one\\nline two \\u202egnorw <b>" + "why ".repeat(500);
        FakeModel model = new FakeModel(
                first("{\"contracts\":[" + contract("home-001", 5, 200) + "],\"rationale\":\"" + words + "\"}"));
        assertEquals(1, trade(session, model).contracts().size());
        assertEquals(List.of(), session.messages(ProtocolViolation.class));
        for (NegotiationMessage said : List.of(
                session.messages(CounterOffer.class).getFirst(), session.messages(Acceptance.class).getFirst())) {
            String kept = said.envelope().rationale();
            assertTrue(kept.startsWith("line one line two gnorw (b)why why"), kept);
            assertEquals(160, kept.length());
        }
    }

    @Test
    void onlyRefusedHomesAreRepairedAndTheOthersStand() {
        TestSession session = town();
        String both = contract("home-001", 6, 200) + "," + contract("home-003", 5, 200) + "," + contract("home-003", 1, 200);
        FakeModel model = new FakeModel(
                q -> q.origin().attempt() == 0 ? contracts(both) : contracts(contract("home-003", 4, 180)));
        Agreement agreement = trade(session, model);
        assertEquals(
                List.of("home-001 6.0 200.0", "home-003 4.0 180.0"),
                agreement.contracts().stream().map(c -> c.prosumer() + " " + c.kw() + " " + c.pricePerMwh()).toList());
        assertEquals(2, model.asked().size());
        assertEquals(List.of(RunEvent.DecisionOutcome.REPAIRED), outcomes(session));
        String task = model.tasks().get(1);
        assertTrue(task.contains("required_kw 4,") && task.contains("home-003: kw is more than"), task);
        assertFalse(task.contains("home-001"), task);
        assertEquals(
                List.of("all", "home-003"),
                session.messages(ProtocolViolation.class).stream().map(v -> v.envelope().receiver()).toList());
    }

    @ParameterizedTest
    @CsvSource({"EMPTY,2", "TIMEOUT,1"})
    void aModelThatFailsSellsNothing(FailureKind kind, int questions) {
        TestSession session = town();
        FakeModel model = new FakeModel(q -> "", kind, 0, 0);
        Agreement agreement = trade(session, model);
        assertEquals(List.of(), agreement.contracts());
        assertEquals(questions, model.asked().size());
        assertEquals(List.of(RunEvent.DecisionOutcome.NONE), outcomes(session), "no rule sells instead");
        assertEquals(questions, session.messages(ProtocolViolation.class).size());
        assertTrue(session.messages(ProtocolViolation.class).stream().allMatch(v -> v.rule().equals("model")));
        assertEquals(3, session.messages(Rejection.class).size(), "every home is told");
    }

    /** Spent at the first question nothing is sold; spent at the repair what passed the gate stays. */
    @ParameterizedTest
    @CsvSource({"false", "true"})
    void aSpentBudgetKeepsWhatIsContracted(boolean first) {
        TestSession session = town();
        String both = contracts(contract("home-001", 6, 200) + "," + contract("home-003", 9, 200));
        FakeModel model = new FakeModel(
                q -> !first && q.origin().attempt() == 0 ? both : "", FailureKind.BUDGET, 0, 0);
        Agreement agreement = trade(session, model);
        assertEquals(
                first ? List.of() : List.of("home-001 6.0 200.0"),
                agreement.contracts().stream().map(c -> c.prosumer() + " " + c.kw() + " " + c.pricePerMwh()).toList());
        assertEquals(first ? RunEvent.Outcome.NO_AGREEMENT : RunEvent.Outcome.TRADED, agreement.outcome());
        assertTrue(agreement.reason().endsWith(BudgetSpentException.REASON), agreement.reason());
        assertEquals("budget", session.messages(ProtocolViolation.class).getLast().rule());
        assertEquals(first ? 3 : 2, session.messages(Rejection.class).size());
        assertTrue(session.messages(Rejection.class).stream().allMatch(r -> r.reason() == RejectionReason.BUDGET));
    }

    @Test
    void theOwnersFloorAndEventLimitHold() {
        TestSession session = TestSession.of(
                10, 400, TestDesk.of("home-001", 6, 100).floor(250), TestDesk.of("home-002", 4, 100).events(1, 1));
        FakeModel model = new FakeModel(first(contracts(contract("home-001", 6, 249) + "," + contract("home-002", 4, 300))));
        Agreement agreement = trade(session, model);
        assertEquals(List.of(), agreement.contracts());
        assertEquals(
                List.of("all schema", "home-001 reservation or floor"),
                session.messages(ProtocolViolation.class).stream()
                        .map(v -> v.envelope().receiver() + " "
                                + v.rule().replaceAll("reservation|price-floor", "reservation or floor"))
                        .toList());
    }

    @Test
    void nothingIsAskedWhereNobodySells() {
        TestSession session = TestSession.of(10, 50, TestDesk.of("home-001", 6, 100));
        FakeModel model = new FakeModel(SingleModelTraderTest::plan);
        assertEquals(RunEvent.Outcome.NO_PROPOSAL, trade(session, model).outcome());
        assertEquals(List.of(), model.asked());
        assertEquals(List.of(), outcomes(session));
    }

    @Test
    void theSumIsNeverAboveTheRequirement() {
        TestSession session = town();
        FakeModel model = new FakeModel(first(contracts(
                contract("home-001", 6, 200) + "," + contract("home-002", 4, 200) + "," + contract("home-003", 5, 200))));
        Agreement agreement = trade(session, model);
        assertEquals(10, agreement.contracts().stream().mapToDouble(Contract::kw).sum(), 1e-9);
    }
}
