package org.vppworkbench.negotiation.llm.chain;

import org.jspecify.annotations.Nullable;
import org.vppworkbench.negotiation.language.Answer;
import org.vppworkbench.negotiation.llm.wire.Sent;

/**
 * An answer and how it was asked for.
 *
 * @param sent settings that went out last, or {@code null} where nothing was sent
 */
public record Reply(Answer answer, @Nullable Sent sent) {}
