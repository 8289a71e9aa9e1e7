package org.vppworkbench.negotiation.standin;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import org.vppworkbench.negotiation.language.Utterance;

/**
 * A rule in the place of a model that decides for several homes in one request: each home is answered by what
 * {@link BargainingResponder} says to the same data alone.
 */
public final class BatchSpeaker {
    private static final String HOME = "your_home: ";

    private BatchSpeaker() {}

    /** Whether a talk is about several homes at once. */
    static boolean understands(List<Utterance> turns) {
        return turns.getLast().text().contains("Your replies, one per home:");
    }

    /** The reply to what was said so far, without mistakes. */
    public static String reply(List<Utterance> turns) {
        return reply(turns, 0);
    }

    /**
     * The reply to what was said so far.
     *
     * @param faultShare share of first answers of homes that are wrong [0..1]
     */
    static String reply(List<Utterance> turns, double faultShare) {
        String text = turns.getLast().text();
        List<String> common = new ArrayList<>();
        List<List<String>> homes = new ArrayList<>();
        for (String line : text.lines().takeWhile(line -> !line.startsWith("<<<END")).toList()) {
            if (line.startsWith(HOME)) {
                homes.add(new ArrayList<>(List.of(line)));
            } else {
                (homes.isEmpty() ? common : homes.getLast()).add(line);
            }
        }
        String end = text.lines().filter(line -> line.startsWith("<<<END")).findFirst().orElse("");
        BargainingResponder one = new BargainingResponder(0);
        JsonArray replies = new JsonArray();
        for (List<String> home : homes) {
            List<String> lines = new ArrayList<>(common);
            lines.addAll(home);
            lines.add(end);
            String said = one.reply(List.of(new Utterance(Utterance.Role.USER, String.join("\n", lines))));
            JsonObject good = JsonParser.parseString(said).getAsJsonObject();
            double draw = Mistakes.draw(String.join("\n", lines));
            JsonObject item = draw >= faultShare || Mistakes.told(turns) ? good : Mistakes.part(good, draw / faultShare);
            item.addProperty("home", home.getFirst().substring(HOME.length()));
            replies.add(item);
        }
        JsonObject reply = new JsonObject();
        reply.add("replies", replies);
        return reply.toString();
    }
}
