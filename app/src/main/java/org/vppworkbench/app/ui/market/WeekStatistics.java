package org.vppworkbench.app.ui.market;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Arrays;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

/**
 * What a week of a series is like, by its hours.
 *
 * @param mean arithmetic mean
 * @param sd standard deviation of the hours (n − 1)
 * @param min smallest hour
 * @param max largest hour
 * @param negativeShare share of hours below 0
 * @param spread mean of 17–21 h less mean of 10–14 h, local time
 * @param hours number of hours
 */
public record WeekStatistics(double mean, double sd, double min, double max, double negativeShare, double spread, int hours) {
    /** Hours of a week. */
    public static final int HOURS = 168;

    private static final int EVENING_FROM = 17;
    private static final int EVENING_TO = 21;
    private static final int MIDDAY_FROM = 10;
    private static final int MIDDAY_TO = 14;

    /**
     * The mean of every hour of the week from Monday 00:00 local time, over up to seven days; {@code NaN} where there is none.
     * The hour that a clock change repeats is the mean of both.
     */
    public static double[] byHour(TimeSeries series, Horizon horizon, LocalDate first, int days) {
        double[] sum = new double[HOURS];
        int[] count = new int[HOURS];
        for (int t = 0; t < Math.min(series.length(), horizon.intervals()); t++) {
            ZonedDateTime at = horizon.localStart(t);
            LocalDate day = at.toLocalDate();
            if (!day.isBefore(first) && day.isBefore(first.plusDays(days))) {
                int hour = (at.getDayOfWeek().getValue() - 1) * 24 + at.getHour();
                sum[hour] += series.at(t);
                count[hour]++;
            }
        }
        double[] mean = new double[HOURS];
        Arrays.setAll(mean, h -> count[h] == 0 ? Double.NaN : sum[h] / count[h]);
        return mean;
    }

    /** Statistics of hours of the week; {@code NaN} where there are too few. */
    public static WeekStatistics of(double[] byHour) {
        double[] known = Arrays.stream(byHour).filter(v -> !Double.isNaN(v)).toArray();
        int n = known.length;
        double mean = Arrays.stream(known).average().orElse(Double.NaN);
        double squares = Arrays.stream(known).map(v -> (v - mean) * (v - mean)).sum();
        return new WeekStatistics(
                mean,
                n > 1 ? Math.sqrt(squares / (n - 1)) : Double.NaN,
                Arrays.stream(known).min().orElse(Double.NaN),
                Arrays.stream(known).max().orElse(Double.NaN),
                n == 0 ? Double.NaN : (double) Arrays.stream(known).filter(v -> v < 0).count() / n,
                between(byHour, EVENING_FROM, EVENING_TO) - between(byHour, MIDDAY_FROM, MIDDAY_TO),
                n);
    }

    private static double between(double[] byHour, int from, int to) {
        double sum = 0;
        int count = 0;
        for (int h = 0; h < byHour.length; h++) {
            if (h % 24 >= from && h % 24 < to && !Double.isNaN(byHour[h])) {
                sum += byHour[h];
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }
}
