package org.vppworkbench.negotiation.llm.tape;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import org.vppworkbench.model.message.TextHash;
import org.vppworkbench.negotiation.language.Origin;
import org.vppworkbench.negotiation.language.Question;
import org.vppworkbench.negotiation.language.Sampling;
import org.vppworkbench.negotiation.language.Utterance;

/**
 * Names a question on a tape: SHA-256 of its canonical JSON. Everything that is said counts, the schema, the sampling, who asks
 * and when, and the fingerprint of the gateway; the name of the prompt's resource does not.
 */
public final class TapeKey {
    private TapeKey() {}

    /** The key, lower-case hexadecimal. */
    public static String of(Question question, String fingerprint) {
        JsonObject all = new JsonObject();
        all.addProperty("model", fingerprint);
        all.add("origin", origin(question.origin()));
        all.add("request", request(question));
        all.add("sampling", sampling(question.sampling()));
        return TextHash.sha256(all.toString());
    }

    static JsonObject origin(Origin origin) {
        JsonObject json = new JsonObject();
        json.addProperty("agent", origin.agent());
        json.addProperty("subject", origin.subject());
        json.addProperty("round", origin.round());
        json.addProperty("turn", origin.turn());
        json.addProperty("attempt", origin.attempt());
        json.addProperty("step", origin.step());
        return json;
    }

    static JsonObject request(Question question) {
        JsonObject json = new JsonObject();
        json.addProperty("system", question.prompt().system());
        JsonArray turns = new JsonArray();
        for (Utterance turn : question.prompt().turns()) {
            JsonObject one = new JsonObject();
            one.addProperty("role", turn.role().name());
            one.addProperty("text", turn.text());
            turns.add(one);
        }
        json.add("turns", turns);
        json.addProperty("schemaName", question.schema().name());
        json.addProperty("schema", question.schema().json());
        return json;
    }

    static JsonObject sampling(Sampling sampling) {
        JsonObject json = new JsonObject();
        json.addProperty("temperature", sampling.temperature());
        json.addProperty("topP", sampling.topP());
        json.addProperty("seed", sampling.seed());
        json.addProperty("maxOutputTokens", sampling.maxOutputTokens());
        return json;
    }
}
