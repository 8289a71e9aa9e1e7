package org.vppworkbench.app.ui.control;

import java.util.Locale;

/** Numbers as the window shows them. */
public final class Numbers {
    private Numbers() {}

    /** Formats with a true minus sign; {@code NaN} becomes a dash, and a power of ten of nothing is 0. */
    public static String format(String pattern, double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        if (value == 0 && pattern.endsWith("e")) {
            return "0";
        }
        String text = String.format(Locale.ROOT, pattern, value);
        boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
        return zero ? text.replace("-", "") : text.replace('-', '−');
    }
}
