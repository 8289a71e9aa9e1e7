package org.vppworkbench.model.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.HardPreferences.EvReady;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.SoftPreference;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

/**
 * Moves one departure of a home's car within its local day: the trip, and what is due at it. A need by a time at which the
 * car is now away falls away, as it does on any other day on which the car is away then.
 */
final class CarDeparture {
    private final Horizon horizon;
    private final OwnerChange.CarLeaves change;
    private final String where;
    private final Findings out;

    CarDeparture(Horizon horizon, OwnerChange.CarLeaves change, String where, Findings out) {
        this.horizon = horizon;
        this.change = change;
        this.where = where;
        this.out = out;
    }

    /** The interval of the first departure on a local day, or -1 without one. */
    static int on(EvInputs ev, LocalDate date, Horizon horizon) {
        int day = (int) (date.toEpochDay() - horizon.firstDay().toEpochDay());
        return day < 0 || day >= horizon.days() ? -1 : departure(ev, horizon.dayStart(day), horizon.dayStart(day + 1));
    }

    /** The home with its other departure; with an error as it was. */
    ProsumerInputs moved(ProsumerInputs home) {
        EvInputs ev = home.ev();
        if (ev == null) {
            out.error(where, change.prosumer(), "no such home with a car", "the id of a home with a car");
            return home;
        }
        int old = on(ev, change.day(), horizon);
        if (old < 0) {
            out.error(where, change.day(), "the car does not leave on this day of the run", "a day with a departure");
            return home;
        }
        int now = OwnerChanges.interval(change.day().atTime(change.departure()), horizon);
        int back = old;
        while (back < horizon.intervals() && !ev.plugged().get(back)) {
            back++;
        }
        boolean atHome = now < old ? allPlugged(ev, now, old) : now < back;
        if (now < horizon.dayStart(horizon.dayOf(old)) || !atHome) {
            out.error(where, change.departure(), "the car is away then", "a time between its return before and after");
            return home;
        }
        return moved(home, ev, old, now);
    }

    private static int departure(EvInputs ev, int from, int to) {
        for (int t = from; t < to; t++) {
            if (ev.drivenKwh().at(t) > 0) {
                return t;
            }
        }
        return -1;
    }

    private static boolean allPlugged(EvInputs ev, int from, int to) {
        return from >= 0 && ev.plugged().subList(from, to).stream().allMatch(p -> p);
    }

    private static ProsumerInputs moved(ProsumerInputs home, EvInputs ev, int old, int now) {
        List<Boolean> plugged = new ArrayList<>(ev.plugged());
        for (int t = Math.min(old, now); t < Math.max(old, now); t++) {
            plugged.set(t, now > old);
        }
        double[] driven = ev.drivenKwh().toArray();
        double kwh = driven[old];
        driven[old] = 0;
        driven[now] += kwh;
        EvInputs car = new EvInputs(
                ev.capacityKwh(), ev.chargeKw(), ev.v2gKw(), ev.eta(), ev.minKwh(), ev.initialKwh(), plugged,
                TimeSeries.of(driven), ev.degradationPerKwh());
        SortedMap<Integer, Double> dues = new TreeMap<>();
        home.hard().evReady().stream()
                .filter(due -> !gone(due.interval(), old, now))
                .forEach(due -> dues.merge(due.interval() == old ? now : due.interval(), due.kwh(), Math::max));
        List<EvReady> ready =
                dues.entrySet().stream().map(due -> new EvReady(due.getKey(), due.getValue())).toList();
        List<SoftPreference> soft = home.soft().stream()
                .filter(wish -> !(wish instanceof SoftPreference.CarReady due && gone(due.interval(), old, now)))
                .map(wish -> wish instanceof SoftPreference.CarReady due && due.interval() == old
                        ? new SoftPreference.CarReady(now, due.limitKwh(), due.usdPerUnit())
                        : wish)
                .toList();
        return home.with(home.bess(), car, home.hard().withEvReady(ready), soft);
    }

    /** Whether the car has left before interval {@code t} now, and had not before. */
    private static boolean gone(int t, int old, int now) {
        return now < t && t < old;
    }
}
