package org.vppworkbench.negotiation.protocol;

import org.vppworkbench.model.message.GateVerdict;

/**
 * A model was to decide and its budget is spent. No rule decides in its place: the negotiation closes at once with what is
 * agreed. Neither a decision of the model nor a fallback.
 */
public final class BudgetSpentException extends RuntimeException {
    /** Name of the check on record. */
    public static final String CHECK = "budget";

    /** Why a negotiation ended, in plain words. */
    public static final String REASON = "the budget of the language models is spent";

    private static final long serialVersionUID = 1L;

    private final String agent;
    private final transient GateVerdict verdict;

    /**
     * @param agent who was to be asked
     * @param words what is spent
     */
    public BudgetSpentException(String agent, String words) {
        super(CHECK + ": " + words);
        this.agent = agent;
        this.verdict = new GateVerdict(
                false, CHECK, "the model of " + agent + " was not asked (" + words + "); the negotiation ends with what is agreed");
    }

    public String agent() {
        return agent;
    }

    /** For the record, in place of the decision that was not made. */
    public GateVerdict verdict() {
        return verdict;
    }
}
