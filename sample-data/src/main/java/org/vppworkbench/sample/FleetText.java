package org.vppworkbench.sample;

import java.time.DayOfWeek;
import java.util.Locale;
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

    static String shortName(DayOfWeek day) {
        return day.name().substring(0, 3);
    }
}
