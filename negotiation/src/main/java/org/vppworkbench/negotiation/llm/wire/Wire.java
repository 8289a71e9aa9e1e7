package org.vppworkbench.negotiation.llm.wire;

import com.google.gson.JsonObject;
import dev.langchain4j.model.chat.ChatModel;
import org.vppworkbench.negotiation.language.ReplySchema;
import org.vppworkbench.negotiation.llm.settings.Destination;
import org.vppworkbench.negotiation.llm.settings.Provider;

/** How one provider is spoken to. */
sealed interface Wire permits GeminiWire, OpenAiWire, OllamaWire {
    static Wire of(Provider provider) {
        return switch (provider) {
            case GEMINI -> new GeminiWire();
            case OPENAI -> new OpenAiWire();
            case OLLAMA -> new OllamaWire();
        };
    }

    /** A model of the library for one request over one exchange. */
    ChatModel model(Destination destination, Exchange exchange, ReplySchema schema, Sent sent);

    /** What a reply with status 200 says of itself. */
    Observed observe(JsonObject body);

    /** Puts in what the library cannot do without and a server may leave out. */
    default void complete(JsonObject body) {}
}
