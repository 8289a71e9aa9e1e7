package org.vppworkbench.model.scenario;

import org.jspecify.annotations.Nullable;

/**
 * A place that a person takes in a run: the person decides for a home, or for the aggregator, with what its own agent knows.
 *
 * @param id id of the home, or {@code aggregator}
 * @param decisionSeconds wall time for a decision, above 0 up to 3600 [s]; {@code null} for no limit
 */
public record HumanSeat(String id, @Nullable Double decisionSeconds) {
    /** Label of runs in which a person decides. */
    public static final String LABEL = "HUMAN";

    /** A seat without a limit of time. */
    public static HumanSeat of(String id) {
        return new HumanSeat(id, null);
    }
}
