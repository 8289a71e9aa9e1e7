package org.vppworkbench.negotiation.llm.wire;

import com.google.gson.JsonObject;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.googleai.GeminiThinkingConfig;
import dev.langchain4j.model.googleai.GoogleAiGeminiChatModel;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.negotiation.language.FailureKind;
import org.vppworkbench.negotiation.language.ReplySchema;
import org.vppworkbench.negotiation.llm.settings.Destination;
import org.vppworkbench.negotiation.llm.settings.Secret;

/** Gemini's {@code generateContent}. */
final class GeminiWire implements Wire {
    @Override
    public ChatModel model(Destination destination, Exchange exchange, ReplySchema schema, Sent sent) {
        Secret key = Objects.requireNonNull(destination.key(), "checked before");
        return GoogleAiGeminiChatModel.builder()
                .httpClientBuilder(exchange)
                .baseUrl(destination.endpoint().baseUrl())
                .apiKey(key.reveal())
                .modelName(destination.model())
                .maxRetries(0)
                .logRequests(false)
                .logResponses(false)
                .temperature(sent.temperature())
                .topP(sent.topP())
                .seed(sent.seed())
                .maxOutputTokens(sent.maxOutputTokens())
                .thinkingConfig(thinking(sent.thinking()))
                // without it the schema would silently become a part of the prompt
                .supportedCapabilities(Capability.RESPONSE_FORMAT_JSON_SCHEMA)
                .responseFormat(Replies.format(schema.name(), schema.json()))
                .build();
    }

    private static @Nullable GeminiThinkingConfig thinking(@Nullable String thinking) {
        if (thinking == null) {
            return null;
        }
        return thinking.startsWith("budget ")
                ? GeminiThinkingConfig.builder()
                        .thinkingBudget(Integer.valueOf(thinking.substring("budget ".length())))
                        .build()
                : GeminiThinkingConfig.builder().thinkingLevel(thinking).build();
    }

    @Override
    public Observed observe(JsonObject body) {
        JsonObject usage = Json.object(body, "usageMetadata");
        Tokens.Reported tokens =
                new Tokens.Reported(
                        Json.count(usage, "promptTokenCount"),
                        Json.countOrZero(usage, "cachedContentTokenCount"),
                        Json.count(usage, "candidatesTokenCount"),
                        Json.countOrZero(usage, "thoughtsTokenCount"));
        String version = Json.text(body, "modelVersion");
        return new Observed(tokens, version == null ? "" : version, problem(body, tokens));
    }

    @Override
    public void complete(JsonObject body) {
        if (Json.object(body, "usageMetadata") == null) {
            JsonObject none = new JsonObject();
            for (String count : new String[] {"promptTokenCount", "candidatesTokenCount", "totalTokenCount"}) {
                none.addProperty(count, 0);
            }
            body.add("usageMetadata", none);
        }
        JsonObject candidate = Json.firstOf(body, "candidates");
        if (candidate != null && Json.text(candidate, "finishReason") == null) {
            candidate.addProperty("finishReason", "STOP");
        }
    }

    private static Attempt.@Nullable Problem problem(JsonObject body, Tokens.Reported tokens) {
        String blocked = Json.text(Json.object(body, "promptFeedback"), "blockReason");
        if (blocked != null) {
            return Attempt.Problem.lasting(
                    FailureKind.BLOCKED_PROMPT, "the provider blocked the prompt: " + Refusals.plain(blocked));
        }
        JsonObject candidate = Json.firstOf(body, "candidates");
        if (candidate == null) {
            return Replies.empty("the answer holds no candidate");
        }
        String reason = Json.text(candidate, "finishReason");
        Attempt.Problem unfinished = reason == null ? null : finish(reason, tokens);
        if (unfinished != null) {
            return unfinished;
        }
        return Json.firstOf(Json.object(candidate, "content"), "parts") == null
                ? Replies.empty("the answer holds no text")
                : null;
    }

    private static Attempt.@Nullable Problem finish(String reason, Tokens.Reported tokens) {
        return switch (reason) {
            case "STOP" -> null;
            case "MAX_TOKENS" -> Replies.truncated(tokens);
            case "SAFETY", "RECITATION", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII", "IMAGE_SAFETY", "LANGUAGE" ->
                Replies.withheld(reason);
            default -> Replies.empty("the answer ended without text: " + Refusals.plain(reason));
        };
    }
}
