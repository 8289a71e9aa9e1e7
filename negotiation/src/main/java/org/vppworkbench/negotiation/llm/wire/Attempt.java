package org.vppworkbench.negotiation.llm.wire;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.negotiation.language.FailureKind;

/** What came of one request. */
public sealed interface Attempt {
    Tokens tokens();

    /** What went out with it. */
    Sent sent();

    /**
     * Text.
     *
     * @param text complete, not empty
     * @param returnedModel version the server named, or empty
     */
    record Good(String text, String returnedModel, Tokens tokens, Sent sent) implements Attempt {}

    /**
     * No text.
     *
     * @param problem why
     * @param returnedModel version the server named, or empty
     */
    record Bad(Problem problem, String returnedModel, Tokens tokens, Sent sent) implements Attempt {}

    /**
     * Why a request brought no text.
     *
     * @param words for the reader, free of the key
     * @param again whether the same request may work later
     * @param delay how long the server asks to wait, or {@code null}
     * @param refused the parameter the server does not take, or {@code null}
     */
    record Problem(
            FailureKind kind,
            String words,
            boolean again,
            @Nullable Duration delay,
            @Nullable Parameter refused) {

        static Problem passing(FailureKind kind, String words) {
            return new Problem(kind, words, true, null, null);
        }

        static Problem lasting(FailureKind kind, String words) {
            return new Problem(kind, words, false, null, null);
        }
    }
}
