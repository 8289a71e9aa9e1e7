package org.vppworkbench.app.ui.imports;

import java.util.List;
import java.util.Locale;
import org.vppworkbench.sample.folder.SeriesColumns;

/**
 * What a file looks like, by the names in its first lines.
 *
 * @param format id of an importer
 * @param why what it was recognised by, or that it was not
 * @param sure whether a name was found that only this format has
 */
public record FormatGuess(String format, String why, boolean sure) {
    /** Looks at the first lines of a file. */
    public static FormatGuess of(List<String> lines) {
        String text = String.join("\n", lines.subList(0, Math.min(lines.size(), 60)));
        String head = text.toLowerCase(Locale.ROOT);
        String first = lines.isEmpty() ? "" : lines.getFirst().toLowerCase(Locale.ROOT);
        boolean json = head.startsWith("{") || head.startsWith("[");
        if (head.contains("intervalstarttime_gmt") || head.contains("oasis")) {
            return by("oasis", "INTERVALSTARTTIME_GMT");
        }
        if (first.contains("utc_interval_end") && first.contains("_lmp")) {
            return by("eia", "utc_interval_end and …_lmp");
        }
        if (head.contains("non_shiftable_load")) {
            return by("citylearn", "non_shiftable_load");
        }
        if (head.contains("connectiontime") || head.contains("sessionid") || head.contains("delivered_energy_kwh")) {
            return by("acn", "charging sessions");
        }
        if (head.contains("ac system output") || (json && head.contains("station_info"))) {
            return by("pvwatts", json ? "station_info" : "AC System Output (W)");
        }
        if (head.contains("load_forecast") || head.contains("solar_mw")) {
            return head.contains("interval_start") ? by("forecast", "load_forecast or solar_mw") : unknown();
        }
        boolean prices = head.contains("lmp") || head.contains("spinning_reserves");
        if (prices && (head.contains("interval_start") || head.contains("interval start"))) {
            return by("gridstatus", "interval_start and lmp or reserves");
        }
        boolean own = first.contains(SeriesColumns.TIME)
                && lines.getFirst().lines().flatMap(l -> List.of(l.split(",", -1)).stream()).anyMatch(c -> SeriesColumns.role(c.strip()).isPresent());
        return own ? by("csv", "columns named as in a folder of series") : unknown();
    }

    /** Whether the columns name themselves, so that no mapping is needed. */
    public boolean namesItself() {
        return sure && format.equals("csv");
    }

    private static FormatGuess by(String format, String name) {
        return new FormatGuess(format, "recognised by " + name, true);
    }

    private static FormatGuess unknown() {
        return new FormatGuess("csv", "no known layout: say what the columns are", false);
    }
}
