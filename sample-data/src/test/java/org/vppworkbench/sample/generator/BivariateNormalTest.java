package org.vppworkbench.sample.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BivariateNormalTest {
    /** At the origin the probability is 1/4 + asin(ρ)/2π (Sheppard 1899). */
    @Test
    void originIsSheppardsFormula() {
        for (double rho = -0.98; rho < 0.99; rho += 0.07) {
            assertEquals(0.25 + Math.asin(rho) / (2 * Math.PI), BivariateNormal.upper(0, 0, rho), 1e-12);
        }
    }

    @Test
    void againstDirectIntegration() {
        for (double rho : new double[] {-0.9, -0.3, 0, 0.3, 0.6, 0.95}) {
            for (double h : new double[] {-1.5, 0.2, 1, 2.5}) {
                for (double k : new double[] {-0.7, 0.4, 1.9}) {
                    assertEquals(direct(h, k, rho), BivariateNormal.upper(h, k, rho), 1e-7, h + " " + k + " " + rho);
                }
            }
        }
    }

    /** ∫ φ(x)·Φ((ρx − k)/√(1−ρ²)) dx over x > h by the midpoint rule. */
    private static double direct(double h, double k, double rho) {
        var normal = new org.apache.commons.math3.distribution.NormalDistribution(null, 0, 1);
        double step = 1e-3;
        double sum = 0;
        for (double x = h + step / 2; x < 9; x += step) {
            sum += normal.density(x) * normal.cumulativeProbability((rho * x - k) / Math.sqrt(1 - rho * rho)) * step;
        }
        return sum;
    }

    @Test
    void limits() {
        assertEquals(0, BivariateNormal.upper(Double.POSITIVE_INFINITY, 0, 0.5));
        assertEquals(0.5, BivariateNormal.upper(Double.NEGATIVE_INFINITY, 0, 0.5), 1e-12);
        assertEquals(1, BivariateNormal.upper(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, 0.5), 1e-12);
    }

    @Test
    void correlationIsTheInverse() {
        for (double rho : new double[] {-0.8, -0.1, 0.2, 0.6, 0.9}) {
            double joint = BivariateNormal.upper(BivariateNormal.cut(0.3), BivariateNormal.cut(0.1), rho);
            assertEquals(rho, BivariateNormal.correlation(0.3, 0.1, joint), 1e-6);
        }
        assertEquals(-0.99, BivariateNormal.correlation(0.3, 0.1, 0));
        assertEquals(0.99, BivariateNormal.correlation(0.3, 0.1, 0.1));
        assertTrue(Double.isNaN(BivariateNormal.correlation(0, 0.1, 0)));
        assertTrue(Double.isNaN(BivariateNormal.correlation(0.5, 1, 0.5)));
    }
}
