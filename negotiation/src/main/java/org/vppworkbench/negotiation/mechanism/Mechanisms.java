package org.vppworkbench.negotiation.mechanism;

import java.util.List;
import org.vppworkbench.model.market.CoalitionSolver;
import org.vppworkbench.model.simulation.Mechanism;

/** The mechanisms of this module. */
public final class Mechanisms {
    /** Label of mechanisms without agents. */
    static final String MECHANISM = "MECHANISM";

    private Mechanisms() {}

    /** Ids, from the simplest to the richest. */
    public static List<String> ids() {
        return List.of(NoVpp.ID, PostedPrice.ID, ZeroIntelligence.ID, RuleNegotiation.ID);
    }

    /**
     * @param solver solves the coalition problem
     * @throws IllegalArgumentException if the id is not one of {@link #ids()}
     */
    public static Mechanism byId(String id, CoalitionSolver solver) {
        return switch (id) {
            case NoVpp.ID -> new NoVpp();
            case PostedPrice.ID -> new PostedPrice();
            case ZeroIntelligence.ID -> new ZeroIntelligence(solver);
            case RuleNegotiation.ID -> new RuleNegotiation(solver);
            default ->
                    throw new IllegalArgumentException(
                            "mechanism " + id + " is not known here. Maybe one of " + ids());
        };
    }
}
