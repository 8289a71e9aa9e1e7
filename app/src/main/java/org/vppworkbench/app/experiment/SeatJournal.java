package org.vppworkbench.app.experiment;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.io.HumanChoice;
import org.vppworkbench.app.io.HumanJsonl;

/** How a person came to the moves of a run, kept where the person agreed to it. Used by the thread of the run. */
final class SeatJournal {
    private static final double NANOS = 1e9;
    private static final Set<String> TURNS =
            Set.of("call_for_proposals", "ask_stands", "counter_offer", "last_word", "agreed", "offers", "verdict");

    private final String agent;
    private final LongSupplier nanos;
    private final long taken;
    private final List<HumanChoice> choices = new ArrayList<>();
    private final List<HumanChoice.Asked> asked = new ArrayList<>();
    private JsonObject turn = new JsonObject();
    private String told = "";
    private String question = "";
    private long due;
    private long questionAt;

    SeatJournal(String agent, LongSupplier nanos) {
        this.agent = agent;
        this.nanos = nanos;
        this.taken = nanos.getAsLong();
    }

    /** The person is told a line. */
    void told(String line) {
        JsonObject message = JsonParser.parseString(line).getAsJsonObject();
        String type = text(message, "type");
        if (TURNS.contains(type)) {
            begin(line, message, type.equals("verdict"));
        } else if (!question.isEmpty() && message.has("turn")) {
            asked.add(new HumanChoice.Asked((questionAt - due) / NANOS, question, line));
            question = "";
        }
    }

    private void begin(String line, JsonObject message, boolean again) {
        if (again && !choices.isEmpty()) {
            choices.add(choices.removeLast().withRefusal(text(message, "check") + ": " + text(message, "detail")));
            turn.addProperty("type", "verdict");
        } else {
            turn = message;
        }
        told = line;
        asked.clear();
        due = nanos.getAsLong();
    }

    /** The person asks a tool. */
    void question(String line) {
        question = line;
        questionAt = nanos.getAsLong();
    }

    /**
     * The person makes a move.
     *
     * @param line the move, or {@code null} where the time was over
     */
    void move(@Nullable String line) {
        JsonElement opportunity = turn.get("opportunity");
        choices.add(new HumanChoice(
                choices.size() + 1, agent, opportunity == null ? "" : text(opportunity.getAsJsonObject(), "id"),
                turn.has("round") ? turn.get("round").getAsInt() : 0, text(turn, "type"), (due - taken) / NANOS,
                (nanos.getAsLong() - due) / NANOS, asked, told, line, null, null));
    }

    /** What the rule would have done instead of the last move. */
    void note(String line) {
        if (!choices.isEmpty()) {
            choices.add(choices.removeLast().withRule(line));
        }
    }

    /** The record so far. */
    String text() {
        return HumanJsonl.write(choices);
    }

    private static String text(JsonObject object, String name) {
        JsonElement value = object.get(name);
        return value == null || value.isJsonNull() ? "" : value.getAsString();
    }
}
