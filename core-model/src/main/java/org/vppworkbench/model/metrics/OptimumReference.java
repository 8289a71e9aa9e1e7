package org.vppworkbench.model.metrics;

/**
 * The certified optima of {@code model.md} §5 as the evaluator reads them [$].
 *
 * @param homeObjective W_home, every home at its own best: the certified point of the linear program
 * @param homeUpperBound UB(HOME)
 * @param awareObjective W*, with preferences: the certified point
 * @param awareUpperBound UB(AWARE)
 * @param blindObjective without preferences: the certified point
 * @param blindUpperBound UB(BLIND)
 */
public record OptimumReference(
        double homeObjective,
        double homeUpperBound,
        double awareObjective,
        double awareUpperBound,
        double blindObjective,
        double blindUpperBound) {}
