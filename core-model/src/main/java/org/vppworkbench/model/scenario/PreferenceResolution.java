package org.vppworkbench.model.scenario;

import java.util.ArrayList;
import java.util.List;
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
 * preferences of one type the strictest binds; every soft one keeps its own price. A preference about a device the home
 * does not have falls away.
 */
final class PreferenceResolution {
    private final Horizon horizon;
    private final Home home;
    private final List<TripSchedule.Journey> departures;

    private @Nullable Double floorKwh;
    private @Nullable Double capKwh;
    private @Nullable Double readyKwh;
    private @Nullable Double priceFloorPerMwh;
    private @Nullable Integer maxEvents;
    private final TreeSet<Integer> blackout = new TreeSet<>();
    private final List<SoftPreference> soft = new ArrayList<>();

    PreferenceResolution(Home home, Horizon horizon, List<TripSchedule.Journey> departures) {
        this.home = home;
        this.horizon = horizon;
        this.departures = departures;
        home.preferences().forEach(this::add);
    }

    HardPreferences hard() {
        Double ready = readyKwh;
        List<EvReady> evReady = ready == null
                ? List.of()
                : departures.stream().map(j -> new EvReady(j.depart(), ready)).toList();
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
                if (hard) {
                    readyKwh = max(readyKwh, ready.kwh());
                } else {
                    departures.forEach(j -> soft.add(new SoftPreference.CarReady(j.depart(), ready.kwh(), usd)));
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
