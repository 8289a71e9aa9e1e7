package org.vppworkbench.model.scenario;

import java.time.Instant;
import java.util.List;

/**
 * Contingency calls ({@code model.md} §3): exogenous, the same for every mechanism.
 *
 * @param listed starts of called intervals, quarter hours of the run
 * @param probability chance of a call in each interval [0..1], in addition to the list
 * @param seed of the drawn calls; they depend on nothing else
 */
public record CallSettings(List<Instant> listed, double probability, long seed) {
    /** Probability of a call per quarter hour where only a seed is given ({@code domain.md} §1.4; an assumption). */
    public static final double DEFAULT_PROBABILITY = 0.001;

    public static final CallSettings NONE = new CallSettings(List.of(), 0, 0);

    public CallSettings {
        listed = List.copyOf(listed);
    }
}
