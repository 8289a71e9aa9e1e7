package org.vppworkbench.optimizer.solver;

import org.vppworkbench.optimizer.lp.Structure;

/** A search direction: x, row multipliers v and the 2n bound multipliers z (first lower, then upper bounds). */
final class Direction {
    /** Steps longer than this are never asked for. */
    private static final double FAR = 10;

    private final Structure structure;
    final double[] dx;
    final double[] dv;
    final double[] dz;

    Direction(Structure structure, double[] dx, double[] dv, double[] dz) {
        this.structure = structure;
        this.dx = dx;
        this.dv = dv;
        this.dz = dz;
    }

    /** Longest step, at most 10, that keeps x inside its box. */
    double primalReach(double[] below, double[] above) {
        return structure.least((from, to) -> {
            double reach = FAR;
            for (int j = from; j < to; j++) {
                if (dx[j] < 0) {
                    reach = Math.min(reach, -below[j] / dx[j]);
                } else if (dx[j] > 0) {
                    reach = Math.min(reach, above[j] / dx[j]);
                }
            }
            return reach;
        });
    }

    /** Longest step, at most 10, that keeps the bound multipliers positive. */
    double dualReach(double[] multiplier) {
        int n = dx.length;
        return structure.least((from, to) -> {
            double reach = FAR;
            for (int j = from; j < to; j++) {
                if (dz[j] < 0) {
                    reach = Math.min(reach, -multiplier[j] / dz[j]);
                }
                if (dz[n + j] < 0) {
                    reach = Math.min(reach, -multiplier[n + j] / dz[n + j]);
                }
            }
            return reach;
        });
    }

    /** Sum of complementarity products after the longest feasible steps, at most {@code limit}. */
    double after(double[] below, double[] above, double[] multiplier, double limit) {
        double p = Math.min(limit, primalReach(below, above));
        double d = Math.min(limit, dualReach(multiplier));
        int n = dx.length;
        return structure.sum((from, to) -> {
            double sum = 0;
            for (int j = from; j < to; j++) {
                sum += (below[j] + p * dx[j]) * (multiplier[j] + d * dz[j]);
                sum += (above[j] - p * dx[j]) * (multiplier[n + j] + d * dz[n + j]);
            }
            return sum;
        });
    }
}
