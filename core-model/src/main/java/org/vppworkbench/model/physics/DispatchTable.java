package org.vppworkbench.model.physics;

/**
 * What every home did in every interval: the content of {@code dispatch.csv}. Filled once, then read.
 */
public final class DispatchTable {
    private final HomeInterval[][] rows;

    /**
     * @param rows {@code rows[prosumer][interval]}, complete; kept, not copied
     */
    public DispatchTable(HomeInterval[][] rows) {
        this.rows = rows;
    }

    public HomeInterval at(int prosumer, int interval) {
        return rows[prosumer][interval];
    }

    public int prosumers() {
        return rows.length;
    }

    /** Intervals per home; 0 for an empty fleet. */
    public int intervals() {
        return rows.length == 0 ? 0 : rows[0].length;
    }
}
