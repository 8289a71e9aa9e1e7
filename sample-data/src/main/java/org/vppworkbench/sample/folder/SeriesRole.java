package org.vppworkbench.sample.folder;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a series is for.
 *
 * @param type the quantity
 * @param name the profile's name for {@link Type#LOAD} and {@link Type#PV_YIELD}, empty for the others
 */
public record SeriesRole(Type type, String name) {
    /** What a profile's name may hold: it becomes part of a column name and of references in fleet files. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** Quantities with unit, plausible range (assumption, wide) and column name. */
    public enum Type {
        ENERGY("energy", "$/MWh", -1000, 10_000, "energy_usd_per_mwh"),
        SPIN("spin", "$/MW-h", -1000, 10_000, "spin_usd_per_mwh"),
        NON_SPIN("nonSpin", "$/MW-h", -1000, 10_000, "nonspin_usd_per_mwh"),
        REAL_TIME("realTime", "$/MWh", -1000, 10_000, "realtime_usd_per_mwh"),
        LOAD("load", "kW", 0, 1e5, "load_%s_kw"),
        PV_YIELD("pvYield", "kW per kWdc", 0, 1.5, "pv_%s_kw_per_kwdc"),
        LOAD_FORECAST("loadForecastMw", "MW", 0, 1e6, "load_forecast_mw"),
        SOLAR_FORECAST("solarForecastMw", "MW", -1000, 1e6, "solar_forecast_mw"),
        TEMPERATURE("temperatureC", "degC", -60, 60, "temperature_c");

        private final String text;
        private final String unit;
        private final double lowest;
        private final double highest;
        private final String column;

        Type(String text, String unit, double lowest, double highest, String column) {
            this.text = text;
            this.unit = unit;
            this.lowest = lowest;
            this.highest = highest;
            this.column = column;
        }

        /** Unit of the values. */
        public String unit() {
            return unit;
        }

        /** Lowest plausible value [unit of the type]. */
        public double lowest() {
            return lowest;
        }

        /** Highest plausible value [unit of the type]. */
        public double highest() {
            return highest;
        }

        /** Whether several series of the type may stand side by side, told apart by a name. */
        public boolean named() {
            return this == LOAD || this == PV_YIELD;
        }
    }

    public SeriesRole {
        if (type.named() ? !NAME.matcher(name).matches() : !name.isEmpty()) {
            throw new IllegalArgumentException("the role " + type + " cannot have the name \"" + name
                    + "\". Only load and pvYield have one: letters, digits, '.', '_' and '-'.");
        }
    }

    /** A role without a name. */
    public static SeriesRole of(Type type) {
        return new SeriesRole(type, "");
    }

    /** Reads {@code energy}, {@code load:home-a} …; empty where the text names no role. */
    public static Optional<SeriesRole> parse(String text) {
        int colon = text.indexOf(':');
        String head = colon < 0 ? text : text.substring(0, colon);
        String name = colon < 0 ? "" : text.substring(colon + 1);
        return Arrays.stream(Type.values())
                .filter(type -> type.text.equals(head))
                .filter(type -> type.named() ? NAME.matcher(name).matches() : colon < 0)
                .findFirst()
                .map(type -> new SeriesRole(type, name));
    }

    /** The roles as a user writes them. */
    public static String allowed() {
        return Arrays.stream(Type.values())
                .map(type -> type.named() ? type.text + ":NAME" : type.text)
                .collect(Collectors.joining(", "));
    }

    /** The text that {@link #parse} reads. */
    public String text() {
        return type.named() ? type.text + ":" + name : type.text;
    }

    public String unit() {
        return type.unit;
    }

    /** Name of the column in a folder's CSV file, with the unit. */
    public String column() {
        return String.format(Locale.ROOT, type.column, name);
    }

    @Override
    public String toString() {
        return text();
    }
}
