package org.vppworkbench.negotiation.standin;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.negotiation.language.Sampling;

/** Ollama's chat (<a href="https://docs.ollama.com/api/chat">docs.ollama.com/api/chat</a>); it asks for no key. */
record OllamaDialect() implements Dialect {
    @Override
    public Api api() {
        return Api.OLLAMA;
    }

    @Override
    public @Nullable String keyHeader() {
        return null;
    }

    @Override
    public Asked read(long number, String path, JsonObject body, boolean keyPresent) {
        JsonObject schema = Dialect.object(body, "format");
        JsonObject options = Dialect.object(body, "options");
        ChatMessages messages = ChatMessages.of(body);
        // Ollama streams unless told otherwise.
        boolean streaming = !body.has("stream") || body.get("stream").getAsBoolean();
        return new Asked(
                number, Api.OLLAMA, body.get("model").getAsString(), streaming, messages.system(), messages.turns(),
                schema == null ? null : schema.toString(),
                new Sampling(
                        Dialect.number(options, "temperature"), Dialect.number(options, "top_p"),
                        Dialect.whole(options, "seed"), Dialect.wholeOrZero(options, "num_predict")),
                keyPresent);
    }

    @Override
    public String whole(Asked asked, Reply reply) {
        String text = reply.text();
        return answer(reply, text == null ? "" : text, true).toString();
    }

    @Override
    public List<String> pieces(Asked asked, Reply reply) {
        String text = reply.text();
        List<String> frames = new ArrayList<>();
        for (String part : text == null ? List.<String>of() : Dialect.split(text)) {
            frames.add(answer(reply, part, false) + "\n");
        }
        frames.add(answer(reply, "", true) + "\n");
        return frames;
    }

    @Override
    public String streamType() {
        return "application/x-ndjson";
    }

    private static JsonObject answer(Reply reply, String text, boolean last) {
        JsonObject message = new JsonObject();
        message.addProperty("role", "assistant");
        message.addProperty("content", text);
        JsonObject answer = new JsonObject();
        answer.addProperty("model", reply.modelVersion());
        answer.addProperty("created_at", "2023-08-13T00:00:00Z");
        answer.add("message", message);
        answer.addProperty("done", last);
        if (last) {
            answer.addProperty("done_reason", reply.finish() == Reply.Finish.MAX_TOKENS ? "length" : "stop");
            TokenCount tokens = reply.tokens();
            if (tokens != null) {
                answer.addProperty("prompt_eval_count", tokens.prompt());
                answer.addProperty("eval_count", tokens.output() + tokens.thoughts());
            }
        }
        return answer;
    }

    @Override
    public String error(Fault fault, String words, @Nullable Duration wait) {
        JsonObject body = new JsonObject();
        body.addProperty("error", words);
        return body.toString();
    }
}
