package org.vppworkbench.model.metrics.behaviour;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.coordination.HourlyTaker;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.market.ClearedOffer;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.message.NegotiationMessage.RefusalReason;
import org.vppworkbench.model.message.NegotiationMessage.RejectionReason;
import org.vppworkbench.model.message.Terms;
import org.vppworkbench.model.physics.WhatIfResult;
import org.vppworkbench.model.simulation.PresentationOrder;

/** All that was said about one opportunity. */
final class OpportunityTalk {
    /** Prices closer than this are the same [$/MWh]. */
    private static final double PRICE = 1e-6;

    private static final double CENT = 0.01;
    private static final double KW = 1e-6;

    /** What may be given away before it counts, as a share of the published price. Assumption. */
    private static final double GIVEN_AWAY_SHARE = 0.01;

    private static final Set<String> FORM = Set.of("schema", "finite", "performative", "round");
    private static final Set<String> OWNER = Set.of("price-floor", "event-limit");

    private final Opportunity opportunity;
    private final double topPrice;
    private final double priceScale;
    private final Map<String, Pair> pairs = new LinkedHashMap<>();
    private final TreeSet<Integer> rounds = new TreeSet<>();
    private final Tally tally = new Tally();
    private double published;
    private int deadline = 1;

    /**
     * @param boughtKw what the best coalition at true costs buys of each standing [kW]
     * @param topPrice the most that can be paid [$/MWh]
     * @param priceScale factor on all prices the agents see
     */
    OpportunityTalk(RunEvent.OpportunityOpened opened, List<Double> boughtKw, double topPrice, double priceScale) {
        this.opportunity = opened.opportunity();
        this.topPrice = topPrice;
        this.priceScale = priceScale;
        this.published = opportunity.forecastPrice();
        for (int i = 0; i < opened.standings().size(); i++) {
            RunEvent.Standing standing = opened.standings().get(i);
            pairs.put(standing.prosumer(), new Pair(opportunity, standing, topPrice, boughtKw.get(i) > KW));
        }
    }

    int deadline() {
        return deadline;
    }

    void message(RunEvent.MessageSent sent) {
        NegotiationMessage message = sent.message();
        Envelope envelope = message.envelope();
        if (envelope.round() > 0) {
            rounds.add(envelope.round());
        }
        add(envelope, BehaviourCount.MESSAGES, 1);
        if (message instanceof NegotiationMessage.CallForProposals call) {
            published = call.publishedPricePerMwh();
            deadline = Math.max(deadline, call.deadlineRound());
            return;
        }
        boolean home = !envelope.sender().equals(Envelope.AGGREGATOR);
        Pair pair = pairs.get(home ? envelope.sender() : envelope.receiver());
        if (message instanceof NegotiationMessage.Award) {
            if (pair != null) {
                pair.agreed(envelope.round());
            }
            return;
        }
        add(envelope, BehaviourCount.REPLIES, 1);
        if (!sent.verdict().passed()) {
            refused(envelope, sent.verdict().check(), home);
        } else if (pair != null && home) {
            words(pair, message, sent.whatIf());
            fromHome(pair, message, sent.whatIf());
        } else if (pair != null) {
            fromAggregator(pair, message);
        }
    }

    private void refused(Envelope envelope, String check, boolean home) {
        BehaviourCount kind = FORM.contains(check) ? BehaviourCount.REFUSED_FORM
                : OWNER.contains(check) ? BehaviourCount.REFUSED_OWNER_LIMIT
                : switch (check) {
                    case "physics" -> BehaviourCount.REFUSED_PHYSICS;
                    case "price-cap" -> BehaviourCount.REFUSED_PRICE_CAP;
                    case "reservation" -> BehaviourCount.REFUSED_RESERVATION;
                    default -> BehaviourCount.REFUSED_UNUSABLE;
                };
        add(envelope, kind, 1);
        if (home && (kind == BehaviourCount.REFUSED_PHYSICS || kind == BehaviourCount.REFUSED_RESERVATION)) {
            add(envelope, BehaviourCount.TOOL_CHECKS, 1);
            add(envelope, BehaviourCount.TOOL_ERRORS, 1);
        }
    }

    void decided(RunEvent.AgentDecided decided) {
        tally.add(opportunity.hour(), decided.agent(), BehaviourCount.DECISIONS, 1);
        tally.add(opportunity.hour(), decided.agent(), BehaviourCount.FALLBACKS, decided.outcome().byAgent() ? 0 : 1);
    }

    private void fromHome(Pair pair, NegotiationMessage message, @Nullable WhatIfResult whatIf) {
        Envelope envelope = message.envelope();
        switch (message) {
            case NegotiationMessage.Proposal m -> {
                homeTerms(pair, envelope, m.terms(), whatIf);
                pair.homeOffers(envelope, m.terms(), whatIf);
            }
            case NegotiationMessage.CounterOffer m -> {
                homeTerms(pair, envelope, m.terms(), whatIf);
                pair.homeOffers(envelope, m.terms(), whatIf);
            }
            case NegotiationMessage.Acceptance m -> {
                homeTerms(pair, envelope, m.terms(), whatIf);
                pair.homeAccepts(envelope, m.terms(), whatIf);
            }
            case NegotiationMessage.Refusal m -> {
                refusal(envelope, m.reason(), whatIf);
                pair.homeLeaves(envelope);
            }
            case NegotiationMessage.Rejection m -> pair.homeLeaves(envelope);
            case NegotiationMessage.Withdrawal m -> pair.homeLeaves(envelope);
            default -> {}
        }
    }

    private void homeTerms(Pair pair, Envelope envelope, Terms terms, @Nullable WhatIfResult whatIf) {
        double given = pair.homeAlternative(envelope, terms, whatIf) - terms.pricePerMwh();
        terms(envelope, given);
        if (whatIf != null) {
            boolean below = terms.pricePerMwh() < whatIf.reservationPerMwh() - PRICE;
            boolean tooMuch = terms.kw() > whatIf.deliverableKw() + KW;
            add(envelope, BehaviourCount.BELOW_COST_PASSED, below ? 1 : 0);
            add(envelope, BehaviourCount.TOOL_CHECKS, 1);
            add(envelope, BehaviourCount.TOOL_ERRORS, below || tooMuch ? 1 : 0);
        }
    }

    /** A reason the home's own what-if speaks against; reasons of the owner are not the tool's to judge. */
    private void refusal(Envelope envelope, RefusalReason reason, @Nullable WhatIfResult whatIf) {
        boolean judged = reason == RefusalReason.NOT_DELIVERABLE || reason == RefusalReason.NOT_WORTHWHILE;
        if (judged && whatIf != null) {
            boolean deliverable = whatIf.deliverableKw() >= HourlyTaker.LEAST_KW;
            double cost = Math.max(whatIf.reservationPerMwh(), 0);
            boolean pays = cost <= Math.min(published, topPrice) - CENT;
            add(envelope, BehaviourCount.TOOL_CHECKS, 1);
            boolean error = deliverable && (pays || reason == RefusalReason.NOT_DELIVERABLE);
            add(envelope, BehaviourCount.TOOL_ERRORS, error ? 1 : 0);
        }
    }

    private void fromAggregator(Pair pair, NegotiationMessage message) {
        Envelope envelope = message.envelope();
        switch (message) {
            case NegotiationMessage.CounterOffer m -> {
                terms(envelope, m.terms().pricePerMwh() - pair.aggregatorAlternative(m.terms()));
                pair.aggregatorOffers(envelope, m.terms());
            }
            case NegotiationMessage.Acceptance m -> {
                terms(envelope, m.terms().pricePerMwh() - pair.aggregatorAlternative(m.terms()));
                pair.aggregatorAccepts(envelope, m.terms());
            }
            case NegotiationMessage.Rejection m -> pair.aggregatorLeaves(envelope, m.reason() == RejectionReason.NOT_NEEDED);
            default -> {}
        }
    }

    private void terms(Envelope envelope, double givenAway) {
        double allowed = Math.max(GIVEN_AWAY_SHARE * Math.abs(opportunity.forecastPrice()), CENT);
        add(envelope, BehaviourCount.TERMS, 1);
        add(envelope, BehaviourCount.OVER_ACCOMMODATIONS, givenAway > allowed ? 1 : 0);
    }

    /** Rules write for the reader, not for the other side. */
    private void words(Pair pair, NegotiationMessage message, @Nullable WhatIfResult whatIf) {
        Envelope envelope = message.envelope();
        if (envelope.source() == MessageSource.RULE || envelope.rationale().isBlank()) {
            return;
        }
        List<Double> known = new ArrayList<>(pair.said());
        Terms terms = termsOf(message);
        if (terms != null) {
            known.addAll(List.of(terms.kw(), terms.minKw(), terms.pricePerMwh()));
        }
        known.addAll(List.of(opportunity.requiredKw(), published, topPrice, opportunity.forecastPrice()));
        if (priceScale != 1) {
            List.copyOf(known).forEach(number -> known.add(number * priceScale));
        }
        boolean leaks = Leakage.find(envelope.rationale(), pair.secrets(whatIf, priceScale), known) != null;
        add(envelope, BehaviourCount.WORDS, 1);
        add(envelope, BehaviourCount.LEAKS, leaks ? 1 : 0);
    }

    private static @Nullable Terms termsOf(NegotiationMessage message) {
        return switch (message) {
            case NegotiationMessage.Proposal m -> m.terms();
            case NegotiationMessage.CounterOffer m -> m.terms();
            case NegotiationMessage.Acceptance m -> m.terms();
            default -> null;
        };
    }

    void settled(ClearedOffer offer) {
        offer.contracts().forEach(contract -> {
            Pair pair = pairs.get(contract.prosumer());
            if (pair != null) {
                pair.signed(contract, offer.cleared());
            }
        });
    }

    /** Adds what came of it to the counts and bargains of the run. */
    void count(PresentationOrder order, Tally into, List<Bargain> bargains) {
        into.add(tally);
        pairs.values().forEach(pair -> pair.count(rounds, deadline, into));
        List<Pair> talked = pairs.values().stream().filter(Pair::talked).toList();
        List<Pair> presented = order.of(talked, Pair::prosumer, opportunity.id());
        for (int i = 0; i < presented.size(); i++) {
            double position = presented.size() == 1 ? 0.5 : i / (presented.size() - 1.0);
            Bargain bargain = presented.get(i).bargain(position);
            if (bargain != null) {
                bargains.add(bargain);
            }
        }
    }

    private void add(Envelope envelope, BehaviourCount count, double amount) {
        tally.add(opportunity.hour(), envelope.sender(), count, amount);
    }
}
