package org.vppworkbench.app.ui.negotiation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.vppworkbench.model.event.HourTrading;
import org.vppworkbench.model.event.LoggedEvent;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.market.ClearedOffer;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.NegotiationMessage;

/** Turns the events of an hour into lines to read. */
final class Dialogue {
    private final List<Turn> turns = new ArrayList<>();
    private int round = -1;

    private Dialogue() {}

    static List<Turn> of(HourTrading trading) {
        Dialogue dialogue = new Dialogue();
        trading.events().forEach(dialogue::add);
        return dialogue.turns;
    }

    private void add(LoggedEvent logged) {
        int position = Math.toIntExact(logged.sequence()) + 1;
        switch (logged.event()) {
            case RunEvent.OpportunityOpened e -> {
                round = -1;
                turns.add(line(position, Turn.Side.HEADING, e, Words.product(e.opportunity().product()), "up to "
                        + Words.kw(e.opportunity().requiredKw()) + " at an announced price of "
                        + Words.price(e.opportunity().product(), e.opportunity().forecastPrice()), ""));
            }
            case RunEvent.OpportunitySkipped e -> turns.add(line(position, Turn.Side.RESULT, e, "Not traded",
                    Words.product(e.opportunity().product()),
                    String.format(Locale.ROOT, "At the price that came true the gross stake is below the minimum stake: skipped by all mechanisms and the optimum alike. Expected were %.2f $ (%s at %s for one hour).",
                            e.forecastStakeUsd(), Words.kw(e.opportunity().requiredKw()),
                            Words.price(e.opportunity().product(), e.opportunity().forecastPrice()))));
            case RunEvent.MessageSent e -> addMessage(position, e);
            case RunEvent.CoalitionFormed e -> turns.add(line(position, Turn.Side.RESULT, e, "Coalition",
                    Words.kw(e.members().stream().mapToDouble(RunEvent.Member::kw).sum()) + " of " + Words.kw(e.opportunity().requiredKw()),
                    e.members().isEmpty()
                            ? "No proposal is worth accepting at the announced price."
                            : e.members().stream().map(m -> m.prosumer() + " " + Words.kw(m.kw())).collect(Collectors.joining(", "))
                                    + ". Expected profit " + Words.usd(e.expectedProfitUsd()) + "; one more kW of requirement would earn "
                                    + Words.price(e.opportunity().product(), e.marginalValuePerMwh()) + "." + notProven(e)));
            case RunEvent.OfferSettled e -> addOffer(position, e);
            case RunEvent.OpportunityClosed e -> turns.add(line(position, Turn.Side.RESULT, e, "Closed: " + outcome(e.outcome()),
                    e.rounds() == 1 ? "1 round" : e.rounds() + " rounds", e.reason()));
            case RunEvent.PricesCoordinated e ->
                    turns.add(new Turn(position, Turn.Side.RESULT, null, 0, "", "", "Prices agreed",
                            e.rounds() == 1 ? "1 round" : e.rounds() + " rounds",
                            String.format(Locale.ROOT, "Schedules for the whole run are worth %.2f $; no schedules could be worth more than %.2f $ at what is expected now. What the homes promise of them, constant over the hour, is worth %.2f $. Now promises become contracts, hour by hour.",
                                    e.welfareUsd(), e.upperBoundUsd(), e.hourlyWelfareUsd()), "", "", null));
            case RunEvent.OwnerChanged e ->
                    turns.add(new Turn(position, Turn.Side.RESULT, null, 0, e.prosumer(), "", "Branch", "",
                            "From here on: " + e.words() + ".", "", "", null));
            case RunEvent.RunStarted e -> {}
            case RunEvent.AgentDecided e -> {}
            case RunEvent.IntervalDispatched e -> {}
            case RunEvent.RunFinished e -> {}
            case RunEvent.RunCancelled e -> {}
        }
    }

    private void addOffer(int position, RunEvent.OfferSettled e) {
        ClearedOffer offer = e.offer();
        String terms = Words.kw(offer.totalKw()) + " at " + Words.price(offer.opportunity().product(), offer.offerPricePerMwh());
        String words = "The market price is " + Words.price(offer.opportunity().product(), offer.clearingPricePerMwh())
                + (offer.cleared() ? ": the fleet is paid that price." : ": below the offer price, so the contracts are void.");
        turns.add(line(position, Turn.Side.RESULT, e, offer.cleared() ? "Market: cleared" : "Market: not cleared", terms, words));
    }

    private void addMessage(int position, RunEvent.MessageSent e) {
        NegotiationMessage message = e.message();
        Envelope envelope = message.envelope();
        if (envelope.round() != round && envelope.round() > 0) {
            turns.add(new Turn(position, Turn.Side.ROUND, envelope.product(), envelope.round(), "", "",
                    "Round " + envelope.round(), "", "", "", "", null));
        }
        round = envelope.round();
        boolean aggregator = envelope.sender().equals(Envelope.AGGREGATOR);
        String home = aggregator ? envelope.receiver() : envelope.sender();
        String gate = e.verdict().passed() ? "" : e.verdict().check() + ": " + e.verdict().detail();
        turns.add(new Turn(
                position,
                aggregator ? Turn.Side.AGGREGATOR : Turn.Side.HOME,
                envelope.product(),
                envelope.round(),
                home.equals(Envelope.ALL) ? "" : home,
                aggregator ? "aggregator → " + (home.equals(Envelope.ALL) ? "all homes" : home) : home,
                Words.performative(message),
                Words.terms(message),
                envelope.rationale(),
                envelope.source().name(),
                gate,
                e));
    }

    private static Turn line(int position, Turn.Side side, RunEvent event, String performative, String terms, String words) {
        return new Turn(position, side, RunEvent.productOf(event), 0, "", "",
                performative, terms, words, "", "", null);
    }

    private static String outcome(RunEvent.Outcome outcome) {
        return switch (outcome) {
            case TRADED -> "traded";
            case NO_PROPOSAL -> "no proposal";
            case NO_AGREEMENT -> "no agreement";
            case NOT_CLEARED -> "not cleared";
        };
    }

    private static String notProven(RunEvent.CoalitionFormed formed) {
        Double gap = formed.gapUsd();
        return gap == null ? "" : " Not proven best: another coalition may be worth up to " + Words.usd(gap) + " more.";
    }
}
