package org.vppworkbench.negotiation.llm.chain;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.negotiation.language.Question;

/** One step of a question on its way to the network. Safe for use by several threads. */
public interface Link {
    /**
     * Asks and waits.
     *
     * @param time how long the question may take
     * @throws InterruptedException where the asker does not want it any more
     */
    Reply ask(Question question, Time time) throws InterruptedException;

    /**
     * How long a question may take.
     *
     * @param patience time of its requests and of the waits between them
     * @param queue time in the queue before the server's limits, or {@code null} for as long as it needs
     * @param byBudget whether it is the budget of the run that sets the patience
     * @param cancel looked at before each request, so that none is sent after a cancel
     */
    record Time(Duration patience, @Nullable Duration queue, boolean byBudget, CancelToken cancel) {
        /** Nothing beyond what a budget leaves from now. */
        Time within(Duration left) {
            boolean shorter = left.compareTo(patience) < 0;
            return new Time(shorter ? left : patience, left, shorter || byBudget, cancel);
        }
    }
}
