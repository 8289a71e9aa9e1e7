package org.vppworkbench.app.ui.seat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the aggregator knows of one home: what both said, and nothing of its battery or costs.
 *
 * @param id of the home
 * @param stage where the talk stands
 * @param ask the home's standing ask
 * @param counter the aggregator's last bid
 * @param agreed what both agreed to
 * @param planned what is to be said to it in this round; {@code null} for nothing
 */
public record SeatHome(
        String id,
        String stage,
        @Nullable Deal ask,
        @Nullable Deal counter,
        @Nullable Deal agreed,
        @Nullable Planned planned) {
    private static final double SAME_KW = 1e-9;

    /**
     * A planned action.
     *
     * @param action {@code accept}, {@code counter} or {@code reject}
     * @param deal terms of a counter-offer
     */
    public record Planned(String action, @Nullable Deal deal) {
        String words() {
            return action + (deal == null ? "" : " " + deal.words());
        }
    }

    static SeatHome of(JsonObject position) {
        return new SeatHome(
                position.get("home").getAsString(), position.get("stage").getAsString(), Deal.of(position, "ask"),
                Deal.of(position, "counter"), Deal.of(position, "agreed"), null);
    }

    SeatHome with(@Nullable Planned next) {
        return new SeatHome(id, stage, ask, counter, agreed, next);
    }

    /** The members of a coalition become planned answers. */
    static List<SeatHome> suggested(List<SeatHome> homes, JsonObject coalition) {
        Map<String, Double> members = new HashMap<>();
        for (JsonElement element : coalition.getAsJsonArray("members")) {
            JsonObject member = element.getAsJsonObject();
            members.put(member.get("home").getAsString(), member.get("kw").getAsDouble());
        }
        return homes.stream().map(home -> {
            Deal ask = home.ask();
            Double chosen = members.get(home.id());
            if (ask == null || chosen == null || !home.open()) {
                return home;
            }
            return home.with(Math.abs(chosen - ask.kw()) < SAME_KW
                    ? new Planned("accept", null)
                    : new Planned("counter", new Deal(chosen, ask.usdPerMwh())));
        }).toList();
    }

    boolean open() {
        return stage.equals("ASKED");
    }

    String stageWords() {
        return stage.toLowerCase(Locale.ROOT);
    }
}
