package org.vppworkbench.app.ui.control;

import java.math.BigDecimal;
import java.math.MathContext;
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

    /** So many significant digits without trailing zeros; a dash for what is not defined. */
    public static String significant(double value, int digits) {
        return Double.isFinite(value)
                ? new BigDecimal(value, new MathContext(digits)).stripTrailingZeros().toPlainString()
                : "–";
    }
}
