package org.vppworkbench.optimizer.solver;

/** How a solve ended. */
public enum LpStatus {
    /** The requested gap was reached. */
    SOLVED,
    /** No further progress, or the iteration or time limit. */
    STALLED,
    /** The caller asked to stop. */
    CANCELLED
}
