package org.vppworkbench.model.simulation;

/** Told how far a long task is. */
@FunctionalInterface
public interface ProgressSink {
    void report(int done, int total, String what);

    ProgressSink NONE = (done, total, what) -> {};
}
