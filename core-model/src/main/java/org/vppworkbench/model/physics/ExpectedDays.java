package org.vppworkbench.model.physics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.util.FastMath;
import org.vppworkbench.model.inputs.HomeOutlook;
import org.vppworkbench.model.inputs.PriceKnowledge;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.time.TimeSeries;

/**
 * What a home expects of the days after its planning window, from the days it knows by then, of which the next ones are taken
 * to be draws. Nothing in it is tuned. All of it goes by the local clock ({@link DayGrid#byClock}).
 *
 * <p><b>Sun is not certain.</b> Of n known days k had no surplus in an hour of the day. The hour is expected to be of the kind
 * it mostly was (of as many the kind of their mean), with mean load and roof of the days of that kind. But a kWh relied on is
 * missing at the import price when an hour turns out dull, and where it shines one too many earns the credit only: so a
 * surplus is worth credit + P(dull)·(import price − credit). Laplace's rule of succession gives P(dull) = (k + 1)/(n + 2), the
 * mean of a chance of which before the first day every value was as likely as any other. The dull days are in the chance and
 * not in the mean of the bright ones, so none is counted twice.
 *
 * <p>Published prices are as published, others those of the last known day.
 *
 * <p><b>Who can wait pays less.</b> On the market the cheapest of j days costs less than any one of them. With the lowest
 * prices m₁ ≤ … ≤ m_n of the n known days, each as likely to return, the lowest of j days is above m_i with chance
 * (1 − i/n)^j, so its mean is Σ m_i·[(1 − (i−1)/n)^j − (1 − i/n)^j]. By what that lies below the mean of all m_i, the prices
 * of the j-th day are lowered. On the first day, or if all days are equal, that is nothing.
 */
final class ExpectedDays {
    private final ProsumerInputs home;
    private final DayGrid days;
    private final int to;
    private final boolean published;
    /** Known days by the clock, the last one first. */
    private final List<double[]> loadKw = new ArrayList<>();
    private final List<double[]> pvKw = new ArrayList<>();
    private final double[] buy;
    private final double[] sell;
    private final double[] lowest;

    /**
     * Looks at a home up to the end of its window.
     *
     * @param to end of the window, a local midnight after the first
     */
    ExpectedDays(HomeOutlook outlook, DayGrid days, int to) {
        this.home = outlook.expected();
        this.days = days;
        this.to = to;
        this.published = outlook.prices() == PriceKnowledge.PUBLISHED;
        this.lowest = new double[days.day(to - 1) + 1];
        for (int end = to; end > 0; end = days.midnightBefore(end - 1)) {
            lowest[loadKw.size()] = home.importPrice().slice(days.midnightBefore(end - 1), end).min();
            loadKw.add(days.byClock(end, home.load()::at));
            pvKw.add(days.byClock(end, home.pv()::at));
        }
        Arrays.sort(lowest);
        this.buy = days.byClock(to, home.importPrice()::at);
        this.sell = days.byClock(to, home.exportPrice()::at);
    }

    /**
     * An hour or a part of one, as expected.
     *
     * @param loadKw mean load [kW]
     * @param pvKw mean PV [kW]
     * @param buy import price [$/kWh]
     * @param sell worth of what is fed in [$/kWh]
     */
    record Step(double loadKw, double pvKw, double buy, double sell) {}

    /** What is expected of the intervals {@code [from, last)}, of one day. */
    Step step(int from, int last) {
        int known = loadKw.size();
        double[] load = new double[2];
        double[] pv = new double[2];
        int[] times = new int[2];
        for (int day = 0; day < known; day++) {
            double drawn = mean(loadKw.get(day), from, last);
            double shone = mean(pvKw.get(day), from, last);
            int kind = shone > drawn ? 1 : 0;
            load[kind] += drawn;
            pv[kind] += shone;
            times[kind]++;
        }
        boolean sunny = times[1] > times[0] || (times[1] == times[0] && pv[0] + pv[1] > load[0] + load[1]);
        int kind = sunny ? 1 : 0;
        double bought = price(home.importPrice(), buy, from, last);
        double credit = price(home.exportPrice(), sell, from, last);
        double dull = (times[0] + 1.0) / (known + 2);
        return new Step(
                load[kind] / times[kind], pv[kind] / times[kind], bought, sunny ? credit + dull * (bought - credit) : credit);
    }

    private double mean(double[] day, int from, int last) {
        double sum = 0;
        for (int t = from; t < last; t++) {
            sum += day[days.clock(t)];
        }
        return sum / (last - from);
    }

    private double price(TimeSeries series, double[] lastDay, int from, int last) {
        return published ? series.mean(from, last) : mean(lastDay, from, last) - waiting(days.day(from) - days.day(to - 1));
    }

    /** By how much the lowest of so many days is expected below that of one [$/kWh]. */
    private double waiting(int ahead) {
        double n = lowest.length;
        double worth = 0;
        for (int i = 1; i <= lowest.length; i++) {
            double chance = FastMath.pow(1 - (i - 1) / n, ahead) - FastMath.pow(1 - i / n, ahead);
            worth += lowest[i - 1] * (1 / n - chance);
        }
        return worth;
    }
}
