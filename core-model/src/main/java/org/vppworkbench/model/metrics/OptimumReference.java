package org.vppworkbench.model.metrics;

import org.jspecify.annotations.Nullable;

/**
 * The central optima of {@code model.md} §5 as the evaluator reads them [$].
 *
 * @param homeObjective W_home, every home at its own best: the certified point of the linear program
 * @param homeUpperBound UB(HOME)
 * @param awareObjective W*, with preferences: the certified point
 * @param awareUpperBound UB(AWARE)
 * @param blindObjective without preferences: the certified point
 * @param blindUpperBound UB(BLIND)
 * @param forecastWelfare W_forecast, AWARE optimised on what was known and valued on what happened, or {@code null} where it
 *     was not solved
 * @param doubt why a point may be far below its optimum: which mode is not certified; empty where all are
 */
public record OptimumReference(
        double homeObjective,
        double homeUpperBound,
        double awareObjective,
        double awareUpperBound,
        double blindObjective,
        double blindUpperBound,
        @Nullable Double forecastWelfare,
        String doubt) {

    /** Largest share of the money at stake that may lie between point and bound of an optimum a run is measured by. */
    private static final double MOST_UNCERTAIN = 0.1;

    /** Whether a run can be measured by them. Bounds hold in any case; uncertified W* and W_home are only points somewhere below. */
    public boolean measures() {
        return flaw().isEmpty();
    }

    /**
     * Why no run can be measured by them, empty where it can: all are certified, and none of the gaps is more than a tenth of
     * max(1 $, UB(AWARE) − UB(HOME)), whatever gap was asked for.
     */
    public String flaw() {
        if (!doubt.isEmpty()) {
            return doubt;
        }
        double stake = Math.max(1, awareUpperBound - homeUpperBound);
        double gap = Math.max(
                homeUpperBound - homeObjective,
                Math.max(awareUpperBound - awareObjective, blindUpperBound - blindObjective));
        return gap <= MOST_UNCERTAIN * stake
                ? ""
                : "the central optimum is not certified within a tenth of the money at stake";
    }

    /** Certified optima without the one on forecasts. */
    public OptimumReference(
            double homeObjective,
            double homeUpperBound,
            double awareObjective,
            double awareUpperBound,
            double blindObjective,
            double blindUpperBound) {
        this(homeObjective, homeUpperBound, awareObjective, awareUpperBound, blindObjective, blindUpperBound, null);
    }

    /** Certified optima. */
    public OptimumReference(
            double homeObjective,
            double homeUpperBound,
            double awareObjective,
            double awareUpperBound,
            double blindObjective,
            double blindUpperBound,
            @Nullable Double forecastWelfare) {
        this(
                homeObjective, homeUpperBound, awareObjective, awareUpperBound, blindObjective, blindUpperBound,
                forecastWelfare, "");
    }
}
