package org.vppworkbench.negotiation.standin;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.negotiation.language.Sampling;
import org.vppworkbench.negotiation.language.Utterance;

/**
 * Gemini's {@code generateContent} and {@code streamGenerateContent?alt=sse}
 * (<a href="https://ai.google.dev/api/generate-content">ai.google.dev/api/generate-content</a>).
 */
record GeminiDialect() implements Dialect {
    @Override
    public Api api() {
        return Api.GEMINI;
    }

    @Override
    public String keyHeader() {
        return "x-goog-api-key";
    }

    @Override
    public Asked read(long number, String path, JsonObject body, boolean keyPresent) {
        JsonObject config = Dialect.object(body, "generationConfig");
        JsonObject schema = Dialect.object(config, "responseJsonSchema");
        if (schema == null) {
            schema = Dialect.object(config, "responseSchema");
        }
        List<Utterance> turns = new ArrayList<>();
        for (JsonElement content : Dialect.array(body, "contents")) {
            JsonObject turn = content.getAsJsonObject();
            boolean model = turn.has("role") && turn.get("role").getAsString().equals("model");
            turns.add(new Utterance(model ? Utterance.Role.MODEL : Utterance.Role.USER, text(turn)));
        }
        JsonObject system = Dialect.object(body, "systemInstruction");
        int colon = path.lastIndexOf(':');
        return new Asked(
                number, Api.GEMINI, path.substring(path.lastIndexOf('/') + 1, colon),
                path.endsWith(":streamGenerateContent"), system == null ? "" : text(system), turns,
                schema == null ? null : schema.toString(),
                new Sampling(
                        Dialect.number(config, "temperature"), Dialect.number(config, "topP"), Dialect.whole(config, "seed"),
                        Dialect.wholeOrZero(config, "maxOutputTokens")),
                keyPresent);
    }

    private static String text(JsonObject content) {
        StringBuilder text = new StringBuilder();
        for (JsonElement part : Dialect.array(content, "parts")) {
            JsonElement words = part.getAsJsonObject().get("text");
            text.append(words == null ? "" : words.getAsString());
        }
        return text.toString();
    }

    @Override
    public String whole(Asked asked, Reply reply) {
        return answer(asked, reply, reply.text(), true).toString();
    }

    @Override
    public List<String> pieces(Asked asked, Reply reply) {
        String text = reply.text();
        List<String> frames = new ArrayList<>();
        List<String> parts = text == null ? List.of() : Dialect.split(text);
        for (int k = 0; k < parts.size() - 1; k++) {
            frames.add("data: " + answer(asked, reply, parts.get(k), false) + "\r\n\r\n");
        }
        String last = parts.isEmpty() ? null : parts.getLast();
        frames.add("data: " + answer(asked, reply, last, true) + "\r\n\r\n");
        return frames;
    }

    @Override
    public String streamType() {
        return "text/event-stream";
    }

    private static JsonObject answer(Asked asked, Reply reply, @Nullable String text, boolean last) {
        JsonObject answer = new JsonObject();
        if (reply.finish() == Reply.Finish.BLOCKED) {
            JsonObject feedback = new JsonObject();
            feedback.addProperty("blockReason", "PROHIBITED_CONTENT");
            answer.add("promptFeedback", feedback);
        } else {
            answer.add("candidates", Dialect.arrayOf(candidate(reply, text, last)));
        }
        TokenCount tokens = reply.tokens();
        if (last && tokens != null) {
            JsonObject usage = new JsonObject();
            usage.addProperty("promptTokenCount", tokens.prompt());
            if (tokens.cached() > 0) {
                usage.addProperty("cachedContentTokenCount", tokens.cached());
            }
            if (reply.text() != null) {
                usage.addProperty("candidatesTokenCount", tokens.output());
            }
            if (tokens.thoughts() > 0) {
                usage.addProperty("thoughtsTokenCount", tokens.thoughts());
            }
            usage.addProperty("totalTokenCount", tokens.total());
            answer.add("usageMetadata", usage);
        }
        answer.addProperty("modelVersion", reply.modelVersion());
        answer.addProperty("responseId", "stand-in-" + asked.number());
        return answer;
    }

    private static JsonObject candidate(Reply reply, @Nullable String text, boolean last) {
        JsonObject candidate = new JsonObject();
        JsonObject content = new JsonObject();
        if (text != null) {
            JsonObject part = new JsonObject();
            part.addProperty("text", text);
            content.add("parts", Dialect.arrayOf(part));
        }
        content.addProperty("role", "model");
        // A withheld reply has no content at all.
        if (reply.finish() != Reply.Finish.SAFETY) {
            candidate.add("content", content);
        }
        if (last) {
            candidate.addProperty("finishReason", reply.finish().name());
        }
        candidate.addProperty("index", 0);
        return candidate;
    }

    @Override
    public String error(Fault fault, String words, @Nullable Duration wait) {
        JsonObject error = new JsonObject();
        error.addProperty("code", fault.status());
        error.addProperty("message", words);
        error.addProperty("status", status(fault.status()));
        if (fault == Fault.KEY_NOT_VALID) {
            JsonObject info = new JsonObject();
            info.addProperty("@type", "type.googleapis.com/google.rpc.ErrorInfo");
            info.addProperty("reason", "API_KEY_INVALID");
            info.addProperty("domain", "googleapis.com");
            error.add("details", Dialect.arrayOf(info));
        }
        if (wait != null) {
            JsonObject retry = new JsonObject();
            retry.addProperty("@type", "type.googleapis.com/google.rpc.RetryInfo");
            retry.addProperty("retryDelay", wait.toNanos() / 1e9 + "s");
            error.add("details", Dialect.arrayOf(retry));
        }
        JsonObject body = new JsonObject();
        body.add("error", error);
        return body.toString();
    }

    private static String status(int code) {
        return switch (code) {
            case 400 -> "INVALID_ARGUMENT";
            case 401 -> "UNAUTHENTICATED";
            case 403 -> "PERMISSION_DENIED";
            case 404 -> "NOT_FOUND";
            case 429 -> "RESOURCE_EXHAUSTED";
            case 503 -> "UNAVAILABLE";
            default -> "INTERNAL";
        };
    }
}
