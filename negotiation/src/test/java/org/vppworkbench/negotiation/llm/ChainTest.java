package org.vppworkbench.negotiation.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vppworkbench.negotiation.llm.Asking.ask;
import static org.vppworkbench.negotiation.llm.Asking.askAll;
import static org.vppworkbench.negotiation.llm.Asking.said;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.negotiation.language.Answer;
import org.vppworkbench.negotiation.language.FailureKind;
import org.vppworkbench.negotiation.llm.FakeServer.Asked;
import org.vppworkbench.negotiation.llm.FakeServer.Told;
import org.vppworkbench.negotiation.llm.Gateways.FakePace;
import org.vppworkbench.negotiation.llm.chain.Pace;

/** Limits, repetition and cancel, under many askers at once. */
class ChainTest {
    private static final String GOOD = "{\"action\":\"REFUSE\"}";

    /** The first answers are told, the rest is good. */
    private static Function<Asked, Told> first(int times, Told told) {
        AtomicInteger count = new AtomicInteger();
        return asked -> count.getAndIncrement() < times ? told : FakeServer.gemini(GOOD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"error\":{\"code\":429,\"details\":[{\"retryDelay\":\"37s\"}]}} | | | 37",
                "{\"error\":{\"code\":429,\"details\":[{\"x\":1},{\"retryDelay\":\"1.5s\"}]}} | | | 1.5",
                "{\"error\":{\"message\":\"Please retry in 21.5s.\"}} | | | 21.5",
                "{\"error\":{\"message\":\"Please try again in 1m2s.\"}} | | | 62",
                "{\"error\":{\"message\":\"Please try again in 250ms.\"}} | | | 0.25",
                "{} | Retry-After | 12 | 12",
                "{} | retry-after-ms | 1250 | 1.25",
                "{} | Retry-After | Thu, 01 Jan 2026 00:00:40 GMT | 40"
            })
    void theServersWaitIsKept(String body, String header, String value, double seconds) {
        Told limited = header == null ? Told.of(429, body) : Told.of(429, body).with(header, value);
        FakePace pace = new FakePace();
        try (FakeServer server = new FakeServer(first(1, limited));
                ModelGateway gateway = Gateways.open(Gateways.gemini(server), pace)) {
            Answer.Said said = assertInstanceOf(Answer.Said.class, ask(gateway, 1));
            assertEquals(2, said.usage().attempts());
            assertTrue(pace.sleptSeconds() >= seconds - 1e-6, () -> pace.sleptSeconds() + " s");
            assertTrue(pace.sleptSeconds() <= seconds + 0.3, () -> pace.sleptSeconds() + " s");
            assertEquals(1, gateway.accounting().failedRequests().get(FailureKind.RATE_LIMITED));
        }
    }

    @Test
    void ownWaitsDoubleAndAreTheSameEachTime() {
        List<Double> waits = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            FakePace pace = new FakePace();
            try (FakeServer server = new FakeServer(first(2, Told.of(503, "{}")));
                    ModelGateway gateway = Gateways.open(Gateways.gemini(server), pace)) {
                assertInstanceOf(Answer.Said.class, ask(gateway, 1));
                waits.add(pace.sleptSeconds());
            }
        }
        assertEquals(waits.get(0), waits.get(1));
        assertTrue(waits.get(0) >= 0.75 * 1.5 && waits.get(0) <= 1.25 * 1.5, () -> waits + " s");
    }

    @Test
    void beingToldToSlowDownDoesNotCountAsAFailure() {
        FakePace pace = new FakePace();
        try (FakeServer server = new FakeServer(first(20, Told.of(429, "{}").with("Retry-After", "2")));
                ModelGateway gateway = Gateways.open(Gateways.gemini(server), pace)) {
            assertEquals(21, assertInstanceOf(Answer.Said.class, ask(gateway, 1)).usage().attempts());
        }
    }

    @Test
    void aKeyThatNeverWorkedIsNotTriedForEver() {
        try (FakeServer server = new FakeServer(asked -> Told.of(401, "{}"));
                ModelGateway gateway = Gateways.open(Gateways.gemini(server))) {
            for (int home = 0; home < 10; home++) {
                assertEquals(FailureKind.UNAUTHORISED, assertInstanceOf(Answer.Failed.class, ask(gateway, home)).kind());
            }
            assertEquals(3, server.asked().size());
            Answer.Failed last = assertInstanceOf(Answer.Failed.class, ask(gateway, 11));
            assertTrue(last.words().contains("not asked any more"), last.words());
        }
    }

    @Test
    void aKeyThatHasWorkedIsTriedAgain() {
        AtomicInteger count = new AtomicInteger();
        try (FakeServer server = new FakeServer(
                        asked -> count.getAndIncrement() == 0 ? FakeServer.gemini(GOOD) : Told.of(403, "{}"));
                ModelGateway gateway = Gateways.open(Gateways.gemini(server))) {
            for (int home = 0; home < 10; home++) {
                ask(gateway, home);
            }
            assertEquals(10, server.asked().size());
        }
    }

    @Test
    void aSilentServerIsAskedOnceAQuestionUntilItAnswers() {
        AtomicBoolean well = new AtomicBoolean();
        try (FakeServer server = new FakeServer(asked -> well.get() ? FakeServer.gemini(GOOD) : Told.of(503, "{}"));
                ModelGateway gateway = Gateways.open(Gateways.gemini(server))) {
            for (int home = 0; home < 5; home++) {
                assertInstanceOf(Answer.Failed.class, ask(gateway, home));
            }
            assertEquals(3 * 3 + 2, server.asked().size());
            well.set(true);
            assertInstanceOf(Answer.Said.class, ask(gateway, 5));
            well.set(false);
            ask(gateway, 6);
            assertEquals(3 * 3 + 2 + 1 + 3, server.asked().size());
        }
    }

    @Test
    void requestsAreSpreadOverTheMinute() {
        FakePace pace = new FakePace();
        try (FakeServer server = new FakeServer(asked -> FakeServer.gemini(GOOD));
                ModelGateway gateway =
                        Gateways.open(
                                Gateways.gemini(server).with(Gateways.quick().withRequestsPerMinute(10)), pace)) {
            for (int home = 0; home < 21; home++) {
                assertInstanceOf(Answer.Said.class, ask(gateway, home));
            }
            // real time goes on beside the fake one and may stand for a part of the waits
            assertTrue(pace.sleptSeconds() > 110 && pace.sleptSeconds() < 121, () -> pace.sleptSeconds() + " s");
        }
    }

    @Test
    void tokensAreSpreadOverTheMinuteToo() {
        FakePace pace = new FakePace();
        try (FakeServer server = new FakeServer(asked -> FakeServer.gemini(GOOD));
                ModelGateway gateway =
                        Gateways.open(
                                Gateways.gemini(server).with(Gateways.quick().withTokensPerMinute(1850)), pace)) {
            for (int home = 0; home < 20; home++) {
                assertInstanceOf(Answer.Said.class, ask(gateway, home));
            }
            // 20 answers of 185 tokens are 3700, two minutes' worth, whatever was estimated before
            assertTrue(pace.sleptSeconds() > 80 && pace.sleptSeconds() < 150, () -> pace.sleptSeconds() + " s");
        }
    }

    @Test
    void noMoreThanAllowedAreUnderWayAtOnce() {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Function<Asked, Told> counting = asked -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            pause(5);
            now.decrementAndGet();
            return FakeServer.gemini(GOOD);
        };
        try (FakeServer server = new FakeServer(counting);
                ModelGateway gateway =
                        Gateways.open(Gateways.gemini(server).with(Gateways.quick().withConcurrency(7)), Pace.REAL)) {
            assertEquals(100, said(askAll(gateway, 100)));
            assertTrue(most.get() <= 7, () -> most + " at once");
            assertTrue(most.get() > 1, () -> most + " at once");
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void hundredsOfAskersGetTheirOwnAnswers() {
        Function<Asked, Told> echo = asked -> FakeServer.gemini(asked.body().replaceAll("(?s).*<(\\d+)>.*", "$1"));
        try (FakeServer server = new FakeServer(echo);
                ModelGateway gateway =
                        Gateways.open(Gateways.gemini(server).with(Gateways.quick().withConcurrency(300)), Pace.REAL);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> under =
                    IntStream.range(0, 400)
                            .mapToObj(i -> threads.submit(() -> gateway.ask(
                                    Gateways.question("home-" + i, "<" + i + ">"), CancelToken.NEVER)))
                            .toList();
            for (int i = 0; i < 400; i++) {
                assertEquals("" + i, assertInstanceOf(Answer.Said.class, under.get(i).get()).text());
            }
            assertEquals(400, gateway.accounting().run().questions());
            assertEquals(400 * 185, gateway.accounting().run().usage().totalTokens());
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aCancelLetsGoOfAWholeBurst() throws InterruptedException {
        AtomicBoolean cancelled = new AtomicBoolean();
        AtomicInteger let = new AtomicInteger();
        try (FakeServer server = new FakeServer(asked -> FakeServer.gemini(GOOD).after(120_000));
                ModelGateway gateway =
                        Gateways.open(
                                Gateways.gemini(server).with(
                                        Gateways.quick().withAnswer(Duration.ofMinutes(5)).withConcurrency(20)),
                                Pace.REAL)) {
            List<Thread> askers = new ArrayList<>();
            for (int home = 0; home < 200; home++) {
                int mine = home;
                askers.add(Thread.ofVirtual().start(() -> {
                    assertThrows(
                            CancellationException.class,
                            () -> gateway.ask(Gateways.question("home-" + mine, "kW?"), cancelled::get));
                    let.incrementAndGet();
                }));
            }
            while (server.asked().size() < 20) {
                Thread.sleep(5);
            }
            cancelled.set(true);
            for (Thread asker : askers) {
                asker.join();
            }
            assertEquals(200, let.get());
            assertEquals(20, server.asked().size());
            assertEquals(200, gateway.accounting().cancelled());
        }
    }

    @Test
    void anInterruptIsACancelAndStaysSet() throws InterruptedException {
        AtomicBoolean flagged = new AtomicBoolean();
        try (FakeServer server = new FakeServer(asked -> FakeServer.gemini(GOOD).after(120_000));
                ModelGateway gateway = Gateways.open(Gateways.gemini(server), Pace.REAL)) {
            Thread asker = Thread.ofVirtual().start(() -> {
                assertThrows(CancellationException.class, () -> ask(gateway, 1));
                flagged.set(Thread.currentThread().isInterrupted());
            });
            while (server.asked().isEmpty()) {
                Thread.sleep(5);
            }
            asker.interrupt();
            asker.join();
            assertTrue(flagged.get());
        }
    }
}
