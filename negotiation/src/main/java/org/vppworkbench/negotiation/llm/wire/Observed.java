package org.vppworkbench.negotiation.llm.wire;

import org.jspecify.annotations.Nullable;

/**
 * What a reply tells besides its text.
 *
 * @param returnedModel version the server names, or empty
 * @param problem why its text must not be used, or {@code null}
 */
record Observed(Tokens.Reported tokens, String returnedModel, Attempt.@Nullable Problem problem) {
    static final Observed NOTHING = new Observed(Tokens.Reported.NOTHING, "", null);
}
