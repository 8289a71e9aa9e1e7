package org.vppworkbench.negotiation.agent.language;

/** How asking for one decision ended. */
public sealed interface Outcome<T> {
    /** What was said, so that a repair can go on from there. */
    Talk talk();

    /**
     * The model decided.
     *
     * @param rawHash SHA-256 of the reply that decided
     */
    record Decided<T>(T decision, String rawHash, Talk talk) implements Outcome<T> {}

    /**
     * There is no decision.
     *
     * @param words cause, in words that may be recorded and sent back
     * @param repairable whether asking once more with the reason may help
     */
    record Failed<T>(String words, boolean repairable, Talk talk) implements Outcome<T> {}

    /**
     * The budget is spent: nobody decides, and the negotiation ends.
     *
     * @param words what is spent
     */
    record Spent<T>(String words, Talk talk) implements Outcome<T> {}
}
