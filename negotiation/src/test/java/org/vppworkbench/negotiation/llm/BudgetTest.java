package org.vppworkbench.negotiation.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vppworkbench.negotiation.llm.Asking.ask;
import static org.vppworkbench.negotiation.llm.Asking.askAll;
import static org.vppworkbench.negotiation.llm.Asking.said;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.scenario.LanguageSettings.Budget;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.negotiation.language.Answer;
import org.vppworkbench.negotiation.language.FailureKind;
import org.vppworkbench.negotiation.language.Origin;
import org.vppworkbench.negotiation.llm.FakeServer.Told;
import org.vppworkbench.negotiation.llm.Gateways.FakePace;
import org.vppworkbench.negotiation.llm.chain.Pace;

/** Budgets: what no longer fits is not sent, under many askers at once too. */
class BudgetTest {
    private static final String GOOD = "{\"action\":\"REFUSE\"}";

    private static Budget tokens(long run) {
        return new Budget(null, null, run, null, null, null);
    }

    @Test
    void aBudgetOfZeroSendsNothing() {
        for (Budget zero :
                List.of(
                        new Budget(0.0, null, null, null, null, null), new Budget(null, 0.0, null, null, null, null), tokens(0),
                        new Budget(null, null, null, 0L, null, null), new Budget(null, null, null, null, 0L, null),
                        new Budget(null, null, null, null, null, 0.0))) {
            try (FakeServer server = new FakeServer(asked -> FakeServer.gemini(GOOD));
                    ModelGateway gateway = Gateways.open(Gateways.gemini(server).with(zero))) {
                Answer.Failed failed = assertInstanceOf(Answer.Failed.class, ask(gateway, 1));
                assertEquals(FailureKind.BUDGET, failed.kind());
                assertTrue(failed.words().startsWith("the budget of "), failed.words());
                assertTrue(failed.words().contains("is spent"), failed.words());
                assertTrue(server.asked().isEmpty());
            }
        }
    }

    /** Whatever the order of the threads: the limit is never passed, and no answer's worth is left unused. */
    @Test
    void askersSideBySideDoNotOvershoot() {
        // an answer needs 185 tokens; at most 50 of prompt and 256 of reply are put aside for one
        long budget = 10_000;
        try (FakeServer server = new FakeServer(asked -> FakeServer.gemini(GOOD).after(2));
                ModelGateway gateway = Gateways.open(Gateways.gemini(server).with(tokens(budget)), Pace.REAL)) {
            long said = said(askAll(gateway, 200));
            long used = gateway.accounting().run().usage().totalTokens();
            assertEquals(said * 185, used);
            assertTrue(used <= budget, () -> used + " tokens");
            assertTrue(used > budget - 185 - 350, () -> used + " tokens");
            assertEquals(200 - said, gateway.accounting().failures().get(FailureKind.BUDGET).longValue());
        }
    }

    @Test
    void aDaysBudgetEndsWithTheDay() {
        Budget daily = new Budget(null, null, null, 1000L, null, null);
        try (FakeServer server = new FakeServer(asked -> FakeServer.gemini(GOOD));
                ModelGateway gateway = Gateways.open(Gateways.gemini(server).with(daily))) {
            List<Integer> said = new ArrayList<>();
            for (String day : List.of("day 1", "day 2", "day 1")) {
                int answers = 0;
                for (int i = 0; i < 10; i++) {
                    Answer answer =
                            gateway.ask(Gateways.question(new Origin("a" + i, day, 0, 0, 0, 0), "kW?"), CancelToken.NEVER);
                    answers += answer instanceof Answer.Said ? 1 : 0;
                }
                said.add(answers);
            }
            assertEquals(said.get(0), said.get(1));
            assertTrue(said.get(0) >= 3 && said.get(0) <= 5, said::toString);
            assertEquals(0, said.get(2));
            assertEquals(
                    said.get(0) * 185L, gateway.accounting().days().get("day 1").usage().totalTokens());
        }
    }

    @Test
    void dollarsAndCallsEndARunToo() {
        double usd = (120 * 0.30 + 65 * 2.50) / 1e6;
        assertEquals(4, answersWithin(new Budget(3.5 * usd + 0.00065, null, null, null, null, null)), 1);
        assertEquals(3, answersWithin(new Budget(null, null, null, null, 3L, null)));
    }

    @Test
    void secondsCountOnlyWhileAQuestionIsOpen() {
        FakePace pace = new FakePace();
        AtomicInteger count = new AtomicInteger();
        Told wait = Told.of(429, "{}").with("Retry-After", "60");
        Budget seconds = new Budget(null, null, null, null, null, 100.0);
        try (FakeServer server = new FakeServer(
                        asked -> count.getAndIncrement() % 2 == 0 ? wait : FakeServer.gemini(GOOD));
                ModelGateway gateway = Gateways.open(Gateways.gemini(server).with(seconds), pace)) {
            assertInstanceOf(Answer.Said.class, ask(gateway, 1));
            pace.sleep(Duration.ofSeconds(500));
            // 40 s are left, and the server asks for 60
            Answer.Failed second = assertInstanceOf(Answer.Failed.class, ask(gateway, 2));
            assertEquals(FailureKind.RATE_LIMITED, second.kind());
            assertTrue(second.words().contains("longer than the question may take"), second.words());
            assertInstanceOf(Answer.Said.class, ask(gateway, 3));
            assertTrue(pace.sleptSeconds() < 561, () -> pace.sleptSeconds() + " s");
        }
    }

    @Test
    void spentSecondsEndTheRun() {
        FakePace pace = new FakePace();
        Budget seconds = new Budget(null, null, null, null, null, 50.0);
        try (FakeServer server = new FakeServer(asked -> {
                    pace.sleep(Duration.ofSeconds(60));
                    return FakeServer.gemini(GOOD);
                });
                ModelGateway gateway = Gateways.open(Gateways.gemini(server).with(seconds), pace)) {
            assertInstanceOf(Answer.Said.class, ask(gateway, 1));
            Answer.Failed second = assertInstanceOf(Answer.Failed.class, ask(gateway, 2));
            assertEquals("the budget of 50 s of waiting is spent", second.words());
            assertEquals(1, server.asked().size());
        }
    }

    private static int answersWithin(Budget budget) {
        try (FakeServer server = new FakeServer(asked -> FakeServer.gemini(GOOD));
                ModelGateway gateway = Gateways.open(Gateways.gemini(server).with(budget))) {
            int answers = 0;
            for (int home = 0; home < 10; home++) {
                answers += ask(gateway, home) instanceof Answer.Said ? 1 : 0;
            }
            return answers;
        }
    }
}
