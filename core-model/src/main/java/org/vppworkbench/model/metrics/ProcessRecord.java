package org.vppworkbench.model.metrics;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.metrics.behaviour.BehaviourRecord;

/**
 * The negotiation of a run as the evaluator reads it. Everything belongs to the hour of delivery it was about, whenever it
 * was said.
 *
 * @param hours counts per hour from the start of the horizon; hours nobody spoke of are absent
 * @param offers offers made to homes that could be valued
 * @param skipped opportunities below the minimum stake, with the quantity that was required
 * @param plan what was agreed for the whole run before it was traded, or {@code null}
 * @param behaviour how the agents behaved
 */
public record ProcessRecord(
        SortedMap<Integer, ProcessCounts> hours,
        List<SeenOffer> offers,
        List<Opportunity> skipped,
        RunEvent.@Nullable PricesCoordinated plan,
        BehaviourRecord behaviour) {
    /** A negotiation of whose agents nothing is known. */
    public ProcessRecord(
            SortedMap<Integer, ProcessCounts> hours,
            List<SeenOffer> offers,
            List<Opportunity> skipped,
            RunEvent.@Nullable PricesCoordinated plan) {
        this(hours, offers, skipped, plan, BehaviourRecord.NONE);
    }

    public ProcessRecord {
        hours = Collections.unmodifiableSortedMap(new TreeMap<>(hours));
        offers = List.copyOf(offers);
        skipped = List.copyOf(skipped);
    }

    /** Counts of the whole run. */
    public ProcessCounts total() {
        return ProcessCounts.sum(hours.values());
    }

    /** What concerns the hours {@code [from, to)}. */
    public ProcessRecord between(int from, int to) {
        return new ProcessRecord(
                hours.subMap(from, to),
                offers.stream().filter(o -> o.hour() >= from && o.hour() < to).toList(),
                skipped.stream().filter(o -> o.hour() >= from && o.hour() < to).toList(),
                plan,
                behaviour.between(from, to));
    }
}
