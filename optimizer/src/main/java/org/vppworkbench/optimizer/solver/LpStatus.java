package org.vppworkbench.optimizer.solver;

/** How an interior-point run ended. */
public enum LpStatus {
    /** The requested gap was reached. */
    SOLVED,
    /** No further progress, or the iteration limit. */
    STALLED,
    /** The caller asked to stop. */
    CANCELLED
}
