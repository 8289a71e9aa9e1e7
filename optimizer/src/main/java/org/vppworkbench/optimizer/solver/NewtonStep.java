package org.vppworkbench.optimizer.solver;

import cern.colt.matrix.DoubleMatrix1D;
import cern.colt.matrix.DoubleMatrix2D;
import cern.colt.matrix.impl.DenseDoubleMatrix1D;
import com.joptimizer.solvers.KKTSolver;
import org.vppworkbench.optimizer.lp.LinearProgram;
import org.vppworkbench.optimizer.lp.Structure;

/**
 * The linear algebra of one interior-point step, plugged into JOptimizer's primal-dual loop. It solves
 * {@code H·Δx + Aᵀ·Δv = −g, A·Δx = −h} twice with one factorisation: a predictor, and a corrector with the centring and
 * second-order terms of Mehrotra (<i>On the implementation of a primal-dual interior point method</i>, SIAM J. Optim. 2,
 * 1992). Primal and dual step lengths are applied here, so that JOptimizer's own line search takes the step whole.
 */
final class NewtonStep extends KKTSolver {
    /** JOptimizer multiplies every step by this. */
    private static final double LOOP_FACTOR = 0.99;

    private static final double TO_BOUNDARY = 0.985;

    private final LinearProgram lp;
    private final Structure structure;
    private final NormalEquations equations;
    private double[] x = {};
    private double[] multiplier = {};
    private double[] v = {};
    private double[] multiplierStep = {};

    /**
     * @param poll called now and then in the midst of a step; throws where the work is to end
     */
    NewtonStep(LinearProgram lp, Runnable poll) {
        this.lp = lp;
        this.structure = lp.structure();
        this.equations = new NormalEquations(lp, poll);
    }

    /** The iterate the next step starts from: x, the 2n bound multipliers and the row multipliers. */
    void at(double[] point, double[] boundMultiplier, double[] rowMultiplier) {
        this.x = point;
        this.multiplier = boundMultiplier;
        this.v = rowMultiplier;
    }

    /** Step of the 2n bound multipliers, already damped, that belongs to the last solution. */
    double[] multiplierStep() {
        return multiplierStep;
    }

    @Override
    public void setAMatrix(DoubleMatrix2D matrix) {
        // the linear program is known; the parent would transpose the matrix
    }

    @Override
    public DoubleMatrix1D[] solve() {
        int n = lp.columns();
        double[] below = new double[n];
        double[] above = new double[n];
        double[] h = new double[n];
        double[] gradient = new double[n];
        double mu = structure.sum((from, to) -> {
            double sum = 0;
            for (int j = from; j < to; j++) {
                below[j] = x[j] - lp.lower(j);
                above[j] = lp.upper(j) - x[j];
                h[j] = multiplier[j] / below[j] + multiplier[n + j] / above[j] + lp.curvature(j);
                gradient[j] = lp.slope(j, x[j]) + lp.columnDot(j, v);
                sum += multiplier[j] * below[j] + multiplier[n + j] * above[j];
            }
            return sum;
        }) / (2.0 * n);
        double[] residual = lp.residual(x);
        equations.update(h);
        double[] pullLow = new double[n];
        double[] pullHigh = new double[n];
        Direction predictor = direction(h, gradient, residual, below, above, pullLow, pullHigh);
        double reach = predictor.after(below, above, multiplier, 1) / (2 * n);
        double centring = mu > 0 ? Math.min(1, Math.pow(reach / mu, 3)) : 0;
        structure.eachRange((from, to) -> {
            for (int j = from; j < to; j++) {
                pullLow[j] = limited(centring * mu - predictor.dx[j] * predictor.dz[j], mu);
                pullHigh[j] = limited(centring * mu + predictor.dx[j] * predictor.dz[n + j], mu);
            }
        });
        Direction step = direction(h, gradient, residual, below, above, pullLow, pullHigh);
        double primal = TO_BOUNDARY * step.primalReach(below, above);
        double dual = TO_BOUNDARY * step.dualReach(multiplier);
        primal = Math.min(1, primal) / LOOP_FACTOR;
        dual = Math.min(1, dual) / LOOP_FACTOR;
        multiplierStep = scaled(step.dz, dual);
        return new DoubleMatrix1D[] {
            new DenseDoubleMatrix1D(scaled(step.dx, primal)), new DenseDoubleMatrix1D(scaled(step.dv, dual))
        };
    }

    /** Keeps the corrector from dominating: a product far above μ says the predictor left its region of trust. */
    private static double limited(double pull, double mu) {
        return Math.clamp(pull, -50 * mu, 50 * mu);
    }

    private Direction direction(
            double[] h,
            double[] gradient,
            double[] residual,
            double[] below,
            double[] above,
            double[] pullLow,
            double[] pullHigh) {
        int n = h.length;
        double[] g = new double[n];
        double[] scaled = new double[n];
        structure.eachRange((from, to) -> {
            for (int j = from; j < to; j++) {
                g[j] = gradient[j] - pullLow[j] / below[j] + pullHigh[j] / above[j];
                scaled[j] = g[j] / h[j];
            }
        });
        double[] right = lp.times(scaled);
        for (int i = 0; i < right.length; i++) {
            right[i] = residual[i] - right[i];
        }
        double[] dv = equations.solve(right);
        double[] dx = new double[n];
        double[] dz = new double[2 * n];
        structure.eachRange((from, to) -> {
            for (int j = from; j < to; j++) {
                dx[j] = -(g[j] + lp.columnDot(j, dv)) / h[j];
                dz[j] = (pullLow[j] - multiplier[j] * dx[j]) / below[j] - multiplier[j];
                dz[n + j] = (pullHigh[j] + multiplier[n + j] * dx[j]) / above[j] - multiplier[n + j];
            }
        });
        return new Direction(structure, dx, dv, dz);
    }

    private static double[] scaled(double[] a, double factor) {
        double[] result = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            result[i] = factor * a[i];
        }
        return result;
    }
}
