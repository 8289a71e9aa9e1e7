package org.vppworkbench.negotiation.standin;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.vppworkbench.negotiation.language.Utterance;

/**
 * The list {@code messages} that OpenAI and Ollama share.
 *
 * @param system all messages of the role {@code system} or {@code developer}
 * @param turns the others
 */
record ChatMessages(String system, List<Utterance> turns) {
    static ChatMessages of(JsonObject body) {
        StringBuilder system = new StringBuilder();
        List<Utterance> turns = new ArrayList<>();
        for (JsonElement element : Dialect.array(body, "messages")) {
            JsonObject message = element.getAsJsonObject();
            String text = text(message.get("content"));
            switch (message.get("role").getAsString()) {
                case "system", "developer" -> system.append(system.isEmpty() ? "" : "\n").append(text);
                case "assistant" -> turns.add(new Utterance(Utterance.Role.MODEL, text));
                default -> turns.add(new Utterance(Utterance.Role.USER, text));
            }
        }
        return new ChatMessages(system.toString(), turns);
    }

    /** A text, or a list of parts of which some are text. */
    private static String text(JsonElement content) {
        if (!content.isJsonArray()) {
            return content.isJsonNull() ? "" : content.getAsString();
        }
        StringBuilder text = new StringBuilder();
        for (JsonElement part : content.getAsJsonArray()) {
            JsonElement words = part.getAsJsonObject().get("text");
            text.append(words == null ? "" : words.getAsString());
        }
        return text.toString();
    }
}
