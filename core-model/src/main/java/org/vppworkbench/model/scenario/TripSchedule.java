package org.vppworkbench.model.scenario;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.fleet.Trip;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

/**
 * The recurring trips of a car laid out on a horizon. A car is away from the quarter hour of its departure to that of
 * its arrival; the energy is driven in the interval of departure. A trip under way at the start keeps the car away until
 * its arrival and is not driven again; a trip that leaves inside the horizon is driven, wherever it arrives. After a trip
 * without {@link Trip#plugIn} the car stands unconnected until it is back from the next one, also where that trip was made
 * in the week before the start. Clock
 * changes follow the zone: a departure in the skipped hour leaves an hour later, and every trip lasts at least one
 * interval.
 *
 * @param journeys those that touch the horizon and the last one before it, by departure
 * @param intervals length of the horizon
 */
record TripSchedule(List<Journey> journeys, int intervals) {
    /** Every recurring trip is made within a week; one day more for one that arrives on the next day. */
    private static final int LOOK_BACK_DAYS = 8;

    /**
     * One departure.
     *
     * @param depart interval of departure, negative where the trip was under way at the start
     * @param arrive first interval at home again
     * @param drivenKwh energy driven [kWh]
     * @param departure local time
     * @param plugIn whether the car is connected on arrival
     */
    record Journey(int depart, int arrive, double drivenKwh, ZonedDateTime departure, boolean plugIn) {}

    TripSchedule {
        journeys = List.copyOf(journeys);
    }

    static TripSchedule of(List<Trip> trips, Horizon horizon) {
        List<Journey> journeys = new ArrayList<>();
        LocalDate end = horizon.firstDay().plusDays(horizon.days());
        for (Trip trip : trips) {
            for (LocalDate day = horizon.firstDay().minusDays(LOOK_BACK_DAYS); day.isBefore(end); day = day.plusDays(1)) {
                if (trip.days().contains(day.getDayOfWeek())) {
                    journeys.add(journey(trip, day, horizon));
                }
            }
        }
        journeys.sort(Comparator.comparingInt(Journey::depart).thenComparingInt(Journey::arrive));
        int first = 0;
        while (first + 1 < journeys.size() && journeys.get(first + 1).arrive() <= 0) {
            first++;
        }
        return new TripSchedule(journeys.subList(first, journeys.size()), horizon.intervals());
    }

    /** The first journey that leaves before the one before it has arrived, or {@code null}. */
    @Nullable Journey firstOverlap() {
        int home = Integer.MIN_VALUE;
        for (Journey journey : journeys) {
            if (journey.depart() < home) {
                return journey;
            }
            home = Math.max(home, journey.arrive());
        }
        return null;
    }

    /** Journeys that leave inside the horizon. */
    List<Journey> departures() {
        return journeys.stream().filter(j -> j.depart() >= 0).toList();
    }

    /** Whether the car stands at home, connected or not, in the quarter hour that ends where interval {@code t} begins. */
    boolean atHomeBefore(int t) {
        return journeys.stream().noneMatch(j -> j.depart() < t && t <= j.arrive());
    }

    List<Boolean> plugged() {
        Boolean[] home = new Boolean[intervals];
        Arrays.fill(home, true);
        for (int i = 0; i < journeys.size(); i++) {
            Journey journey = journeys.get(i);
            int next = i + 1 < journeys.size() ? journeys.get(i + 1).depart() : intervals;
            int connected = journey.plugIn() ? journey.arrive() : Math.max(journey.arrive(), next);
            for (int t = Math.max(0, journey.depart()); t < Math.min(intervals, connected); t++) {
                home[t] = false;
            }
        }
        return List.of(home);
    }

    TimeSeries drivenKwh() {
        double[] driven = new double[intervals];
        departures().forEach(j -> driven[j.depart()] += j.drivenKwh());
        return TimeSeries.of(driven);
    }

    private static Journey journey(Trip trip, LocalDate day, Horizon horizon) {
        boolean nextDay = !trip.arrival().isAfter(trip.departure());
        ZonedDateTime departure = day.atTime(trip.departure()).atZone(horizon.zone());
        ZonedDateTime arrival = day.plusDays(nextDay ? 1 : 0).atTime(trip.arrival()).atZone(horizon.zone());
        int depart = Math.floorDiv(seconds(horizon, departure), 900);
        int arrive = Math.ceilDiv(seconds(horizon, arrival), 900);
        return new Journey(depart, Math.max(depart + 1, arrive), trip.drivenKwh(), departure, trip.plugIn());
    }

    private static int seconds(Horizon horizon, ZonedDateTime time) {
        return (int) Duration.between(horizon.start(), time.toInstant()).toSeconds();
    }
}
