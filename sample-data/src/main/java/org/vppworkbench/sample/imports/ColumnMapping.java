package org.vppworkbench.sample.imports;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.sample.folder.SeriesRole;

/**
 * How to read a CSV file whose layout is not known to the program.
 *
 * @param timeColumn name of the column with the times
 * @param timePattern pattern of {@link java.time.format.DateTimeFormatter}, or {@code null}: ISO 8601, with a {@code T} or
 *     a blank between date and time
 * @param zone zone or offset of times that carry none, or {@code null}: every time carries its offset
 * @param ending whether a time names the end of its interval instead of its beginning
 * @param step length of an interval, or {@code null}: the smallest distance of two times
 * @param separator character between cells
 * @param decimalComma whether numbers have a decimal comma; such a file is not separated by commas
 * @param skipLines lines before the header
 * @param columns what the other columns are; those not named are ignored
 * @param source publisher and report, for the provenance
 * @param licence licence or terms, for the provenance
 */
public record ColumnMapping(
        String timeColumn,
        @Nullable String timePattern,
        @Nullable ZoneId zone,
        boolean ending,
        @Nullable Duration step,
        char separator,
        boolean decimalComma,
        int skipLines,
        List<Column> columns,
        String source,
        String licence) {
    /**
     * One column: {@code value = cell · factor + offset}.
     *
     * @param name name in the header
     * @param role what the series is for
     * @param factor from the unit of the file to that of the role: 1000 for $/kWh to $/MWh
     * @param offset added after the factor, such as -32 · 5/9 for °F to °C; mostly 0
     */
    public record Column(String name, SeriesRole role, double factor, double offset) {}

    public ColumnMapping {
        columns = List.copyOf(columns);
        if (ending && step == null) {
            throw new IllegalArgumentException("times that name the end of an interval need its length");
        }
    }

    /**
     * Reads times of a pattern strictly: 31 February is refused, not moved.
     *
     * @throws IllegalArgumentException where it is no pattern
     */
    public static DateTimeFormatter formatter(String pattern) {
        StringBuilder years = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            quoted ^= c == '\'';
            // a year of the era would need the era as well
            years.append(c == 'y' && !quoted ? 'u' : c);
        }
        return DateTimeFormatter.ofPattern(years.toString(), Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    /** Times in UTC or with offset at the beginning of the interval, comma and decimal point: the program's own layout. */
    public static ColumnMapping ofColumns(String timeColumn, List<Column> columns) {
        return new ColumnMapping(
                timeColumn, null, null, false, null, ',', false, 0, columns, "user's file, as labelled by the user", "not stated");
    }
}
