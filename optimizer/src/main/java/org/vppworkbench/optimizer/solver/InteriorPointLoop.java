package org.vppworkbench.optimizer.solver;

import cern.colt.matrix.DoubleMatrix1D;
import cern.colt.matrix.DoubleMatrix2D;
import cern.colt.matrix.impl.DenseDoubleMatrix1D;
import cern.colt.matrix.impl.SparseDoubleMatrix2D;
import com.joptimizer.exception.JOptimizerException;
import com.joptimizer.optimizers.LPOptimizationRequest;
import com.joptimizer.optimizers.LPPrimalDualMethod;
import java.util.Arrays;
import org.vppworkbench.optimizer.lp.LinearProgram;

/**
 * JOptimizer's primal-dual loop, unmodified, with its matrix work replaced: JOptimizer evaluates residuals, asks for the
 * Newton step, updates x and the multipliers and asks whether to stop. The overridden hooks only avoid n×n matrices, hand
 * the iterate to {@link NewtonStep} and return the multiplier step that belongs to it.
 */
final class InteriorPointLoop extends LPPrimalDualMethod {
    /** A negative α makes JOptimizer accept the first step that stays inside: lengths are chosen in NewtonStep. */
    private static final double NO_NORM_SEARCH = -1e9;

    private final LinearProgram lp;
    private final NewtonStep step;
    private final IterationMonitor monitor;
    private double[] multiplier;
    private double[] v;
    private double[] fi = {};
    private double t;

    InteriorPointLoop(LinearProgram lp, double[] x0, double[] multiplier0, IterationMonitor monitor, Runnable poll) {
        super(-1e15, 1e15);
        this.lp = lp;
        this.step = new NewtonStep(lp, poll);
        this.monitor = monitor;
        this.multiplier = multiplier0;
        this.v = new double[lp.rows()];
        int n = lp.columns();
        LPOptimizationRequest request = new LPOptimizationRequest();
        request.setC(filled(n, lp::cost));
        request.setA(new ColumnMatrix(lp));
        request.setB(filled(lp.rows(), lp::rhs));
        request.setLb(filled(n, lp::lower));
        request.setUb(filled(n, lp::upper));
        request.setInitialPoint(x0);
        request.setInitialLagrangian(multiplier0);
        request.setToleranceFeas(Double.MAX_VALUE);
        request.setTolerance(0);
        request.setAlpha(NO_NORM_SEARCH);
        request.setBeta(0.95);
        request.setMaxIteration(100_000);
        setLPOptimizationRequest(request);
        setKKTSolver(step);
    }

    private static double[] filled(int length, java.util.function.IntToDoubleFunction source) {
        double[] result = new double[length];
        Arrays.setAll(result, source);
        return result;
    }

    void run() throws JOptimizerException {
        optimizePresolvedStandardLP();
    }

    @Override
    protected boolean checkCustomExitConditions(DoubleMatrix1D point) {
        double[] x = point.toArray();
        step.at(x, multiplier, v);
        return monitor.shouldStop(x, v, multiplier);
    }

    @Override
    protected DoubleMatrix1D rDual(DoubleMatrix1D gradient, DoubleMatrix1D lagrangian, DoubleMatrix1D rowMultiplier) {
        multiplier = lagrangian.toArray();
        v = rowMultiplier.toArray();
        double[] r = new double[lp.columns()];
        lp.structure().eachRange((from, to) -> {
            for (int j = from; j < to; j++) {
                r[j] = lp.cost(j) - multiplier[j] + multiplier[r.length + j] + lp.columnDot(j, v);
            }
        });
        return new DenseDoubleMatrix1D(r);
    }

    @Override
    protected DoubleMatrix1D rPri(DoubleMatrix1D point) {
        return new DenseDoubleMatrix1D(lp.residual(point.toArray()));
    }

    /** The diagonal of H is formed in {@link NewtonStep}; JOptimizer only passes this matrix on. */
    @Override
    protected DoubleMatrix2D GradLSum(DoubleMatrix1D lagrangian, DoubleMatrix1D slack) {
        fi = slack.toArray();
        return new SparseDoubleMatrix2D(1, 1);
    }

    @Override
    protected DoubleMatrix1D gradSum(double barrier, DoubleMatrix1D slack) {
        t = barrier;
        return super.gradSum(barrier, slack);
    }

    /**
     * JOptimizer computes {@code stepL = (−L·q + r)/f} with {@code r = −L·f − 1/t}; q is returned such that stepL is the
     * one of the predictor-corrector step.
     */
    @Override
    protected DoubleMatrix1D gradFiStepX(DoubleMatrix1D stepX) {
        double[] dz = step.multiplierStep();
        double[] q = new double[dz.length];
        for (int k = 0; k < q.length; k++) {
            q[k] = (-multiplier[k] * fi[k] - 1 / t - fi[k] * dz[k]) / multiplier[k];
        }
        return new DenseDoubleMatrix1D(q);
    }
}
