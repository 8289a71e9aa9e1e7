package org.vppworkbench.app.ui.negotiation;

/**
 * How far playing goes in a frame. At a finite speed the turns that are due; at full speed as many events as fit into the time
 * a frame may take, found by doubling and halving.
 */
final class Streaming {
    /** Speed from which on playing is as fast as the window allows [turns/s]. */
    static final double FULL = 1000;

    /** Time a step may take at full speed, so that drawing has the rest of a frame of 16 ms [ns]. */
    private static final long BUDGET_NANOS = 4_000_000;

    /** A stall is not made up for by a leap longer than this [s]. */
    private static final double MOST_SECONDS = 0.1;

    private static final int MOST_EVENTS = 8192;

    /** Frames a whole run takes at most at full speed: ten seconds at 60 a second. */
    private static final int MOST_FRAMES = 600;

    private long last = -1;
    private int burst = 1;

    /** Playing begins or ends. */
    void reset() {
        last = -1;
        burst = 1;
    }

    /**
     * Turns that are due.
     *
     * @param nanos time of the frame [ns]
     * @param turnsPerSecond below {@link #FULL}
     */
    int turnsDue(long nanos, double turnsPerSecond) {
        if (last < 0) {
            last = nanos;
            return 1;
        }
        double due = (nanos - last) * turnsPerSecond / 1e9;
        int turns = (int) Math.min(due, Math.max(1, MOST_SECONDS * turnsPerSecond));
        if (turns > 0) {
            last = due > turns + 1 ? nanos : last + Math.round(turns / turnsPerSecond * 1e9);
        }
        return turns;
    }

    /**
     * Events of the next step at full speed: never so few that the run takes more than some hundred frames.
     *
     * @param known events of the run
     */
    int burst(int known) {
        return Math.max(burst, known / MOST_FRAMES);
    }

    /** Learns what the last step took. */
    void took(long nanos) {
        if (nanos < BUDGET_NANOS / 2) {
            burst = Math.min(MOST_EVENTS, burst * 2);
        } else if (nanos > BUDGET_NANOS) {
            burst = Math.max(1, burst / 2);
        }
    }
}
