package org.vppworkbench.app.ui.seat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the run tells a seat besides turns, in words. */
final class SeatNews {
    private SeatNews() {}

    /** The news in words, or {@code null} for what is no news. */
    static @Nullable String words(JsonObject told) {
        Deal terms = Deal.of(told, "terms");
        String what = terms == null ? "" : " " + terms.words();
        String about = text(told, "opportunity");
        return switch (text(told, "type")) {
            case "accepted" -> about + ": the aggregator accepts" + what;
            case "rejected" -> about + ": turned down, " + lower(text(told, "reason"));
            case "award" -> about + ": contract" + home(told) + what;
            case "spoken_for" -> about + ": the rule said " + lower(text(told, "said")) + home(told) + what;
            case "cleared" -> about + (told.get("cleared").getAsBoolean() ? ": cleared by the market" : ": not cleared by the market, no contract");
            case "day" -> day(told);
            default -> null;
        };
    }

    /** A verdict of the gate in words. */
    static String refusal(JsonObject verdict) {
        String home = text(verdict, "home");
        return "The gate refused " + (home.isEmpty() ? "it" : "what you said to " + home) + " (" + text(verdict, "check") + "): "
                + text(verdict, "detail") + ". One more try; after that the rule decides.";
    }

    private static String day(JsonObject told) {
        return told.has("profitUsd")
                ? String.format(Locale.ROOT, "%s settled: revenue %.2f $, paid to homes %.2f $, profit %.2f $", text(told, "date"),
                        told.get("revenueUsd").getAsDouble(), told.get("paymentsUsd").getAsDouble(), told.get("profitUsd").getAsDouble())
                : String.format(Locale.ROOT, "%s settled: %d contracts, %.2f kWh delivered, paid %.2f $, bill %.2f $, discomfort %.2f $",
                        text(told, "date"), told.get("contracts").getAsInt(), told.get("deliveredKwh").getAsDouble(),
                        told.get("paymentUsd").getAsDouble(), told.get("billUsd").getAsDouble(), told.get("discomfortUsd").getAsDouble());
    }

    private static String home(JsonObject told) {
        return told.has("home") ? " with " + text(told, "home") : "";
    }

    private static String lower(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String text(JsonObject object, String name) {
        JsonElement value = object.get(name);
        return value == null || value.isJsonNull() ? "" : value.getAsString();
    }
}
