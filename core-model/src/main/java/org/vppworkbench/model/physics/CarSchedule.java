package org.vppworkbench.model.physics;

import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.fleet.CarPlanKind;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.time.Horizon;

/**
 * The naive car plans: {@code ON_ARRIVAL} charges at full power while plugged in until full; {@code OFF_PEAK} does so at the
 * lowest import price of the window only, and earlier where a departure would otherwise be missed.
 */
final class CarSchedule {
    private static final double DT = Horizon.DELTA_HOURS;
    private static final double SAME_PRICE = 1e-9;

    private final ProsumerInputs home;
    private final CarPlanKind kind;
    private final @Nullable CarNeeds needs;

    /**
     * @param needs the calendar of the car, or {@code null} without one
     */
    CarSchedule(ProsumerInputs home, CarPlanKind kind, @Nullable CarNeeds needs) {
        this.home = home;
        this.kind = kind;
        this.needs = needs;
    }

    /** Writes the charging power of {@code [from, to)} into {@code carKw}. */
    void plan(int from, int to, double evKwh, double[] carKw) {
        EvInputs ev = home.ev();
        CarNeeds calendar = needs;
        if (ev == null || calendar == null) {
            return;
        }
        double[] needed = neededKwh(ev, calendar, from, to);
        double lowest = home.importPrice().slice(from, to).min();
        double energy = evKwh;
        for (int t = from; t < to; t++) {
            double most = calendar.mostKw(t);
            double room = Math.max(0, (ev.capacityKwh() - energy) / (ev.eta() * DT));
            boolean cheap = kind != CarPlanKind.OFF_PEAK || home.importPrice().at(t) <= lowest + SAME_PRICE;
            double must = t + 1 < to ? (needed[t + 1 - from] + ev.drivenKwh().at(t) - energy) / (ev.eta() * DT) : 0;
            carKw[t] = Math.max(0, Math.min(Math.min(most, room), cheap ? most : Math.max(0, must)));
            energy += ev.eta() * carKw[t] * DT - ev.drivenKwh().at(t);
        }
    }

    /** Energy needed at the start of each interval so that charging at off-peak prices still meets every departure. */
    private double[] neededKwh(EvInputs ev, CarNeeds calendar, int from, int to) {
        double lowest = home.importPrice().slice(from, to).min();
        double[] needed = new double[to - from];
        double next = calendar.neededKwh(to);
        for (int t = to - 1; t >= from; t--) {
            boolean cheap = home.importPrice().at(t) <= lowest + SAME_PRICE;
            double charge = cheap ? ev.eta() * calendar.mostKw(t) * DT : 0;
            next = Math.max(calendar.dueKwh(t), next + ev.drivenKwh().at(t) - charge);
            needed[t - from] = next;
        }
        return needed;
    }
}
