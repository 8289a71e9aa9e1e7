package org.vppworkbench.model.cooperative;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.PointValuePair;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.jspecify.annotations.Nullable;

/**
 * The least core (Maschler, Peleg and Shapley 1979): the smallest ε such that v(N) can be shared with no proper coalition
 * gaining more than ε by leaving. The core is empty iff ε is above 0.
 *
 * @param excessUsd ε, or {@code null} where it is not defined [$]
 * @param allocation one allocation that attains it; empty where there is none [$]
 * @param reason why it is not defined; empty where it is
 */
public record LeastCore(@Nullable Double excessUsd, List<Double> allocation, String reason) {
    /** Violations below this share of the scale of the game count as none. */
    private static final double TOLERANCE = 1e-9;

    private static final int MOST_PIVOTS = 100_000;

    public LeastCore {
        allocation = List.copyOf(allocation);
    }

    /**
     * Solves min ε, x(S) + ε ≥ v(S), x(N) = v(N) by constraint generation: the most violated coalition is added until none is
     * violated. Values all coalitions.
     *
     * @throws IllegalArgumentException for more than {@link ShapleyEstimator#MOST_EXACT} players
     */
    public static LeastCore of(CachedGame game) {
        int n = game.players();
        if (n > ShapleyEstimator.MOST_EXACT) {
            throw new IllegalArgumentException(
                    n + " players, but at most " + ShapleyEstimator.MOST_EXACT + " are enumerated");
        }
        if (n == 1) {
            return new LeastCore(null, List.of(), "a single player has no proper coalition");
        }
        game.valueAll();
        double scale = 1;
        for (long coalition = 1; coalition <= game.grand(); coalition++) {
            scale = Math.max(scale, Math.abs(game.value(coalition)));
        }
        List<LinearConstraint> rows = new ArrayList<>();
        rows.add(new LinearConstraint(indicator(n, game.grand(), 0), Relationship.EQ, game.value(game.grand())));
        for (int i = 0; i < n; i++) {
            rows.add(row(game, 1L << i));
        }
        while (true) {
            double[] point = solve(rows, n);
            CoreExcess worst = CoreExcess.of(game, java.util.Arrays.copyOf(point, n));
            double most = worst.mostUsd() == null ? 0 : worst.mostUsd();
            if (most <= point[n] + TOLERANCE * scale) {
                List<Double> allocation = new ArrayList<>();
                for (int i = 0; i < n; i++) {
                    allocation.add(point[i]);
                }
                return new LeastCore(point[n], allocation, "");
            }
            rows.add(row(game, worst.coalition()));
        }
    }

    private static double[] solve(List<LinearConstraint> rows, int n) {
        double[] cost = new double[n + 1];
        cost[n] = 1;
        PointValuePair best = new SimplexSolver()
                .optimize(
                        new MaxIter(MOST_PIVOTS),
                        new LinearObjectiveFunction(cost, 0),
                        new LinearConstraintSet(rows),
                        GoalType.MINIMIZE,
                        new NonNegativeConstraint(false));
        return best.getPoint();
    }

    private static LinearConstraint row(CachedGame game, long coalition) {
        return new LinearConstraint(indicator(game.players(), coalition, 1), Relationship.GEQ, game.value(coalition));
    }

    private static double[] indicator(int n, long coalition, double epsilon) {
        double[] row = new double[n + 1];
        for (int i = 0; i < n; i++) {
            row[i] = (coalition & (1L << i)) == 0 ? 0 : 1;
        }
        row[n] = epsilon;
        return row;
    }
}
