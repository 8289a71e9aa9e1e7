package org.vppworkbench.app.ui.describe;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.negotiation.text.HomeField;
import org.vppworkbench.negotiation.text.Span;

/**
 * One value of a described home.
 *
 * @param key name in files
 * @param field what can be corrected, or {@code null} for what follows from the rest
 * @param name in plain words
 * @param value as people read it
 * @param unit or empty
 * @param origin who says so
 * @param confidence of the reader [0..1], or NaN where nothing was read
 * @param words it rests on, or empty
 * @param span of the words in the text of this home, or {@code null}
 * @param note product, assumption, reason of a default; or empty
 */
record FieldRow(
        String key,
        @Nullable HomeField field,
        String name,
        String value,
        String unit,
        Origin origin,
        double confidence,
        String words,
        @Nullable Span span,
        String note) {

    /** Stands for the value of a field that was set aside by hand. */
    static final String NOT_SAID = "not said";

    /** From this probability on a reading is called sure: of those more than nine in ten are right. */
    private static final double SURE = 0.9;

    /** From here on likely: about four in five are right. */
    private static final double LIKELY = 0.7;

    /** Who says a value. */
    enum Origin {
        READ,
        CORRECTED,
        DEFAULT,
        /** Said, but the home has no place for it. */
        UNUSED
    }

    /** Whether a hand took out what the text says, and nothing came in its place. */
    boolean isSetAside() {
        return origin == Origin.CORRECTED && value.equals(NOT_SAID);
    }

    /** Value and unit. */
    String valueWithUnit() {
        return unit.isEmpty() || isSetAside() ? value : value + " " + unit;
    }

    /** How far the value can be trusted, in a word; empty words for what nobody read. */
    String trust() {
        return switch (origin) {
            case CORRECTED -> "corrected";
            case DEFAULT -> "default";
            case UNUSED -> "not used";
            case READ -> confidence >= SURE ? "sure" : confidence >= LIKELY ? "likely" : "check it";
        };
    }

    /** The words in quotes, and what else is to be said. */
    String from() {
        String quoted = words.isEmpty() ? "" : "“" + words.strip().replaceAll("\\s+", " ") + "”";
        return quoted.isEmpty() ? note : note.isEmpty() ? quoted : quoted + "  " + note;
    }

    /** The row in a sentence, for those who hear it. */
    String spoken() {
        String sure = origin == Origin.READ ? String.format(Locale.ROOT, "%s, %.2f", trust(), confidence) : trust();
        return name + ": " + valueWithUnit() + ", " + sure + (from().isEmpty() ? "" : ", " + from());
    }
}
