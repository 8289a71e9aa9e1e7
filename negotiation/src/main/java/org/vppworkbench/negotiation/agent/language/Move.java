package org.vppworkbench.negotiation.agent.language;

/** What a readable reply means. */
public sealed interface Move<T> {
    /**
     * The model asked a tool.
     *
     * @param answer what the tool says, as it is shown to the model
     */
    record Tool<T>(String answer) implements Move<T> {}

    /** The model decided. */
    record Decided<T>(T decision) implements Move<T> {}
}
