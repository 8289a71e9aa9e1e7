package org.vppworkbench.model.metrics;

import org.jspecify.annotations.Nullable;

/**
 * The certified optima of {@code model.md} §5 as the evaluator reads them [$].
 *
 * @param homeObjective W_home, every home at its own best: the certified point of the linear program
 * @param homeUpperBound UB(HOME)
 * @param awareObjective W*, with preferences: the certified point
 * @param awareUpperBound UB(AWARE)
 * @param blindObjective without preferences: the certified point
 * @param blindUpperBound UB(BLIND)
 * @param forecastWelfare W_forecast, AWARE optimised on what was known and valued on what happened, or {@code null} where it
 *     was not solved
 */
public record OptimumReference(
        double homeObjective,
        double homeUpperBound,
        double awareObjective,
        double awareUpperBound,
        double blindObjective,
        double blindUpperBound,
        @Nullable Double forecastWelfare) {

    /** Optima without the one on forecasts. */
    public OptimumReference(
            double homeObjective,
            double homeUpperBound,
            double awareObjective,
            double awareUpperBound,
            double blindObjective,
            double blindUpperBound) {
        this(homeObjective, homeUpperBound, awareObjective, awareUpperBound, blindObjective, blindUpperBound, null);
    }
}
