package org.vppworkbench.sample;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.LocalTime;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.fleet.Preference;
import org.vppworkbench.model.fleet.Preference.BlackoutWindow;
import org.vppworkbench.model.fleet.Preference.DailyDischargeCap;
import org.vppworkbench.model.fleet.Preference.EvReadyBy;
import org.vppworkbench.model.fleet.Preference.MaxEventsPerDay;
import org.vppworkbench.model.fleet.Preference.PriceFloor;
import org.vppworkbench.model.fleet.Preference.ReserveFloor;
import org.vppworkbench.model.fleet.Strength;

/**
 * A preference as {@code formats.md} writes it. {@code unit} is the unit in which a violation is counted, so that
 * {@code usdPerUnit} can be read beside it; the limits of energies are in kWh, of the price floor in $/kWh.
 */
final class PreferenceJson {
    /** Unit of a violation by type. */
    private static final SortedMap<String, String> UNITS = Collections.unmodifiableSortedMap(new TreeMap<>(Map.of(
            "ReserveFloor", "kWh.h",
            "EvReadyBy", "kWh",
            "BlackoutWindow", "kWh",
            "DailyDischargeCap", "kWh",
            "PriceFloor", "USD/kWh",
            "MaxEventsPerDay", "events")));

    private PreferenceJson() {}

    static JsonObject write(Preference preference) {
        JsonObject json = new JsonObject();
        json.addProperty("type", preference.getClass().getSimpleName());
        json.addProperty("strength", preference.strength().name());
        switch (preference) {
            case ReserveFloor floor -> json.add("limit", FleetJson.number(floor.kwh()));
            case EvReadyBy ready -> {
                json.add("limit", FleetJson.number(ready.kwh()));
                if (!ready.days().isEmpty()) {
                    json.add("days", FleetText.names(ready.days()));
                }
                LocalTime by = ready.by();
                if (by != null) {
                    json.addProperty("by", by.toString());
                }
            }
            case DailyDischargeCap cap -> json.add("limit", FleetJson.number(cap.kwh()));
            case PriceFloor floor -> json.add("limit", FleetJson.number(floor.usdPerKwh()));
            case MaxEventsPerDay events -> json.add("limit", FleetJson.number(events.count()));
            case BlackoutWindow window -> {
                JsonObject times = new JsonObject();
                times.addProperty("from", window.from().toString());
                times.addProperty("to", window.to().toString());
                json.add("window", times);
            }
        }
        json.addProperty("unit", unit(preference.getClass().getSimpleName()));
        json.add("usdPerUnit", FleetJson.number(preference.usdPerUnit()));
        json.addProperty("source", preference.source());
        return json;
    }

    /** The preference, or {@code null} with a finding where its type is unknown. */
    static @Nullable Preference read(JsonFields json) {
        String type = json.text("type");
        if (!UNITS.containsKey(type)) {
            json.wrong("type", new JsonPrimitive(type), String.join(", ", UNITS.keySet()));
            return null;
        }
        String unit = json.textOr("unit", unit(type));
        if (!unit.equals(unit(type))) {
            json.wrong("unit", new JsonPrimitive(unit), unit(type));
        }
        String source = json.textOr("source", "");
        Preference preference =
                switch (type) {
                    case "ReserveFloor" ->
                        new ReserveFloor(strength(json), json.number("limit"), usd(json), source);
                    case "EvReadyBy" -> ready(json, source);
                    case "DailyDischargeCap" ->
                        new DailyDischargeCap(strength(json), json.number("limit"), usd(json), source);
                    case "BlackoutWindow" -> blackout(json, source);
                    case "PriceFloor" -> {
                        alwaysHard(json);
                        yield new PriceFloor(json.number("limit"), source);
                    }
                    case "MaxEventsPerDay" -> {
                        alwaysHard(json);
                        yield new MaxEventsPerDay(json.wholeNumber("limit"), source);
                    }
                    default -> throw new IllegalStateException(type + " has a unit but no reader");
                };
        json.warnUnknown();
        return preference;
    }

    /** Without days it holds on every day, without a time at departure. */
    private static EvReadyBy ready(JsonFields json, String source) {
        LocalTime by = json.has("by") ? json.time("by") : null;
        return new EvReadyBy(strength(json), json.number("limit"), FleetText.days(json), by, usd(json), source);
    }

    private static BlackoutWindow blackout(JsonFields json, String source) {
        JsonFields window = json.required("window");
        BlackoutWindow blackout =
                new BlackoutWindow(strength(json), window.time("from"), window.time("to"), usd(json), source);
        window.warnUnknown();
        return blackout;
    }

    private static Strength strength(JsonFields json) {
        return json.choice("strength", Strength.class);
    }

    private static double usd(JsonFields json) {
        return json.numberOr("usdPerUnit", 0);
    }

    private static void alwaysHard(JsonFields json) {
        if (json.has("strength") && strength(json) != Strength.HARD) {
            json.wrong("strength", new JsonPrimitive("SOFT"), "HARD");
        }
        if (usd(json) != 0) {
            json.wrong("usdPerUnit", new JsonPrimitive(usd(json)), "0 or absent");
        }
    }

    private static String unit(String type) {
        return Objects.requireNonNull(UNITS.get(type));
    }
}
