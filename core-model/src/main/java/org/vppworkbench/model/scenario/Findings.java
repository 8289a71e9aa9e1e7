package org.vppworkbench.model.scenario;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects findings while an input is read or checked. The check methods return whether the value may be used. */
public final class Findings {
    /** Largest energy anybody may enter [kWh]. */
    public static final double MAX_KWH = 1e5;

    /** Largest power anybody may enter [kW]. */
    public static final double MAX_KW = 1e5;

    private final List<Finding> collected = new ArrayList<>();

    public void add(Finding finding) {
        collected.add(finding);
    }

    public void addAll(List<Finding> findings) {
        collected.addAll(findings);
    }

    public void error(String where, @Nullable Object value, String message, @Nullable String allowed) {
        add(Finding.error(where, value, message, allowed));
    }

    public void warning(String where, @Nullable Object value, String message, @Nullable String allowed) {
        add(Finding.warning(where, value, message, allowed));
    }

    public void info(String where, String message) {
        add(Finding.info(where, message));
    }

    public boolean hasErrors() {
        return collected.stream().anyMatch(Finding::isError);
    }

    /** Everything collected so far, in the order it was found. */
    public List<Finding> list() {
        return List.copyOf(collected);
    }

    /** An error unless {@code min ≤ value ≤ max}; NaN and infinities are errors. */
    public boolean inRange(String where, double value, double min, double max, String unit) {
        return check(where, value, value >= min && value <= max, "[" + number(min) + ", " + number(max) + "] " + unit);
    }

    /** An error unless {@code 0 < value ≤ max}; NaN and infinities are errors. */
    public boolean aboveZero(String where, double value, double max, String unit) {
        return check(where, value, value > 0 && value <= max, "(0, " + number(max) + "] " + unit);
    }

    private boolean check(String where, double value, boolean good, String allowed) {
        if (good) {
            return true;
        }
        String message = Double.isFinite(value) ? "out of range" : "not a finite number";
        error(where, number(value), message, allowed.strip());
        return false;
    }

    /** Shortest text that reads back to the same double; whole numbers without a fraction. */
    public static String number(double value) {
        String text = Double.toString(value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
