package org.vppworkbench.app.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;

/**
 * Times of frames while it is on: the work of the JavaFX thread within a pulse (animation, CSS, layout), and the interval from
 * one pulse to the next, which also holds what was done between them; of that also the time this thread was on a processor, which is the
 * steadier number on a machine shared with others. Painting is done by a thread of its own.
 */
final class FrameTimes {
    private static final int MOST = 1_000_000;

    private final double[] work = new double[MOST];
    private final double[] interval = new double[MOST];
    private final double[] processor = new double[MOST];
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private int frames;
    private long begun;
    private long lastBusy;
    private long last;
    private boolean on;

    private FrameTimes() {}

    /** Called on the JavaFX thread, before the window makes its own timers. */
    static FrameTimes install() {
        FrameTimes times = new FrameTimes();
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                times.begin();
            }
        }.start();
        return times;
    }

    /** Takes the end of each pulse from a scene. */
    void watch(Scene scene) {
        scene.addPostLayoutPulseListener(this::end);
    }

    void start() {
        frames = 0;
        last = 0;
        on = true;
    }

    void stop() {
        on = false;
    }

    /** Frames that had something to do or not, since the start. */
    int frames() {
        return frames;
    }

    /** Tells percentiles and the largest. */
    void tell(String of, Consumer<WindowRow> out) {
        double[] sortedWork = Arrays.copyOf(work, frames);
        double[] sortedInterval = Arrays.copyOf(interval, frames);
        double[] sortedProcessor = Arrays.copyOf(processor, frames);
        Arrays.sort(sortedProcessor);
        Arrays.sort(sortedWork);
        Arrays.sort(sortedInterval);
        out.accept(WindowRow.of(of + ": frames", frames, ""));
        out.accept(WindowRow.of(of + ": frame time, p50", percentile(sortedWork, 0.5), "ms"));
        out.accept(WindowRow.of(of + ": frame time, p95", percentile(sortedWork, 0.95), "ms", 16));
        out.accept(WindowRow.of(of + ": frame time, p99", percentile(sortedWork, 0.99), "ms"));
        out.accept(WindowRow.of(of + ": frame time, max", percentile(sortedWork, 1), "ms", 100));
        out.accept(WindowRow.of(of + ": processor from frame to frame, p95", percentile(sortedProcessor, 0.95), "ms"));
        out.accept(WindowRow.of(of + ": processor from frame to frame, max", percentile(sortedProcessor, 1), "ms"));
        out.accept(WindowRow.of(of + ": from frame to frame, p95", percentile(sortedInterval, 0.95), "ms"));
        out.accept(WindowRow.of(of + ": from frame to frame, max", percentile(sortedInterval, 1), "ms", 100));
    }

    /** The smallest value that a share of all does not exceed; NaN of none. */
    static double percentile(double[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[Math.clamp((int) Math.ceil(share * sorted.length) - 1, 0, sorted.length - 1)];
    }

    private void begin() {
        begun = System.nanoTime();
    }

    private void end() {
        long now = System.nanoTime();
        long busy = threads.getCurrentThreadCpuTime();
        if (on && frames < MOST && begun > 0) {
            if (last > 0) {
                work[frames] = (now - begun) / 1e6;
                interval[frames] = (now - last) / 1e6;
                processor[frames] = (busy - lastBusy) / 1e6;
                frames++;
            }
            last = now;
            lastBusy = busy;
        }
    }
}
