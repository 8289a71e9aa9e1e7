package org.vppworkbench.sample.imports.home;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.vppworkbench.model.scenario.Findings;
import org.vppworkbench.sample.imports.ImportedTable;

/** When cars come and go and how much they take, as quantiles over the sessions of weekdays and of weekends. */
final class ChargingHabits {
    private static final double[] LEVELS = {0.05, 0.25, 0.5, 0.75, 0.95};

    private static final List<String> COLUMNS = List.of(
            "day_type", "quantity", "unit", "sessions", "days", "mean", "p05", "p25", "p50", "p75", "p95");

    private ChargingHabits() {}

    /** What is summed up. */
    private record Quantity(String name, String unit, ToDoubleFunction<ChargingSession> of) {}

    private static final List<Quantity> QUANTITIES = List.of(
            new Quantity("arrival", "local hour of day", session -> hourOfDay(local(session))),
            // On a later day the hour goes on above 24, so that a night at the station does not look like no stay at all.
            new Quantity("departure", "local hour, counted from midnight of arrival", ChargingHabits::departureHour),
            new Quantity("stay", "h", ChargingSession::stayHours),
            new Quantity("energy", "kWh", ChargingSession::kwh));

    /** The habits of plausible sessions, by the local day of arrival. */
    static ImportedTable table(List<ChargingSession> sessions) {
        List<List<String>> rows = new ArrayList<>();
        for (boolean weekend : new boolean[] {false, true}) {
            List<ChargingSession> some =
                    sessions.stream().filter(session -> isWeekend(local(session)) == weekend).toList();
            for (Quantity quantity : QUANTITIES) {
                if (!some.isEmpty()) {
                    rows.add(row(weekend ? "weekend" : "weekday", quantity, some));
                }
            }
        }
        return new ImportedTable("habits", COLUMNS, rows);
    }

    private static List<String> row(String dayType, Quantity quantity, List<ChargingSession> sessions) {
        double[] sorted = sessions.stream().mapToDouble(quantity.of()).sorted().toArray();
        long days = sessions.stream().map(session -> local(session).toLocalDate()).distinct().count();
        List<String> cells = new ArrayList<>(List.of(
                dayType, quantity.name(), quantity.unit(), Integer.toString(sorted.length), Long.toString(days),
                rounded(Arrays.stream(sorted).average().orElseThrow())));
        for (double level : LEVELS) {
            cells.add(rounded(quantile(sorted, level)));
        }
        return cells;
    }

    /**
     * The quantile by linear interpolation between order statistics, type 7 of Hyndman and Fan (1996), "Sample Quantiles in
     * Statistical Packages".
     *
     * @param sorted ascending, at least one
     * @param level in [0, 1]
     */
    static double quantile(double[] sorted, double level) {
        double at = level * (sorted.length - 1);
        int below = (int) Math.floor(at);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    private static ZonedDateTime local(ChargingSession session) {
        return session.arrival().atZone(session.zone());
    }

    private static boolean isWeekend(ZonedDateTime time) {
        return time.getDayOfWeek() == DayOfWeek.SATURDAY || time.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static double hourOfDay(ZonedDateTime time) {
        return time.toLocalTime().toSecondOfDay() / 3600.0;
    }

    private static double departureHour(ChargingSession session) {
        LocalDate arrival = local(session).toLocalDate();
        ZonedDateTime departure = session.departure().atZone(session.zone());
        return 24 * ChronoUnit.DAYS.between(arrival, departure.toLocalDate()) + hourOfDay(departure);
    }

    private static String rounded(double value) {
        return Findings.number(Math.round(value * 1e4) / 1e4);
    }
}
