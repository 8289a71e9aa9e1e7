package org.vppworkbench.model.scenario;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.HardPreferences;
import org.vppworkbench.model.inputs.HardPreferences.EvReady;
import org.vppworkbench.model.inputs.LimitChange;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.SoftPreference;
import org.vppworkbench.model.time.Horizon;

/**
 * What the change of an owner makes of a home: of the home as it will be, and in the same way of the home as it expects to be,
 * once it knows.
 */
public final class OwnerChanges {
    private OwnerChanges() {}

    /**
     * A home under a change that was found possible.
     *
     * @return the same home where the change is none of its devices and preferences
     */
    public static ProsumerInputs applied(ProsumerInputs home, OwnerChange change, Horizon horizon) {
        return applied(home, change, horizon, change.words(), new Findings());
    }

    /**
     * A home under a change.
     *
     * @param where of the change, for findings
     * @return the home; with an error as it was
     */
    static ProsumerInputs applied(
            ProsumerInputs home, OwnerChange change, Horizon horizon, String where, Findings out) {
        return switch (change) {
            case OwnerChange.Refuses _ -> home;
            case OwnerChange.Asks asks -> {
                out.aboveZero(where + ", share", asks.share(), 10, "");
                yield home;
            }
            case OwnerChange.CarLeaves leaves -> new CarDeparture(horizon, leaves, where, out).moved(home);
            case OwnerChange.SellsNothing quiet -> quiet(home, quiet, horizon, where, out);
            case OwnerChange.SellsAtMost cap -> capped(home, cap, horizon, where, out);
            case OwnerChange.KeepsAtLeast keep -> FloorRaise.applied(home, keep, horizon, where, out);
            case OwnerChange.NeedsCar need -> fuller(home, need, horizon, where, out);
        };
    }

    private static ProsumerInputs quiet(
            ProsumerInputs home, OwnerChange.SellsNothing quiet, Horizon horizon, String where, Findings out) {
        int from = Math.max(0, interval(quiet.from(), horizon));
        int to = Math.min(horizon.intervals(), interval(quiet.to().plusSeconds(899), horizon));
        if (from >= to) {
            out.error(where, quiet.from() + " to " + quiet.to(), "no time of the run",
                    "from before to, in " + horizon.start() + " to " + horizon.end());
            return home;
        }
        TreeSet<Integer> blackout = new TreeSet<>(home.hard().blackoutIntervals());
        for (int t = from; t < to; t++) {
            blackout.add(t);
        }
        return home.with(home.bess(), home.ev(), home.hard().withBlackout(List.copyOf(blackout)), home.soft());
    }

    private static ProsumerInputs capped(
            ProsumerInputs home, OwnerChange.SellsAtMost cap, Horizon horizon, String where, Findings out) {
        int day = Math.toIntExact(cap.from().toEpochDay() - horizon.firstDay().toEpochDay());
        if (day < 0 || day >= horizon.days()) {
            out.error(where, cap.from(), "not a day of the run", "one of the " + horizon.days() + " days of the run");
            return home;
        }
        if (!out.inRange(where, cap.kwh(), 0, Findings.MAX_KWH, "kWh")) {
            return home;
        }
        LimitChange change = new LimitChange(horizon.dayStart(day), cap.kwh());
        HardPreferences hard = home.hard();
        boolean isHard = hard.dailyDischargeCapKwh() != null || !hard.capChanges().isEmpty();
        if (!isHard && home.soft().stream().anyMatch(SoftPreference.DailyCap.class::isInstance)) {
            return home.with(home.bess(), home.ev(), hard, home.soft().stream()
                    .map(wish -> wish instanceof SoftPreference.DailyCap old
                            ? new SoftPreference.DailyCap(old.limitKwh(), old.usdPerUnit(), changes(old.changes(), change))
                            : wish)
                    .toList());
        }
        return home.with(home.bess(), home.ev(), hard.withCapChanges(changes(hard.capChanges(), change)), home.soft());
    }

    /** What is said last holds from its day on. */
    private static List<LimitChange> changes(List<LimitChange> before, LimitChange change) {
        List<LimitChange> all = new ArrayList<>(before);
        all.removeIf(old -> old.interval() >= change.interval());
        all.add(change);
        return all;
    }

    private static ProsumerInputs fuller(
            ProsumerInputs home, OwnerChange.NeedsCar need, Horizon horizon, String where, Findings out) {
        EvInputs ev = home.ev();
        if (ev == null) {
            out.error(where, need.prosumer(), "the home has no car", "the id of a home with a car");
            return home;
        }
        int departure = CarDeparture.on(ev, need.day(), horizon);
        if (departure < 0) {
            out.error(where, need.day(), "the car does not leave on this day of the run", "a day with a departure");
            return home;
        }
        if (!out.inRange(where, need.kwh(), 0, ev.capacityKwh(), "kWh, the capacity of the car")) {
            return home;
        }
        List<EvReady> ready = new ArrayList<>(home.hard().evReady());
        double kwh = ready.stream().filter(due -> due.interval() == departure).mapToDouble(EvReady::kwh).max().orElse(0);
        ready.removeIf(due -> due.interval() == departure);
        ready.add(new EvReady(departure, Math.max(kwh, need.kwh())));
        ready.sort(Comparator.comparingInt(EvReady::interval));
        return home.with(home.bess(), ev, home.hard().withEvReady(ready), home.soft());
    }

    /** The interval a local time falls in; negative before the run, T and more after it. */
    static int interval(LocalDateTime local, Horizon horizon) {
        long seconds = local.atZone(horizon.zone()).toEpochSecond() - horizon.start().getEpochSecond();
        return Math.toIntExact(Math.floorDiv(seconds, 900L));
    }
}
