package org.vppworkbench.negotiation.standin;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Makes a good reply wrong, guided by the schema that was asked for. */
final class Tampering {
    private static final String PROSE = "I would rather not answer in JSON today. Let us say two kilowatts?";

    private Tampering() {}

    /** The reply with the fault in its text; a reply that is no JSON object comes back as prose. */
    static String with(Fault fault, String reply, @Nullable String schema) {
        Optional<JsonObject> good = object(reply);
        if (fault == Fault.NOT_JSON || good.isEmpty()) {
            return PROSE;
        }
        JsonObject wrong = good.get().deepCopy();
        JsonObject asked = schema == null ? new JsonObject() : object(schema).orElseGet(JsonObject::new);
        switch (fault) {
            case BAD_ENUM -> set(wrong, chosen(wrong, asked, property -> property.has("enum")), "DO_AS_YOU_LIKE");
            case MISSING_FIELD -> wrong.remove(required(wrong, asked));
            case NULL_FIELD -> wrong.add(required(wrong, asked), JsonNull.INSTANCE);
            case NOT_A_NUMBER -> set(wrong, chosen(wrong, asked, Tampering::numeric), "plenty");
            case WRONG_ID -> rename(wrong);
            case WRONG_ROUND -> wrong.addProperty("round", 9_999);
            default -> throw new IllegalArgumentException(fault + " is not in the text");
        }
        return wrong.toString();
    }

    private static void set(JsonObject wrong, String field, String value) {
        wrong.addProperty(field, value);
    }

    /** A field of the reply whose property in the schema fits, else the first field. */
    private static String chosen(JsonObject reply, JsonObject schema, Predicate<JsonObject> fits) {
        JsonObject properties = Dialect.object(schema, "properties");
        for (String name : reply.keySet()) {
            JsonObject property = Dialect.object(properties, name);
            if (property != null && fits.test(property)) {
                return name;
            }
        }
        return first(reply);
    }

    private static boolean numeric(JsonObject property) {
        JsonElement type = property.get("type");
        return type != null && type.toString().toLowerCase(Locale.ROOT).matches(".*\"(number|integer)\".*");
    }

    /** The first required field that the reply has, else its first field. */
    private static String required(JsonObject reply, JsonObject schema) {
        for (JsonElement name : Dialect.array(schema, "required")) {
            if (reply.has(name.getAsString())) {
                return name.getAsString();
            }
        }
        return first(reply);
    }

    private static String first(JsonObject reply) {
        return reply.keySet().stream().findFirst().orElse("nothing");
    }

    private static void rename(JsonObject wrong) {
        boolean found = false;
        for (Map.Entry<String, JsonElement> field : wrong.entrySet()) {
            if (field.getKey().toLowerCase(Locale.ROOT).matches(".*(id|home|agent|conversation|reply_?to)")
                    && field.getValue().isJsonPrimitive()) {
                field.setValue(new JsonPrimitive("somebody-else"));
                found = true;
            }
        }
        if (!found) {
            wrong.addProperty("id", "somebody-else");
        }
    }

    private static Optional<JsonObject> object(String text) {
        try {
            JsonElement parsed = JsonParser.parseString(text);
            return parsed.isJsonObject() ? Optional.of(parsed.getAsJsonObject()) : Optional.empty();
        } catch (JsonParseException e) {
            return Optional.empty();
        }
    }
}
