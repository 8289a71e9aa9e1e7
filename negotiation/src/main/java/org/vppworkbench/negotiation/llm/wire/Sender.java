package org.vppworkbench.negotiation.llm.wire;

import java.time.Duration;
import org.vppworkbench.negotiation.language.Question;

/** Sends one request. Safe for use by several threads. */
public interface Sender {
    /**
     * Sends and waits for the whole answer.
     *
     * @param longest longest wait
     * @throws InterruptedException where the asker does not want it any more
     */
    Attempt send(Question question, Duration longest) throws InterruptedException;
}
