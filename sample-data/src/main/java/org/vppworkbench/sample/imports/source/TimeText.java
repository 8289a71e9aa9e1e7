package org.vppworkbench.sample.imports.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time as files write it: ISO 8601 with a {@code T} or a blank in the middle, with or without seconds and offset.
 *
 * @param local date and time of day
 * @param offset offset from UTC, or {@code null} where the text has none
 */
public record TimeText(LocalDateTime local, @Nullable ZoneOffset offset) {
    private static final Pattern FORM = Pattern.compile(
            "(\\d{4})-(\\d{2})-(\\d{2})[T ](\\d{2}):(\\d{2})(?::(\\d{2})(?:\\.0{1,9})?)?\\s?(Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?");

    /** Years a market price can be of; others are slips of the pen. */
    private static final int FIRST_YEAR = 1990;

    private static final int LAST_YEAR = 2100;

    /** Reads a text; empty where it is no such time. */
    public static Optional<TimeText> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            String seconds = form.group(6);
            LocalDateTime local = LocalDateTime.of(
                    number(form.group(1)),
                    number(form.group(2)),
                    number(form.group(3)),
                    number(form.group(4)),
                    number(form.group(5)),
                    seconds == null ? 0 : number(seconds));
            return plausible(local) ? Optional.of(new TimeText(local, offset(form.group(7)))) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether a time is of the years a file can be of. */
    public static boolean plausible(LocalDateTime local) {
        return local.getYear() >= FIRST_YEAR && local.getYear() < LAST_YEAR;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static @Nullable ZoneOffset offset(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return switch (text) {
            case "Z", "UTC", "GMT" -> ZoneOffset.UTC;
            default -> ZoneOffset.of(text);
        };
    }

    /** The instant of a time with offset; empty without. */
    public Optional<Instant> instant() {
        ZoneOffset known = offset;
        return known == null ? Optional.empty() : Optional.of(local.toInstant(known));
    }

    /** The instant of a cell, which must carry its offset or be in a column that says it is UTC. */
    public static Optional<Instant> instant(TableRow row, String column, boolean utc, ImportLog log)
            throws InputRefusedException {
        String text = row.text(column);
        Optional<TimeText> time = parse(text);
        Optional<Instant> instant =
                utc ? time.map(known -> known.instant().orElse(known.local.toInstant(ZoneOffset.UTC))) : time.flatMap(TimeText::instant);
        if (instant.isEmpty()) {
            log.error(
                    row.where(column),
                    "\"" + text + "\"",
                    time.isPresent() ? "the time has no offset from UTC" : text.isEmpty() ? "empty cell" : "not a time",
                    "such as 2023-08-15T07:00:00Z or 2023-08-15 00:00:00-07:00");
        }
        return instant;
    }
}
