package org.vppworkbench.app.ui.negotiation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.figure.LadderFigure;
import org.vppworkbench.model.event.HourTrading;
import org.vppworkbench.model.event.LoggedEvent;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.message.Terms;

/** Asks and bids of the opportunity being traded, and the coalition chosen. */
final class Ladder {
    private Ladder() {}

    static LadderFigure.@Nullable Data of(HourTrading trading) {
        Opportunity current = trading.current();
        if (current == null) {
            return null;
        }
        Map<String, List<LadderFigure.Point>> asks = new LinkedHashMap<>();
        Map<String, List<LadderFigure.Point>> bids = new LinkedHashMap<>();
        List<LadderFigure.Point> agreed = new ArrayList<>();
        for (LoggedEvent logged : trading.events()) {
            if (logged.event() instanceof RunEvent.MessageSent sent
                    && sent.message().envelope().product() == current.product()) {
                add(sent.message(), asks, bids, agreed);
            }
        }
        return new LadderFigure.Data(
                Words.product(current.product()),
                Words.unit(current.product()),
                current.forecastPrice(),
                asks,
                bids,
                agreed);
    }

    static RunEvent.@Nullable CoalitionFormed coalition(HourTrading trading) {
        RunEvent.CoalitionFormed latest = null;
        for (LoggedEvent logged : trading.events()) {
            if (logged.event() instanceof RunEvent.CoalitionFormed formed && formed.opportunity().equals(trading.current())) {
                latest = formed;
            }
        }
        return latest;
    }

    private static void add(
            NegotiationMessage message,
            Map<String, List<LadderFigure.Point>> asks,
            Map<String, List<LadderFigure.Point>> bids,
            List<LadderFigure.Point> agreed) {
        Envelope envelope = message.envelope();
        boolean aggregator = envelope.sender().equals(Envelope.AGGREGATOR);
        switch (message) {
            case NegotiationMessage.Proposal m -> put(asks, envelope.sender(), envelope, m.terms());
            case NegotiationMessage.CounterOffer m ->
                    put(aggregator ? bids : asks, aggregator ? envelope.receiver() : envelope.sender(), envelope, m.terms());
            case NegotiationMessage.Acceptance m ->
                    agreed.add(new LadderFigure.Point(envelope.round(), m.terms().pricePerMwh()));
            default -> {}
        }
    }

    private static void put(
            Map<String, List<LadderFigure.Point>> series, String home, Envelope envelope, Terms terms) {
        series.computeIfAbsent(home, h -> new ArrayList<>())
                .add(new LadderFigure.Point(envelope.round(), terms.pricePerMwh()));
    }
}
