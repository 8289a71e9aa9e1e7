package org.vppworkbench.sample.imports.home;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalDouble;
import org.vppworkbench.sample.imports.source.ImportLog;
import org.vppworkbench.sample.imports.source.InputRefusedException;
import org.vppworkbench.sample.imports.source.TimeText;

/** Cells and values of charging sessions. */
final class SessionFields {
    private SessionFields() {}

    /** An HTTP date, as the API writes it, or ISO 8601 with an offset; anything else is an error. */
    static Optional<Instant> time(String text, String where, ImportLog log) throws InputRefusedException {
        Optional<Instant> time = iso(text).or(() -> httpDate(text));
        if (time.isEmpty() || !TimeText.plausible(time.get().atOffset(ZoneOffset.UTC).toLocalDateTime())) {
            log.error(where, "\"" + text + "\"", text.isEmpty() ? "empty" : "not a time with an offset from UTC",
                    "such as Wed, 25 Apr 2018 11:08:04 GMT or 2018-04-25 04:08:04-07:00");
            return Optional.empty();
        }
        return time;
    }

    /** A finite number; anything else is an error. */
    static OptionalDouble number(String text, String where, ImportLog log) throws InputRefusedException {
        OptionalDouble number = finite(text);
        if (number.isEmpty()) {
            log.error(where, "\"" + text + "\"", text.isEmpty() ? "empty" : "not a finite number", "kWh, with decimal point");
        }
        return number;
    }

    static OptionalDouble finite(String text) {
        if (!text.matches("[+-]?\\d{1,15}(\\.\\d{1,20})?([eE][+-]?\\d{1,3})?")) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(text);
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    private static Optional<Instant> iso(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text.replaceFirst(" ", "T")).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> httpDate(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
