package org.vppworkbench.sample;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.fleet.Trip;
import org.vppworkbench.model.scenario.Findings;

/**
 * Trips in one cell: {@code MON TUE 07:30-17:45 8.96; SAT 10:00-14:00 6.72 unplugged}, the number in kWh; {@code unplugged}
 * where the car is not connected on arrival.
 */
final class TripText {
    static final String EXAMPLE = "MON TUE 07:30-17:45 8.96; SAT 10:00-14:00 6.72";

    private static final Pattern TRIP =
            Pattern.compile("((?:[A-Za-z]+\\s+)*)([0-9:.]+)\\s*-\\s*([0-9:.]+)\\s+([-+0-9.eE]+)(\\s+unplugged)?");

    private TripText() {}

    static String write(List<Trip> trips) {
        return trips.stream().map(TripText::write).collect(Collectors.joining("; "));
    }

    /** The trips, or {@code null} where the text is not understood. */
    static @Nullable List<Trip> read(String text) {
        List<Trip> trips = new ArrayList<>();
        for (String part : text.split(";", -1)) {
            if (part.isBlank()) {
                continue;
            }
            Trip trip = readOne(part.strip());
            if (trip == null) {
                return null;
            }
            trips.add(trip);
        }
        return trips;
    }

    private static String write(Trip trip) {
        String days = trip.days().stream().map(day -> FleetText.shortName(day) + " ").collect(Collectors.joining());
        return days + trip.departure() + "-" + trip.arrival() + " " + Findings.number(trip.drivenKwh())
                + (trip.plugIn() ? "" : " unplugged");
    }

    private static @Nullable Trip readOne(String text) {
        Matcher match = TRIP.matcher(text);
        if (!match.matches()) {
            return null;
        }
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String word : match.group(1).split("\\s+", -1)) {
            if (word.isEmpty()) {
                continue;
            }
            DayOfWeek day = FleetText.day(word);
            if (day == null) {
                return null;
            }
            days.add(day);
        }
        try {
            double kwh = Double.parseDouble(match.group(4));
            return Double.isFinite(kwh)
                    ? new Trip(
                            days,
                            LocalTime.parse(match.group(2)),
                            LocalTime.parse(match.group(3)),
                            kwh,
                            match.group(5) == null)
                    : null;
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }
}
