package org.vppworkbench.optimizer;

/** Told of the progress of a solve; may be called from several threads. */
@FunctionalInterface
public interface Progress {
    /** Nobody is told. */
    Progress NONE = (_, _, _) -> {};

    /**
     * @param mode the optimum being computed
     * @param iteration Newton step of the linear program being solved
     * @param gapUsd its gap so far [$]; infinite at first
     */
    void at(Mode mode, int iteration, double gapUsd);
}
