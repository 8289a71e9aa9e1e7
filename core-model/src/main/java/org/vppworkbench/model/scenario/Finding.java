package org.vppworkbench.model.scenario;

import org.jspecify.annotations.Nullable;

/**
 * Something the user should know about an input. Bad input is a list of findings, never an exception at the user.
 *
 * @param severity whether a run is refused
 * @param where file, and row, column or id where known: {@code fleet.json, home-003, bess.initialKwh}
 * @param value the offending value as text, or {@code null}
 * @param message what is wrong
 * @param allowed allowed range or what may help, or {@code null}
 */
public record Finding(
        Severity severity, String where, @Nullable String value, String message, @Nullable String allowed) {
    /** Order: worst last. */
    public enum Severity {
        INFO,
        WARNING,
        ERROR
    }

    public static Finding error(String where, @Nullable Object value, String message, @Nullable String allowed) {
        return new Finding(Severity.ERROR, where, value == null ? null : value.toString(), message, allowed);
    }

    public static Finding warning(String where, @Nullable Object value, String message, @Nullable String allowed) {
        return new Finding(Severity.WARNING, where, value == null ? null : value.toString(), message, allowed);
    }

    public static Finding info(String where, String message) {
        return new Finding(Severity.INFO, where, null, message, null);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** One line for a terminal or a table. */
    public String oneLine() {
        return severity + " " + sentence();
    }

    /** The same where its severity is plain to see: in a sentence, or beside its icon. */
    public String sentence() {
        StringBuilder line = new StringBuilder().append(where).append(": ").append(message);
        if (value != null) {
            line.append(" (value ").append(value).append(')');
        }
        if (allowed != null) {
            line.append("; allowed: ").append(allowed);
        }
        return line.toString();
    }
}
