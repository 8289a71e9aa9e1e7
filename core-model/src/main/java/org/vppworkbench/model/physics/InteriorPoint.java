package org.vppworkbench.model.physics;

/**
 * Solves a {@link PlanProgram} by a primal-dual interior-point method with predictor and corrector (Mehrotra 1992). The
 * normal equations are a ladder in time: three rows per step, of which the meter's is eliminated at once and the two storage
 * rows form 2×2 blocks. They are eliminated from the end as conductances of an electrical ladder network, where all terms
 * are added and none cancel; one solve costs a few dozen operations per step. Nothing is allocated in an iteration, and the
 * same program gives the same bits.
 */
final class InteriorPoint {
    private static final int MOST_ITERATIONS = 80;
    private static final double STEP_SHARE = 0.995;

    /** Largest violation of a row [kW or kWh]. */
    private static final double FEASIBLE = 1e-6;

    private final PlanProgram program;
    private final int n;
    private final int columns;
    private final Ladder ladder;
    final double[] x;
    final double[] yMeter;
    final double[] yBess;
    final double[] yCar;
    private final double[] w;
    private final double[] z;
    private final double[] v;
    private final double[] dx;
    private final double[] dz;
    private final double[] dv;
    private final double[] g;
    private final double[] reduced;
    private final double[] meterResidual;
    private final double[] bessResidual;
    private final double[] carResidual;

    InteriorPoint(PlanProgram program) {
        this.program = program;
        this.n = program.n;
        this.columns = program.upper.length;
        this.ladder = new Ladder(program);
        this.x = new double[columns];
        this.w = new double[columns];
        this.z = new double[columns];
        this.v = new double[columns];
        this.dx = new double[columns];
        this.dz = new double[columns];
        this.dv = new double[columns];
        this.g = new double[columns];
        this.reduced = new double[columns];
        this.yMeter = new double[n];
        this.yBess = new double[n];
        this.yCar = new double[n];
        this.meterResidual = new double[n];
        this.bessResidual = new double[n];
        this.carResidual = new double[n];
    }

    /**
     * Whether the duality gap fell below {@code gapUsd} with all rows met.
     *
     * @param gapUsd money by which the point may miss the optimum
     */
    boolean solve(double gapUsd) {
        start();
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            double worst = residuals();
            double gap = complementarity();
            if (worst < FEASIBLE && gap + dualInfeasibility() < gapUsd) {
                return true;
            }
            if (!(gap < 1e12)) {
                return false;
            }
            iterate(gap);
        }
        return false;
    }

    /** The middle of every box; multipliers that price the columns exactly. */
    private void start() {
        double scale = 0;
        for (int j = 0; j < columns; j++) {
            boolean deterrent = j / n == PlanProgram.OVERDRAW;
            scale = Math.max(scale, deterrent ? 0 : Math.abs(program.cost[j]));
        }
        double centre = Math.max(1e-3, scale);
        for (int j = 0; j < columns; j++) {
            x[j] = program.upper[j] / 2;
            w[j] = x[j];
            z[j] = Math.max(program.cost[j], 0) + centre;
            v[j] = Math.max(-program.cost[j], 0) + centre;
        }
    }

    /** Rows {@code b − A·x}; returns the largest. */
    private double residuals() {
        System.arraycopy(program.meterRight, 0, meterResidual, 0, n);
        System.arraycopy(program.bessRight, 0, bessResidual, 0, n);
        System.arraycopy(program.carRight, 0, carResidual, 0, n);
        ladder.subtract(x, meterResidual, bessResidual, carResidual);
        double worst = 0;
        for (int k = 0; k < n; k++) {
            double storage = Math.max(Math.abs(bessResidual[k]), Math.abs(carResidual[k]));
            worst = Math.max(worst, Math.max(Math.abs(meterResidual[k]), storage));
        }
        return worst;
    }

    private double complementarity() {
        double sum = 0;
        for (int j = 0; j < columns; j++) {
            sum += x[j] * z[j] + w[j] * v[j];
        }
        return sum;
    }

    /** Money that unmet dual rows could hide: their residual times the width of the box. */
    private double dualInfeasibility() {
        System.arraycopy(program.cost, 0, reduced, 0, columns);
        ladder.subtractTransposed(yMeter, yBess, yCar, reduced);
        double sum = 0;
        for (int j = 0; j < columns; j++) {
            sum += Math.abs(reduced[j] - z[j] + v[j]) * program.upper[j];
        }
        return sum;
    }

    private void iterate(double gap) {
        double mu = gap / (2 * columns);
        System.arraycopy(program.cost, 0, reduced, 0, columns);
        ladder.subtractTransposed(yMeter, yBess, yCar, reduced);
        ladder.factor(x, w, z, v);
        ladder.solve(reduced, meterResidual, bessResidual, carResidual, dx);
        double primal = 0;
        double dual = 0;
        for (int j = 0; j < columns; j++) {
            double a = dx[j] / x[j];
            double b = dx[j] / w[j];
            dz[j] = -z[j] * (1 + a);
            dv[j] = -v[j] * (1 - b);
            primal = Math.max(primal, Math.max(-a, b));
            dual = Math.max(dual, Math.max(1 + a, 1 - b));
        }
        double stepPrimal = primal > 1 ? 1 / primal : 1;
        double stepDual = dual > 1 ? 1 / dual : 1;
        double after = 0;
        for (int j = 0; j < columns; j++) {
            double step = stepPrimal * dx[j];
            after += (x[j] + step) * (z[j] + stepDual * dz[j]) + (w[j] - step) * (v[j] + stepDual * dv[j]);
        }
        double ratio = after / gap;
        double target = mu * ratio * ratio * ratio;
        for (int j = 0; j < columns; j++) {
            double second = dx[j] * dz[j];
            double third = dx[j] * dv[j];
            dz[j] = target - x[j] * z[j] - second;
            dv[j] = target - w[j] * v[j] + third;
            g[j] = reduced[j] - z[j] + v[j] - dz[j] / x[j] + dv[j] / w[j];
        }
        ladder.solve(g, meterResidual, bessResidual, carResidual, dx);
        ladder.refine(meterResidual, bessResidual, carResidual, dx);
        primal = 0;
        dual = 0;
        for (int j = 0; j < columns; j++) {
            dz[j] = (dz[j] - z[j] * dx[j]) / x[j];
            dv[j] = (dv[j] + v[j] * dx[j]) / w[j];
            primal = Math.max(primal, Math.max(-dx[j] / x[j], dx[j] / w[j]));
            dual = Math.max(dual, Math.max(-dz[j] / z[j], -dv[j] / v[j]));
        }
        stepPrimal = primal > STEP_SHARE ? STEP_SHARE / primal : 1;
        stepDual = dual > STEP_SHARE ? STEP_SHARE / dual : 1;
        for (int j = 0; j < columns; j++) {
            x[j] += stepPrimal * dx[j];
            w[j] -= stepPrimal * dx[j];
            z[j] += stepDual * dz[j];
            v[j] += stepDual * dv[j];
        }
        ladder.advance(stepDual, yMeter, yBess, yCar);
    }
}
