package org.vppworkbench.model.forecast;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.apache.commons.math3.util.FastMath;

/**
 * Ordinary least squares of the price on the price of the same clock hour of the day before, the published system forecasts
 * of the hour, and two daily harmonics; one regression per product and day of delivery, trained on the latest four weeks
 * of day pairs before it. Least squares come from the singular value decomposition, so that regressors which do not vary
 * in a short history get the coefficient of least norm rather than an arbitrary one. No price is forecast outside the range
 * of the prices in those weeks: fitted to few days, a linear relation means nothing far from them.
 */
public record PriceRegression() implements PriceForecaster {
    /** Pairs of consecutive days needed. Assumption: with fewer the daily harmonics fit one day's shape. */
    static final int LEAST_PAIRS = 2;

    /** Pairs used at most. Assumption: four weeks, within which prices follow one season. */
    static final int MOST_PAIRS = 28;

    private static final int HARMONICS = 2;

    @Override
    public int daysNeeded() {
        return LEAST_PAIRS + 1;
    }

    @Override
    public int daysUsed() {
        return MOST_PAIRS + 1;
    }

    @Override
    public double[] day(PriceHistory history, DriverHistory drivers, boolean reserve) {
        List<double[]> rows = new ArrayList<>();
        List<Double> prices = new ArrayList<>();
        for (int back = Math.min(MOST_PAIRS, history.days() - 1); back >= 1; back--) {
            for (int hour = 0; hour < ClockDay.HOURS; hour++) {
                if (history.happened(back, hour)) {
                    rows.add(regressors(history, drivers, back, hour));
                    prices.add(history.at(back, hour));
                }
            }
        }
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int back = 1; back <= Math.min(MOST_PAIRS + 1, history.days()); back++) {
            for (int hour = 0; hour < ClockDay.HOURS; hour++) {
                lowest = Math.min(lowest, history.at(back, hour));
                highest = Math.max(highest, history.at(back, hour));
            }
        }
        Scaling scaling = Scaling.of(rows);
        RealMatrix design = new Array2DRowRealMatrix(
                rows.stream().map(scaling::apply).toArray(double[][]::new), false);
        RealVector target = new ArrayRealVector(prices.stream().mapToDouble(Double::doubleValue).toArray(), false);
        RealVector coefficients = new SingularValueDecomposition(design).getSolver().solve(target);
        double[] forecast = new double[ClockDay.HOURS];
        for (int hour = 0; hour < ClockDay.HOURS; hour++) {
            double price = new ArrayRealVector(scaling.apply(regressors(history, drivers, 0, hour)), false)
                    .dotProduct(coefficients);
            forecast[hour] = Math.max(reserve ? 0 : Double.NEGATIVE_INFINITY, Math.clamp(price, lowest, highest));
        }
        return forecast;
    }

    /** Regressors of an hour {@code back} days before delivery, the constant apart. */
    private static double[] regressors(PriceHistory history, DriverHistory drivers, int back, int hour) {
        double[] x = new double[1 + drivers.drivers() + 2 * HARMONICS];
        int n = 0;
        x[n++] = history.at(back + 1, hour);
        for (int driver = 0; driver < drivers.drivers(); driver++) {
            x[n++] = drivers.at(driver, back, hour);
        }
        for (int k = 1; k <= HARMONICS; k++) {
            double angle = 2 * Math.PI * k * hour / ClockDay.HOURS;
            x[n++] = FastMath.sin(angle);
            x[n++] = FastMath.cos(angle);
        }
        return x;
    }

    /** Brings regressors of very different size to mean 0 and deviation 1, and adds the constant. */
    @SuppressWarnings("ArrayRecordComponent") // short-lived, never compared
    private record Scaling(double[] mean, double[] deviation) {
        static Scaling of(List<double[]> rows) {
            int columns = rows.getFirst().length;
            double[] mean = new double[columns];
            double[] deviation = new double[columns];
            for (int c = 0; c < columns; c++) {
                int column = c;
                double centre = rows.stream().mapToDouble(row -> row[column]).sum() / rows.size();
                double squares = rows.stream()
                        .mapToDouble(row -> (row[column] - centre) * (row[column] - centre))
                        .sum();
                double spread = Math.sqrt(squares / rows.size());
                mean[c] = centre;
                // a regressor that never varied says nothing, on the day of delivery neither
                deviation[c] = spread > 1e-9 * (1 + Math.abs(centre)) ? spread : Double.POSITIVE_INFINITY;
            }
            return new Scaling(mean, deviation);
        }

        double[] apply(double[] row) {
            double[] scaled = new double[row.length + 1];
            scaled[0] = 1;
            for (int c = 0; c < row.length; c++) {
                scaled[c + 1] = (row[c] - mean[c]) / deviation[c];
            }
            return scaled;
        }
    }
}
