package org.vppworkbench.model.metrics;

import java.util.EnumMap;
import java.util.Map;

/**
 * What the negotiation itself cost and lost, counted from the event stream.
 *
 * @param values every count; what is absent is 0
 */
public record ProcessCounts(Map<ProcessCount, Double> values) {
    public ProcessCounts {
        values = Map.copyOf(values);
    }

    public double of(ProcessCount count) {
        return values.getOrDefault(count, 0.0);
    }

    /** Best coalition at true reservation prices less what was contracted [$]. */
    public double lostZoneUsd() {
        return of(ProcessCount.ZONE_USD) - of(ProcessCount.CONTRACTED_USD);
    }

    static ProcessCounts sum(Iterable<ProcessCounts> parts) {
        Map<ProcessCount, Double> total = new EnumMap<>(ProcessCount.class);
        for (ProcessCounts part : parts) {
            part.values().forEach((count, value) -> total.merge(count, value, Double::sum));
        }
        return new ProcessCounts(total);
    }
}
