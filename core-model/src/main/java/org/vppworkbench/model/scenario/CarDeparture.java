package org.vppworkbench.model.scenario;

import java.util.ArrayList;
import java.util.List;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.HardPreferences;
import org.vppworkbench.model.inputs.HardPreferences.EvReady;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.inputs.SoftPreference;
import org.vppworkbench.model.time.Horizon;

/** Moves one departure of a home's car within its local day: the trip, and what is due before it. */
final class CarDeparture {
    private final RunInputs inputs;
    private final OwnerChange.CarLeaves change;
    private final Findings out;

    CarDeparture(RunInputs inputs, OwnerChange.CarLeaves change, Findings out) {
        this.inputs = inputs;
        this.change = change;
        this.out = out;
    }

    /** The inputs with the home as it will be; what it expects is left as it was. With an error they are unchanged. */
    RunInputs moved() {
        Horizon horizon = inputs.horizon();
        String where = "branch, " + change.words();
        for (int i = 0; i < inputs.prosumers().size(); i++) {
            ProsumerInputs home = inputs.prosumers().get(i);
            EvInputs ev = home.ev();
            if (!home.id().equals(change.prosumer()) || ev == null) {
                continue;
            }
            int day = (int) (change.day().toEpochDay() - horizon.firstDay().toEpochDay());
            int old = day < 0 || day >= horizon.days() ? -1 : departure(ev, horizon.dayStart(day), horizon.dayStart(day + 1));
            if (old < 0) {
                out.error(where, change.day(), "the car does not leave on this day of the run", "a day with a departure");
                return inputs;
            }
            int now = interval(horizon);
            int back = old;
            while (back < horizon.intervals() && !ev.plugged().get(back)) {
                back++;
            }
            boolean atHome = now < old ? allPlugged(ev, now, old) : now < back;
            if (now < horizon.dayStart(day) || !atHome) {
                out.error(where, change.departure(), "the car is away then", "a time between its return before and after");
                return inputs;
            }
            List<ProsumerInputs> homes = new ArrayList<>(inputs.prosumers());
            homes.set(i, moved(home, ev, old, now));
            return new RunInputs(
                    horizon, inputs.prices(), inputs.forecasts(), inputs.required(), inputs.calledIntervals(), homes,
                    inputs.outlooks());
        }
        out.error(where, change.prosumer(), "no such home with a car", "the id of a home with a car");
        return inputs;
    }

    private int interval(Horizon horizon) {
        long seconds = change.day().atTime(change.departure()).atZone(horizon.zone()).toEpochSecond()
                - horizon.start().getEpochSecond();
        return Math.toIntExact(Math.floorDiv(seconds, 900L));
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
                org.vppworkbench.model.time.TimeSeries.of(driven), ev.degradationPerKwh());
        HardPreferences hard = home.hard();
        List<EvReady> ready = hard.evReady().stream()
                .map(due -> due.interval() == old ? new EvReady(now, due.kwh()) : due)
                .sorted(java.util.Comparator.comparingInt(EvReady::interval))
                .toList();
        List<SoftPreference> soft = home.soft().stream()
                .map(wish -> wish instanceof SoftPreference.CarReady due && due.interval() == old
                        ? new SoftPreference.CarReady(now, due.limitKwh(), due.usdPerUnit())
                        : wish)
                .toList();
        return new ProsumerInputs(
                home.id(), home.importPrice(), home.exportPrice(), home.endValuePerKwh(), home.importLimitKw(),
                home.exportLimitKw(), home.pv(), home.load(), home.bess(), car,
                new HardPreferences(
                        hard.reserveFloorKwh(), hard.blackoutIntervals(), hard.dailyDischargeCapKwh(), ready),
                soft);
    }
}
