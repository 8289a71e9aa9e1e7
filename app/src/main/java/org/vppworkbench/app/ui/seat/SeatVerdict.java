package org.vppworkbench.app.ui.seat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Locale;

/**
 * What the gate says to the move as it stands.
 *
 * @param known whether it was asked
 * @param passed whether it would pass
 * @param words what it says
 */
public record SeatVerdict(boolean known, boolean passed, String words) {
    static final SeatVerdict UNKNOWN = new SeatVerdict(false, false, "");

    static SeatVerdict of(JsonObject answer) {
        if (!answer.has("verdicts")) {
            boolean passed = answer.get("passed").getAsBoolean();
            return new SeatVerdict(true, passed, passed
                    ? "The gate would let this offer pass."
                    : "The gate would refuse it (" + SeatNews.text(answer, "check") + "): " + SeatNews.text(answer, "detail"));
        }
        StringBuilder faults = new StringBuilder();
        for (JsonElement element : answer.getAsJsonArray("verdicts")) {
            JsonObject one = element.getAsJsonObject();
            if (!one.get("passed").getAsBoolean()) {
                faults.append(faults.isEmpty() ? "" : "; ").append(SeatNews.text(one, "home")).append(": ").append(SeatNews.text(one, "detail"));
            }
        }
        String words = faults.isEmpty()
                ? String.format(Locale.ROOT, "The gate would let this pass; %.2f kW would be left.", answer.get("leftKw").getAsDouble())
                : "The gate would refuse " + faults;
        return new SeatVerdict(true, faults.isEmpty(), words);
    }
}
