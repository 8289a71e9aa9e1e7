package org.vppworkbench.app.ui.seat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the person says, as lines of the protocol. */
final class SeatLines {
    private SeatLines() {}

    static JsonObject move(String type, int turn) {
        JsonObject move = new JsonObject();
        move.addProperty("type", type);
        move.addProperty("turn", turn);
        return move;
    }

    static String offer(String type, int turn, Deal deal) {
        return terms(move(type, turn), deal).toString();
    }

    static String rule(int turn, String scope) {
        JsonObject move = move("rule", turn);
        move.addProperty("scope", scope);
        return move.toString();
    }

    static String check(int turn, String say, @Nullable Deal deal) {
        JsonObject move = move("check", turn);
        move.addProperty("say", say);
        return (deal == null ? move : terms(move, deal)).toString();
    }

    static String whatIf(int turn, @Nullable Double kw) {
        JsonObject question = move("what_if", turn);
        if (kw != null) {
            question.addProperty("kw", kw);
        }
        question.addProperty("path", true);
        return question.toString();
    }

    /** Actions of the aggregator, to be made or to be checked. */
    static String actions(String type, int turn, List<SeatHome> homes) {
        JsonArray actions = new JsonArray();
        for (SeatHome home : homes) {
            SeatHome.Planned planned = home.planned();
            if (planned != null) {
                JsonObject action = new JsonObject();
                action.addProperty("home", home.id());
                action.addProperty("action", planned.action());
                Deal deal = planned.deal();
                actions.add(deal == null ? action : terms(action, deal));
            }
        }
        JsonObject line = move(type, turn);
        line.add("actions", actions);
        return line.toString();
    }

    private static JsonObject terms(JsonObject object, Deal deal) {
        object.addProperty("kw", deal.kw());
        object.addProperty("usdPerMwh", deal.usdPerMwh());
        return object;
    }
}
