package org.vppworkbench.model.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.vppworkbench.model.fleet.Preference.EvReadyBy;
import org.vppworkbench.model.fleet.Trip;
import org.vppworkbench.model.time.Horizon;

/**
 * The moments at which a car need is due: departures, or a local time on days on which the car stands at home then. What is
 * due as the run begins was the business of the day before.
 */
final class CarDues {
    /** Every recurring trip is made within a week; the first one shows trips under way at midnight. */
    private static final Horizon TWO_WEEKS = new Horizon(LocalDate.of(2024, 1, 1), 14, Horizon.LOS_ANGELES);

    private CarDues() {}

    /** Intervals at whose start the energy is due, ascending. */
    static List<Integer> of(EvReadyBy ready, TripSchedule trips, Horizon horizon) {
        if (ready.by() == null) {
            return trips.departures().stream()
                    .filter(j -> ready.on(j.departure().getDayOfWeek()))
                    .map(TripSchedule.Journey::depart)
                    .toList();
        }
        List<Integer> dues = new ArrayList<>();
        for (int day = 0; day < horizon.days(); day++) {
            LocalDate date = horizon.date(day);
            int t = OwnerChanges.interval(date.atTime(ready.by()), horizon);
            if (ready.on(date.getDayOfWeek()) && t > 0 && trips.atHomeBefore(t)) {
                dues.add(t);
            }
        }
        return dues;
    }

    /** Whether the need is never due in any week: the car does not leave on its days, or is always away at its time. */
    static boolean never(EvReadyBy ready, List<Trip> trips) {
        return of(ready, TripSchedule.of(trips, TWO_WEEKS), TWO_WEEKS).isEmpty();
    }
}
