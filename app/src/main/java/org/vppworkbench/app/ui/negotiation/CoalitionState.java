package org.vppworkbench.app.ui.negotiation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.event.HourTrading;
import org.vppworkbench.model.event.LoggedEvent;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.message.Terms;

/**
 * The coalition of one opportunity as it stands.
 *
 * @param opportunity what is traded
 * @param stage how firm it is
 * @param parts homes in it, the largest first
 * @param askedKw sum of the open asks beside it [kW]
 */
record CoalitionState(Opportunity opportunity, Stage stage, List<Part> parts, double askedKw) {
    CoalitionState {
        parts = List.copyOf(parts);
    }

    /** How firm it is. */
    enum Stage {
        ASKING("nothing is agreed yet"),
        AGREEING("agreed so far"),
        CHOSEN("chosen"),
        SOLD("sold"),
        VOID("void: the offer did not clear");

        private final String words;

        Stage(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** A home's share of it. */
    record Part(String home, double kw, double pricePerMwh) {}

    /** Sum of its parts [kW]. */
    double kw() {
        return parts.stream().mapToDouble(Part::kw).sum();
    }

    /** What is still wanted [kW]. */
    double unmetKw() {
        return Math.max(0, opportunity.requiredKw() - kw());
    }

    /** The coalitions of all opportunities of an hour, in the order of trading. */
    static List<CoalitionState> of(HourTrading trading) {
        Map<Opportunity, Collected> all = new LinkedHashMap<>();
        for (LoggedEvent logged : trading.events()) {
            switch (logged.event()) {
                case RunEvent.OpportunityOpened e -> all.put(e.opportunity(), new Collected());
                case RunEvent.MessageSent e -> {
                    Opportunity about = about(all, e);
                    if (about != null && e.verdict().passed()) {
                        collected(all, about).add(e.message());
                    }
                }
                case RunEvent.CoalitionFormed e -> collected(all, e.opportunity()).formed = e;
                case RunEvent.OfferSettled e -> collected(all, e.offer().opportunity()).settled = e;
                default -> { }
            }
        }
        List<CoalitionState> states = new ArrayList<>();
        all.forEach((opportunity, collected) -> states.add(collected.state(opportunity)));
        return states;
    }

    private static Collected collected(Map<Opportunity, Collected> all, Opportunity opportunity) {
        return all.computeIfAbsent(opportunity, o -> new Collected());
    }

    private static @Nullable Opportunity about(Map<Opportunity, Collected> all, RunEvent.MessageSent e) {
        for (Opportunity opportunity : all.keySet()) {
            if (opportunity.product() == e.message().envelope().product()) {
                return opportunity;
            }
        }
        return null;
    }

    private static final class Collected {
        private final Map<String, Terms> asks = new LinkedHashMap<>();
        private final Map<String, Terms> agreed = new LinkedHashMap<>();
        private RunEvent.@Nullable CoalitionFormed formed;
        private RunEvent.@Nullable OfferSettled settled;

        void add(NegotiationMessage message) {
            Envelope envelope = message.envelope();
            boolean aggregator = envelope.sender().equals(Envelope.AGGREGATOR);
            String home = aggregator ? envelope.receiver() : envelope.sender();
            switch (message) {
                case NegotiationMessage.Proposal m -> asks.put(home, m.terms());
                case NegotiationMessage.CounterOffer m when !aggregator -> asks.put(home, m.terms());
                case NegotiationMessage.Acceptance m -> agree(home, m.terms());
                case NegotiationMessage.Award m -> agree(home, m.terms());
                case NegotiationMessage.Refusal m -> asks.remove(home);
                case NegotiationMessage.Rejection m -> asks.remove(home);
                case NegotiationMessage.Withdrawal m -> {
                    asks.remove(home);
                    agreed.remove(home);
                }
                default -> { }
            }
        }

        private void agree(String home, Terms terms) {
            asks.remove(home);
            agreed.put(home, terms);
        }

        CoalitionState state(Opportunity opportunity) {
            RunEvent.OfferSettled market = settled;
            RunEvent.CoalitionFormed chosen = formed;
            List<Part> parts = new ArrayList<>();
            Stage stage;
            if (market != null) {
                market.offer().contracts().forEach(c -> parts.add(new Part(c.prosumer(), c.kw(), c.pricePerMwh())));
                stage = market.offer().cleared() ? Stage.SOLD : Stage.VOID;
            } else if (agreed.isEmpty() && chosen != null) {
                chosen.members().forEach(m -> parts.add(new Part(m.prosumer(), m.kw(), m.pricePerMwh())));
                stage = Stage.CHOSEN;
            } else {
                agreed.forEach((home, terms) -> parts.add(new Part(home, terms.kw(), terms.pricePerMwh())));
                stage = agreed.isEmpty() ? Stage.ASKING : Stage.AGREEING;
            }
            parts.sort((a, b) -> a.kw() == b.kw() ? a.home().compareTo(b.home()) : Double.compare(b.kw(), a.kw()));
            return new CoalitionState(opportunity, stage, parts, asks.values().stream().mapToDouble(Terms::kw).sum());
        }
    }
}
