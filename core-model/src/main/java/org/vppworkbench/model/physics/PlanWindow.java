package org.vppworkbench.model.physics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.HomeOutlook;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.SoftPreference;
import org.vppworkbench.model.time.Horizon;

/**
 * What a home plan looks at, in plain arrays with one entry per step, filled once: the quarter hours of the planning window,
 * and, where the run goes on after it, further days in steps of at most an hour. Of these the home knows its own calendar
 * and its tariff; the rest is as it expects ({@link ExpectedDays}). Without them the end value would be all that the future
 * is worth: a home would hoard what the next noon gives for nothing, and a car that is seldom connected would miss what its
 * owner wants in it next week.
 */
final class PlanWindow {
    /** Local days known in detail: today and tomorrow, 48 h on most days ({@code model.md} §2). */
    static final int DAYS = 2;

    /** Most days after the window that a car's calendar is planned for: with the window a week. */
    static final int CALENDAR = 5;

    private static final int HOUR = Horizon.INTERVALS_PER_HOUR;

    private final DayGrid days;
    final int from;
    /** Steps that are quarter hours of the window. */
    final int quarters;
    final int steps;
    /** The interval in which each step begins, one more entry for the end. */
    private final int[] first;
    final double[] hours;
    final double[] loadKw;
    final double[] pvKw;
    final double[] buy;
    final double[] sell;
    /** Most the car can draw without help from a battery, 0 while away or without a car [kW]. */
    final double[] carInKw;
    /** Most the car can feed in [kW]. */
    final double[] carOutKw;
    final double[] drivenKwh;
    /** Least energy of the car at the start of each step, one more entry for the end [kWh]. */
    final double[] carLeastKwh;
    final double importLimitKw;
    final double exportLimitKw;
    final double endValue;
    private final List<List<SoftPreference.CarReady>> ready = new ArrayList<>();

    /**
     * A window of quarter hours with the days that follow.
     *
     * @param needs the calendar of the car, or {@code null} without one
     * @param to end of the window (exclusive); load, roof and market prices at or after it are not read
     * @param beyond days of the run expected after {@code to}; the run may end before
     */
    PlanWindow(HomeOutlook outlook, @Nullable CarNeeds needs, DayGrid days, int from, int to, int beyond) {
        ProsumerInputs home = outlook.expected();
        this.days = days;
        this.from = from;
        this.quarters = to - from;
        EvInputs ev = home.ev();
        this.first = starts(home, from, to, to < days.intervals() ? days.midnightAfter(to, beyond) : to);
        this.steps = first.length - 1;
        this.hours = new double[steps];
        this.loadKw = new double[steps];
        this.pvKw = new double[steps];
        this.buy = new double[steps];
        this.sell = new double[steps];
        this.carInKw = new double[steps];
        this.carOutKw = new double[steps];
        this.drivenKwh = new double[steps];
        this.carLeastKwh = new double[steps + 1];
        this.importLimitKw = home.importLimitKw();
        this.exportLimitKw = home.exportLimitKw();
        this.endValue = home.endValuePerKwh();
        for (int k = 0; k < quarters; k++) {
            int t = from + k;
            hours[k] = Horizon.DELTA_HOURS;
            loadKw[k] = home.load().at(t);
            pvKw[k] = home.pv().at(t);
            buy[k] = home.importPrice().at(t);
            sell[k] = home.exportPrice().at(t);
        }
        if (steps > quarters) {
            expect(new ExpectedDays(outlook, days, to));
        }
        if (ev != null && needs != null) {
            car(home, ev, needs);
        }
    }

    /**
     * Quarter hours up to {@code to}, then hours, cut wherever the car leaves or is connected: within a step it cannot be
     * charged for the energy that it has driven before; and where a soft need is due, which is read at the start of a step.
     */
    private static int[] starts(ProsumerInputs home, int from, int to, int end) {
        EvInputs ev = home.ev();
        int[] starts = new int[end - from + 1];
        int n = 0;
        for (int t = from; t < end; t++) {
            if (t < to || (t - to) % HOUR == 0 || (ev != null && (changes(ev, t) || wished(home, t)))) {
                starts[n++] = t;
            }
        }
        starts[n++] = end;
        return Arrays.copyOf(starts, n);
    }

    private static boolean changes(EvInputs ev, int t) {
        return !ev.plugged().get(t).equals(ev.plugged().get(t - 1)) || ev.drivenKwh().at(t) > 0;
    }

    private static boolean wished(ProsumerInputs home, int t) {
        return home.soft().stream()
                .anyMatch(soft -> soft instanceof SoftPreference.CarReady wish && wish.interval() == t);
    }

    private void expect(ExpectedDays expected) {
        for (int k = quarters; k < steps; k++) {
            hours[k] = (first[k + 1] - first[k]) * Horizon.DELTA_HOURS;
            ExpectedDays.Step step = expected.step(first[k], first[k + 1]);
            loadKw[k] = step.loadKw();
            pvKw[k] = step.pvKw();
            buy[k] = step.buy();
            sell[k] = step.sell();
        }
    }

    private void car(ProsumerInputs home, EvInputs ev, CarNeeds needs) {
        for (int k = 0; k < steps; k++) {
            int last = first[k + 1];
            double count = last - first[k];
            double meter = Math.max(0, importLimitKw + pvKw[k] - loadKw[k]);
            List<SoftPreference.CarReady> found = List.of();
            for (int t = first[k]; t < last; t++) {
                carInKw[k] += ev.plugged().get(t) ? Math.min(ev.chargeKw(), meter) / count : 0;
                carOutKw[k] += ev.plugged().get(t) ? ev.v2gKw() / count : 0;
                drivenKwh[k] += ev.drivenKwh().at(t);
                for (SoftPreference soft : home.soft()) {
                    if (soft instanceof SoftPreference.CarReady wish && wish.interval() == t) {
                        found = new ArrayList<>(found);
                        found.add(wish);
                    }
                }
            }
            ready.add(found);
        }
        for (int k = 0; k <= steps; k++) {
            carLeastKwh[k] = needs.neededKwh(first[k]);
        }
    }

    /**
     * Takes away from the car what it sells: the battery delivers first, up to its discharge limit, and the car the rest; a
     * car that delivers does not charge.
     */
    void carSells(EvInputs ev, double batteryKw, Commitments sold) {
        for (int k = 0; k < quarters; k++) {
            double kw = Math.min(carOutKw[k], sold.energyAt(from + k) - batteryKw);
            if (kw > 0) {
                drivenKwh[k] += kw * hours[k] / ev.eta();
                carInKw[k] = 0;
                carOutKw[k] -= kw;
            }
        }
    }

    /**
     * What a car is worth that begins step {@code step} with {@code kwh} and follows a schedule: the energy it ends with, less the wear of
     * what it feeds back and what its owner misses on the way [$]. What it draws from and feeds into the meter is the
     * battery's plan to value.
     */
    double carWorthUsd(EvInputs ev, int step, double kwh, double[] carKw, double endValuePerKwh) {
        double energy = kwh;
        double usd = 0;
        for (int k = step; k < steps; k++) {
            for (SoftPreference.CarReady wish : ready(k)) {
                usd -= wish.usdPerUnit() * Math.max(0, wish.limitKwh() - energy);
            }
            usd -= ev.degradationPerKwh() * Math.max(0, -carKw[k]) * hours[k];
            energy += (carKw[k] >= 0 ? ev.eta() : 1 / ev.eta()) * carKw[k] * hours[k] - drivenKwh[k];
        }
        return usd + endValuePerKwh * energy;
    }

    /** Soft needs of the car at the start of a step. */
    List<SoftPreference.CarReady> ready(int step) {
        return step < ready.size() ? ready.get(step) : List.of();
    }

    /** What the home expects to measure in a step. */
    SiteReading site(int step, double carKw) {
        return new SiteReading(pvKw[step], loadKw[step], carKw, buy[step], sell[step], importLimitKw, exportLimitKw);
    }

    /** Copies what a schedule says of the window's quarter hours to their place in the run. */
    void onto(double[] perStep, double[] run) {
        System.arraycopy(perStep, 0, run, from, quarters);
    }

    /** A schedule of the run over the steps of the window; the days beyond are as the window's last. */
    double[] ofRun(double[] run) {
        double[] perStep = Arrays.copyOf(Arrays.copyOfRange(run, from, from + quarters), steps);
        double[] lastDay = days.byClock(from + quarters, t -> run[t]);
        for (int k = quarters; k < steps; k++) {
            for (int t = first[k]; t < first[k + 1]; t++) {
                perStep[k] += lastDay[days.clock(t)] / (first[k + 1] - first[k]);
            }
        }
        return perStep;
    }
}
