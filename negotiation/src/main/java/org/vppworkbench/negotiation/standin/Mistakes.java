package org.vppworkbench.negotiation.standin;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.negotiation.language.Utterance;

/**
 * Mistakes that models make, by a share of first replies: whether one is made, and which, depends on the question alone. A
 * speaker that was told of its mistake makes none.
 */
final class Mistakes {
    private static final int OF_TEXT = 2;
    private static final int OF_PART = 6;

    private Mistakes() {}

    /** A number in [0, 1) that depends on a text alone. */
    static double draw(@Nullable String text) {
        CRC32 sum = new CRC32();
        sum.update(String.valueOf(text).getBytes(StandardCharsets.UTF_8));
        return sum.getValue() / (double) (1L << 32);
    }

    /** Whether the speaker has just been told that its last reply was refused. */
    static boolean told(List<Utterance> turns) {
        String last = turns.getLast().text();
        return last.contains("Your last reply was refused") || last.contains("Refused:");
    }

    /** A home's decision. */
    static String decision(JsonObject good, double draw) {
        double kind = draw * (OF_TEXT + OF_PART);
        return kind < OF_TEXT ? text(good, kind) : part(good, (kind - OF_TEXT) / OF_PART).toString();
    }

    /** A home's decision among others in one reply: it must stay an object. */
    static JsonObject part(JsonObject good, double draw) {
        return switch ((int) (draw * OF_PART)) {
            case 0 -> with(good, "action", "SELL_EVERYTHING");
            case 1 -> with(good, "price", "42");
            case 2 -> BargainingResponder.terms("PROPOSE", 4_000, 50, "I have plenty.");
            case 3 -> BargainingResponder.terms("PROPOSE", 1, 1_000_000, "Pay me more.");
            case 4 -> BargainingResponder.terms("PROPOSE", 0, 50, "Nothing, but soon.");
            default -> BargainingResponder.plain("ACCEPT", "Whatever you say.");
        };
    }

    /** A reply with a list about many homes, spoilt in its first part. */
    static String list(JsonObject good, String name, double draw) {
        double kind = draw * (OF_TEXT + OF_PART);
        JsonElement parts = good.get(name);
        if (kind < OF_TEXT || !(parts instanceof JsonArray list) || list.isEmpty()) {
            return text(good, kind % OF_TEXT);
        }
        JsonObject first = list.get(0).getAsJsonObject();
        switch ((int) kind - OF_TEXT) {
            case 0 -> first.addProperty("move", "SELL_EVERYTHING");
            case 1 -> first.addProperty("colour", "42");
            case 2 -> first.addProperty("kw", 4_000);
            case 3 -> first.addProperty("price", 1_000_000);
            case 4 -> first.addProperty("kw", 0);
            default -> first.addProperty("home", "home-999999");
        }
        return good.toString();
    }

    /** A strategy. */
    static String strategy(JsonObject good, double draw) {
        double kind = draw * (OF_TEXT + OF_TEXT);
        return switch ((int) kind) {
            case 0, 1 -> text(good, kind);
            case 2 -> with(good, "mood", "42").toString();
            default -> with(good, "most_kw_share", "all of it").toString();
        };
    }

    private static String text(JsonObject good, double kind) {
        String whole = good.toString();
        return kind < 1 ? "```json\n" + whole + "\n```" : whole.substring(0, whole.length() / 2);
    }

    private static JsonObject with(JsonObject good, String field, String value) {
        JsonObject wrong = good.deepCopy();
        wrong.addProperty(field, value);
        return wrong;
    }
}
