package org.vppworkbench.app.ui.negotiation;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.ui.control.Numbers;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.message.Terms;

/** Where the asks and agreements of one opportunity stand, and what a round changed. */
final class RoundTally {
    private final Map<String, Double> asks = new HashMap<>();
    private final Map<String, Double> agreedKw = new HashMap<>();
    private @Nullable Opportunity opportunity;
    private double bestBefore = Double.NaN;
    private double agreedBefore;

    void open(Opportunity next) {
        asks.clear();
        agreedKw.clear();
        opportunity = next;
        bestBefore = Double.NaN;
        agreedBefore = 0;
    }

    void add(RunEvent.MessageSent sent) {
        NegotiationMessage message = sent.message();
        Envelope envelope = message.envelope();
        boolean aggregator = envelope.sender().equals(Envelope.AGGREGATOR);
        String home = aggregator ? envelope.receiver() : envelope.sender();
        if (!sent.verdict().passed()) {
            return;
        }
        switch (message) {
            case NegotiationMessage.Proposal m -> asks.put(home, m.terms().pricePerMwh());
            case NegotiationMessage.CounterOffer m when !aggregator -> asks.put(home, m.terms().pricePerMwh());
            case NegotiationMessage.Acceptance m -> agreed(home, m.terms());
            case NegotiationMessage.Award m -> agreed(home, m.terms());
            case NegotiationMessage.Refusal m -> asks.remove(home);
            case NegotiationMessage.Rejection m -> asks.remove(home);
            case NegotiationMessage.Withdrawal m -> {
                asks.remove(home);
                agreedKw.remove(home);
            }
            default -> { }
        }
    }

    private void agreed(String home, Terms terms) {
        asks.remove(home);
        agreedKw.put(home, terms.kw());
    }

    /** Sum of what is agreed so far [kW]. */
    double agreedKw() {
        return agreedKw.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** What the round that ends has changed; empty before the first offers. Begins the next one. */
    String close() {
        Opportunity about = opportunity;
        double best = asks.values().stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
        double agreed = agreedKw();
        double movedBy = best - bestBefore;
        double addedKw = agreed - agreedBefore;
        bestBefore = best;
        agreedBefore = agreed;
        if (about == null || (Double.isNaN(best) && agreed == 0)) {
            return "";
        }
        Product product = about.product();
        String ask = Double.isNaN(best)
                ? "no ask open"
                : "best open ask " + Words.price(product, best) + (Double.isNaN(movedBy) ? "" : Numbers.format(" (%+.2f)", movedBy));
        return ask + "  ·  " + Numbers.format("%.2f of ", agreed) + Words.kw(about.requiredKw()) + " agreed"
                + (addedKw == 0 ? "" : Numbers.format(" (%+.2f)", addedKw));
    }
}
