package org.vppworkbench.negotiation.llm.wire;

import com.google.gson.JsonObject;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.negotiation.language.ReplySchema;
import org.vppworkbench.negotiation.llm.settings.Destination;
import org.vppworkbench.negotiation.llm.settings.Secret;

/** OpenAI's chat completions, as many servers speak them. */
final class OpenAiWire implements Wire {
    @Override
    public ChatModel model(Destination destination, Exchange exchange, ReplySchema schema, Sent sent) {
        Secret key = destination.key();
        OpenAiChatModel.OpenAiChatModelBuilder builder =
                OpenAiChatModel.builder()
                        .httpClientBuilder(exchange)
                        .baseUrl(destination.endpoint().baseUrl())
                        .modelName(destination.model())
                        .maxRetries(0)
                        .logRequests(false)
                        .logResponses(false)
                        .temperature(sent.temperature())
                        .topP(sent.topP())
                        .seed(sent.seed())
                        .reasoningEffort(sent.thinking())
                        .supportedCapabilities(Capability.RESPONSE_FORMAT_JSON_SCHEMA)
                        .strictJsonSchema(true)
                        .responseFormat(Replies.format(schema.name(), StrictSchema.of(schema.json())));
        if (key != null) {
            builder.apiKey(key.reveal());
        }
        return (sent.shortLimitName()
                        ? builder.maxTokens(sent.maxOutputTokens())
                        : builder.maxCompletionTokens(sent.maxOutputTokens()))
                .build();
    }

    @Override
    public Observed observe(JsonObject body) {
        JsonObject usage = Json.object(body, "usage");
        long thoughts = Json.countOrZero(Json.object(usage, "completion_tokens_details"), "reasoning_tokens");
        Long completion = Json.count(usage, "completion_tokens");
        Tokens.Reported tokens =
                new Tokens.Reported(
                        Json.count(usage, "prompt_tokens"),
                        Json.countOrZero(Json.object(usage, "prompt_tokens_details"), "cached_tokens"),
                        completion == null ? null : Math.max(0, completion - thoughts),
                        thoughts);
        String model = Json.text(body, "model");
        return new Observed(tokens, model == null ? "" : model, problem(body, tokens));
    }

    private static Attempt.@Nullable Problem problem(JsonObject body, Tokens.Reported tokens) {
        JsonObject choice = Json.firstOf(body, "choices");
        if (choice == null) {
            return Replies.empty("the answer holds no choice");
        }
        String reason = Json.text(choice, "finish_reason");
        if (reason != null) {
            switch (reason) {
                case "stop" -> {}
                case "length" -> {
                    return Replies.truncated(tokens);
                }
                case "content_filter" -> {
                    return Replies.withheld(reason);
                }
                default -> {
                    return Replies.empty("the answer ended without text: " + Refusals.plain(reason));
                }
            }
        }
        JsonObject message = Json.object(choice, "message");
        String refusal = Json.text(message, "refusal");
        if (refusal != null && !refusal.isBlank()) {
            return Replies.withheld("the model refused");
        }
        String content = Json.text(message, "content");
        return content == null || content.isBlank() ? Replies.empty("the answer holds no text") : null;
    }
}
