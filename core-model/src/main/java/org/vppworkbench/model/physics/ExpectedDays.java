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
 * <p>Load and roof are the mean over all known days, published prices are as published, other prices those of the last known
 * day.
 *
 * <p><b>Sun is not certain.</b> A kWh that is missing when an hour turns out dull costs the import price, one too many earns
 * the credit. So the surplus of an expected hour is worth credit + P(dull)·(import price − credit). If k of n known days had
 * no surplus in that hour, Laplace's rule of succession gives P(dull) = (k + 1)/(n + 2): the mean of the chance itself, every
 * chance being as likely before the first day.
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

    /** Mean expected load of the intervals {@code [from, last)} [kW]. */
    double loadKw(int from, int last) {
        return mean(loadKw, from, last);
    }

    /** Mean expected PV of the intervals {@code [from, last)} [kW]. */
    double pvKw(int from, int last) {
        return mean(pvKw, from, last);
    }

    /** Mean expected import price of the intervals {@code [from, last)} [$/kWh]. */
    double buy(int from, int last) {
        return price(home.importPrice(), buy, from, last);
    }

    /** Mean expected worth of what is fed in in the intervals {@code [from, last)} [$/kWh]. */
    double sell(int from, int last) {
        double credit = price(home.exportPrice(), sell, from, last);
        boolean sunny = pvKw(from, last) > loadKw(from, last);
        return sunny ? credit + dullChance(from, last) * (buy(from, last) - credit) : credit;
    }

    private double dullChance(int from, int last) {
        int dull = 0;
        for (int day = 0; day < pvKw.size(); day++) {
            dull += mean(pvKw.get(day), from, last) <= mean(loadKw.get(day), from, last) ? 1 : 0;
        }
        return (dull + 1.0) / (pvKw.size() + 2);
    }

    private double mean(List<double[]> known, int from, int last) {
        double sum = 0;
        for (double[] day : known) {
            sum += mean(day, from, last);
        }
        return sum / known.size();
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
