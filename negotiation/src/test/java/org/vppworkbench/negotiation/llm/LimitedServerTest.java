package org.vppworkbench.negotiation.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.negotiation.language.Answer;
import org.vppworkbench.negotiation.language.FailureKind;
import org.vppworkbench.negotiation.llm.FakeServer.Told;
import org.vppworkbench.negotiation.llm.Gateways.FakePace;

/** A server that always asks to wait must not hold a run for hours. */
class LimitedServerTest {
    private static final String GOOD = "{\"action\":\"REFUSE\"}";
    private static final Told LIMITED = Told.of(429, "{}").with("Retry-After", "20");

    private static Answer ask(ModelGateway gateway, int home) {
        return gateway.ask(Gateways.question("home-" + home, "kW?"), CancelToken.NEVER);
    }

    private static Answer.Failed limited(ModelGateway gateway, int home) {
        Answer.Failed failed = assertInstanceOf(Answer.Failed.class, ask(gateway, home));
        assertEquals(FailureKind.RATE_LIMITED, failed.kind());
        return failed;
    }

    @Test
    void whereWaitingWasInVainNobodyWaitsUntilOneIsAnswered() {
        AtomicBoolean well = new AtomicBoolean();
        FakePace pace = new FakePace();
        try (FakeServer server = new FakeServer(asked -> well.get() ? FakeServer.gemini(GOOD) : LIMITED);
                ModelGateway gateway = Gateways.open(Gateways.gemini(server), pace)) {
            for (int home = 0; home < 3; home++) {
                assertTrue(limited(gateway, home).usage().attempts() > 10);
            }
            double waited = pace.sleptSeconds();
            for (int home = 3; home < 50; home++) {
                Answer.Failed failed = limited(gateway, home);
                assertEquals(1, failed.usage().attempts());
                assertTrue(failed.words().contains("waited in vain"), failed.words());
            }
            assertEquals(waited, pace.sleptSeconds());
            well.set(true);
            assertInstanceOf(Answer.Said.class, ask(gateway, 50));
            well.set(false);
            assertTrue(limited(gateway, 51).usage().attempts() > 10, "a server that answers is waited for again");
        }
    }

    private static Told quota(String id) {
        return Told.of(
                429,
                """
                {"error":{"code":429,"message":"You exceeded your current quota","status":"RESOURCE_EXHAUSTED","details":[
                 {"@type":"type.googleapis.com/google.rpc.QuotaFailure","violations":[{"quotaMetric":"m","quotaId":"%s"}]},
                 {"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"20s"}]}}""".formatted(id));
    }

    @ParameterizedTest
    @CsvSource({
        "GenerateRequestsPerDayPerProjectPerModel-FreeTier, 1", "GenerateRequestsPerMinutePerProjectPerModel-FreeTier, 2"
    })
    void aQuotaOfADayIsSpentAtOnce(String id, int requests) {
        AtomicInteger count = new AtomicInteger();
        FakePace pace = new FakePace();
        try (FakeServer server =
                        new FakeServer(asked -> count.getAndIncrement() == 0 ? quota(id) : FakeServer.gemini(GOOD));
                ModelGateway gateway = Gateways.open(Gateways.gemini(server), pace)) {
            Answer answer = ask(gateway, 1);
            assertEquals(requests, server.asked().size());
            if (requests == 1) {
                Answer.Failed failed = assertInstanceOf(Answer.Failed.class, answer);
                assertEquals(FailureKind.RATE_LIMITED, failed.kind());
                assertTrue(failed.words().contains("the quota of the day"), failed.words());
                assertEquals(0, pace.sleptSeconds());
            } else {
                assertInstanceOf(Answer.Said.class, answer);
            }
        }
    }
}
