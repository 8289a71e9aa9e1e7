package org.vppworkbench.model.fleet;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;
import java.util.TreeSet;

/**
 * A trip that recurs on days of the week. An arrival at or before the departure time is on the next day.
 *
 * @param days days of departure
 * @param departure local time, rounded down to the quarter hour
 * @param arrival local time, rounded up to the quarter hour
 * @param drivenKwh energy the trip takes [kWh]
 * @param plugIn whether the owner connects the car on arrival; where not, it stays unconnected until it is back from its
 *     next trip
 */
public record Trip(Set<DayOfWeek> days, LocalTime departure, LocalTime arrival, double drivenKwh, boolean plugIn) {
    /** A trip after which the car is plugged in. */
    public Trip(Set<DayOfWeek> days, LocalTime departure, LocalTime arrival, double drivenKwh) {
        this(days, departure, arrival, drivenKwh, true);
    }

    public Trip {
        days = java.util.Collections.unmodifiableSet(new TreeSet<>(days));
    }
}
