package org.vppworkbench.negotiation.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vppworkbench.negotiation.language.Sampling;
import org.vppworkbench.negotiation.language.Utterance;

class StandInServerTest {
    private static final StandInSettings GOOD = StandInSettings.saying(Responder.always(RawClient.REPLY));

    @ParameterizedTest
    @EnumSource(Api.class)
    void everyFormIsReadAndAnswered(Api api) throws Exception {
        List<Asked> seen = new ArrayList<>();
        Responder responder = asked -> {
            seen.add(asked);
            return RawClient.REPLY;
        };
        try (StandInServer server = StandInServer.saying(responder)) {
            HttpResponse<String> answer = new RawClient(server).ask(api);
            assertEquals(200, answer.statusCode());
            assertEquals(RawClient.REPLY, RawClient.text(api, answer.body()));
            Asked asked = seen.getFirst();
            assertEquals("gemini-x", asked.model());
            assertEquals("You are home-001.", asked.system());
            assertEquals(
                    List.of(
                            new Utterance(Utterance.Role.USER, "Round 3. What do you offer?"),
                            new Utterance(Utterance.Role.MODEL, "2 kW"),
                            new Utterance(Utterance.Role.USER, "More?")),
                    asked.turns());
            assertEquals(JsonParser.parseString(RawClient.SCHEMA).toString(), asked.schema());
            assertEquals(new Sampling(0.0, 0.9, 7, 512), asked.sampling());
            assertEquals(api != Api.OLLAMA, asked.keyPresent());
            assertEquals(List.of(), server.ledger().misuses());
        }
    }

    @ParameterizedTest
    @EnumSource(Api.class)
    void piecesOfAStreamAddUpToTheReply(Api api) throws Exception {
        try (StandInServer server = StandInServer.start(GOOD)) {
            HttpResponse<String> answer = new RawClient(server).ask(api, true, RawClient.KEY);
            StringBuilder text = new StringBuilder();
            int pieces = 0;
            for (String line : answer.body().lines().toList()) {
                String frame = line.startsWith("data: ") ? line.substring("data: ".length()) : line;
                if (frame.startsWith("{") && !frame.contains("\"choices\":[]")) {
                    String part = RawClient.text(api, frame.replace("\"delta\":{}", "\"delta\":{\"content\":\"\"}")
                            .replace("\"delta\"", "\"message\""));
                    text.append(part);
                    pieces++;
                }
            }
            assertEquals(RawClient.REPLY, text.toString());
            assertTrue(pieces >= 3, answer.body());
        }
    }

    @Test
    void tokensAreAFourthOfTheCharactersAndThoughtsCountApart() throws Exception {
        try (StandInServer server = StandInServer.start(GOOD.withThoughts(25))) {
            JsonObject answer = JsonParser.parseString(new RawClient(server).ask(Api.GEMINI).body()).getAsJsonObject();
            JsonObject usage = answer.getAsJsonObject("usageMetadata");
            // 17 of the instructions, 27 + 4 + 5 said, 3 line ends, and the schema without blanks.
            int said = 17 + 27 + 4 + 5 + 3 + JsonParser.parseString(RawClient.SCHEMA).toString().length();
            assertEquals((said + 3) / 4, usage.get("promptTokenCount").getAsInt());
            assertEquals((RawClient.REPLY.length() + 3) / 4, usage.get("candidatesTokenCount").getAsInt());
            assertEquals(25, usage.get("thoughtsTokenCount").getAsInt());
            assertEquals("gemini-x", answer.get("modelVersion").getAsString());
            assertEquals((said + 3) / 4, server.ledger().promptTokens());
            assertEquals((RawClient.REPLY.length() + 3) / 4 + 25, server.ledger().outputTokens());
        }
    }

    @Test
    void errorsCarryStatusReasonAndTheWaitAskedFor() throws Exception {
        StandInSettings settings = GOOD.withRetryDelay(Duration.ofMillis(1_250))
                .withFaults(FaultPlan.NONE.nth(1, Fault.HTTP_429).nth(2, Fault.KEY_NOT_VALID).every(3, Fault.HTTP_503));
        try (StandInServer server = StandInServer.start(settings)) {
            RawClient client = new RawClient(server);
            HttpResponse<String> limited = client.ask(Api.GEMINI);
            assertEquals(429, limited.statusCode());
            assertEquals("2", limited.headers().firstValue("Retry-After").orElseThrow());
            JsonObject error = JsonParser.parseString(limited.body()).getAsJsonObject().getAsJsonObject("error");
            assertEquals("RESOURCE_EXHAUSTED", error.get("status").getAsString());
            JsonArray details = error.getAsJsonArray("details");
            assertEquals("1.25s", details.get(0).getAsJsonObject().get("retryDelay").getAsString());
            HttpResponse<String> expired = client.ask(Api.GEMINI);
            assertEquals(400, expired.statusCode());
            assertTrue(expired.body().contains("API_KEY_INVALID"));
            assertEquals(503, client.ask(Api.OLLAMA).statusCode());
            assertEquals(200, client.ask(Api.OPENAI).statusCode());
            assertEquals(1, server.ledger().injections(Fault.HTTP_503));
            assertEquals(1, server.ledger().answered(429));
            assertEquals(4, server.ledger().count());
        }
    }

    @Test
    void keysAndModelsAreCheckedAsAProviderDoes() throws Exception {
        StandInSettings settings = GOOD.withKey(RawClient.KEY).withModels(Set.of("gemini-y"));
        try (StandInServer server = StandInServer.start(settings)) {
            RawClient client = new RawClient(server);
            assertEquals(404, client.ask(Api.GEMINI).statusCode());
            server.behave(GOOD.withKey(RawClient.KEY));
            assertEquals(200, client.ask(Api.OPENAI).statusCode());
            assertEquals(401, client.ask(Api.OPENAI, false, "another").statusCode());
            assertEquals(400, client.ask(Api.GEMINI, false, "another").statusCode());
            assertEquals(403, client.send("/v1beta/models/m:generateContent", "{}", "X-None", "none").statusCode());
            assertEquals(4, server.ledger().withKey());
        }
    }

    @Test
    void keysWhereTheyDoNotBelongAreNoticed() throws Exception {
        try (StandInServer server = StandInServer.start(GOOD.withKey(RawClient.KEY))) {
            RawClient client = new RawClient(server);
            client.send("/v1beta/models/m:generateContent?key=" + RawClient.KEY, "{}", "X-None", "none");
            client.send("/v1beta/models/m:generateContent", "{\"contents\":[{\"parts\":[{\"text\":\"" + RawClient.KEY + "\"}]}]}",
                    "x-goog-api-key", RawClient.KEY);
            client.send("/elsewhere", "{}", "X-None", "none");
            client.send("/api/chat", "no json", "X-None", "none");
            List<String> misuses = server.ledger().misuses();
            assertEquals(List.of("a key in the address", "a key in the body", "a key in the body", "no such path: /elsewhere"),
                    misuses.subList(0, 4));
            assertTrue(misuses.get(4).startsWith("a body that cannot be read"));
            assertFalse(misuses.toString().contains(RawClient.KEY));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"NOT_JSON", "BAD_ENUM", "MISSING_FIELD", "NULL_FIELD", "NOT_A_NUMBER", "WRONG_ID", "WRONG_ROUND"})
    void textIsMadeWrongInTheOnePlace(Fault fault) throws Exception {
        try (StandInServer server = StandInServer.start(GOOD.withFaults(FaultPlan.always(fault)))) {
            for (Api api : Api.values()) {
                String text = RawClient.text(api, new RawClient(server).ask(api).body());
                String expected = switch (fault) {
                    case BAD_ENUM -> RawClient.REPLY.replace("PROPOSE", "DO_AS_YOU_LIKE");
                    case MISSING_FIELD -> RawClient.REPLY.replace("\"action\":\"PROPOSE\",", "");
                    case NULL_FIELD -> RawClient.REPLY.replace("\"action\":\"PROPOSE\",", "").replace("}", ",\"action\":null}");
                    case NOT_A_NUMBER -> RawClient.REPLY.replace("2.5", "\"plenty\"");
                    case WRONG_ID -> RawClient.REPLY.replace("home-001", "somebody-else");
                    case WRONG_ROUND -> RawClient.REPLY.replace(":3}", ":9999}");
                    default -> "";
                };
                if (fault == Fault.NOT_JSON) {
                    assertThrows(RuntimeException.class, () -> JsonParser.parseString(text).getAsJsonObject());
                } else {
                    assertEquals(JsonParser.parseString(expected), JsonParser.parseString(text));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Api.class)
    void brokenTransportShowsAsSuch(Api api) throws Exception {
        FaultPlan plan = FaultPlan.NONE.nth(1, Fault.CUT_BODY).nth(2, Fault.DROPPED).nth(3, Fault.PROXY_PAGE)
                .nth(4, Fault.PROXY_ERROR).nth(5, Fault.BAD_JSON_BODY).nth(6, Fault.REDIRECT).nth(7, Fault.HUGE_BODY);
        try (StandInServer server = StandInServer.start(GOOD.withFaults(plan).withHugeBytes(100_000))) {
            RawClient client = new RawClient(server);
            assertThrows(IOException.class, () -> client.ask(api));
            assertThrows(IOException.class, () -> client.ask(api));
            assertTrue(client.ask(api).body().startsWith("<!DOCTYPE html>"));
            assertEquals(502, client.ask(api).statusCode());
            HttpResponse<String> bad = client.ask(api);
            assertEquals(200, bad.statusCode());
            assertThrows(RuntimeException.class, () -> JsonParser.parseString(bad.body()));
            HttpResponse<String> redirect = client.ask(api);
            assertEquals(307, redirect.statusCode());
            assertEquals("http://redirected.invalid/", redirect.headers().firstValue("Location").orElseThrow());
            assertTrue(client.ask(api).body().length() > 100_000);
        }
    }

    @Test
    void repliesWithoutTextSayWhy() throws Exception {
        FaultPlan plan = FaultPlan.NONE.nth(1, Fault.SAFETY).nth(2, Fault.BLOCKED_PROMPT).nth(3, Fault.MAX_TOKENS_EMPTY)
                .nth(4, Fault.MAX_TOKENS).nth(5, Fault.NO_USAGE).nth(6, Fault.OTHER_MODEL);
        try (StandInServer server = StandInServer.start(GOOD.withFaults(plan))) {
            RawClient client = new RawClient(server);
            String withheld = client.ask(Api.GEMINI).body();
            assertTrue(withheld.contains("\"finishReason\":\"SAFETY\"") && !withheld.contains("\"text\""), withheld);
            String blocked = client.ask(Api.GEMINI).body();
            assertTrue(blocked.contains("\"blockReason\"") && !blocked.contains("candidates\":"), blocked);
            String empty = client.ask(Api.GEMINI).body();
            assertTrue(empty.contains("\"finishReason\":\"MAX_TOKENS\"") && !empty.contains("\"text\""), empty);
            String half = client.ask(Api.GEMINI).body();
            assertEquals(RawClient.REPLY.substring(0, RawClient.REPLY.length() / 2), RawClient.text(Api.GEMINI, half));
            assertFalse(client.ask(Api.GEMINI).body().contains("usageMetadata"));
            assertTrue(client.ask(Api.GEMINI).body().contains("\"modelVersion\":\"another-model-002\""));
        }
    }

    @Test
    void refusedMeansThatNobodyListensUntilReopened() throws Exception {
        try (StandInServer server = StandInServer.start(GOOD.withFaults(FaultPlan.NONE.nth(2, Fault.REFUSED)))) {
            RawClient client = new RawClient(server);
            assertEquals(200, client.ask(Api.GEMINI).statusCode());
            assertThrows(IOException.class, () -> client.ask(Api.GEMINI));
            // Refused, or ended at once where the system has not yet let go of the port.
            assertThrows(IOException.class, () -> new RawClient(server).ask(Api.GEMINI));
            server.reopen();
            assertEquals(200, client.ask(Api.GEMINI).statusCode());
        }
    }

    @Test
    void closingEndsEveryWait() throws Exception {
        StandInServer server = StandInServer.start(GOOD.withFaults(FaultPlan.always(Fault.NO_ANSWER)));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> waiting = threads.submit(() -> new RawClient(server).ask(Api.GEMINI));
            while (server.ledger().count() == 0) {
                Thread.sleep(5);
            }
            server.close();
            assertThrows(Exception.class, waiting::get);
        }
    }

    @Test
    void capLetsSoManyThroughInAnySecond() throws Exception {
        AtomicLong clock = new AtomicLong(5);
        try (StandInServer server = StandInServer.start(GOOD.withCap(new RateCap(2, clock::get)))) {
            RawClient client = new RawClient(server);
            assertEquals(200, client.ask(Api.GEMINI).statusCode());
            clock.addAndGet(400_000_000);
            assertEquals(200, client.ask(Api.GEMINI).statusCode());
            HttpResponse<String> refused = client.ask(Api.GEMINI);
            assertEquals(429, refused.statusCode());
            assertTrue(refused.body().contains("\"retryDelay\":\"0.6s\""), refused.body());
            clock.addAndGet(600_000_000);
            assertEquals(200, client.ask(Api.GEMINI).statusCode());
            assertEquals(429, client.ask(Api.GEMINI).statusCode());
        }
    }

    @Test
    void requestsOverlapAndAreCounted() throws Exception {
        int calls = 60;
        StandInSettings slow = GOOD.withLatency(Latency.fixed(Duration.ofMillis(300)));
        try (StandInServer server = StandInServer.start(slow);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            RawClient client = new RawClient(server);
            List<Future<HttpResponse<String>>> answers = new ArrayList<>();
            for (int k = 0; k < calls; k++) {
                answers.add(threads.submit(() -> client.ask(Api.GEMINI)));
            }
            for (Future<HttpResponse<String>> answer : answers) {
                assertEquals(200, answer.get().statusCode());
            }
            assertEquals(calls, server.ledger().count());
            assertTrue(server.ledger().mostOpen() > 1);
        }
    }

    @Test
    void drawnLatencyDependsOnSeedAndNumberOnly() {
        Latency one = Latency.between(Duration.ofMillis(10), Duration.ofMillis(50), 3);
        Latency same = Latency.between(Duration.ofMillis(10), Duration.ofMillis(50), 3);
        Set<Duration> drawn = new HashSet<>();
        for (int k = 100; k >= 1; k--) {
            Duration wait = one.of(k);
            assertEquals(wait, same.of(k));
            assertTrue(wait.compareTo(Duration.ofMillis(10)) >= 0 && wait.compareTo(Duration.ofMillis(50)) < 0);
            drawn.add(wait);
        }
        assertEquals(100, drawn.size());
    }
}
