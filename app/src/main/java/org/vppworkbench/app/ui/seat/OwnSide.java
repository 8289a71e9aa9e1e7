package org.vppworkbench.app.ui.seat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a home's side knows of itself.
 *
 * @param lines battery, car, what is sold today and each wish, in words
 * @param capacityKwh usable energy of the battery; 0 without one [kWh]
 * @param floorKwh energy the battery is to keep; 0 for none [kWh]
 */
public record OwnSide(List<String> lines, double capacityKwh, double floorKwh) {
    static final OwnSide NOTHING = new OwnSide(List.of(), 0, 0);

    public OwnSide {
        lines = List.copyOf(lines);
    }

    static OwnSide of(JsonObject view) {
        List<String> lines = new ArrayList<>();
        double capacity = 0;
        double floor = 0;
        if (view.has("bess") && view.get("bess").isJsonObject()) {
            JsonObject bess = view.getAsJsonObject("bess");
            capacity = bess.get("maxKwh").getAsDouble();
            floor = bess.get("minKwh").getAsDouble();
            lines.add(String.format(Locale.ROOT, "Battery: %.1f of %.1f kWh, discharges up to %.1f kW", bess.get("kwh").getAsDouble(), capacity,
                    bess.get("dischargeKw").getAsDouble()));
        }
        if (view.has("ev") && view.get("ev").isJsonObject()) {
            JsonObject ev = view.getAsJsonObject("ev");
            lines.add(String.format(Locale.ROOT, "Car: %.1f of %.1f kWh, back to the grid up to %.1f kW", ev.get("kwh").getAsDouble(),
                    ev.get("capacityKwh").getAsDouble(), ev.get("v2gKw").getAsDouble()));
        }
        if (view.has("soldTodayKwh")) {
            lines.add(String.format(Locale.ROOT, "Sold today: %.2f kWh", view.get("soldTodayKwh").getAsDouble()));
        }
        if (view.has("preferences")) {
            for (JsonElement element : view.getAsJsonArray("preferences")) {
                JsonObject wish = element.getAsJsonObject();
                lines.add(name(SeatNews.text(wish, "type")) + ": " + SeatNews.text(wish, "limit")
                        + (SeatNews.text(wish, "strength").equals("HARD") ? " (must hold)"
                                : String.format(Locale.ROOT, " (wish, %.2f $ per unit missed)", wish.get("usdPerUnit").getAsDouble())));
            }
        }
        return new OwnSide(lines, capacity, floor);
    }

    private static String name(String type) {
        return switch (type) {
            case "ReserveFloor" -> "Keep in the battery";
            case "EvReadyBy" -> "Car ready";
            case "BlackoutWindow" -> "Quiet time";
            case "DailyDischargeCap" -> "Most discharged a day";
            case "PriceFloor" -> "Not below";
            case "MaxEventsPerDay" -> "Most a day";
            default -> type;
        };
    }
}
