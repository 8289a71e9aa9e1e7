package org.vppworkbench.sample.generator;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.util.FastMath;

/** Probabilities of two standard normal variables with correlation ρ, |ρ| ≤ 0.99. */
final class BivariateNormal {
    /** Without a random generator: only its quantiles and probabilities are read. */
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    private static final int POINTS = 64;

    /** Keeps the nodes once they are computed. */
    private static final GaussIntegratorFactory RULES = new GaussIntegratorFactory();

    private static final double MAX_CORRELATION = 0.99;

    private BivariateNormal() {}

    /** The value a standard normal variable exceeds with probability {@code share}; ±∞ at 0 and 1. */
    static double cut(double share) {
        return NORMAL.inverseCumulativeProbability(1 - share);
    }

    /**
     * P(X &gt; h, Y &gt; k). Plackett's identity ∂P/∂ρ = φ₂(h, k; ρ) with ρ = sin θ gives Φ(−h)·Φ(−k) + 1/2π ∫
     * exp(−(h² + k² − 2hk·sin θ)/(2cos²θ)) dθ over [0, asin ρ] (Drezner and Wesolowsky 1990; Genz 2004).
     */
    static double upper(double h, double k, double rho) {
        if (h == Double.POSITIVE_INFINITY || k == Double.POSITIVE_INFINITY) {
            return 0;
        }
        if (h == Double.NEGATIVE_INFINITY || k == Double.NEGATIVE_INFINITY) {
            return above(Math.max(h, k));
        }
        double angle = FastMath.asin(rho);
        if (angle == 0) {
            return above(h) * above(k);
        }
        GaussIntegrator rule = RULES.legendre(POINTS, Math.min(0, angle), Math.max(0, angle));
        double integral = rule.integrate(theta -> {
            double cos = FastMath.cos(theta);
            return FastMath.exp(-(h * h + k * k - 2 * h * k * FastMath.sin(theta)) / (2 * cos * cos));
        });
        return above(h) * above(k) + Math.signum(rho) * integral / (2 * Math.PI);
    }

    /**
     * The correlation at which both variables lie above their cuts with probability {@code joint} (the tetrachoric
     * correlation), within ±0.99.
     *
     * @param first share of the first variable above its cut
     * @param second share of the second variable above its cut
     * @param joint share of both above their cuts
     * @return NaN where a share is 0 or 1
     */
    static double correlation(double first, double second, double joint) {
        if (!(first > 0 && first < 1 && second > 0 && second < 1)) {
            return Double.NaN;
        }
        double h = cut(first);
        double k = cut(second);
        if (joint <= upper(h, k, -MAX_CORRELATION)) {
            return -MAX_CORRELATION;
        }
        if (joint >= upper(h, k, MAX_CORRELATION)) {
            return MAX_CORRELATION;
        }
        return new BrentSolver(1e-9).solve(200, rho -> upper(h, k, rho) - joint, -MAX_CORRELATION, MAX_CORRELATION);
    }

    private static double above(double x) {
        return NORMAL.cumulativeProbability(-x);
    }
}
