package org.vppworkbench.model.physics;

import java.util.Arrays;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.time.Horizon;

/** What a home has sold, kW per product and hour. Immutable; {@link #plus} copies one row. */
public final class Commitments {
    private final double[] energyKw;
    private final double[] spinKw;
    private final double[] nonSpinKw;

    private Commitments(double[] energyKw, double[] spinKw, double[] nonSpinKw) {
        this.energyKw = energyKw;
        this.spinKw = spinKw;
        this.nonSpinKw = nonSpinKw;
    }

    public static Commitments none(int hours) {
        return new Commitments(new double[hours], new double[hours], new double[hours]);
    }

    public Commitments plus(Product product, int hour, double kw) {
        return switch (product) {
            case ENERGY -> new Commitments(added(energyKw, hour, kw), spinKw, nonSpinKw);
            case SPIN -> new Commitments(energyKw, added(spinKw, hour, kw), nonSpinKw);
            case NONSPIN -> new Commitments(energyKw, spinKw, added(nonSpinKw, hour, kw));
        };
    }

    /** Both together. */
    Commitments with(Commitments other) {
        return new Commitments(
                sum(energyKw, other.energyKw), sum(spinKw, other.spinKw), sum(nonSpinKw, other.nonSpinKw));
    }

    private static double[] sum(double[] a, double[] b) {
        double[] result = a.clone();
        Arrays.setAll(result, h -> a[h] + b[h]);
        return result;
    }

    private static double[] added(double[] row, int hour, double kw) {
        double[] copy = row.clone();
        copy[hour] += kw;
        return copy;
    }

    /** Sold quantity [kW] in the hour that holds interval {@code t}. */
    public double kwAt(Product product, int t) {
        return kw(product, Horizon.hourOf(t));
    }

    /** Sold quantity [kW] in an hour. */
    public double kw(Product product, int hour) {
        return switch (product) {
            case ENERGY -> energyKw[hour];
            case SPIN -> spinKw[hour];
            case NONSPIN -> nonSpinKw[hour];
        };
    }

    /** First interval after the last hour in which the two differ, or 0 where they do not. */
    int differsUntil(Commitments other) {
        int hour = Math.max(
                lastDifference(energyKw, other.energyKw),
                Math.max(lastDifference(spinKw, other.spinKw), lastDifference(nonSpinKw, other.nonSpinKw)));
        return Horizon.firstInterval(hour + 1);
    }

    private static int lastDifference(double[] a, double[] b) {
        if (Arrays.equals(a, b)) {
            return -1;
        }
        int hour = a.length - 1;
        while (hour >= 0 && a[hour] == b[hour]) {
            hour--;
        }
        return hour;
    }

    double energyAt(int t) {
        return energyKw[Horizon.hourOf(t)];
    }

    double spinAt(int t) {
        return spinKw[Horizon.hourOf(t)];
    }

    double reserveAt(int t) {
        int hour = Horizon.hourOf(t);
        return spinKw[hour] + nonSpinKw[hour];
    }
}
