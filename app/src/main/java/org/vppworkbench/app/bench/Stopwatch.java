package org.vppworkbench.app.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
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
    record Times(double medianSeconds, double leastSeconds, double mostSeconds) {
        static Times of(List<Double> seconds) {
            List<Double> sorted = seconds.stream().sorted().toList();
            int n = sorted.size();
            double median = n % 2 == 1 ? sorted.get(n / 2) : (sorted.get(n / 2 - 1) + sorted.get(n / 2)) / 2;
            return new Times(median, sorted.getFirst(), sorted.getLast());
        }
    }

    /**
     * The same work by two clocks.
     *
     * @param wall time that passed
     * @param processor time the measuring thread was on a processor: on a machine shared with others the steadier one, but
     *     only with one worker thread all of the work, and never that of the garbage collector
     */
    record Clocks(Times wall, Times processor) {}

    /**
     * Measures work.
     *
     * @throws java.util.concurrent.CancellationException where the user cancels: a part of the repetitions is no median of all
     */
    Times time(Callable<?> work) {
        return clocks(work).wall();
    }

    /**
     * Measures work by both clocks.
     *
     * @throws java.util.concurrent.CancellationException where the user cancels
     */
    Clocks clocks(Callable<?> work) {
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        List<Double> wall = new ArrayList<>();
        List<Double> processor = new ArrayList<>();
        int warmUp = Math.min(3, repeats);
        for (int k = 0; k < warmUp + repeats; k++) {
            cancel.check("the next repetition");
            long start = System.nanoTime();
            long busy = thread.getCurrentThreadCpuTime();
            try {
                work.call();
            } catch (Exception e) {
                throw new IllegalStateException("the measured work failed", e);
            }
            if (k >= warmUp) {
                wall.add((System.nanoTime() - start) / 1e9);
                processor.add((thread.getCurrentThreadCpuTime() - busy) / 1e9);
            }
        }
        return new Clocks(Times.of(wall), Times.of(processor));
    }
}
