package org.vppworkbench.negotiation.standin;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Requests written by hand, as the pages of the providers show them: what the stand-in says is checked without a library. */
final class RawClient {
    static final String KEY = "AIza-this-is-a-secret";
    static final String SCHEMA = """
            {"type":"object","properties":{"home":{"type":"string"},"action":{"type":"string","enum":["PROPOSE","REFUSE"]},\
            "kw":{"type":"number"},"round":{"type":"integer"}},"required":["action","kw"]}""";
    static final String REPLY = """
            {"home":"home-001","action":"PROPOSE","kw":2.5,"round":3}""";

    private final HttpClient client = HttpClient.newHttpClient();
    private final StandInServer server;

    RawClient(StandInServer server) {
        this.server = server;
    }

    HttpResponse<String> ask(Api api) throws IOException, InterruptedException {
        return ask(api, false, KEY);
    }

    HttpResponse<String> ask(Api api, boolean streaming, String key) throws IOException, InterruptedException {
        return switch (api) {
            case GEMINI -> send("/v1beta/models/gemini-x:" + (streaming ? "streamGenerateContent?alt=sse" : "generateContent"),
                    """
                    {"contents":[{"role":"user","parts":[{"text":"Round 3. "},{"text":"What do you offer?"}]},
                      {"role":"model","parts":[{"text":"2 kW"}]},{"role":"user","parts":[{"text":"More?"}]}],
                     "systemInstruction":{"parts":[{"text":"You are home-001."}]},
                     "generationConfig":{"responseMimeType":"application/json","responseJsonSchema":%s,
                      "maxOutputTokens":512,"temperature":0.0,"topP":0.9,"seed":7}}""".formatted(SCHEMA),
                    "x-goog-api-key", key);
            case OPENAI -> send("/v1/chat/completions", """
                    {"model":"gemini-x","messages":[{"role":"system","content":"You are home-001."},
                      {"role":"user","content":[{"type":"text","text":"Round 3. What do you offer?"}]},
                      {"role":"assistant","content":"2 kW"},{"role":"user","content":"More?"}],
                     "temperature":0.0,"top_p":0.9,"seed":7,"max_completion_tokens":512,"stream":%s,
                     "response_format":{"type":"json_schema","json_schema":{"name":"r","strict":true,"schema":%s}}}"""
                            .formatted(streaming, SCHEMA), "Authorization", "Bearer " + key);
            case OLLAMA -> send("/api/chat", """
                    {"model":"gemini-x","messages":[{"role":"system","content":"You are home-001."},
                      {"role":"user","content":"Round 3. What do you offer?"},
                      {"role":"assistant","content":"2 kW"},{"role":"user","content":"More?"}],
                     "options":{"temperature":0.0,"top_p":0.9,"seed":7,"num_predict":512},"stream":%s,"format":%s}"""
                            .formatted(streaming, SCHEMA), "X-None", "none");
        };
    }

    HttpResponse<String> send(String path, String body, String header, String value)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + server.host() + path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .header(header, value)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Text of a whole answer, found where each provider puts it. */
    static String text(Api api, String body) {
        JsonObject answer = JsonParser.parseString(body).getAsJsonObject();
        JsonElement text = switch (api) {
            case GEMINI -> answer.getAsJsonArray("candidates").get(0).getAsJsonObject().getAsJsonObject("content")
                    .getAsJsonArray("parts").get(0).getAsJsonObject().get("text");
            case OPENAI -> answer.getAsJsonArray("choices").get(0).getAsJsonObject().getAsJsonObject("message").get("content");
            case OLLAMA -> answer.getAsJsonObject("message").get("content");
        };
        return text.getAsString();
    }
}
