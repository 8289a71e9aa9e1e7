package org.vppworkbench.sample.generator;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.fleet.Trip;

/**
 * The recurring week of a car, Monday first: at most one trip a day, that ends on the same day. The week decides where the
 * car is plugged in, and is then made possible: from any day of the week with the initial energy, week after week, every
 * trip can be driven and the hard need met.
 */
final class CarWeek {
    static final int DAYS = 7;

    static final int QUARTERS = 4;

    /** The night of a clock change is an hour shorter; every night is taken to be. */
    private static final double CLOCK_CHANGE_HOURS = 1;

    /** Weeks of driving that are looked at; after these the energy has settled or hardly moves. */
    private static final int WEEKS = 52;

    private static final int MAX_REPAIRS = 2000;

    /** What is kept back when a need or a trip is lowered, against rounding [kWh]. */
    private static final double STEP = 1e-6;

    private final boolean[] away = new boolean[DAYS];
    private final int[] departure = new int[DAYS];
    private final int[] arrival = new int[DAYS];
    private final double[] drivenKwh = new double[DAYS];
    private final boolean[] plugIn = new boolean[DAYS];

    private final double capacityKwh;
    private final double minKwh;
    private final double kwhPerHour;

    private record Shortfall(int day, double availableKwh) {}

    /**
     * @param capacityKwh of the car [kWh]
     * @param minKwh least energy at all times [kWh]
     * @param kwhPerHour what an hour at the charger brings [kWh/h]
     */
    CarWeek(double capacityKwh, double minKwh, double kwhPerHour) {
        this.capacityKwh = capacityKwh;
        this.minKwh = minKwh;
        this.kwhPerHour = kwhPerHour;
    }

    /** The week of trips that each recur on one day. */
    static CarWeek of(List<Trip> trips, double capacityKwh, double minKwh, double kwhPerHour) {
        CarWeek week = new CarWeek(capacityKwh, minKwh, kwhPerHour);
        for (Trip trip : trips) {
            for (DayOfWeek day : trip.days()) {
                week.drive(
                        day.ordinal(), quarter(trip.departure()), quarter(trip.arrival()), trip.drivenKwh());
                week.plugIn[day.ordinal()] = trip.plugIn();
            }
        }
        return week;
    }

    void drive(int day, int departureQuarter, int arrivalQuarter, double kwh) {
        away[day] = true;
        departure[day] = departureQuarter;
        arrival[day] = arrivalQuarter;
        drivenKwh[day] = kwh;
    }

    /**
     * Decides by the energy left on arrival where the car is plugged in. The week begins with a full battery, and whenever
     * the car is plugged in it charges at full power (assumptions).
     *
     * @param chance of plugging in at a state of charge
     * @param draws one number per day
     */
    void drawPlugIns(DoubleUnaryOperator chance, Draws draws) {
        arrivalSocs((day, soc) -> plugIn[day] = draws.uniform() < chance.applyAsDouble(soc));
    }

    /** What happens on arrival. */
    @FunctionalInterface
    interface Arrival {
        /** The car arrives on a day with a state of charge [0..1]. */
        void at(int day, double soc);
    }

    /** The state of charge at each arrival of the week that {@link #drawPlugIns} looks at. */
    void arrivalSocs(Arrival arrivals) {
        double energy = capacityKwh;
        boolean plugged = true;
        double since = 0;
        for (int day = 0; day < DAYS; day++) {
            if (!away[day]) {
                continue;
            }
            double leaves = 24 * day + hours(departure[day]);
            energy = plugged ? charged(energy, leaves - since) : energy;
            energy = Math.max(minKwh, energy - drivenKwh[day]);
            arrivals.at(day, energy / capacityKwh);
            plugged = plugIn[day];
            since = 24 * day + hours(arrival[day]);
        }
    }

    /**
     * Makes the week possible: the owner plugs in before a departure that would fail otherwise; where that is not enough,
     * the need is lowered to what can be had, and then the trip is cut to it, the rest being charged on the way.
     *
     * @param initialKwh energy at the start of a run on any day [kWh]
     * @param needKwh hard need at every departure, 0 for none [kWh]
     * @return the need that can be met [kWh]
     */
    double makePossible(double initialKwh, double needKwh) {
        double need = needKwh;
        for (int repair = 0; repair < MAX_REPAIRS; repair++) {
            Shortfall shortfall = firstShortfall(initialKwh, need);
            if (shortfall == null) {
                return need;
            }
            int unplugged = lastUnpluggedBefore(shortfall.day());
            if (unplugged >= 0) {
                plugIn[unplugged] = true;
            } else if (need > shortfall.availableKwh()) {
                need = Math.max(0, Draws.roundDown(shortfall.availableKwh() - STEP, 100));
            } else {
                double possible = shortfall.availableKwh() - minKwh - STEP;
                drivenKwh[shortfall.day()] = Math.max(0, Draws.roundDown(possible, 100));
            }
        }
        throw new IllegalStateException("a week that no number of repairs makes possible: " + trips());
    }

    /** One trip per day of driving. */
    List<Trip> trips() {
        List<Trip> trips = new ArrayList<>(DAYS);
        for (int day = 0; day < DAYS; day++) {
            if (away[day]) {
                trips.add(new Trip(
                        EnumSet.of(DayOfWeek.of(day + 1)),
                        time(departure[day]),
                        time(arrival[day]),
                        drivenKwh[day],
                        plugIn[day]));
            }
        }
        return trips;
    }

    private @Nullable Shortfall firstShortfall(double initialKwh, double need) {
        for (int start = 0; start < DAYS; start++) {
            Shortfall shortfall = shortfallFrom(start, initialKwh, need);
            if (shortfall != null) {
                return shortfall;
            }
        }
        return null;
    }

    private @Nullable Shortfall shortfallFrom(int start, double initialKwh, double need) {
        double energy = initialKwh;
        double weekBefore = Double.NaN;
        boolean plugged = pluggedAtMidnight(start);
        for (int k = 0; k < WEEKS * DAYS; k++) {
            int day = (start + k) % DAYS;
            if (k % DAYS == 0) {
                if (energy >= weekBefore) {
                    // from here on every week is at least as well charged as the one before
                    return null;
                }
                weekBefore = energy;
            }
            if (!away[day]) {
                energy = plugged ? charged(energy, 24 - CLOCK_CHANGE_HOURS) : energy;
                continue;
            }
            energy = plugged ? charged(energy, hours(departure[day]) - CLOCK_CHANGE_HOURS) : energy;
            if (energy < Math.max(need, minKwh + drivenKwh[day])) {
                return new Shortfall(day, energy);
            }
            energy -= drivenKwh[day];
            plugged = plugIn[day];
            energy = plugged ? charged(energy, 24 - hours(arrival[day])) : energy;
        }
        return null;
    }

    private boolean pluggedAtMidnight(int day) {
        for (int back = 1; back <= DAYS; back++) {
            int before = Math.floorMod(day - back, DAYS);
            if (away[before]) {
                return plugIn[before];
            }
        }
        return true;
    }

    private int lastUnpluggedBefore(int day) {
        for (int back = 1; back <= DAYS; back++) {
            int before = Math.floorMod(day - back, DAYS);
            if (away[before] && !plugIn[before]) {
                return before;
            }
        }
        return -1;
    }

    private double charged(double energy, double hours) {
        return Math.min(capacityKwh, energy + kwhPerHour * Math.max(0, hours));
    }

    private static double hours(int quarters) {
        return (double) quarters / QUARTERS;
    }

    private static LocalTime time(int quarters) {
        return LocalTime.of(quarters / QUARTERS, quarters % QUARTERS * 15);
    }

    private static int quarter(LocalTime time) {
        return time.toSecondOfDay() / 900;
    }
}
