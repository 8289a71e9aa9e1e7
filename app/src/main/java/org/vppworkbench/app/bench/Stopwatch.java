package org.vppworkbench.app.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.vppworkbench.model.simulation.CancelToken;

/** Repeats work and keeps its wall times. */
final class Stopwatch {
    private final int repeats;
    private final CancelToken cancel;

    /**
     * @param repeats measured repetitions, after as many warm-up runs but at most three
     */
    Stopwatch(int repeats, CancelToken cancel) {
        this.repeats = repeats;
        this.cancel = cancel;
    }

    /**
     * Wall times of one kind of work.
     *
     * @param medianSeconds median
     * @param leastSeconds fastest
     * @param mostSeconds slowest
     */
    record Times(double medianSeconds, double leastSeconds, double mostSeconds) {}

    /** Measures work; stops early where the user cancels. */
    Times time(Callable<?> work) {
        List<Double> seconds = new ArrayList<>();
        int warmUp = Math.min(3, repeats);
        for (int k = 0; k < warmUp + repeats && !(cancel.cancelled() && !seconds.isEmpty()); k++) {
            long start = System.nanoTime();
            try {
                work.call();
            } catch (Exception e) {
                throw new IllegalStateException("the measured work failed", e);
            }
            if (k >= warmUp) {
                seconds.add((System.nanoTime() - start) / 1e9);
            }
        }
        Collections.sort(seconds);
        int n = seconds.size();
        double median = n % 2 == 1 ? seconds.get(n / 2) : (seconds.get(n / 2 - 1) + seconds.get(n / 2)) / 2;
        return new Times(median, seconds.getFirst(), seconds.getLast());
    }
}
