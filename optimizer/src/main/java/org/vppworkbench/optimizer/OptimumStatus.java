package org.vppworkbench.optimizer;

/** What is known about an optimum. */
public enum OptimumStatus {
    /** The certified gap is within the tolerance asked for; the point breaks nothing by more than {@link OptimumResult#FEASIBILITY}. */
    OPTIMAL,
    /**
     * The bound is certified and holds, but the gap is wider than the tolerance, or there is no point, or the point breaks a
     * constraint by more than {@link OptimumResult#FEASIBILITY}.
     */
    NOT_PROVED,
    /** No schedule satisfies physics and hard preferences. */
    INFEASIBLE,
    /** Stopped by the caller. */
    CANCELLED
}
