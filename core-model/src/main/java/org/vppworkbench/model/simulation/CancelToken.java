package org.vppworkbench.model.simulation;

import java.util.concurrent.CancellationException;

/** Polled by every long loop. */
@FunctionalInterface
public interface CancelToken {
    boolean cancelled();

    /**
     * Ends the work where the user cancelled it.
     *
     * @param next what would be done next
     * @throws CancellationException where it is cancelled
     */
    default void check(String next) {
        if (cancelled()) {
            throw new CancellationException("cancelled before " + next);
        }
    }

    CancelToken NEVER = () -> false;
}
