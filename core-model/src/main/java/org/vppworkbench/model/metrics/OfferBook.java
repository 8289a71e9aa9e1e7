package org.vppworkbench.model.metrics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.market.ClearedOffer;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.message.Terms;
import org.vppworkbench.model.physics.WhatIfResult;

/**
 * The offers homes were made in one opportunity, valued at the cost on record. An offer is a counter-offer of the aggregator,
 * or a call for proposals that another home accepted as it stood (a posted price), for the quantity the home's what-if named. A
 * home that took the posted price itself chose best and has nothing to regret, even where its quantity was cut; one whose
 * owner allows no further event could not take it.
 *
 * <p>The cost of {@code kw} is taken per kW from the smallest quantity on record that is not below {@code kw}; as the cost per
 * kW does not fall with the quantity, this does not overstate the gain. An offer above every quantity on record is not valued.
 */
final class OfferBook {
    /** Quantities closer than this are the same [kW]. */
    private static final double SAME_KW = 1e-9;

    private final Opportunity opportunity;
    private final Map<String, NavigableMap<Double, Double>> costPerKw = new HashMap<>();
    private final Map<String, List<Terms>> offers = new LinkedHashMap<>();
    private final Map<String, Double> agreed = new HashMap<>();
    private final Map<String, Double> posted = new HashMap<>();
    private final Map<String, Set<String>> takers = new TreeMap<>();
    private final Set<String> spent = new HashSet<>();

    OfferBook(Opportunity opportunity, List<RunEvent.Standing> standings) {
        this.opportunity = opportunity;
        for (RunEvent.Standing standing : standings) {
            cost(standing.prosumer(), standing.kw(), standing.reservationPerMwh() / 1000);
        }
    }

    void message(NegotiationMessage message, @Nullable WhatIfResult whatIf) {
        Envelope envelope = message.envelope();
        if (whatIf != null && whatIf.deliverable()) {
            double kw = whatIf.deliverableKw();
            cost(envelope.sender(), kw, whatIf.incrementalCostUsd() / kw);
        }
        switch (message) {
            case NegotiationMessage.CallForProposals call -> posted.put(envelope.id(), call.publishedPricePerMwh());
            case NegotiationMessage.CounterOffer counter -> {
                if (envelope.sender().equals(Envelope.AGGREGATOR)) {
                    offers.computeIfAbsent(envelope.receiver(), id -> new ArrayList<>()).add(counter.terms());
                }
            }
            case NegotiationMessage.Acceptance acceptance -> {
                String answered = envelope.inReplyTo();
                if (answered != null && posted.containsKey(answered)) {
                    takers.computeIfAbsent(answered, id -> new HashSet<>()).add(envelope.sender());
                }
            }
            case NegotiationMessage.Refusal refusal -> {
                if (refusal.reason() == NegotiationMessage.RefusalReason.EVENT_LIMIT) {
                    spent.add(envelope.sender());
                }
            }
            default -> {}
        }
    }

    void settled(ClearedOffer offer) {
        if (offer.cleared()) {
            for (Contract contract : offer.contracts()) {
                double margin = contract.pricePerMwh() - contract.reservationPerMwh();
                agreed.merge(contract.prosumer(), margin * contract.kw() / 1000, Double::sum);
            }
        }
    }

    List<SeenOffer> seen() {
        List<SeenOffer> seen = new ArrayList<>();
        offers.forEach((home, terms) -> terms.forEach(t -> value(seen, home, t)));
        takers.forEach((call, homes) -> {
            double price = posted.getOrDefault(call, 0.0);
            for (String home : new TreeSet<>(costPerKw.keySet())) {
                if (!homes.contains(home) && !spent.contains(home)) {
                    costs(home).keySet().forEach(kw -> value(seen, home, new Terms(kw, 0, price)));
                }
            }
        });
        return seen;
    }

    private void value(List<SeenOffer> seen, String home, Terms terms) {
        Map.Entry<Double, Double> cost = costs(home).ceilingEntry(terms.kw() - SAME_KW);
        if (cost != null) {
            double gain = (terms.pricePerMwh() / 1000 - cost.getValue()) * terms.kw();
            double had = agreed.getOrDefault(home, 0.0);
            seen.add(new SeenOffer(home, opportunity.product(), opportunity.hour(), terms.pricePerMwh(), gain, had));
        }
    }

    private NavigableMap<Double, Double> costs(String home) {
        return costPerKw.getOrDefault(home, new TreeMap<>());
    }

    private void cost(String home, double kw, double usdPerKw) {
        if (kw > 0) {
            costPerKw.computeIfAbsent(home, id -> new TreeMap<>()).put(kw, usdPerKw);
        }
    }
}
