package org.vppworkbench.app.ui.describe;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.negotiation.text.ParsedField;

/**
 * What a hand made of a field, and what the reader had made of it then: as long as the text says that, the correction holds.
 *
 * @param value in the one form of the field, or {@code null} where the field is to count as not said
 * @param readValue what was read then, or {@code null}
 * @param readWords the words it rested on, or {@code null}
 */
record Correction(@Nullable String value, @Nullable String readValue, @Nullable String readWords) {
    static Correction of(@Nullable String value, @Nullable ParsedField read) {
        return new Correction(value, read == null ? null : read.value(), read == null ? null : read.words());
    }

    /** Whether the text still says about the field what it said when it was corrected. */
    boolean holds(@Nullable ParsedField now) {
        return Objects.equals(readValue, now == null ? null : now.value())
                && Objects.equals(readWords, now == null ? null : now.words());
    }
}
