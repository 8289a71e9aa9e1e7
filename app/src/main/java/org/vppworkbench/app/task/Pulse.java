package org.vppworkbench.app.task;

/** Calls back once per frame while it is on. The source of all animation and of draining what background work appended. */
public interface Pulse {
    /**
     * What is called.
     */
    @FunctionalInterface
    interface Listener {
        /**
         * @param nanos time of the frame on a steady clock [ns]
         */
        void frame(long nanos);
    }

    /** Adds a listener for the life of the window. */
    void add(Listener listener);
}
