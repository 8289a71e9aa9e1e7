package org.vppworkbench.app.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.message.Terms;

/** Collects the asks and bids of one opportunity from what was said. */
public final class OfferLadder {
    private final Map<String, List<LadderFigure.Point>> asks = new LinkedHashMap<>();
    private final Map<String, List<LadderFigure.Point>> bids = new LinkedHashMap<>();
    private final List<LadderFigure.Point> agreed = new ArrayList<>();

    private OfferLadder() {}

    /** What {@link LadderFigure} draws of an opportunity. */
    public static LadderFigure.Data of(Opportunity opportunity, List<NegotiationMessage> messages) {
        return of(
                ForecastFigures.word(opportunity.product()), ForecastFigures.unit(opportunity.product()),
                opportunity.forecastPrice(), messages);
    }

    /**
     * What {@link LadderFigure} draws.
     *
     * @param product name of the product
     * @param unit unit of its prices
     * @param publishedPrice the published price
     * @param messages about one opportunity, in order
     */
    public static LadderFigure.Data of(
            String product, String unit, double publishedPrice, List<NegotiationMessage> messages) {
        OfferLadder ladder = new OfferLadder();
        messages.forEach(ladder::add);
        return new LadderFigure.Data(product, unit, publishedPrice, ladder.asks, ladder.bids, ladder.agreed);
    }

    private void add(NegotiationMessage message) {
        Envelope envelope = message.envelope();
        boolean aggregator = envelope.sender().equals(Envelope.AGGREGATOR);
        switch (message) {
            case NegotiationMessage.Proposal m -> put(asks, envelope.sender(), envelope, m.terms());
            case NegotiationMessage.CounterOffer m ->
                    put(aggregator ? bids : asks, aggregator ? envelope.receiver() : envelope.sender(), envelope, m.terms());
            case NegotiationMessage.Acceptance m ->
                    agreed.add(new LadderFigure.Point(envelope.round(), m.terms().pricePerMwh()));
            default -> { }
        }
    }

    private static void put(
            Map<String, List<LadderFigure.Point>> series, String home, Envelope envelope, Terms terms) {
        series.computeIfAbsent(home, h -> new ArrayList<>())
                .add(new LadderFigure.Point(envelope.round(), terms.pricePerMwh()));
    }
}
