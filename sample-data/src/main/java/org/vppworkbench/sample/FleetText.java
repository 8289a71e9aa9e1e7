package org.vppworkbench.sample;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Words shared by the two fleet formats. */
final class FleetText {
    private FleetText() {}

    /** A day of the week by its full English name or first three letters, or {@code null}. */
    static @Nullable DayOfWeek day(String word) {
        String upper = word.strip().toUpperCase(Locale.ROOT);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().equals(upper) || shortName(day).equals(upper)) {
                return day;
            }
        }
        return null;
    }

    /** The field {@code days}, a list of days of the week; empty where it is absent. */
    static Set<DayOfWeek> days(JsonFields json) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (JsonElement element : json.list("days")) {
            DayOfWeek day = day(element.isJsonPrimitive() ? element.getAsString() : "");
            if (day == null) {
                json.wrong("days", element, "MONDAY … SUNDAY");
            } else {
                days.add(day);
            }
        }
        return days;
    }

    /** Days of the week as they are written in JSON. */
    static JsonArray names(Set<DayOfWeek> days) {
        JsonArray names = new JsonArray();
        days.forEach(day -> names.add(day.name()));
        return names;
    }

    static String shortName(DayOfWeek day) {
        return day.name().substring(0, 3);
    }
}
