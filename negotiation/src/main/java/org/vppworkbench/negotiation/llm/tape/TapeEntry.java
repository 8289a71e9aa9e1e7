package org.vppworkbench.negotiation.llm.tape;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.negotiation.language.Answer;
import org.vppworkbench.negotiation.language.Origin;

/**
 * One line of a tape.
 *
 * @param kind what the line tells
 * @param key name of the question
 * @param promptId name and version of the prompt's resources
 * @param promptHash SHA-256 of these resources
 * @param answer what came back; {@code null} for a cancel
 * @param when date and time, ISO 8601
 * @param line the line itself, without its line break
 */
public record TapeEntry(
        Kind kind,
        String key,
        Origin origin,
        String promptId,
        String promptHash,
        @Nullable Answer answer,
        String when,
        String line) {

    /** What a line tells. */
    public enum Kind {
        ANSWER,
        FAILURE,
        /** The budget was spent: nothing was sent, or what was under way was cut. */
        BUDGET,
        /** The user ended the run while the question was open. */
        CANCEL
    }

    /** The order of a tape in a bundle, the same whichever of two concurrent answers came first. */
    public static final Comparator<TapeEntry> ORDER =
            Comparator.comparing((TapeEntry entry) -> entry.origin.subject())
                    .thenComparingInt(entry -> entry.origin.round())
                    .thenComparingInt(entry -> entry.origin.turn())
                    .thenComparing(entry -> entry.origin.agent())
                    .thenComparingInt(entry -> entry.origin.attempt())
                    .thenComparingInt(entry -> entry.origin.step())
                    .thenComparing(TapeEntry::key);
}
