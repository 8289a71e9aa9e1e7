package org.vppworkbench.model.physics;

import java.util.Arrays;

/**
 * The linear algebra of {@link InteriorPoint}: products with the coefficients of a {@link PlanProgram}, and the solution of
 * its normal equations {@code A·Θ·Aᵀ·dy = r + A·Θ·g} with {@code dx = Θ·(Aᵀ·dy − g)}.
 */
final class Ladder {
    private static final int MOST_REFINEMENTS = 3;

    /** Rest of a row that is worth another solution [kW or kWh]. */
    private static final double ROUNDING = 1e-9;

    private final PlanProgram p;
    private final int n;
    private final double[] theta;
    /** Per step: conductance of the meter row and, of each storage, its mean coefficient times conductance. */
    private final double[] meterSum;
    private final double[] bessArm;
    private final double[] carArm;
    /** Per step, for the storage energy at its end: resistance, and Π of the steps from there on. */
    private final double[] bessResistance;
    private final double[] carResistance;
    private final double[] bb;
    private final double[] bc;
    private final double[] cc;
    private final double[] determinant;
    private final double[] meterStep;
    private final double[] bessStep;
    private final double[] carStep;
    private final double[] meterTotal;
    private final double[] bessTotal;
    private final double[] carTotal;
    private final double[] work;

    Ladder(PlanProgram program) {
        this.p = program;
        this.n = program.n;
        this.theta = new double[program.upper.length];
        this.meterSum = new double[n];
        this.bessArm = new double[n];
        this.carArm = new double[n];
        this.bessResistance = new double[n];
        this.carResistance = new double[n];
        this.bb = new double[n];
        this.bc = new double[n];
        this.cc = new double[n];
        this.determinant = new double[n];
        this.meterStep = new double[n];
        this.bessStep = new double[n];
        this.carStep = new double[n];
        this.meterTotal = new double[n];
        this.bessTotal = new double[n];
        this.carTotal = new double[n];
        this.work = new double[theta.length];
    }

    /** Subtracts {@code A·x} from the rows. */
    void subtract(double[] x, double[] meter, double[] bess, double[] car) {
        for (int kind = 0; kind < PlanProgram.STATES; kind++) {
            int j = kind * n;
            for (int k = 0; k < n; k++) {
                meter[k] -= p.meter[j + k] * x[j + k];
            }
        }
        subtractMoves(PlanProgram.BESS_IN, x, bess);
        subtractMoves(PlanProgram.CAR_IN, x, car);
        subtractStates(PlanProgram.STATES, p.bessSegments, x, bess);
        subtractStates(PlanProgram.STATES + p.bessSegments, p.carSegments, x, car);
    }

    private void subtractMoves(int kind, double[] x, double[] row) {
        int in = kind * n;
        int out = in + n;
        for (int k = 0; k < n; k++) {
            row[k] -= p.link[in + k] * x[in + k] + p.link[out + k] * x[out + k];
        }
    }

    private void subtractStates(int kind, int count, double[] x, double[] row) {
        for (int i = 0; i < count; i++) {
            int j = (kind + i) * n;
            row[0] -= p.link[j] * x[j];
            for (int k = 1; k < n; k++) {
                row[k] -= p.link[j + k] * x[j + k] - p.link[j + k - 1] * x[j + k - 1];
            }
        }
    }

    /** Subtracts {@code Aᵀ·y} from the columns. */
    void subtractTransposed(double[] meter, double[] bess, double[] car, double[] columns) {
        for (int kind = 0; kind < PlanProgram.STATES; kind++) {
            int j = kind * n;
            for (int k = 0; k < n; k++) {
                columns[j + k] -= p.meter[j + k] * meter[k];
            }
        }
        for (int kind = PlanProgram.BESS_IN; kind < PlanProgram.STATES; kind++) {
            int j = kind * n;
            double[] row = kind < PlanProgram.CAR_IN ? bess : car;
            for (int k = 0; k < n; k++) {
                columns[j + k] -= p.link[j + k] * row[k];
            }
        }
        subtractTransposed(PlanProgram.STATES, p.bessSegments, bess, columns);
        subtractTransposed(PlanProgram.STATES + p.bessSegments, p.carSegments, car, columns);
    }

    private void subtractTransposed(int kind, int count, double[] row, double[] columns) {
        for (int i = 0; i < count; i++) {
            int j = (kind + i) * n;
            for (int k = 0; k < n - 1; k++) {
                columns[j + k] -= p.link[j + k] * (row[k] - row[k + 1]);
            }
            columns[j + n - 1] -= p.link[j + n - 1] * row[n - 1];
        }
    }

    /** Conductances of the columns, and the elimination from the last step to the first. */
    void factor(double[] x, double[] w, double[] z, double[] v) {
        for (int j = 0; j < theta.length; j++) {
            theta[j] = x[j] * w[j] / (z[j] * w[j] + v[j] * x[j]);
        }
        resistances(PlanProgram.STATES, p.bessSegments, bessResistance);
        resistances(PlanProgram.STATES + p.bessSegments, p.carSegments, carResistance);
        // Π of what follows the last step: the end of the window holds energy at a resistance to ground.
        double b = 0;
        double m = 0;
        double c = 0;
        double det = 0;
        for (int k = n - 1; k >= 0; k--) {
            // in series with the energy held between this step and the next
            if (k == n - 1) {
                b = p.bessSegments == 0 ? 0 : 1 / bessResistance[k];
                c = p.carSegments == 0 ? 0 : 1 / carResistance[k];
                m = 0;
                det = b * c;
            } else {
                double r1 = bessResistance[k];
                double r2 = carResistance[k];
                double scale = 1 / (1 + b * r1 + c * r2 + r1 * r2 * det);
                double nextB = (b + r2 * det) * scale;
                c = (c + r1 * det) * scale;
                b = nextB;
                m *= scale;
                det *= scale;
            }
            double bIn = p.meter[PlanProgram.BESS_IN * n + k] * theta[PlanProgram.BESS_IN * n + k];
            double bOut = -p.meter[PlanProgram.BESS_OUT * n + k] * theta[PlanProgram.BESS_OUT * n + k];
            double cIn = p.meter[PlanProgram.CAR_IN * n + k] * theta[PlanProgram.CAR_IN * n + k];
            double cOut = -p.meter[PlanProgram.CAR_OUT * n + k] * theta[PlanProgram.CAR_OUT * n + k];
            double ground = 0;
            for (int kind = PlanProgram.EXPORT; kind <= PlanProgram.OVERDRAW; kind++) {
                int j = kind * n + k;
                ground += p.meter[j] * p.meter[j] * theta[j];
            }
            double bSum = bIn + bOut;
            double cSum = cIn + cOut;
            double sum = ground + bSum + cSum;
            meterSum[k] = sum;
            double inB = -p.link[PlanProgram.BESS_IN * n + k];
            double outB = p.link[PlanProgram.BESS_OUT * n + k];
            double inC = -p.link[PlanProgram.CAR_IN * n + k];
            double outC = p.link[PlanProgram.CAR_OUT * n + k];
            double armB = inB * bIn + outB * bOut;
            double armC = inC * cIn + outC * cOut;
            bessArm[k] = armB;
            carArm[k] = armC;
            double gapB = inB - outB;
            double gapC = inC - outC;
            double invB = bSum > 0 ? 1 / bSum : 0;
            double invC = cSum > 0 ? 1 / cSum : 0;
            double invSum = 1 / sum;
            double ratioB = armB * invB;
            double ratioC = armC * invC;
            double alpha = bIn * bOut * gapB * gapB * invB + ratioB * ratioB * bSum * ground * invSum;
            double beta = cIn * cOut * gapC * gapC * invC + ratioC * ratioC * cSum * ground * invSum;
            double gamma = bSum * cSum * invSum;
            double stepB = alpha + gamma * ratioB * ratioB;
            double stepC = beta + gamma * ratioC * ratioC;
            double stepM = -gamma * ratioB * ratioC;
            double stepDet = alpha * beta + gamma * (beta * ratioB * ratioB + alpha * ratioC * ratioC);
            det += stepDet + stepB * c + stepC * b - 2 * stepM * m;
            b += stepB;
            c += stepC;
            m += stepM;
            bb[k] = b;
            cc[k] = c;
            bc[k] = m;
            determinant[k] = det;
        }
    }

    private void resistances(int kind, int count, double[] resistance) {
        for (int k = 0; k < n; k++) {
            double sum = 0;
            for (int i = 0; i < count; i++) {
                int j = (kind + i) * n + k;
                sum += p.link[j] * theta[j];
            }
            resistance[k] = sum > 0 ? 1 / sum : 1;
        }
    }

    /** Solves for the direction with right-hand sides {@code r} (rows) and {@code g} (columns), written into {@code dx}. */
    void solve(double[] g, double[] meter, double[] bess, double[] car, double[] dx) {
        for (int j = 0; j < theta.length; j++) {
            dx[j] = -theta[j] * g[j];
        }
        System.arraycopy(meter, 0, meterStep, 0, n);
        System.arraycopy(bess, 0, bessStep, 0, n);
        System.arraycopy(car, 0, carStep, 0, n);
        subtract(dx, meterStep, bessStep, carStep);
        eliminate();
        forward();
        System.arraycopy(g, 0, dx, 0, dx.length);
        subtractTransposed(meterStep, bessStep, carStep, dx);
        for (int j = 0; j < theta.length; j++) {
            dx[j] *= -theta[j];
        }
    }

    /** Repeats the solution for what rounding left of the rows, as long as that is worth it. */
    void refine(double[] meter, double[] bess, double[] car, double[] dx) {
        for (int round = 0; round < MOST_REFINEMENTS; round++) {
            System.arraycopy(meterStep, 0, meterTotal, 0, n);
            System.arraycopy(bessStep, 0, bessTotal, 0, n);
            System.arraycopy(carStep, 0, carTotal, 0, n);
            System.arraycopy(meter, 0, meterStep, 0, n);
            System.arraycopy(bess, 0, bessStep, 0, n);
            System.arraycopy(car, 0, carStep, 0, n);
            subtract(dx, meterStep, bessStep, carStep);
            double worst = 0;
            for (int k = 0; k < n; k++) {
                worst = Math.max(worst, Math.max(Math.abs(meterStep[k]), Math.max(Math.abs(bessStep[k]), Math.abs(carStep[k]))));
            }
            boolean needed = worst > ROUNDING;
            if (needed) {
                eliminate();
                forward();
                Arrays.fill(work, 0);
                subtractTransposed(meterStep, bessStep, carStep, work);
                for (int j = 0; j < theta.length; j++) {
                    dx[j] -= theta[j] * work[j];
                }
            }
            for (int k = 0; k < n; k++) {
                meterStep[k] = meterTotal[k] + (needed ? meterStep[k] : 0);
                bessStep[k] = bessTotal[k] + (needed ? bessStep[k] : 0);
                carStep[k] = carTotal[k] + (needed ? carStep[k] : 0);
            }
            if (!needed) {
                return;
            }
        }
    }

    /** From the last step to the first: right-hand sides as seen from each step, the meter's row eliminated. */
    private void eliminate() {
        double rb = 0;
        double rc = 0;
        for (int k = n - 1; k >= 0; k--) {
            if (k < n - 1) {
                // through the energy held between this step and the next: W·ρ with W = (I + Π·R)⁻¹
                double r1 = bessResistance[k];
                double r2 = carResistance[k];
                double det = 1 + bb[k + 1] * r1 + cc[k + 1] * r2 + r1 * r2 * determinant[k + 1];
                double wb = ((1 + cc[k + 1] * r2) * rb - bc[k + 1] * r2 * rc) / det;
                double wc = ((1 + bb[k + 1] * r1) * rc - bc[k + 1] * r1 * rb) / det;
                rb = wb;
                rc = wc;
            }
            double share = meterStep[k] / meterSum[k];
            rb += bessStep[k] + bessArm[k] * share;
            rc += carStep[k] + carArm[k] * share;
            bessStep[k] = rb;
            carStep[k] = rc;
        }
    }

    private void forward() {
        double yb = 0;
        double yc = 0;
        for (int k = 0; k < n; k++) {
            double b = bb[k];
            double c = cc[k];
            double m = bc[k];
            double rb = bessStep[k];
            double rc = carStep[k];
            if (k == 0) {
                double det = determinant[0];
                if (p.bessSegments == 0 || p.carSegments == 0) {
                    yb = p.bessSegments == 0 ? 0 : rb / b;
                    yc = p.carSegments == 0 ? 0 : rc / c;
                } else {
                    yb = (c * rb - m * rc) / det;
                    yc = (b * rc - m * rb) / det;
                }
            } else {
                // y = R·W·ρ + Wᵀ·y of the step before
                double r1 = bessResistance[k - 1];
                double r2 = carResistance[k - 1];
                double det = 1 + b * r1 + c * r2 + r1 * r2 * determinant[k];
                double wb = (1 + c * r2) * rb - m * r2 * rc;
                double wc = (1 + b * r1) * rc - m * r1 * rb;
                // (I + Π·R)⁻¹ = 1/det·[1 + c·r2, −m·r2; −m·r1, 1 + b·r1]; the transpose swaps the off-diagonal terms
                double nextB = (r1 * wb + (1 + c * r2) * yb - m * r1 * yc) / det;
                yc = (r2 * wc + (1 + b * r1) * yc - m * r2 * yb) / det;
                yb = nextB;
            }
            bessStep[k] = yb;
            carStep[k] = yc;
            meterStep[k] = (meterStep[k] + bessArm[k] * yb + carArm[k] * yc) / meterSum[k];
        }
    }

    /** Moves the multipliers along the last direction. */
    void advance(double step, double[] meter, double[] bess, double[] car) {
        for (int k = 0; k < n; k++) {
            meter[k] += step * meterStep[k];
            bess[k] += step * bessStep[k];
            car[k] += step * carStep[k];
        }
    }
}
