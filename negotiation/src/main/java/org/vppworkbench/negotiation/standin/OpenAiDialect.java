package org.vppworkbench.negotiation.standin;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.negotiation.language.Sampling;

/**
 * OpenAI's chat completions, which LM Studio, vLLM and others speak too
 * (<a href="https://platform.openai.com/docs/api-reference/chat">platform.openai.com/docs/api-reference/chat</a>).
 */
record OpenAiDialect() implements Dialect {
    @Override
    public Api api() {
        return Api.OPENAI;
    }

    @Override
    public String keyHeader() {
        return "Authorization";
    }

    @Override
    public Asked read(long number, String path, JsonObject body, boolean keyPresent) {
        JsonObject schema = Dialect.object(Dialect.object(Dialect.object(body, "response_format"), "json_schema"), "schema");
        ChatMessages messages = ChatMessages.of(body);
        int limit = Dialect.wholeOrZero(body, "max_completion_tokens");
        return new Asked(
                number, Api.OPENAI, body.get("model").getAsString(), body.has("stream") && body.get("stream").getAsBoolean(),
                messages.system(), messages.turns(), schema == null ? null : schema.toString(),
                new Sampling(
                        Dialect.number(body, "temperature"), Dialect.number(body, "top_p"), Dialect.whole(body, "seed"),
                        limit > 0 ? limit : Dialect.wholeOrZero(body, "max_tokens")),
                keyPresent);
    }

    @Override
    public String whole(Asked asked, Reply reply) {
        JsonObject message = new JsonObject();
        message.addProperty("role", "assistant");
        if (reply.text() == null) {
            message.add("content", JsonNull.INSTANCE);
        } else {
            message.addProperty("content", reply.text());
        }
        JsonObject choice = new JsonObject();
        choice.addProperty("index", 0);
        choice.add("message", message);
        choice.addProperty("finish_reason", finish(reply.finish()));
        JsonObject answer = head(asked, reply, "chat.completion", Dialect.arrayOf(choice));
        addUsage(answer, reply);
        return answer.toString();
    }

    @Override
    public List<String> pieces(Asked asked, Reply reply) {
        String text = reply.text();
        List<String> frames = new ArrayList<>();
        for (String part : text == null ? List.<String>of() : Dialect.split(text)) {
            JsonObject delta = new JsonObject();
            delta.addProperty("role", "assistant");
            delta.addProperty("content", part);
            frames.add(frame(chunk(asked, reply, delta, null)));
        }
        frames.add(frame(chunk(asked, reply, new JsonObject(), finish(reply.finish()))));
        JsonObject last = head(asked, reply, "chat.completion.chunk", new JsonArray());
        addUsage(last, reply);
        frames.add(frame(last));
        frames.add("data: [DONE]\n\n");
        return frames;
    }

    @Override
    public String streamType() {
        return "text/event-stream";
    }

    private static String frame(JsonObject chunk) {
        return "data: " + chunk + "\n\n";
    }

    private static JsonObject chunk(Asked asked, Reply reply, JsonObject delta, @Nullable String finish) {
        JsonObject choice = new JsonObject();
        choice.addProperty("index", 0);
        choice.add("delta", delta);
        if (finish != null) {
            choice.addProperty("finish_reason", finish);
        }
        return head(asked, reply, "chat.completion.chunk", Dialect.arrayOf(choice));
    }

    private static JsonObject head(Asked asked, Reply reply, String object, JsonArray choices) {
        JsonObject answer = new JsonObject();
        answer.addProperty("id", "stand-in-" + asked.number());
        answer.addProperty("object", object);
        answer.addProperty("created", 0);
        answer.addProperty("model", reply.modelVersion());
        answer.add("choices", choices);
        return answer;
    }

    private static void addUsage(JsonObject answer, Reply reply) {
        TokenCount tokens = reply.tokens();
        if (tokens == null) {
            return;
        }
        JsonObject usage = new JsonObject();
        usage.addProperty("prompt_tokens", tokens.prompt());
        // OpenAI counts thoughts among the tokens of the completion.
        usage.addProperty("completion_tokens", tokens.output() + tokens.thoughts());
        usage.addProperty("total_tokens", tokens.total());
        JsonObject read = new JsonObject();
        read.addProperty("cached_tokens", tokens.cached());
        usage.add("prompt_tokens_details", read);
        JsonObject details = new JsonObject();
        details.addProperty("reasoning_tokens", tokens.thoughts());
        usage.add("completion_tokens_details", details);
        answer.add("usage", usage);
    }

    private static String finish(Reply.Finish finish) {
        return switch (finish) {
            case STOP -> "stop";
            case MAX_TOKENS -> "length";
            case SAFETY, BLOCKED -> "content_filter";
        };
    }

    @Override
    public String error(Fault fault, String words, @Nullable Duration wait) {
        JsonObject error = new JsonObject();
        error.addProperty("message", words);
        error.addProperty("type", fault.status() < 500 ? "invalid_request_error" : "server_error");
        error.add("param", JsonNull.INSTANCE);
        error.addProperty("code", switch (fault) {
            case KEY_NOT_VALID, HTTP_401 -> "invalid_api_key";
            case HTTP_404 -> "model_not_found";
            case HTTP_429 -> "rate_limit_exceeded";
            case BLOCKED_PROMPT -> "content_filter";
            default -> "error_" + fault.status();
        });
        JsonObject body = new JsonObject();
        body.add("error", error);
        return body.toString();
    }
}
