package org.vppworkbench.app.ui.imports;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.vppworkbench.sample.folder.SeriesColumns;
import org.vppworkbench.sample.folder.SeriesRole;

/**
 * What the columns of a CSV file are, as somebody fills it in; {@link #json} is the mapping file that the command line reads.
 *
 * @param separator between cells
 * @param decimal decimal point or comma
 * @param skipLines lines before the header
 * @param timeColumn name of the column with the times
 * @param pattern of the times, or empty: ISO 8601
 * @param zone of times that carry no offset, or empty
 * @param ending whether a time names the end of its interval
 * @param stepMinutes length of an interval [min], or 0: the smallest distance
 * @param columns the other columns
 */
public record CsvMapping(
        String separator,
        String decimal,
        int skipLines,
        String timeColumn,
        String pattern,
        String zone,
        boolean ending,
        int stepMinutes,
        List<Column> columns) {
    /** Before anything is known. */
    public static final CsvMapping EMPTY = new CsvMapping(",", ".", 0, "", "", "America/Los_Angeles", false, 0, List.of());

    private static final Pattern TIME = Pattern.compile("(?i).*(time|date|zeit|datum|hora|interval|stamp|utc).*");

    /**
     * One column.
     *
     * @param name in the header
     * @param role what it is for, or empty where it is not read
     * @param unit of its cells
     */
    public record Column(String name, String role, String unit) {}

    public CsvMapping {
        columns = List.copyOf(columns);
    }

    /** A first idea from the first lines: the separator that stands there most, and columns by their names. */
    public static CsvMapping guessed(List<String> lines) {
        String header = lines.isEmpty() ? "" : lines.getFirst();
        String separator = ",";
        for (String other : List.of(";", "\t", "|")) {
            if (count(header, other) > count(header, separator)) {
                separator = other;
            }
        }
        boolean comma = !separator.equals(",") && lines.size() > 1 && lines.get(1).matches(".*\\d,\\d.*");
        return new CsvMapping(separator, comma ? "," : ".", 0, "", "", EMPTY.zone(), false, 0, List.of()).withHeader(lines);
    }

    /** The same with the columns that stand in the header, as far as separator and skipped lines are right. */
    public CsvMapping withHeader(List<String> lines) {
        List<String> names = cells(lines.size() > skipLines ? lines.get(skipLines) : "");
        String time = names.contains(timeColumn) ? timeColumn
                : names.stream().filter(n -> TIME.matcher(n).matches()).findFirst().orElse(names.isEmpty() ? "" : names.getFirst());
        List<Column> next = new ArrayList<>();
        for (String name : names) {
            Column known = columns.stream().filter(c -> c.name().equals(name)).findFirst().orElse(null);
            next.add(known != null ? known : guess(name));
        }
        return new CsvMapping(separator, decimal, skipLines, time, pattern, zone, ending, stepMinutes, next);
    }

    /** The cells of a line, quotes taken off. */
    public List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == separator.charAt(0) && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells.size() == 1 && cells.getFirst().isEmpty() ? List.of() : cells;
    }

    /** Units that a role takes. */
    public static List<String> units(String role) {
        return SeriesRole.parse(role).map(r -> switch (r.type()) {
            case ENERGY, REAL_TIME -> List.of("$/MWh", "$/kWh", "ct/kWh");
            case SPIN, NON_SPIN -> List.of("$/MW-h", "$/kWh", "ct/kWh");
            case LOAD -> List.of("kW", "W", "MW");
            case PV_YIELD -> List.of("kW per kWdc", "W per kWdc");
            case LOAD_FORECAST, SOLAR_FORECAST -> List.of("MW", "kW", "GW");
            case TEMPERATURE -> List.of("degC", "degF", "K");
        }).orElse(List.of());
    }

    /** Roles to choose from; the named ones with a name made of the column's. */
    public static List<String> roles(String column) {
        String name = column.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[^A-Za-z0-9]+", "");
        String plain = name.isEmpty() ? "own" : name.substring(0, Math.min(64, name.length()));
        return List.of("", "energy", "realTime", "spin", "nonSpin", "load:" + plain, "pvYield:" + plain, "loadForecastMw", "solarForecastMw", "temperatureC");
    }

    /** The mapping as {@code vpp-mapping/1}. */
    public String json() {
        JsonObject time = new JsonObject();
        time.addProperty("column", timeColumn);
        if (!pattern.isBlank()) {
            time.addProperty("pattern", pattern);
        }
        if (!zone.isBlank()) {
            time.addProperty("zone", zone);
        }
        time.addProperty("label", ending ? "ending" : "beginning");
        if (stepMinutes > 0) {
            time.addProperty("stepMinutes", stepMinutes);
        }
        JsonArray list = new JsonArray();
        for (Column column : columns) {
            if (!column.role().isEmpty() && !column.name().equals(timeColumn)) {
                JsonObject one = new JsonObject();
                one.addProperty("column", column.name());
                one.addProperty("role", column.role());
                one.addProperty("unit", column.unit());
                list.add(one);
            }
        }
        JsonObject root = new JsonObject();
        root.addProperty("format", "vpp-mapping/1");
        root.addProperty("separator", separator);
        root.addProperty("decimal", decimal);
        root.addProperty("skipLines", skipLines);
        root.add("time", time);
        root.add("columns", list);
        return root.toString();
    }

    private static Column guess(String name) {
        String role = SeriesColumns.role(name).map(SeriesRole::text).orElse("");
        String lower = name.toLowerCase(Locale.ROOT);
        if (role.isEmpty() && lower.matches(".*(price|preis|lmp|energy).*")) {
            role = "energy";
        }
        List<String> units = units(role);
        String named = units.stream().filter(u -> lower.contains(u.toLowerCase(Locale.ROOT))).findFirst().orElse("");
        return new Column(name, role, units.isEmpty() ? "" : named.isEmpty() ? units.getFirst() : named);
    }

    private static int count(String text, String part) {
        return text.length() - text.replace(part, "").length();
    }
}
