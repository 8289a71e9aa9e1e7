package org.vppworkbench.model.metrics;

import java.util.Arrays;
import java.util.OptionalDouble;

/** How evenly a quantity is spread ({@code domain.md} §5). */
public final class Dispersion {
    private Dispersion() {}

    /** Jain's index of {@code max(x, 0)}: (Σx)²/(n·Σx²); empty where all are 0. {1,2,3,4} gives 0.8333. */
    public static OptionalDouble jain(double[] values) {
        double sum = 0;
        double squares = 0;
        for (double value : values) {
            double x = Math.max(value, 0);
            sum += x;
            squares += x * x;
        }
        return squares <= 0 ? OptionalDouble.empty() : OptionalDouble.of(sum * sum / (values.length * squares));
    }

    /** Gini: Σ|xi − xj|/(2·n²·mean); empty where the mean is not above 0. {1,2,3,4} gives 0.25. */
    public static OptionalDouble gini(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        if (mean <= 1e-12) {
            return OptionalDouble.empty();
        }
        double differences = 0;
        for (double a : values) {
            for (double b : values) {
                differences += Math.abs(a - b);
            }
        }
        return OptionalDouble.of(differences / (2.0 * values.length * values.length * mean));
    }
}
