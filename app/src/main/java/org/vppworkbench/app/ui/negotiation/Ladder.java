package org.vppworkbench.app.ui.negotiation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.figure.LadderFigure;
import org.vppworkbench.app.figure.OfferLadder;
import org.vppworkbench.model.event.HourTrading;
import org.vppworkbench.model.event.LoggedEvent;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.physics.WhatIfResult;

/** Asks and bids of the opportunity being traded, and what homes would have sold for. */
final class Ladder {
    private Ladder() {}

    static LadderFigure.@Nullable Data of(HourTrading trading) {
        Opportunity current = trading.current();
        if (current == null) {
            return null;
        }
        List<NegotiationMessage> messages = new ArrayList<>();
        for (LoggedEvent logged : trading.events()) {
            if (logged.event() instanceof RunEvent.MessageSent sent
                    && sent.message().envelope().product() == current.product()) {
                messages.add(sent.message());
            }
        }
        return OfferLadder.of(Words.product(current.product()), Words.unit(current.product()), current.forecastPrice(), messages);
    }

    /** The latest reservation price of each home that made an offer, from the what-ifs recorded with its messages. */
    static Map<String, Double> reservations(HourTrading trading) {
        Opportunity current = trading.current();
        Map<String, Double> prices = new HashMap<>();
        for (LoggedEvent logged : trading.events()) {
            if (current != null && logged.event() instanceof RunEvent.MessageSent sent
                    && sent.message().envelope().product() == current.product()) {
                WhatIfResult whatIf = sent.whatIf();
                if (whatIf != null && whatIf.deliverable()) {
                    prices.put(sent.message().envelope().sender(), whatIf.reservationPerMwh());
                }
            }
        }
        return prices;
    }
}
