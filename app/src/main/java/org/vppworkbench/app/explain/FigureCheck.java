package org.vppworkbench.app.explain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks the figures of a sentence against the numbers it cites. A figure is supported where one of the cited numbers, in the
 * unit that stands beside the figure, rounds half up or half down to it at the decimals it is written with; the sign counts. A
 * share may be written as such or in percent. What is not written in digits, such as "half" or "twice", cannot be checked and is
 * a problem too. Whether a sentence draws the right conclusion from true figures is not checked.
 */
final class FigureCheck {
    private static final Pattern FIGURE = Pattern.compile(
            "(?<before>[$\u20ac]\\s?)?(?<sign>[-\u2212\u2013+](?=[\\d$.])\\s?)?(?<money>\\$\\s?)?(?<number>\\d[\\d,]*(?:\\.\\d+)?(?:[eE][-+]?\\d+)?)"
                    + "(?<unit>\\s?(?:%|percent\\b|\\$|USD\\b|dollars?\\b|kWh\\b|MWh\\b|kW\u00b7h|kW\\.h\\b|kWh\\.h|kW\\b|tokens?\\b|seconds?\\b|s\\b|contracts?\\b|shares?\\b))?");

    private static final Pattern SPELLED = Pattern.compile(
            "\\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|twenty|thirty|forty|fifty|hundred|thousand|million|half|"
                    + "halved|third|quarter|twice|double[ds]?|triple[ds]?|tenfold|twofold)\\b",
            Pattern.CASE_INSENSITIVE);

    /** Rounding of the arithmetic itself. */
    private static final double NOISE = 1e-9;

    private FigureCheck() {}

    /** What of a sentence the cited numbers do not support; empty where they support all of it. */
    static List<String> problems(String text, List<String> cites, MetricsSheet sheet) {
        List<String> problems = new ArrayList<>();
        List<MetricsSheet.Row> rows = new ArrayList<>();
        for (String key : cites) {
            sheet.find(key).ifPresentOrElse(rows::add, () -> problems.add("cites " + quoted(key) + ", which is not in the table"));
        }
        Matcher figures = FIGURE.matcher(text.replace("W*", "W_aware"));
        while (figures.find()) {
            String written = figures.group().strip();
            if (!supported(figures, rows)) {
                problems.add(written + (rows.isEmpty() ? ": no number is cited" : ": none of the cited numbers"));
            }
        }
        Matcher spelled = SPELLED.matcher(text);
        while (spelled.find()) {
            problems.add("\u201c" + spelled.group() + "\u201d: a number in words cannot be checked");
        }
        return problems;
    }

    private static String quoted(String key) {
        return "\u201c" + (key.length() <= 40 ? key : key.substring(0, 40) + "\u2026") + "\u201d";
    }

    private static boolean supported(Matcher figure, List<MetricsSheet.Row> rows) {
        BigDecimal stated = new BigDecimal(figure.group("number").replace(",", ""));
        String sign = figure.group("sign");
        if (sign != null && !sign.strip().equals("+")) {
            stated = stated.negate();
        }
        boolean dollars = figure.group("before") != null || figure.group("money") != null;
        String unit = dollars ? "$" : unit(figure.group("unit"));
        double half = 0.5 * Math.pow(10, -Math.max(0, stated.scale())) + NOISE;
        for (MetricsSheet.Row row : rows) {
            double factor = factor(unit, row.unit());
            if (factor > 0 && Math.abs(stated.doubleValue() - factor * row.value()) <= half + NOISE * Math.abs(row.value())) {
                return true;
            }
        }
        return false;
    }

    /** The unit as the table writes it; empty where none stands there. */
    private static String unit(@Nullable String written) {
        if (written == null) {
            return "";
        }
        return switch (written.strip()) {
            case "%", "percent" -> "%";
            case "$", "USD", "dollar", "dollars" -> "$";
            case "kW\u00b7h", "kW.h" -> "kW\u00b7h";
            case "token", "tokens" -> "tokens";
            case "s", "second", "seconds" -> "s";
            case "contract", "contracts" -> "contracts";
            case "share", "shares" -> "share";
            default -> written.strip();
        };
    }

    /** What a number of the table is multiplied by to stand in the stated unit; 0 where the units do not fit. */
    private static double factor(String stated, String unit) {
        if (stated.equals("%")) {
            return unit.equals("share") ? 100 : 0;
        }
        if (stated.equals("MWh")) {
            return unit.equals("kWh") ? 1e-3 : 0;
        }
        if (stated.isEmpty()) {
            return unit.isEmpty() || unit.equals("share") ? 1 : 0;
        }
        // "12 contracts" is a count
        return stated.equals(unit) || (stated.equals("contracts") && unit.isEmpty()) ? 1 : 0;
    }
}
