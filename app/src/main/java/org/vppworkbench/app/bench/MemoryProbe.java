package org.vppworkbench.app.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Watches what a piece of work needs, from its start to {@link #stop}: the heap above what was in use before, garbage
 * included, and the growth of the whole process, which is where native libraries keep theirs.
 */
final class MemoryProbe {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final int PERIOD_MILLIS = 20;

    private final MemoryMXBean heap = ManagementFactory.getMemoryMXBean();
    private final double heapBefore;
    private final double residentBefore;
    private final Thread sampler;
    private volatile boolean ended;
    private volatile double heapMost;
    private volatile double residentMost;

    MemoryProbe() {
        System.gc();
        heapBefore = heap.getHeapMemoryUsage().getUsed() / 1e6;
        residentBefore = resident();
        heapMost = heapBefore;
        residentMost = residentBefore;
        sampler = Thread.ofPlatform().daemon().name("memory-probe").start(this::watch);
    }

    private void watch() {
        while (!ended) {
            sample();
            try {
                Thread.sleep(PERIOD_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private synchronized void sample() {
        heapMost = Math.max(heapMost, heap.getHeapMemoryUsage().getUsed() / 1e6);
        residentMost = Math.max(residentMost, resident());
    }

    /** Most heap in use above the beginning, garbage included [MB]. */
    double heapMegabytes() {
        return heapMost - heapBefore;
    }

    /** Growth of the resident set of the process [MB]; NaN where the system does not tell. */
    double residentMegabytes() {
        return residentMost - residentBefore;
    }

    /** Ends the watch; may be called again. */
    void stop() {
        sample();
        ended = true;
        sampler.interrupt();
    }

    private static double resident() {
        try {
            for (String line : Files.readAllLines(STATUS)) {
                if (line.startsWith("VmRSS:")) {
                    return Double.parseDouble(line.replaceAll("[^0-9]", "")) * 1024 / 1e6;
                }
            }
        } catch (IOException | NumberFormatException e) {
            return Double.NaN; // not Linux
        }
        return Double.NaN;
    }
}
