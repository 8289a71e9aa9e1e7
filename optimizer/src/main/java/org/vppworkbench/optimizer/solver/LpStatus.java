package org.vppworkbench.optimizer.solver;

/** How a solve ended. */
public enum LpStatus {
    /** The requested gap was reached. */
    SOLVED,
    /** No further progress, or the iteration or time limit. */
    STALLED,
    /** The solver broke down: its point and multipliers are the best it had, or any. */
    FAILED,
    /** The caller asked to stop. */
    CANCELLED
}
