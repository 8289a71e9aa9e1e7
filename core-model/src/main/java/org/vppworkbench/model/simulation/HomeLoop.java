package org.vppworkbench.model.simulation;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * The same work for every home. Homes are independent between two decisions of the market, so the work of a large fleet is
 * spread over the worker threads of the caller's {@link java.util.concurrent.ForkJoinPool} (the common pool for callers
 * outside one). Each home writes its own place and reads no other home's: the result does not depend on the threads.
 */
public final class HomeLoop {
    /** Below this many homes the work is done on the calling thread. */
    private static final int WORTH_SPREADING = 16;

    private HomeLoop() {}

    /**
     * @param task called once with every index from 0 to {@code homes − 1}, in no particular order
     */
    public static void forEach(int homes, IntConsumer task) {
        IntStream indices = IntStream.range(0, homes);
        if (homes < WORTH_SPREADING) {
            indices.forEach(task);
        } else {
            indices.parallel().forEach(task);
        }
    }
}
