package org.vppworkbench.model.fleet;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an owner wants, typed ({@code model.md} §2). {@code usdPerUnit} is the price of one unit of violation and is read
 * only for {@link Strength#SOFT}. {@code source} is the owner's words it came from, or empty.
 */
public sealed interface Preference {
    Strength strength();

    double usdPerUnit();

    String source();

    /** The same preference from other words. */
    default Preference saidAs(String words) {
        // taken apart in full, so that a component that is added cannot be forgotten here
        return switch (this) {
            case ReserveFloor(Strength strength, double kwh, double usdPerUnit, String _) ->
                    new ReserveFloor(strength, kwh, usdPerUnit, words);
            case EvReadyBy(Strength strength, double kwh, Set<DayOfWeek> days, LocalTime by, double usdPerUnit, String _) ->
                    new EvReadyBy(strength, kwh, days, by, usdPerUnit, words);
            case BlackoutWindow(Strength strength, LocalTime from, LocalTime to, double usdPerUnit, String _) ->
                    new BlackoutWindow(strength, from, to, usdPerUnit, words);
            case DailyDischargeCap(Strength strength, double kwh, double usdPerUnit, String _) ->
                    new DailyDischargeCap(strength, kwh, usdPerUnit, words);
            case PriceFloor(double usdPerKwh, String _) -> new PriceFloor(usdPerKwh, words);
            case MaxEventsPerDay(int count, String _) -> new MaxEventsPerDay(count, words);
        };
    }

    /** Least battery energy at all times, from backup hours × critical kW [kWh]; soft: $/(kWh·h). */
    record ReserveFloor(Strength strength, double kwh, double usdPerUnit, String source) implements Preference {}

    /**
     * Energy in the car at departures, or by a local time [kWh]; soft: $/kWh.
     *
     * @param days days of the week it holds on: of the departure, or of the time; empty is every day, and so is a set of all
     *     seven, which becomes empty
     * @param by local time at which the energy is due, rounded down to the quarter hour, on days on which the car stands at
     *     home then; {@code null} is at departure
     */
    record EvReadyBy(
            Strength strength, double kwh, Set<DayOfWeek> days, @Nullable LocalTime by, double usdPerUnit, String source)
            implements Preference {
        public EvReadyBy {
            days = days.size() == DayOfWeek.values().length
                    ? Set.of()
                    : Collections.unmodifiableSet(new TreeSet<>(days));
        }

        /** At every departure. */
        public EvReadyBy(Strength strength, double kwh, double usdPerUnit, String source) {
            this(strength, kwh, Set.of(), null, usdPerUnit, source);
        }

        /** Whether it is due at every departure and at no other time. */
        public boolean everyDeparture() {
            return days.isEmpty() && by == null;
        }

        /** Whether it holds on a day of the week. */
        public boolean on(DayOfWeek day) {
            return days.isEmpty() || days.contains(day);
        }

        /** When it is due in plain words, such as "at every departure" or "by 07:00 on Mon Tue". */
        public String when() {
            String named = days.stream()
                    .map(day -> day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH))
                    .collect(Collectors.joining(" "));
            if (by == null) {
                return days.isEmpty() ? "at every departure" : "at every departure on " + named;
            }
            return "by " + by + (days.isEmpty() ? " every day" : " on " + named) + ", if at home then";
        }
    }

    /**
     * Nothing is sold between two local times, every day; a window may pass midnight; soft: $/kWh sold. Equal times
     * mean the whole day.
     */
    record BlackoutWindow(Strength strength, LocalTime from, LocalTime to, double usdPerUnit, String source)
            implements Preference {}

    /** Most energy sold per local day [kWh]; soft: $/kWh above. */
    record DailyDischargeCap(Strength strength, double kwh, double usdPerUnit, String source) implements Preference {}

    /**
     * Least price the owner accepts for energy [$/kWh]; reserve delivers no kWh and is not concerned. Concerns payment
     * only: always binding for agents, never for the optimum.
     */
    record PriceFloor(double usdPerKwh, String source) implements Preference {
        @Override
        public Strength strength() {
            return Strength.HARD;
        }

        @Override
        public double usdPerUnit() {
            return 0;
        }
    }

    /** Most contracts per local day. Binding for agents; the optimum may ignore it. */
    record MaxEventsPerDay(int count, String source) implements Preference {
        @Override
        public Strength strength() {
            return Strength.HARD;
        }

        @Override
        public double usdPerUnit() {
            return 0;
        }
    }
}
