package org.vppworkbench.sample.synthetic;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.time.Horizon;

/**
 * Which invented market: {@code synthetic:SEED:FIRST-DAY:DAYS}, such as {@code synthetic:7:2023-08-01:31}.
 *
 * @param seed every draw comes from it
 * @param firstDay first local day
 * @param days number of local days, 1 to {@link #MOST_DAYS}
 */
public record SyntheticSpec(long seed, LocalDate firstDay, int days) {
    /** Longest market [days]. */
    public static final int MOST_DAYS = 366;

    private static final String PREFIX = "synthetic:";
    private static final String FORM = PREFIX + "SEED:FIRST-DAY:DAYS, such as " + PREFIX + "7:2023-08-01:31";
    private static final Pattern ID = Pattern.compile(PREFIX + "(-?\\d{1,19}):([^:]*):(\\d{1,9})");
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2099, 12, 31);

    public SyntheticSpec {
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException(days + " days. Allowed are 1 to " + MOST_DAYS + ".");
        }
    }

    /** Whether an id asks for an invented market, well formed or not. */
    public static boolean isSynthetic(String id) {
        return id.startsWith(PREFIX);
    }

    /** Reads an id; what is wrong with it is a finding. */
    public static Reading<SyntheticSpec> parse(String id) {
        Matcher parts = ID.matcher(id);
        if (!parts.matches()) {
            return refused(id, "not the id of an invented market", FORM);
        }
        List<Finding> findings = new ArrayList<>();
        Long seed = seed(parts.group(1));
        if (seed == null) {
            findings.add(finding(id, "the seed is too large", Long.MIN_VALUE + " to " + Long.MAX_VALUE));
        }
        LocalDate day = day(parts.group(2));
        if (day == null || day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
            findings.add(finding(id, "the first day is not a date in range", EARLIEST + " to " + LATEST));
        }
        int days = Integer.parseInt(parts.group(3));
        if (days < 1 || days > MOST_DAYS) {
            findings.add(finding(id, "number of days out of range", "[1, " + MOST_DAYS + "] days"));
        }
        return seed == null || day == null || !findings.isEmpty()
                ? new Reading<>(null, findings)
                : Reading.of(new SyntheticSpec(seed, day, days));
    }

    /** The id that {@link #parse} reads. */
    public String id() {
        return PREFIX + seed + ":" + firstDay + ":" + days;
    }

    /** The days, in the zone of the CAISO market. */
    public Horizon horizon() {
        return new Horizon(firstDay, days, Horizon.LOS_ANGELES);
    }

    private static @Nullable Long seed(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Reading<SyntheticSpec> refused(String id, String message, String allowed) {
        return Reading.refused(finding(id, message, allowed));
    }

    private static Finding finding(String id, String message, String allowed) {
        return Finding.error("sample", "\"" + id + "\"", message, allowed);
    }
}
