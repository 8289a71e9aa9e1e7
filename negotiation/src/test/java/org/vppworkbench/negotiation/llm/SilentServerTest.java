package org.vppworkbench.negotiation.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.negotiation.language.Answer;
import org.vppworkbench.negotiation.language.FailureKind;
import org.vppworkbench.negotiation.llm.settings.GatewaySettings;

/** A server that says nothing is found out soon; one that is only slow is waited for. The time-out of an answer is a minute. */
@Timeout(40)
class SilentServerTest {
    private static GatewaySettings settings(String url) {
        return Gateways.settings("gemini", "gemini-2.5-flash", url + "/v1beta")
                .with(Gateways.quick().withSilence(Duration.ofMillis(600)).withAnswer(Duration.ofMinutes(1)).withRetries(4));
    }

    private static Answer ask(ModelGateway gateway, String text) {
        return gateway.ask(Gateways.question("home-001", text), CancelToken.NEVER);
    }

    /** Takes connections, and never writes a byte. */
    private static String place(String scheme, ServerSocket server) {
        return scheme + "://127.0.0.1:" + server.getLocalPort();
    }

    @Test
    void aServerThatNeverSaysAnythingIsToldAfterOneRequest() throws IOException {
        try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                ModelGateway gateway = Gateways.open(settings(place("http", mute)))) {
            for (int i = 0; i < 3; i++) {
                Answer.Failed failed = assertInstanceOf(Answer.Failed.class, ask(gateway, "question " + i));
                assertEquals(FailureKind.UNREACHABLE, failed.kind());
                assertEquals(1, failed.usage().attempts());
                for (String word : List.of("127.0.0.1", "no byte came within 0.6 s", "--llm-silence")) {
                    assertTrue(failed.words().contains(word), failed.words());
                }
            }
        }
    }

    @Test
    void httpsSpokenToAPortThatWaitsForPlainHttpSaysSo() throws IOException {
        try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                ModelGateway gateway = Gateways.open(settings(place("https", mute)))) {
            Answer.Failed failed = assertInstanceOf(Answer.Failed.class, ask(gateway, "question"));
            assertEquals(FailureKind.UNREACHABLE, failed.kind());
            assertTrue(failed.words().contains("is it a port of plain http?"), failed.words());
        }
    }

    @Test
    void aSlowModelOnALivingServerIsNotCut() {
        try (FakeServer server = new FakeServer(asked -> asked.body().isEmpty()
                        ? FakeServer.Told.of(404, "")
                        : FakeServer.gemini("{\"action\":\"REFUSE\"}").after(2000));
                ModelGateway gateway = Gateways.open(settings(server.url()))) {
            assertInstanceOf(Answer.Said.class, ask(gateway, "question"));
            FakeServer.Asked knock =
                    server.asked().stream().filter(asked -> asked.body().isEmpty()).findFirst().orElseThrow();
            assertTrue(
                    knock.headers().values().stream().flatMap(List::stream).noneMatch(value -> value.contains(Gateways.KEY)),
                    "the key does not go along");
            assertInstanceOf(Answer.Said.class, ask(gateway, "another question"));
            assertEquals(3, server.asked().size(), "a server that has answered is not knocked at");
        }
    }
}
