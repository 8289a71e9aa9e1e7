package org.vppworkbench.model.simulation;

import org.vppworkbench.model.physics.DayGrid;
import org.vppworkbench.model.time.Horizon;

/**
 * How many contracts each home has per local day. It is counted as contracts come and go: to look through all of them for
 * every opportunity would cost a large fleet more than its physics.
 */
final class DailyContracts {
    private final DayGrid days;
    private final int[][] count;

    DailyContracts(int homes, DayGrid days) {
        this.days = days;
        this.count = new int[days.day(days.intervals() - 1) + 1][homes];
    }

    /**
     * @param home index of the home
     * @param hour hour of delivery
     * @param change 1 for a new contract, −1 for one that is no more
     */
    void add(int home, int hour, int change) {
        count[day(hour)][home] += change;
    }

    /** Contracts of a home on the local day that holds an hour. */
    int of(int home, int hour) {
        return count[day(hour)][home];
    }

    private int day(int hour) {
        return days.day(Horizon.firstInterval(hour));
    }
}
