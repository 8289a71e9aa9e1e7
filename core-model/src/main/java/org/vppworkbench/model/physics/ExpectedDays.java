package org.vppworkbench.model.physics;

import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.time.TimeSeries;

/**
 * What a home expects of the days after its planning window, from what it knows by then: of load and roof the mean over all
 * known days, of a published tariff its own calendar. A home on market prices expects those of the last known day, from the
 * second day on a little lower: it may wait for the cheapest of several days, which lies below that of any one.
 *
 * <p>Sun is not certain. The home takes the chance of a dull hour by Laplace's rule of succession, 1 in n + 2 after n days,
 * and values the surplus of an expected hour between what feeding it in earns and what the energy costs where it is missing.
 */
final class ExpectedDays {
    private static final int DAY = PlanWindow.DAY;

    /** What waiting is worth on the market, as a share of the last day's lowest price; an assumption. */
    private static final double WAITING_SHARE = 0.1;

    private final ProsumerInputs home;
    private final int to;
    private final boolean published;
    private final double[] loadKw;
    private final double[] pvKw;
    private final double dullChance;
    private final double waiting;

    /**
     * Looks at a home up to the end of its window.
     *
     * @param to end of the window, at least one day after the start of the run
     */
    ExpectedDays(ProsumerInputs home, int to) {
        this.home = home;
        this.to = to;
        // Filed tariffs earn less than they cost in some hour; only the market pays what it takes in all of them.
        this.published = !home.importPrice().equals(home.exportPrice());
        this.loadKw = meanDay(home.load(), to);
        this.pvKw = meanDay(home.pv(), to);
        this.dullChance = 1.0 / (to / DAY + 2);
        this.waiting = published ? 0 : WAITING_SHARE * Math.abs(home.importPrice().slice(to - DAY, to).min());
    }

    private static double[] meanDay(TimeSeries series, int to) {
        double[] mean = new double[DAY];
        int[] days = new int[DAY];
        for (int t = 0; t < to; t++) {
            mean[t % DAY] += series.at(t);
            days[t % DAY]++;
        }
        for (int i = 0; i < DAY; i++) {
            mean[i] /= days[i];
        }
        return mean;
    }

    /** Mean expected load of the intervals {@code [from, last)} [kW]. */
    double loadKw(int from, int last) {
        return mean(loadKw, from, last);
    }

    /** Mean expected PV of the intervals {@code [from, last)} [kW]. */
    double pvKw(int from, int last) {
        return mean(pvKw, from, last);
    }

    private static double mean(double[] day, int from, int last) {
        double sum = 0;
        for (int t = from; t < last; t++) {
            sum += day[t % DAY];
        }
        return sum / (last - from);
    }

    /** Mean expected import price of the intervals {@code [from, last)} [$/kWh]. */
    double buy(int from, int last) {
        return price(home.importPrice(), from, last);
    }

    /** Mean expected worth of what is fed in in the intervals {@code [from, last)} [$/kWh]. */
    double sell(int from, int last) {
        double credit = price(home.exportPrice(), from, last);
        boolean sunny = pvKw(from, last) > loadKw(from, last);
        return sunny ? credit + dullChance * (buy(from, last) - credit) : credit;
    }

    private double price(TimeSeries series, int from, int last) {
        double sum = 0;
        for (int t = from; t < last; t++) {
            int after = t - to;
            sum += series.at(published ? t : to - DAY + after % DAY) - (after < DAY ? 0 : waiting);
        }
        return sum / (last - from);
    }
}
