package org.vppworkbench.negotiation.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.negotiation.language.Answer;
import org.vppworkbench.negotiation.llm.ModelGateway;
import org.vppworkbench.negotiation.llm.settings.Limits;
import org.vppworkbench.negotiation.llm.tape.TapeUse;

/** Many homes that ask at the same time. */
class GatewayBurstTest {
    private static final int CALLS = 200;
    private static final Limits WIDE =
            new Limits(
                    Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(60), Duration.ofMinutes(5), 4, null, null, CALLS);

    @Test
    void cancelEndsABurstThatNobodyAnswers() throws Exception {
        StandInSettings silent =
                StandInSettings.saying(Responder.always(RawClient.REPLY)).withFaults(FaultPlan.always(Fault.NO_ANSWER));
        AtomicBoolean stop = new AtomicBoolean();
        try (StandInServer server = StandInServer.start(silent);
                ModelGateway gateway = GatewayFaultsTest.gateway(server, Api.GEMINI, WIDE, TapeUse.NONE);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> asked = ask(gateway, threads, stop::get);
            while (server.ledger().count() < CALLS / 2) {
                Thread.sleep(5);
            }
            stop.set(true);
            // No answer ever comes and the time-out is a minute: that the loop ends at all shows the cancel.
            for (Future<Answer> each : asked) {
                ExecutionException ended = assertThrows(ExecutionException.class, each::get);
                assertInstanceOf(CancellationException.class, ended.getCause());
            }
            assertTrue(server.ledger().count() <= CALLS);
        }
    }

    @Test
    void serverThatTakesFiftyASecondLosesNoCall() throws Exception {
        StandInSettings capped = StandInSettings.saying(Responder.always(RawClient.REPLY))
                .withLatency(Latency.fixed(Duration.ofMillis(20))).withCap(new RateCap(50, System::nanoTime));
        try (StandInServer server = StandInServer.start(capped);
                ModelGateway gateway = GatewayFaultsTest.gateway(server, Api.GEMINI, WIDE, TapeUse.NONE);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Answer> each : ask(gateway, threads, CancelToken.NEVER)) {
                assertInstanceOf(Answer.Said.class, each.get());
            }
            assertEquals(CALLS, server.ledger().answered(200));
            assertEquals(server.ledger().count(), server.ledger().answered(200) + server.ledger().answered(429));
            assertTrue(server.ledger().answered(429) > 0);
        }
    }

    private static List<Future<Answer>> ask(ModelGateway gateway, ExecutorService threads, CancelToken cancel) {
        List<Future<Answer>> asked = new ArrayList<>();
        for (int k = 1; k <= CALLS; k++) {
            int home = k;
            asked.add(threads.submit(() -> gateway.ask(GatewayFaultsTest.question(home), cancel)));
        }
        return asked;
    }
}
