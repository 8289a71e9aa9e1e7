package org.vppworkbench.negotiation.standin;

import org.jspecify.annotations.Nullable;

/**
 * What a model says, before a form of answer is put on it.
 *
 * @param text the reply, {@code null} where there is none
 * @param finish why it ended
 * @param tokens what is reported of tokens, {@code null} for nothing
 * @param modelVersion version of the model that is named as the speaker
 */
record Reply(@Nullable String text, Finish finish, @Nullable TokenCount tokens, String modelVersion) {
    /** Why a reply ended. */
    enum Finish {
        STOP,
        MAX_TOKENS,
        SAFETY,
        /** It never began. */
        BLOCKED
    }
}
