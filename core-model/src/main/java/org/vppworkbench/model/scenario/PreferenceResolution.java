package org.vppworkbench.model.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.fleet.Preference;
import org.vppworkbench.model.fleet.Preference.BlackoutWindow;
import org.vppworkbench.model.fleet.Preference.DailyDischargeCap;
import org.vppworkbench.model.fleet.Preference.EvReadyBy;
import org.vppworkbench.model.fleet.Preference.MaxEventsPerDay;
import org.vppworkbench.model.fleet.Preference.PriceFloor;
import org.vppworkbench.model.fleet.Preference.ReserveFloor;
import org.vppworkbench.model.fleet.Strength;
import org.vppworkbench.model.inputs.HardPreferences;
import org.vppworkbench.model.inputs.HardPreferences.EvReady;
import org.vppworkbench.model.inputs.SoftPreference;
import org.vppworkbench.model.time.Horizon;

/**
 * Turns typed preferences into what binds the dispatch, what has a price and what only the agent reads. Of several hard
 * preferences of one type the strictest binds, of car needs at each moment; every soft one keeps its own price. A preference about a device the home
 * does not have falls away.
 */
final class PreferenceResolution {
    private final Horizon horizon;
    private final Home home;
    private final @Nullable TripSchedule trips;

    private @Nullable Double floorKwh;
    private @Nullable Double capKwh;
    private @Nullable Double priceFloorPerMwh;
    private @Nullable Integer maxEvents;
    private final TreeSet<Integer> blackout = new TreeSet<>();
    private final SortedMap<Integer, Double> readyKwh = new TreeMap<>();
    private final List<SoftPreference> soft = new ArrayList<>();

    /**
     * @param trips of the home's car, or {@code null} without one
     */
    PreferenceResolution(Home home, Horizon horizon, @Nullable TripSchedule trips) {
        this.home = home;
        this.horizon = horizon;
        this.trips = trips;
        home.preferences().forEach(this::add);
    }

    HardPreferences hard() {
        List<EvReady> evReady =
                readyKwh.entrySet().stream().map(due -> new EvReady(due.getKey(), due.getValue())).toList();
        return new HardPreferences(floorKwh, List.copyOf(blackout), capKwh, evReady);
    }

    List<SoftPreference> soft() {
        return List.copyOf(soft);
    }

    Behaviour behaviour() {
        return new Behaviour(home.homePlan(), home.carPlan(), home.style(), priceFloorPerMwh, maxEvents);
    }

    private void add(Preference preference) {
        boolean hard = preference.strength() == Strength.HARD;
        double usd = preference.usdPerUnit();
        switch (preference) {
            case ReserveFloor floor -> {
                if (home.bess() != null && hard) {
                    floorKwh = max(floorKwh, floor.kwh());
                } else if (home.bess() != null) {
                    soft.add(new SoftPreference.Floor(floor.kwh(), usd));
                }
            }
            case EvReadyBy ready -> {
                for (int t : trips == null ? List.<Integer>of() : CarDues.of(ready, trips, horizon)) {
                    if (hard) {
                        readyKwh.merge(t, ready.kwh(), Math::max);
                    } else {
                        soft.add(new SoftPreference.CarReady(t, ready.kwh(), usd));
                    }
                }
            }
            case BlackoutWindow window -> {
                List<Integer> intervals = new DailyWindow(window.from(), window.to()).intervals(horizon);
                if (hard) {
                    blackout.addAll(intervals);
                } else {
                    soft.add(new SoftPreference.Blackout(intervals, usd));
                }
            }
            case DailyDischargeCap cap -> {
                if (hard) {
                    capKwh = capKwh == null ? cap.kwh() : Math.min(capKwh, cap.kwh());
                } else {
                    soft.add(new SoftPreference.DailyCap(cap.kwh(), usd));
                }
            }
            case PriceFloor floor -> priceFloorPerMwh = max(priceFloorPerMwh, floor.usdPerKwh() * 1000);
            case MaxEventsPerDay events ->
                maxEvents = maxEvents == null ? events.count() : Math.min(maxEvents, events.count());
        }
    }

    private static double max(@Nullable Double a, double b) {
        return a == null ? b : Math.max(a, b);
    }
}
