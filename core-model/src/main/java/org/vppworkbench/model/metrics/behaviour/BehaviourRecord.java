package org.vppworkbench.model.metrics.behaviour;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.vppworkbench.model.message.Envelope;

/**
 * How the agents of a run behaved.
 *
 * @param entries counts per hour of delivery and agent, ordered by both
 * @param bargains pairs of home and opportunity in which a deal was possible and talked about
 * @param manyRounds whether some negotiation had more than one round
 */
public record BehaviourRecord(List<Entry> entries, List<Bargain> bargains, boolean manyRounds) {
    /** Of a run in which nobody spoke. */
    public static final BehaviourRecord NONE = new BehaviourRecord(List.of(), List.of(), false);

    /**
     * @param hour hour of delivery from the start of the horizon
     * @param agent id of a home, or {@link Envelope#AGGREGATOR}
     * @param counts what it did
     */
    public record Entry(int hour, String agent, BehaviourCounts counts) {
        boolean home() {
            return !agent.equals(Envelope.AGGREGATOR);
        }
    }

    public BehaviourRecord {
        entries = List.copyOf(entries);
        bargains = List.copyOf(bargains);
    }

    /** What concerns the hours {@code [from, to)}. */
    public BehaviourRecord between(int from, int to) {
        return new BehaviourRecord(
                entries.stream().filter(e -> e.hour() >= from && e.hour() < to).toList(),
                bargains.stream().filter(b -> b.hour() >= from && b.hour() < to).toList(),
                manyRounds);
    }

    /** What every home did, by its id. */
    public SortedMap<String, BehaviourRecord> byHome() {
        TreeMap<String, List<Entry>> counts = new TreeMap<>();
        TreeMap<String, List<Bargain>> talks = new TreeMap<>();
        entries.stream().filter(Entry::home).forEach(e -> counts.computeIfAbsent(e.agent(), a -> new ArrayList<>()).add(e));
        bargains.forEach(b -> talks.computeIfAbsent(b.prosumer(), a -> new ArrayList<>()).add(b));
        TreeMap<String, BehaviourRecord> homes = new TreeMap<>();
        counts.forEach((home, of) ->
                homes.put(home, new BehaviourRecord(of, talks.getOrDefault(home, List.of()), manyRounds)));
        return homes;
    }

    /** What one home did. */
    public BehaviourRecord of(String prosumer) {
        return new BehaviourRecord(
                entries.stream().filter(e -> e.agent().equals(prosumer)).toList(),
                bargains.stream().filter(b -> b.prosumer().equals(prosumer)).toList(),
                manyRounds);
    }

    public BehaviourCounts homes() {
        return sum(Entry::home);
    }

    public BehaviourCounts aggregator() {
        return sum(entry -> !entry.home());
    }

    public BehaviourCounts all() {
        return sum(entry -> true);
    }

    /** Final price on opening ask, both as places in the zone of agreement. */
    public Optional<Slope> anchoringOnAsk() {
        return Slope.of(bargains, Bargain::openingAsk, Bargain::price);
    }

    /** Final price on the aggregator's opening bid, both as places in the zone of agreement. */
    public Optional<Slope> anchoringOnBid() {
        return Slope.of(bargains, Bargain::openingBid, Bargain::price);
    }

    /** Contract or none (1, 0) on the place in the order of presentation. */
    public Optional<Slope> dealsOnPosition() {
        return Slope.of(bargains, Bargain::position, b -> b.traded() ? 1.0 : 0.0);
    }

    /** Price of the contract, as a place in the zone, on the place in the order of presentation. */
    public Optional<Slope> priceOnPosition() {
        return Slope.of(bargains, Bargain::position, Bargain::price);
    }

    private BehaviourCounts sum(Predicate<Entry> which) {
        return BehaviourCounts.sum(entries.stream().filter(which).map(Entry::counts).toList());
    }
}
