package org.vppworkbench.sample.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

/**
 * How a market behaves in time: what real and invented prices are compared by.
 *
 * @param intraHourSd standard deviation of a quarter hour's real-time price relative to the mean of its hour [1]
 * @param hourRange median of (highest − lowest)/mean within an hour, real time [1]
 * @param lagOne correlation of the real-time log price with that of the quarter hour before [1]
 * @param meanDifference mean of real time less day-ahead, hourly [$/MWh]
 * @param sdDifference its standard deviation [$/MWh]
 * @param correlation correlation of hourly real-time and day-ahead prices [1]
 */
public record MarketStatistics(
        double intraHourSd,
        double hourRange,
        double lagOne,
        double meanDifference,
        double sdDifference,
        double correlation) {
    /** Hours with a lower mean are left out of relative deviations, which mean nothing there [$/MWh]. */
    private static final double LEAST_MEAN = 5;

    /** Prices below this count as this in logarithms [$/MWh]. */
    private static final double LEAST_LOG_PRICE = 1;

    /** The statistics, or {@code null} without day-ahead and real-time energy prices. */
    public static @Nullable MarketStatistics of(MarketSeries prices) {
        TimeSeries dayAhead = prices.energy();
        TimeSeries realTime = prices.realTime();
        if (dayAhead == null || realTime == null) {
            return null;
        }
        double[] hourlyDayAhead = Statistics.means(dayAhead, Horizon.INTERVALS_PER_HOUR);
        double[] hourlyRealTime = Statistics.means(realTime, Horizon.INTERVALS_PER_HOUR);
        List<Double> deviations = new ArrayList<>();
        List<Double> ranges = new ArrayList<>();
        for (int hour = 0; hour < hourlyRealTime.length; hour++) {
            double mean = hourlyRealTime[hour];
            if (mean >= LEAST_MEAN) {
                int first = Horizon.firstInterval(hour);
                TimeSeries quarters = realTime.slice(first, first + Horizon.INTERVALS_PER_HOUR);
                Arrays.stream(quarters.toArray()).forEach(price -> deviations.add(price / mean - 1));
                ranges.add((quarters.max() - quarters.min()) / mean);
            }
        }
        double[] difference = new double[hourlyDayAhead.length];
        Arrays.setAll(difference, hour -> hourlyRealTime[hour] - hourlyDayAhead[hour]);
        double[] logs = realTime.map(p -> Math.log(Math.max(p, LEAST_LOG_PRICE))).toArray();
        return new MarketStatistics(
                deviations.isEmpty() ? Double.NaN : Statistics.sd(array(deviations)),
                Statistics.quantile(0.5, array(ranges)),
                Statistics.lagOne(logs),
                Statistics.mean(difference),
                Statistics.sd(difference),
                Statistics.correlation(hourlyRealTime, hourlyDayAhead));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
