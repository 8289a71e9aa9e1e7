package org.vppworkbench.negotiation.llm.wire;

import com.google.gson.JsonObject;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.negotiation.language.FailureKind;
import org.vppworkbench.negotiation.language.ReplySchema;
import org.vppworkbench.negotiation.llm.settings.Destination;
import org.vppworkbench.negotiation.llm.settings.Secret;

/** Ollama's {@code /api/chat}. */
final class OllamaWire implements Wire {
    @Override
    public ChatModel model(Destination destination, Exchange exchange, ReplySchema schema, Sent sent) {
        Secret key = destination.key();
        return OllamaChatModel.builder()
                .httpClientBuilder(exchange)
                .baseUrl(destination.endpoint().baseUrl())
                .customHeaders(key == null ? Map.of() : Map.of("Authorization", "Bearer " + key.reveal()))
                .modelName(destination.model())
                .maxRetries(0)
                .logRequests(false)
                .logResponses(false)
                .temperature(sent.temperature())
                .topP(sent.topP())
                .seed(sent.seed())
                .numPredict(sent.maxOutputTokens())
                .supportedCapabilities(Capability.RESPONSE_FORMAT_JSON_SCHEMA)
                .responseFormat(Replies.format(schema.name(), schema.json()))
                .build();
    }

    @Override
    public Observed observe(JsonObject body) {
        Tokens.Reported tokens =
                new Tokens.Reported(
                        Json.count(body, "prompt_eval_count"), 0, Json.count(body, "eval_count"), 0);
        String model = Json.text(body, "model");
        return new Observed(tokens, model == null ? "" : model, problem(body, tokens));
    }

    private static Attempt.@Nullable Problem problem(JsonObject body, Tokens.Reported tokens) {
        if (Json.member(body, "done") == null || !body.get("done").isJsonPrimitive() || !body.get("done").getAsBoolean()) {
            return Attempt.Problem.passing(FailureKind.CUT_REPLY, "the answer was not finished");
        }
        if ("length".equals(Json.text(body, "done_reason"))) {
            return Replies.truncated(tokens);
        }
        String content = Json.text(Json.object(body, "message"), "content");
        return content == null || content.isBlank() ? Replies.empty("the answer holds no text") : null;
    }
}
