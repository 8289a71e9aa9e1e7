package org.vppworkbench.model.scenario;

/**
 * Settings of the agents.
 *
 * @param rounds deadline of a negotiation, in rounds [1..50]
 * @param aggregatorOpeningShare first bid of the aggregator as a share of the forecast price [0..1]
 * @param aggregatorFinalShare last bid of the aggregator as a share of the forecast price [0..1]
 * @param aggregatorConcessionExponent β of the aggregator: below 1 Boulware, above 1 Conceder
 * @param postedPriceShare share of the forecast price the posted-price mechanism pays [0..1]
 * @param gate strength of the gate between agents and engine
 */
public record AgentSettings(
        int rounds,
        double aggregatorOpeningShare,
        double aggregatorFinalShare,
        double aggregatorConcessionExponent,
        double postedPriceShare,
        Gate gate) {
    /** {@code model.md} §7. */
    public enum Gate {
        GATE_PHYSICS,
        GATE_FULL
    }

    public static final AgentSettings DEFAULT = new AgentSettings(5, 0.3, 0.8, 1, 0.7, Gate.GATE_FULL);
}
