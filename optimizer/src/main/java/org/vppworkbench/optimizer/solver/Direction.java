package org.vppworkbench.optimizer.solver;

/** A search direction: x, row multipliers v and the 2n bound multipliers z (first lower, then upper bounds). */
final class Direction {
    final double[] dx;
    final double[] dv;
    final double[] dz;

    Direction(double[] dx, double[] dv, double[] dz) {
        this.dx = dx;
        this.dv = dv;
        this.dz = dz;
    }

    /** Longest step, at most 10, that keeps x inside its box. */
    double primalReach(double[] below, double[] above) {
        double reach = 10;
        for (int j = 0; j < dx.length; j++) {
            if (dx[j] < 0) {
                reach = Math.min(reach, -below[j] / dx[j]);
            } else if (dx[j] > 0) {
                reach = Math.min(reach, above[j] / dx[j]);
            }
        }
        return reach;
    }

    /** Longest step, at most 10, that keeps the bound multipliers positive. */
    double dualReach(double[] multiplier) {
        double reach = 10;
        for (int k = 0; k < dz.length; k++) {
            if (dz[k] < 0) {
                reach = Math.min(reach, -multiplier[k] / dz[k]);
            }
        }
        return reach;
    }

    /** Sum of complementarity products after the longest feasible steps, at most {@code limit}. */
    double after(double[] below, double[] above, double[] multiplier, double limit) {
        double p = Math.min(limit, primalReach(below, above));
        double d = Math.min(limit, dualReach(multiplier));
        int n = dx.length;
        double sum = 0;
        for (int j = 0; j < n; j++) {
            sum += (below[j] + p * dx[j]) * (multiplier[j] + d * dz[j]);
            sum += (above[j] - p * dx[j]) * (multiplier[n + j] + d * dz[n + j]);
        }
        return sum;
    }
}
