package org.vppworkbench.negotiation.agent.language;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.negotiation.language.Origin;
import org.vppworkbench.negotiation.language.Prompt;
import org.vppworkbench.negotiation.protocol.AgentFailure;
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

    /** Asks once more, with what was wrong, where the first reply could not be read. */
    static <T> Asking<T> mended(Outcome<T> first, Function<String, Outcome<T>> again) {
        return new Asking<>(
                first,
                first instanceof Outcome.Failed<T> failed && failed.repairable() ? again.apply(failed.words()) : null);
    }

    /**
     * What came of asking. Where the agent itself fails, it fails at its own turn and for nobody else; it is not asked again.
     *
     * @param origin of the first question
     */
    static <T> Asking<T> safely(Origin origin, Supplier<Asking<T>> ask) {
        try {
            return ask.get();
        } catch (RuntimeException failure) {
            return failed(origin, failure);
        }
    }

    /**
     * Nothing, for the agent itself failed.
     *
     * @throws RuntimeException {@code failure} itself, where it is no agent's own
     */
    static <T> Asking<T> failed(Origin origin, RuntimeException failure) {
        Talk none = new Talk(origin, new Prompt("none", "", "", List.of()));
        return new Asking<>(new Outcome.Failed<>(AgentFailure.words(failure), false, none), null);
    }

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
