package org.vppworkbench.sample.folder;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The column names of a folder's CSV files. */
public final class SeriesColumns {
    /** Start of the interval, UTC. */
    public static final String TIME = "interval_start_utc";

    private static final Pattern LOAD = Pattern.compile("load_(.+)_kw");
    private static final Pattern PV = Pattern.compile("pv_(.+)_kw_per_kwdc");

    private SeriesColumns() {}

    /** The role a column is named after; the inverse of {@link SeriesRole#column}. */
    public static Optional<SeriesRole> role(String column) {
        for (SeriesRole.Type type : SeriesRole.Type.values()) {
            if (!type.named() && SeriesRole.of(type).column().equals(column)) {
                return Optional.of(SeriesRole.of(type));
            }
        }
        Matcher load = LOAD.matcher(column);
        Matcher pv = PV.matcher(column);
        return load.matches()
                ? SeriesRole.parse("load:" + load.group(1))
                : pv.matches() ? SeriesRole.parse("pvYield:" + pv.group(1)) : Optional.empty();
    }
}
