package org.vppworkbench.model.metrics.behaviour;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up counts per hour of delivery and agent. */
final class Tally {
    private final TreeMap<Integer, TreeMap<String, Map<BehaviourCount, Double>>> hours = new TreeMap<>();

    void add(int hour, String agent, BehaviourCount count, double amount) {
        if (amount != 0) {
            hours.computeIfAbsent(hour, h -> new TreeMap<>())
                    .computeIfAbsent(agent, a -> new EnumMap<>(BehaviourCount.class))
                    .merge(count, amount, Double::sum);
        }
    }

    void add(Tally other) {
        other.hours.forEach((hour, agents) -> agents.forEach(
                (agent, counts) -> counts.forEach((count, amount) -> add(hour, agent, count, amount))));
    }

    List<BehaviourRecord.Entry> entries() {
        List<BehaviourRecord.Entry> entries = new ArrayList<>();
        hours.forEach((hour, agents) -> agents.forEach(
                (agent, counts) -> entries.add(new BehaviourRecord.Entry(hour, agent, new BehaviourCounts(counts)))));
        return entries;
    }
}
