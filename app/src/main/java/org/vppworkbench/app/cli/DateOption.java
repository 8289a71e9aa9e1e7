package org.vppworkbench.app.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import picocli.CommandLine.TypeConversionException;

/** Days and local times as they are written on a command line. */
final class DateOption {
    private DateOption() {}

    /** A local day, {@code 2023-08-16}. */
    static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new TypeConversionException("'" + text + "' is not a day; allowed: YYYY-MM-DD such as 2023-08-16");
        }
    }

    /** A local time of a day, {@code 2023-08-16T06:00}. */
    static LocalDateTime time(String text) {
        try {
            return LocalDateTime.parse(text);
        } catch (DateTimeException e) {
            throw new TypeConversionException(
                    "'" + text + "' is not a local time; allowed: YYYY-MM-DDTHH:MM such as 2023-08-16T06:00");
        }
    }
}
