package org.vppworkbench.app.bench;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A size to be measured.
 *
 * @param homes 1 to 10,000
 * @param intervals quarter hours, whole days of the sample week
 */
public record OptimumCase(int homes, int intervals) {
    /** Quarter hours of a day. */
    private static final int DAY = 96;

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,5})[x\u00d7]([0-9]{1,3})");

    /** The sizes that are measured unless others are asked for, by growing size. */
    public static final List<OptimumCase> STANDARD = List.of(
            new OptimumCase(1, 96), new OptimumCase(1, 672), new OptimumCase(20, 96), new OptimumCase(20, 672),
            new OptimumCase(200, 96), new OptimumCase(1000, 96), new OptimumCase(200, 672), new OptimumCase(1000, 672));

    /** {@code 20x96}: 20 homes, one day; empty for anything that is not a size of whole days within a week. */
    public static Optional<OptimumCase> parse(String text) {
        Matcher found = TEXT.matcher(text.strip());
        if (!found.matches()) {
            return Optional.empty();
        }
        OptimumCase size = new OptimumCase(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)));
        boolean allowed = size.homes >= 1 && size.homes <= 10_000
                && size.intervals >= DAY && size.intervals <= 7 * DAY && size.intervals % DAY == 0;
        return allowed ? Optional.of(size) : Optional.empty();
    }

    int days() {
        return intervals / DAY;
    }

    /** {@code 20x96}. */
    public String label() {
        return homes + "x" + intervals;
    }
}
