package org.vppworkbench.model.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the agents.
 *
 * @param rounds deadline of a negotiation, in rounds [1..50]
 * @param aggregatorOpeningShare first bid of the aggregator as a share of the forecast price [0..1]
 * @param aggregatorFinalShare last bid of the aggregator as a share of the forecast price [0..1]
 * @param aggregatorConcessionExponent β of the aggregator: below 1 Boulware, above 1 Conceder
 * @param postedPriceShare share of the forecast price the posted-price mechanism pays [0..1]
 * @param gate strength of the gate between agents and engine
 * @param external programs of the user that decide for homes or the aggregator, each at most once; {@code null} for none
 * @param humans places that a person takes, each at most once; {@code null} for none
 */
public record AgentSettings(
        int rounds,
        double aggregatorOpeningShare,
        double aggregatorFinalShare,
        double aggregatorConcessionExponent,
        double postedPriceShare,
        Gate gate,
        @Nullable List<ExternalAgent> external,
        @Nullable List<HumanSeat> humans) {
    public AgentSettings {
        external = external == null || external.isEmpty() ? null : List.copyOf(external);
        humans = humans == null || humans.isEmpty() ? null : List.copyOf(humans);
    }

    /** Settings without programs and persons. */
    public AgentSettings(
            int rounds,
            double aggregatorOpeningShare,
            double aggregatorFinalShare,
            double aggregatorConcessionExponent,
            double postedPriceShare,
            Gate gate) {
        this(
                rounds, aggregatorOpeningShare, aggregatorFinalShare, aggregatorConcessionExponent, postedPriceShare, gate,
                null, null);
    }

    /** The same with other programs of the user. */
    public AgentSettings withExternal(List<ExternalAgent> programs) {
        return new AgentSettings(
                rounds, aggregatorOpeningShare, aggregatorFinalShare, aggregatorConcessionExponent, postedPriceShare, gate,
                programs, humans);
    }

    /** The same with other persons. */
    public AgentSettings withHumans(List<HumanSeat> seats) {
        return new AgentSettings(
                rounds, aggregatorOpeningShare, aggregatorFinalShare, aggregatorConcessionExponent, postedPriceShare, gate,
                external, seats);
    }

    /** The programs of the user; empty for none. */
    public List<ExternalAgent> programs() {
        return external == null ? List.of() : external;
    }

    /** The places persons take; empty for none. */
    public List<HumanSeat> seats() {
        return humans == null ? List.of() : humans;
    }

    /** {@code model.md} §7. */
    public enum Gate {
        GATE_PHYSICS,
        GATE_FULL
    }

    public static final AgentSettings DEFAULT = new AgentSettings(5, 0.3, 0.8, 1, 0.7, Gate.GATE_FULL);
}
