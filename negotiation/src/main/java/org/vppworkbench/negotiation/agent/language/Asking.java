package org.vppworkbench.negotiation.agent.language;

import org.jspecify.annotations.Nullable;
import org.vppworkbench.negotiation.protocol.BudgetSpentException;
import org.vppworkbench.negotiation.protocol.UnusableReplyException;

/**
 * What came of asking a model for one decision, and once more where its reply could not be read.
 *
 * @param first outcome of the first try
 * @param second outcome of the repair; {@code null} where none was asked yet
 */
record Asking<T>(Outcome<T> first, @Nullable Outcome<T> second) {
    /** Name of the check that a failed model fails. */
    static final String CHECK = "model";

    /**
     * The decision of a try.
     *
     * @param agent who was asked
     * @param last whether this was the repair
     * @throws UnusableReplyException where there is none
     * @throws BudgetSpentException where the budget is spent
     */
    static <T> Outcome.Decided<T> decided(Outcome<T> outcome, String agent, boolean last) {
        return switch (outcome) {
            case Outcome.Decided<T> decided -> decided;
            case Outcome.Spent<T> spent -> throw new BudgetSpentException(agent, spent.words());
            case Outcome.Failed<T> failed -> {
                boolean again = failed.repairable() && !last;
                String done = again ? "it is asked once more" : "a rule answers in its place";
                throw new UnusableReplyException(
                        CHECK, "the model of " + agent + " gave no usable answer (" + failed.words() + "); " + done, again);
            }
        };
    }
}
