package org.vppworkbench.app.experiment;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.negotiation.language.Origin;

/** The simulated day a question to a model belongs to: that of the hour it is about, whenever it is asked. */
final class SimulatedDay implements Function<Origin, String> {
    private static final Pattern HOUR = Pattern.compile(".*@(\\d{1,6})");
    private static final Pattern DAY = Pattern.compile("day (\\d{1,4})");

    private final Horizon horizon;

    SimulatedDay(Horizon horizon) {
        this.horizon = horizon;
    }

    /** A local date such as {@code 2023-08-15}; empty for what is about no day. */
    @Override
    public String apply(Origin origin) {
        Matcher day = DAY.matcher(origin.subject());
        if (day.matches()) {
            return ofDay(Integer.parseInt(day.group(1)));
        }
        Matcher hour = HOUR.matcher(origin.subject());
        return hour.matches() ? ofHour(Integer.parseInt(hour.group(1))) : "";
    }

    /** From 1, as agents count the days of a run. */
    private String ofDay(int number) {
        return number >= 1 && number <= horizon.days() ? horizon.date(number - 1).toString() : "";
    }

    private String ofHour(int hour) {
        return hour < horizon.hours() ? horizon.date(horizon.dayOf(Horizon.firstInterval(hour))).toString() : "";
    }
}
