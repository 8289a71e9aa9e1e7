package org.vppworkbench.optimizer;

/** What is known about an optimum. */
public enum OptimumStatus {
    /** The certified gap is within the tolerance asked for. */
    OPTIMAL,
    /** Bound and schedule are certified, but the gap is wider than the tolerance. */
    NOT_PROVED,
    /** No schedule satisfies physics and hard preferences. */
    INFEASIBLE,
    /** Stopped by the caller. */
    CANCELLED
}
