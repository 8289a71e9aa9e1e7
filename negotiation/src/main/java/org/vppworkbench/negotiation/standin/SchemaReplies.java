package org.vppworkbench.negotiation.standin;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Replies that keep to the schema asked for and mean nothing: every value is drawn within what the schema allows, from the
 * seed and the words of the request. A model that writes perfect JSON and understands nothing.
 */
public final class SchemaReplies implements Responder {
    private static final double WIDEST = 1_000;
    private static final int LONGEST = 3;

    private final long seed;

    public SchemaReplies(long seed) {
        this.seed = seed;
    }

    @Override
    public String reply(Asked asked) {
        String schema = asked.schema();
        if (schema == null) {
            return "yes";
        }
        SplittableRandom random = new SplittableRandom(seed ^ mixed(asked.everything()));
        return draw(JsonParser.parseString(schema).getAsJsonObject(), random).toString();
    }

    private static JsonElement draw(JsonObject schema, SplittableRandom random) {
        JsonArray allowed = Dialect.array(schema, "enum");
        if (!allowed.isEmpty()) {
            return allowed.get(random.nextInt(allowed.size()));
        }
        return switch (type(schema)) {
            case "object" -> object(schema, random);
            case "array" -> array(schema, random);
            case "integer" -> new JsonPrimitive(Math.round(number(schema, random)));
            case "number" -> new JsonPrimitive(number(schema, random));
            case "boolean" -> new JsonPrimitive(random.nextBoolean());
            case "null" -> JsonNull.INSTANCE;
            default -> new JsonPrimitive("word " + random.nextInt(100));
        };
    }

    /** One type, in lower case; of several the first, of none a text. */
    private static String type(JsonObject schema) {
        JsonElement type = schema.get("type");
        if (type == null) {
            return schema.has("properties") ? "object" : "string";
        }
        JsonElement one = type.isJsonArray() ? type.getAsJsonArray().get(0) : type;
        return one.getAsString().toLowerCase(Locale.ROOT);
    }

    /** All required fields, and each other as a coin falls. */
    private static JsonObject object(JsonObject schema, SplittableRandom random) {
        JsonObject properties = Dialect.object(schema, "properties");
        JsonArray required = Dialect.array(schema, "required");
        JsonObject drawn = new JsonObject();
        if (properties != null) {
            for (String name : properties.keySet()) {
                JsonObject property = properties.getAsJsonObject(name);
                if (required.contains(new JsonPrimitive(name)) || random.nextBoolean()) {
                    drawn.add(name, draw(property, random));
                }
            }
        }
        return drawn;
    }

    private static JsonArray array(JsonObject schema, SplittableRandom random) {
        JsonObject items = Dialect.object(schema, "items");
        int least = Dialect.wholeOrZero(schema, "minItems");
        Integer most = Dialect.whole(schema, "maxItems");
        int size = random.nextInt(least, Math.max(least, most == null ? least + LONGEST : most) + 1);
        JsonArray drawn = new JsonArray();
        for (int k = 0; k < size; k++) {
            drawn.add(items == null ? new JsonPrimitive(k) : draw(items, random));
        }
        return drawn;
    }

    private static double number(JsonObject schema, SplittableRandom random) {
        Double least = Dialect.number(schema, "minimum");
        Double most = Dialect.number(schema, "maximum");
        double from = least == null ? (most == null ? 0 : Math.min(0, most - WIDEST)) : least;
        double to = most == null ? from + WIDEST : most;
        // Two decimals, as people and models write them.
        double drawn = from < to ? random.nextDouble(from, to) : from;
        return Math.clamp(Math.rint(drawn * 100) / 100, from, Math.max(from, to));
    }

    private static long mixed(String text) {
        long hash = 0xCBF29CE484222325L;
        for (int k = 0; k < text.length(); k++) {
            hash = (hash ^ text.charAt(k)) * 0x100000001B3L;
        }
        return hash;
    }
}
