package org.vppworkbench.model.simulation;

/** Polled by every long loop. */
@FunctionalInterface
public interface CancelToken {
    boolean cancelled();

    CancelToken NEVER = () -> false;
}
