package org.vppworkbench.app.io.download;

/** The datasets of Grid Status the program asks for. */
public enum GridStatusDataset {
    DAY_AHEAD_ENERGY("caiso_lmp_day_ahead_hourly", true),
    FIFTEEN_MINUTE_ENERGY("caiso_lmp_real_time_15_min", true),
    FIVE_MINUTE_ENERGY("caiso_lmp_real_time_5_min", true),
    /** All reserve products and regions: their prices add up, so all are needed. */
    DAY_AHEAD_RESERVES("caiso_as_prices", false);

    private final String id;
    private final boolean nodal;

    GridStatusDataset(String id, boolean nodal) {
        this.id = id;
        this.nodal = nodal;
    }

    public String id() {
        return id;
    }

    /** Whether rows belong to a location. */
    boolean isNodal() {
        return nodal;
    }
}
