package org.vppworkbench.negotiation.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vppworkbench.negotiation.language.Sampling;
import org.vppworkbench.negotiation.language.Utterance;

class SchemaRepliesTest {
    private static final String SCHEMA = """
            {"type":"OBJECT","properties":{
              "action":{"type":"STRING","enum":["PROPOSE","REFUSE"]},
              "kw":{"type":["number","null"],"minimum":0,"maximum":7.5},
              "round":{"type":"integer","minimum":2,"maximum":2},
              "homes":{"type":"array","minItems":1,"maxItems":2,"items":{"type":"object","properties":
                {"sure":{"type":"boolean"}},"required":["sure"]}},
              "why":{"type":"string"}},
             "required":["action","kw","round","homes"]}""";

    @Test
    void everyValueIsWithinTheSchemaAndDependsOnTheWordsOnly() {
        SchemaReplies replies = new SchemaReplies(4);
        Set<String> actions = new HashSet<>();
        Set<Boolean> optional = new HashSet<>();
        for (int k = 0; k < 200; k++) {
            String text = replies.reply(asked(k, "request " + k));
            assertEquals(text, new SchemaReplies(4).reply(asked(1_000 - k, "request " + k)));
            JsonObject reply = JsonParser.parseString(text).getAsJsonObject();
            actions.add(reply.get("action").getAsString());
            optional.add(reply.has("why"));
            double kw = reply.get("kw").getAsDouble();
            assertTrue(kw >= 0 && kw <= 7.5, text);
            assertEquals(2, reply.get("round").getAsInt());
            int homes = reply.getAsJsonArray("homes").size();
            assertTrue(homes == 1 || homes == 2, text);
            assertTrue(reply.getAsJsonArray("homes").get(0).getAsJsonObject().get("sure").isJsonPrimitive());
        }
        assertEquals(Set.of("PROPOSE", "REFUSE"), actions);
        assertEquals(Set.of(true, false), optional);
        assertNotEquals(new SchemaReplies(5).reply(asked(1, "x")), replies.reply(asked(1, "x")));
    }

    @Test
    void promptsThatBeginAlikeAreReadFromTheCacheInSteps() {
        PrefixCache cache = new PrefixCache();
        String shared = "rules ".repeat(1_000);
        assertEquals(0, cache.read(asked(1, shared + "home-001")));
        // Name of the model, schema, what is shared, and "home-00": whole steps of 128 tokens of 4 characters.
        int alike = "m\n".length() + SCHEMA.length() + "\n\n".length() + shared.length() + "home-00".length();
        assertEquals(128L * (alike / 512), cache.read(asked(2, shared + "home-002")));
        assertEquals(0, cache.read(asked(3, "something else " + shared)));
        assertEquals(0, cache.read(asked(4, "short")));
        assertEquals(0, cache.read(asked(5, "short")));
    }

    private static Asked asked(long number, String words) {
        return new Asked(
                number, Api.GEMINI, "m", false, "", List.of(new Utterance(Utterance.Role.USER, words)), SCHEMA,
                Sampling.REPEATABLE, true);
    }
}
