package org.vppworkbench.model.metrics.behaviour;

import java.util.EnumMap;
import java.util.Map;

/**
 * What was added up.
 *
 * @param values every count; what is absent is 0
 */
public record BehaviourCounts(Map<BehaviourCount, Double> values) {
    public BehaviourCounts {
        values = Map.copyOf(values);
    }

    public double of(BehaviourCount count) {
        return values.getOrDefault(count, 0.0);
    }

    /** The sum, in the order given. */
    static BehaviourCounts sum(Iterable<BehaviourCounts> parts) {
        Map<BehaviourCount, Double> total = new EnumMap<>(BehaviourCount.class);
        for (BehaviourCounts part : parts) {
            part.values().forEach((count, value) -> total.merge(count, value, Double::sum));
        }
        return new BehaviourCounts(total);
    }
}
