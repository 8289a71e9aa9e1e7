package org.vppworkbench.app.ui.negotiation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.figure.LadderFigure;
import org.vppworkbench.app.figure.OfferLadder;
import org.vppworkbench.model.event.HourTrading;
import org.vppworkbench.model.event.LoggedEvent;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.message.NegotiationMessage;

/** Asks and bids of the opportunity being traded, and the coalition chosen. */
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

    static RunEvent.@Nullable CoalitionFormed coalition(HourTrading trading) {
        RunEvent.CoalitionFormed latest = null;
        for (LoggedEvent logged : trading.events()) {
            if (logged.event() instanceof RunEvent.CoalitionFormed formed && formed.opportunity().equals(trading.current())) {
                latest = formed;
            }
        }
        return latest;
    }
}
