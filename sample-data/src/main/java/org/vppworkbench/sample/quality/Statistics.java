package org.vppworkbench.sample.quality;

import java.util.Arrays;
import org.vppworkbench.model.time.TimeSeries;

/** Plain statistics of equally long series. */
final class Statistics {
    private Statistics() {}

    static double mean(double... values) {
        return Arrays.stream(values).sum() / values.length;
    }

    /** Standard deviation with n in the denominator. */
    static double sd(double... values) {
        double mean = mean(values);
        return Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / values.length);
    }

    /** Pearson's correlation; {@code NaN} where one of the two does not vary. */
    static double correlation(double[] x, double[] y) {
        double meanX = mean(x);
        double meanY = mean(y);
        double products = 0;
        for (int i = 0; i < x.length; i++) {
            products += (x[i] - meanX) * (y[i] - meanY);
        }
        double scale = sd(x) * sd(y) * x.length;
        return scale > 0 ? products / scale : Double.NaN;
    }

    /** Correlation of a series with itself one step earlier. */
    static double lagOne(double... values) {
        return correlation(
                Arrays.copyOfRange(values, 1, values.length), Arrays.copyOfRange(values, 0, values.length - 1));
    }

    /** The value below which a share of the values lies, linear between ranks; {@code NaN} without values. */
    static double quantile(double share, double... values) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double rank = share * (sorted.length - 1);
        int below = (int) rank;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
    }

    /** Means of runs of {@code size} values. */
    static double[] means(TimeSeries series, int size) {
        double[] means = new double[series.length() / size];
        Arrays.setAll(means, i -> series.mean(i * size, (i + 1) * size));
        return means;
    }
}
