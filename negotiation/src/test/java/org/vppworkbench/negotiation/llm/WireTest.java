package org.vppworkbench.negotiation.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.message.TextHash;
import org.vppworkbench.model.scenario.LanguageSettings.Budget;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.negotiation.language.Answer;
import org.vppworkbench.negotiation.language.Origin;
import org.vppworkbench.negotiation.language.Prompt;
import org.vppworkbench.negotiation.language.Question;
import org.vppworkbench.negotiation.language.ReplySchema;
import org.vppworkbench.negotiation.language.Sampling;
import org.vppworkbench.negotiation.language.Utterance;
import org.vppworkbench.negotiation.language.Utterance.Role;
import org.vppworkbench.negotiation.llm.settings.GatewaySettings;
import org.vppworkbench.negotiation.llm.settings.Thinking;

/** What goes over the wire, and what of the reply is kept, for each provider. */
class WireTest {
    private static final String REPLY = "{\"action\":\"PROPOSE\",\"kw\":1.5}";

    private static JsonObject body(FakeServer server) {
        return JsonParser.parseString(server.asked().getLast().body()).getAsJsonObject();
    }

    private static Answer.Said said(ModelGateway gateway, Question question) {
        return assertInstanceOf(Answer.Said.class, gateway.ask(question, CancelToken.NEVER));
    }

    @Test
    void geminiSendsSchemaSamplingAndThinkingAndReportsAll() {
        try (FakeServer server = new FakeServer(asked -> FakeServer.gemini(REPLY));
                ModelGateway gateway = Gateways.open(Gateways.gemini(server))) {
            Answer.Said said = said(gateway, Gateways.question("home-001", "kW?"));

            assertEquals("/v1beta/models/gemini-2.5-flash:generateContent", server.asked().getFirst().path());
            assertEquals(List.of(Gateways.KEY), server.asked().getFirst().headers().get("X-goog-api-key"));
            JsonObject config = body(server).getAsJsonObject("generationConfig");
            assertEquals("application/json", config.get("responseMimeType").getAsString());
            assertEquals(JsonParser.parseString(Gateways.SCHEMA), config.get("responseJsonSchema"));
            assertEquals(0.0, config.get("temperature").getAsDouble());
            assertEquals(7, config.get("seed").getAsInt());
            assertEquals(256, config.get("maxOutputTokens").getAsInt());
            assertEquals(0, config.getAsJsonObject("thinkingConfig").get("thinkingBudget").getAsInt());
            assertNull(config.get("topP"));

            assertEquals(REPLY, said.text());
            assertEquals(120, said.usage().promptTokens());
            assertEquals(40, said.usage().outputTokens());
            assertEquals(25, said.usage().thoughtTokens());
            assertFalse(said.usage().estimated());
            assertEquals((120 * 0.30 + (40 + 25) * 2.50) / 1e6, said.usage().usd(), 1e-12);
            assertEquals("gemini-2.5-flash", said.provenance().returnedModel());
            assertEquals(TextHash.sha256(REPLY), said.provenance().rawHash());
            assertTrue(said.provenance().host().startsWith("127.0.0.1:"));
            assertEquals("LLM live gemini-2.5-flash @custom endpoint", gateway.identity().label());
        }
    }

    @Test
    void thinkingMayBeLeftToTheProvider() {
        try (FakeServer server = new FakeServer(asked -> FakeServer.gemini(REPLY));
                ModelGateway gateway = Gateways.open(Gateways.gemini(server).with(Thinking.PROVIDER))) {
            said(gateway, Gateways.question("home-001", "kW?"));
            assertNull(body(server).getAsJsonObject("generationConfig").get("thinkingConfig"));
        }
    }

    @Test
    void openAiSendsAStrictSchemaWithoutTokenCounterOfTheLibrary() {
        try (FakeServer server = new FakeServer(asked -> FakeServer.openAi(REPLY));
                ModelGateway gateway =
                        Gateways.open(Gateways.settings("openai", "gpt-4o-mini", server.url() + "/v1"))) {
            Answer.Said said = said(gateway, Gateways.question("home-001", "kW?"));

            assertEquals("/v1/chat/completions", server.asked().getFirst().path());
            assertEquals(List.of("Bearer " + Gateways.KEY), server.asked().getFirst().headers().get("Authorization"));
            JsonObject format = body(server).getAsJsonObject("response_format");
            assertEquals("json_schema", format.get("type").getAsString());
            JsonObject schema = format.getAsJsonObject("json_schema");
            assertTrue(schema.get("strict").getAsBoolean());
            JsonObject strict = schema.getAsJsonObject("schema");
            assertFalse(strict.get("additionalProperties").getAsBoolean());
            assertEquals(JsonParser.parseString("[\"action\",\"kw\"]"), strict.get("required"));
            assertEquals(
                    JsonParser.parseString("[\"number\",\"null\"]"),
                    strict.getAsJsonObject("properties").getAsJsonObject("kw").get("type"));
            assertEquals(5, strict.getAsJsonObject("properties").getAsJsonObject("kw").get("maximum").getAsInt());
            // a server that imitates OpenAI knows the old name of the limit
            assertEquals(256, body(server).get("max_tokens").getAsInt());

            assertEquals(100, said.usage().promptTokens());
            assertEquals(60, said.usage().cachedTokens());
            assertEquals(20, said.usage().outputTokens());
            assertEquals(10, said.usage().thoughtTokens());
            assertEquals((40 * 0.15 + 60 * 0.075 + 30 * 0.60) / 1e6, said.usage().usd(), 1e-12);
            assertEquals("gpt-4o-mini-2024-07-18", said.provenance().returnedModel());
        }
    }

    @Test
    void withoutAKeyThereIsNoHeaderForIt() {
        for (String provider : List.of("openai", "ollama")) {
            try (FakeServer server = new FakeServer(
                            asked -> provider.equals("openai") ? FakeServer.openAi(REPLY) : FakeServer.ollama(REPLY));
                    ModelGateway gateway =
                            Gateways.open(
                                    new GatewaySettings(
                                            provider, "local", server.url() + "/v1", null, Gateways.quick(), Thinking.LEAST,
                                            Budget.NONE))) {
                said(gateway, Gateways.question("home-001", "kW?"));
                assertNull(server.asked().getFirst().headers().get("Authorization"));
            }
        }
    }

    @Test
    void reasoningModelsOfOpenAiGetNoSampling() {
        try (FakeServer server = new FakeServer(asked -> FakeServer.openAi(REPLY));
                ModelGateway gateway =
                        Gateways.open(Gateways.settings("openai", "gpt-5-mini", server.url() + "/v1"))) {
            said(gateway, Gateways.question("home-001", "kW?"));
            assertNull(body(server).get("temperature"));
            assertEquals("low", body(server).get("reasoning_effort").getAsString());
            assertTrue(gateway.accounting().marks().contains("temperature was not sent: the model does not take it"));
        }
    }

    @Test
    void ollamaSendsTheSchemaAsFormat() {
        try (FakeServer server = new FakeServer(asked -> FakeServer.ollama(REPLY));
                ModelGateway gateway = Gateways.open(Gateways.settings("ollama", "llama3.1", server.url()))) {
            Answer.Said said = said(gateway, Gateways.question("home-001", "kW?"));

            assertEquals("/api/chat", server.asked().getFirst().path());
            assertEquals(JsonParser.parseString(Gateways.SCHEMA), body(server).get("format"));
            assertEquals(256, body(server).getAsJsonObject("options").get("num_predict").getAsInt());
            assertEquals(7, body(server).getAsJsonObject("options").get("seed").getAsInt());
            assertFalse(body(server).get("stream").getAsBoolean());
            assertEquals(50, said.usage().promptTokens());
            assertEquals(12, said.usage().outputTokens());
            assertFalse(said.usage().priced());
            assertEquals(0, said.usage().usd());
        }
    }

    @Test
    void neighbouringTurnsOfOneSideBecomeOne() {
        Prompt prompt =
                new Prompt(
                        "p", "0".repeat(64), "system",
                        List.of(
                                new Utterance(Role.USER, "one"), new Utterance(Role.TOOL, "two"),
                                new Utterance(Role.MODEL, "three"), new Utterance(Role.TOOL, "four")));
        Question question =
                new Question(
                        new Origin("a", "s", 0, 0, 0, 2), prompt, new ReplySchema("r", Gateways.SCHEMA), Sampling.REPEATABLE);
        try (FakeServer server = new FakeServer(asked -> FakeServer.gemini(REPLY));
                ModelGateway gateway = Gateways.open(Gateways.gemini(server))) {
            said(gateway, question);
            JsonArray contents = body(server).getAsJsonArray("contents");
            assertEquals(3, contents.size());
            assertEquals("one\n\ntwo", text(contents, 0));
            assertEquals("three", text(contents, 1));
            assertEquals("model", contents.get(1).getAsJsonObject().get("role").getAsString());
            assertEquals("four", text(contents, 2));
        }
    }

    private static String text(JsonArray contents, int at) {
        return contents.get(at).getAsJsonObject().getAsJsonArray("parts").get(0).getAsJsonObject().get("text").getAsString();
    }

    @Test
    void unreportedTokensAreEstimatedAndMarked() {
        String bare =
                """
                {"candidates":[{"content":{"parts":[{"text":"12345678"}],"role":"model"},"finishReason":"STOP"}]}""";
        try (FakeServer server = new FakeServer(asked -> FakeServer.Told.of(200, bare));
                ModelGateway gateway = Gateways.open(Gateways.gemini(server))) {
            Answer.Said said = said(gateway, Gateways.question("home-001", "kW?"));
            assertTrue(said.usage().estimated());
            assertEquals(2, said.usage().outputTokens());
            int characters = "You decide for a home.".length() + "kW?".length() + Gateways.SCHEMA.length();
            assertEquals((characters + 3) / 4, said.usage().promptTokens());
            assertTrue(gateway.accounting().run().usage().estimated());
        }
    }
}
