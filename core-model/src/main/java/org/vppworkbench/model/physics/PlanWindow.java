package org.vppworkbench.model.physics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.SoftPreference;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

/**
 * What a home plan looks at, in plain arrays with one entry per step, filled once: the quarter hours of the planning window,
 * and, where the run goes on after it, one more day in steps of an hour. Of that day the home knows its own calendar; it
 * expects the prices of the window's last day, and load and roof as on the mean of all days known by then. Without it the
 * end value would be all that the future is worth, and a home would hoard what the next noon gives for nothing.
 */
final class PlanWindow {
    /** Intervals of a day, for looking back at the same time of day. */
    static final int DAY = 96;

    private static final int HOUR = Horizon.INTERVALS_PER_HOUR;

    final int from;
    /** Steps that are quarter hours of the window. */
    final int quarters;
    final int steps;
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
     * A window of quarter hours with the day that follows.
     *
     * @param needs the calendar of the car, or {@code null} without one
     * @param to end of the window (exclusive); prices, load and roof at or after it are not read
     * @param beyond intervals of the run expected after {@code to}, at most {@link #DAY}, whole hours
     */
    PlanWindow(ProsumerInputs home, @Nullable CarNeeds needs, int from, int to, int beyond) {
        this.from = from;
        this.quarters = to - from;
        this.steps = quarters + beyond / HOUR;
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
        for (int k = quarters; k < steps; k++) {
            int t = first(k);
            hours[k] = 1;
            loadKw[k] = expected(home.load(), t, to);
            pvKw[k] = expected(home.pv(), t, to);
            buy[k] = home.importPrice().mean(t - DAY, t - DAY + HOUR);
            sell[k] = home.exportPrice().mean(t - DAY, t - DAY + HOUR);
        }
        EvInputs ev = home.ev();
        if (ev != null && needs != null) {
            car(home, ev, needs);
        }
    }

    /** The interval in which a step begins. */
    private int first(int step) {
        return from + step + Math.max(0, step - quarters) * (HOUR - 1);
    }

    /** The mean of an hour over all days before {@code to}. */
    private static double expected(TimeSeries series, int t, int to) {
        double sum = 0;
        int days = 0;
        for (int past = t - DAY; past >= 0; past -= DAY) {
            if (past + HOUR <= to) {
                sum += series.mean(past, past + HOUR);
                days++;
            }
        }
        return sum / days;
    }

    private void car(ProsumerInputs home, EvInputs ev, CarNeeds needs) {
        for (int k = 0; k < steps; k++) {
            int last = first(k + 1);
            double count = last - first(k);
            double meter = Math.max(0, importLimitKw + pvKw[k] - loadKw[k]);
            List<SoftPreference.CarReady> found = List.of();
            for (int t = first(k); t < last; t++) {
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
            carLeastKwh[k] = needs.neededKwh(first(k));
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

    /** Energy left in the car at the end of the last step if it begins step {@code step} with {@code kwh} [kWh]. */
    double carEndKwh(EvInputs ev, int step, double kwh, double[] carKw) {
        double energy = kwh;
        for (int k = step; k < steps; k++) {
            energy += (carKw[k] >= 0 ? ev.eta() : 1 / ev.eta()) * carKw[k] * hours[k] - drivenKwh[k];
        }
        return energy;
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

    /** A schedule of the run over the steps of the window; the day beyond is as the window's last. */
    double[] ofRun(double[] run) {
        double[] perStep = Arrays.copyOf(Arrays.copyOfRange(run, from, from + quarters), steps);
        for (int k = quarters; k < steps; k++) {
            for (int t = first(k) - DAY; t < first(k) - DAY + HOUR; t++) {
                perStep[k] += run[t] / HOUR;
            }
        }
        return perStep;
    }
}
