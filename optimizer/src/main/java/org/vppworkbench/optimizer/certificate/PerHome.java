package org.vppworkbench.optimizer.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The same work for every home, independent of the others. */
final class PerHome {
    /** Intervals of all homes together below which handing work to other threads takes longer than doing it. */
    private static final int WORTH_SHARING = 8192;

    private PerHome() {}

    /** Results in fleet order, the same on one thread and on several. */
    static <T> List<T> of(int homes, int intervals, IntFunction<T> work) {
        if ((long) homes * intervals >= WORTH_SHARING) {
            return IntStream.range(0, homes).parallel().mapToObj(work).toList();
        }
        List<T> results = new ArrayList<>(homes);
        for (int i = 0; i < homes; i++) {
            results.add(work.apply(i));
        }
        return results;
    }
}
