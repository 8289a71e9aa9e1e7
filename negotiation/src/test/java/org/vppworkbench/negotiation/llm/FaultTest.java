package org.vppworkbench.negotiation.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vppworkbench.model.scenario.LanguageSettings.Budget;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.negotiation.language.Answer;
import org.vppworkbench.negotiation.language.FailureKind;
import org.vppworkbench.negotiation.llm.FakeServer.Asked;
import org.vppworkbench.negotiation.llm.FakeServer.Told;
import org.vppworkbench.negotiation.llm.Gateways.FakePace;
import org.vppworkbench.negotiation.llm.settings.GatewaySettings;
import org.vppworkbench.negotiation.llm.tape.TapeUse;
import org.vppworkbench.negotiation.llm.wire.Tokens;

/** Every way a server can fail: kind, words, how often it is asked, and no key in any of it. */
class FaultTest {
    private static final String GOOD = "{\"action\":\"REFUSE\"}";

    /** Asks once; the tape and the words must not hold the key. */
    private static Answer.Failed failed(Function<Asked, Told> answers, int expectedRequests) {
        List<String> tape = new ArrayList<>();
        try (FakeServer server = new FakeServer(answers);
                ModelGateway gateway =
                        Gateways.open(Gateways.gemini(server), new TapeUse.Recording(tape::add), new FakePace())) {
            Answer answer = gateway.ask(Gateways.question("home-001", "kW?"), CancelToken.NEVER);
            Answer.Failed failed = assertInstanceOf(Answer.Failed.class, answer, () -> "not a failure: " + answer);
            assertEquals(expectedRequests, server.asked().size());
            assertEquals(expectedRequests, failed.usage().attempts());
            assertEquals(expectedRequests, gateway.accounting().requests());
            assertEquals(Map.of(failed.kind(), 1), gateway.accounting().failures());
            assertTrue(failed.words().startsWith("gemini-2.5-flash @127.0.0.1:"), failed.words());
            assertNoKey(failed.words());
            tape.forEach(FaultTest::assertNoKey);
            return failed;
        }
    }

    private static void assertNoKey(String text) {
        assertFalse(text.contains("RECOGNISABLE"), text);
        assertFalse(text.contains("AIzaSy"), text);
        assertFalse(text.contains("6789abc"), text);
    }

    private static Told error(int status, String code, String message) {
        return Told.of(
                status,
                """
                {"error":{"code":%d,"message":"%s","status":"%s"}}""".formatted(status, message, code));
    }

    @ParameterizedTest
    @CsvSource({
        "400, INVALID_ARGUMENT, Invalid JSON payload, BAD_REQUEST, 1",
        "401, UNAUTHENTICATED, Request had invalid credentials, UNAUTHORISED, 1",
        "403, PERMISSION_DENIED, The caller has no permission, UNAUTHORISED, 1",
        "404, NOT_FOUND, models/x is not found, UNKNOWN_MODEL, 1",
        "413, TOO_LARGE, too large, BAD_REQUEST, 1",
        "500, INTERNAL, internal error, SERVER_ERROR, 3",
        "503, UNAVAILABLE, The model is overloaded, SERVER_ERROR, 3",
        "418, ODD, teapot, BAD_REQUEST, 1"
    })
    void statuses(int status, String code, String message, FailureKind kind, int requests) {
        Answer.Failed failed = failed(asked -> error(status, code, message), requests);
        assertEquals(kind, failed.kind());
        assertTrue(failed.words().contains("HTTP " + status), failed.words());
        // what is said of a key may quote it: there only the code is repeated
        String told = kind == FailureKind.UNAUTHORISED ? code : message;
        assertTrue(failed.words().contains(told), failed.words());
    }

    @Test
    void geminiTellsAWrongKeyBy400() {
        String body =
                """
                {"error":{"code":400,"message":"API key not valid: %s","status":"INVALID_ARGUMENT",
                 "details":[{"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"API_KEY_INVALID"}]}}"""
                        .formatted(Gateways.KEY);
        Answer.Failed failed = failed(asked -> Told.of(400, body), 1);
        assertEquals(FailureKind.UNAUTHORISED, failed.kind());
        assertTrue(failed.words().contains("API_KEY_INVALID"), failed.words());
    }

    @Test
    void aServerThatRepeatsTheKeyOrPiecesOfItIsMasked() {
        Answer.Failed whole = failed(asked -> error(400, "X", "you sent " + Gateways.KEY + " thrice"), 1);
        assertTrue(whole.words().contains("you sent *** thrice"), whole.words());
        Answer.Failed pieces =
                failed(asked -> error(400, "X", "key AIzaSyRE...6789abc"), 1);
        assertTrue(pieces.words().contains("key ***...***"), pieces.words());
    }

    @Test
    void aLimitWithAnUnbearableWaitIsGivenUp() {
        Answer.Failed failed =
                failed(asked -> error(429, "RESOURCE_EXHAUSTED", "quota").with("Retry-After", "86400"), 1);
        assertEquals(FailureKind.RATE_LIMITED, failed.kind());
        assertTrue(failed.words().contains("the wait of 86400"), failed.words());
    }

    @Test
    void aSpentQuotaOfOpenAiIsNotAskedAgain() {
        String body =
                """
                {"error":{"message":"You exceeded your current quota","type":"insufficient_quota","code":"insufficient_quota"}}""";
        assertEquals(FailureKind.RATE_LIMITED, failed(asked -> Told.of(429, body), 1).kind());
    }

    @Test
    void blockedPrompt() {
        Answer.Failed failed =
                failed(asked -> Told.of(200, "{\"promptFeedback\":{\"blockReason\":\"PROHIBITED_CONTENT\"}}"), 1);
        assertEquals(FailureKind.BLOCKED_PROMPT, failed.kind());
        assertTrue(failed.words().contains("PROHIBITED_CONTENT"), failed.words());
    }

    @ParameterizedTest
    @CsvSource({
        "SAFETY, SAFETY", "RECITATION, SAFETY", "MAX_TOKENS, TRUNCATED", "OTHER, EMPTY", "MALFORMED_FUNCTION_CALL, EMPTY",
        "NEVER_HEARD_OF, EMPTY"
    })
    void finishReasons(String reason, FailureKind kind) {
        String body =
                """
                {"candidates":[{"finishReason":"%s","index":0}],"modelVersion":"gemini-2.5-flash",
                 "usageMetadata":{"promptTokenCount":9,"candidatesTokenCount":3,"thoughtsTokenCount":253}}"""
                        .formatted(reason);
        Answer.Failed failed = failed(asked -> Told.of(200, body), 1);
        assertEquals(kind, failed.kind());
        // what was billed counts although nothing came of it
        assertEquals(265, failed.usage().totalTokens());
        if (kind == FailureKind.TRUNCATED) {
            assertTrue(failed.words().contains("after 256 tokens, 253 of them thoughts"), failed.words());
        }
    }

    @Test
    void aHalfAnswerAtTheLimitIsNotUsed() {
        String body =
                """
                {"candidates":[{"content":{"parts":[{"text":"{\\"action\\":"}],"role":"model"},"finishReason":"MAX_TOKENS"}]}""";
        assertEquals(FailureKind.TRUNCATED, failed(asked -> Told.of(200, body), 1).kind());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}", "{\"candidates\":[]}", "{\"candidates\":null}",
                "{\"candidates\":[{\"finishReason\":\"STOP\"}]}",
                "{\"candidates\":[{\"content\":{},\"finishReason\":\"STOP\"}]}",
                "{\"candidates\":[{\"content\":{\"parts\":[]},\"finishReason\":\"STOP\"}]}",
                "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"\"}]},\"finishReason\":\"STOP\"}]}",
                "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":null}]},\"finishReason\":\"STOP\"}]}",
                "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"  \"}]}}]}"
            })
    void empty(String body) {
        assertEquals(FailureKind.EMPTY, failed(asked -> Told.of(200, body), 1).kind());
    }

    @Test
    void aBodyOfNothingIsEmpty() {
        assertEquals(FailureKind.EMPTY, failed(asked -> Told.of(200, ""), 1).kind());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{\"candidates\":[{\"cont", "no JSON", "null", "[]", "{\"a\":NaN}", "{} {}"})
    void unreadable(String body) {
        assertEquals(FailureKind.CUT_REPLY, failed(asked -> Told.of(200, body), 3).kind());
    }

    @Test
    void aBodyThatBreaksOff() {
        Answer.Failed failed = failed(asked -> FakeServer.gemini(GOOD).cut(), 3);
        assertEquals(FailureKind.CUT_REPLY, failed.kind());
        assertPromptsCount(3, failed);
    }

    /** Nobody reported them, but the provider may bill them. */
    private static void assertPromptsCount(int requests, Answer.Failed failed) {
        long prompt = Tokens.ofPrompt(Gateways.question("home-001", "kW?"));
        assertEquals(requests * prompt, failed.usage().promptTokens());
        assertEquals(requests * prompt, failed.usage().totalTokens());
        assertTrue(failed.usage().estimated());
        assertTrue(failed.usage().usd() > 0, "a budget in dollars sees them");
    }

    @Test
    void promptsOfCutAnswersSpendTheBudget() {
        long prompt = Tokens.ofPrompt(Gateways.question("home-001", "kW?"));
        Budget budget = new Budget(null, null, prompt + 256 + 1, null, null, null);
        try (FakeServer server = new FakeServer(asked -> FakeServer.gemini(GOOD).cut());
                ModelGateway gateway = Gateways.open(Gateways.gemini(server).with(budget))) {
            List<FailureKind> kinds = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                Answer answer = gateway.ask(Gateways.question("home-00" + i, "kW?"), CancelToken.NEVER);
                kinds.add(assertInstanceOf(Answer.Failed.class, answer).kind());
            }
            assertEquals(List.of(FailureKind.CUT_REPLY, FailureKind.BUDGET), kinds);
        }
    }

    @Test
    void whatWasRefusedIsNotBilled() {
        Answer.Failed failed = failed(asked -> error(503, "UNAVAILABLE", "overloaded"), 3);
        assertEquals(0, failed.usage().totalTokens());
        assertFalse(failed.usage().estimated());
    }

    @Test
    void anEndlessBody() {
        assertEquals(FailureKind.CUT_REPLY, failed(asked -> Told.of(200, "x".repeat(5 << 20)), 3).kind());
    }

    @Test
    void aProxyThatAnswersItself() {
        Answer.Failed page =
                failed(asked -> Told.of(200, "<html>Log in</html>").with("Content-Type", "text/html"), 1);
        assertEquals(FailureKind.CUT_REPLY, page.kind());
        assertTrue(page.words().contains("proxy"), page.words());
        Answer.Failed login = failed(asked -> Told.of(407, "<html>who are you</html>"), 1);
        assertEquals(FailureKind.UNREACHABLE, login.kind());
        assertTrue(login.words().contains("proxy"), login.words());
        Answer.Failed error = failed(asked -> Told.of(502, "<html>bad gateway</html>"), 3);
        assertEquals(FailureKind.SERVER_ERROR, error.kind());
        assertTrue(error.words().contains("proxy"), error.words());
    }

    @Test
    void redirectsAreNotFollowed() {
        try (FakeServer other = new FakeServer(asked -> FakeServer.gemini(GOOD))) {
            Answer.Failed failed = failed(asked -> Told.of(307, "").with("Location", other.url() + "/v1beta/x"), 1);
            assertEquals(FailureKind.UNREACHABLE, failed.kind());
            assertTrue(failed.words().contains("redirects are not followed"), failed.words());
            assertTrue(other.asked().isEmpty());
        }
    }

    @Test
    void timeOut() {
        try (FakeServer server = new FakeServer(asked -> FakeServer.gemini(GOOD).after(60_000))) {
            GatewaySettings settings = Gateways.gemini(server).with(Gateways.quick().withAnswer(Duration.ofMillis(200)));
            try (ModelGateway gateway = Gateways.open(settings)) {
                Answer.Failed failed =
                        assertInstanceOf(
                                Answer.Failed.class,
                                gateway.ask(Gateways.question("home-001", "kW?"), CancelToken.NEVER));
                assertEquals(FailureKind.TIMEOUT, failed.kind());
                assertTrue(failed.words().contains("no answer after 0.2 s; asked 3 times"), failed.words());
                assertPromptsCount(3, failed);
            }
        }
    }

    @Test
    void nobodyListens() {
        String url;
        try (FakeServer server = new FakeServer(asked -> FakeServer.gemini(GOOD))) {
            url = server.url();
        }
        try (ModelGateway gateway = Gateways.open(Gateways.settings("gemini", "gemini-2.5-flash", url + "/v1beta"))) {
            Answer.Failed failed =
                    assertInstanceOf(
                            Answer.Failed.class, gateway.ask(Gateways.question("home-001", "kW?"), CancelToken.NEVER));
            assertEquals(FailureKind.UNREACHABLE, failed.kind());
            assertEquals(3, failed.usage().attempts());
            assertTrue(failed.words().contains("the connection was refused"), failed.words());
        }
    }

    @Test
    void aRefusedParameterIsLeftOutFromThenOn() {
        AtomicInteger refusals = new AtomicInteger();
        Function<Asked, Told> picky = asked -> {
            if (asked.body().contains("\"temperature\"")) {
                refusals.incrementAndGet();
                return Told.of(
                        400,
                        """
                        {"error":{"message":"Unsupported value: 'temperature' does not support 0.0 with this model.",
                         "type":"invalid_request_error","param":"temperature","code":"unsupported_value"}}""");
            }
            return FakeServer.openAi(GOOD);
        };
        try (FakeServer server = new FakeServer(picky);
                ModelGateway gateway = Gateways.open(Gateways.settings("openai", "new-model", server.url() + "/v1"))) {
            for (int i = 0; i < 3; i++) {
                assertInstanceOf(
                        Answer.Said.class, gateway.ask(Gateways.question("home-00" + i, "kW?"), CancelToken.NEVER));
            }
            assertEquals(1, refusals.get());
            assertEquals(4, server.asked().size());
            assertTrue(
                    gateway.accounting().marks().contains("temperature was not sent: the model does not take it"));
        }
    }

    @Test
    void theLimitOfTokensIsSentUnderTheNameTheServerKnows() {
        Function<Asked, Told> picky = asked ->
                asked.body().contains("\"max_tokens\"")
                        ? Told.of(
                                400,
                                """
                                {"error":{"message":"Unsupported parameter: 'max_tokens' is not supported with this model.",
                                 "param":"max_tokens"}}""")
                        : FakeServer.openAi(GOOD);
        try (FakeServer server = new FakeServer(picky);
                ModelGateway gateway = Gateways.open(Gateways.settings("openai", "new-model", server.url() + "/v1"))) {
            assertInstanceOf(
                    Answer.Said.class, gateway.ask(Gateways.question("home-001", "kW?"), CancelToken.NEVER));
            assertTrue(server.asked().getLast().body().contains("\"max_completion_tokens\""));
        }
    }

    @Test
    void anEchoOfTheKeyInAnAnswerIsMasked() {
        List<String> tape = new ArrayList<>();
        try (FakeServer server = new FakeServer(asked -> FakeServer.gemini("I saw " + Gateways.KEY));
                ModelGateway gateway =
                        Gateways.open(Gateways.gemini(server), new TapeUse.Recording(tape::add), new FakePace())) {
            Answer.Said said =
                    assertInstanceOf(
                            Answer.Said.class, gateway.ask(Gateways.question("home-001", "kW?"), CancelToken.NEVER));
            assertEquals("I saw ***", said.text());
            tape.forEach(FaultTest::assertNoKey);
        }
    }

    @Test
    void aPromptThatHoldsTheKeyIsNotSent() {
        List<String> tape = new ArrayList<>();
        try (FakeServer server = new FakeServer(asked -> FakeServer.gemini(GOOD));
                ModelGateway gateway =
                        Gateways.open(Gateways.gemini(server), new TapeUse.Recording(tape::add), new FakePace())) {
            Answer answer = gateway.ask(Gateways.question("home-001", "my key is " + Gateways.KEY), CancelToken.NEVER);
            assertEquals(FailureKind.BAD_REQUEST, assertInstanceOf(Answer.Failed.class, answer).kind());
            assertTrue(server.asked().isEmpty());
            tape.forEach(FaultTest::assertNoKey);
        }
    }
}
