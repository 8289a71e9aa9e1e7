package org.vppworkbench.app.ui.negotiation;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.event.HourTrading;
import org.vppworkbench.model.event.LoggedEvent;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.market.ClearedOffer;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.message.Envelope;

/**
 * Turns the events of an hour into lines to read. A step forward adds lines, a step back takes lines away; what stays is
 * the same object, so that a list of thousands is not made anew with every step.
 */
final class Dialogue {
    private final ObservableList<Turn> turns;
    private final RoundTally tally = new RoundTally();
    private List<LoggedEvent> shown = List.of();
    private int round = -1;

    /**
     * @param turns the lines; nobody else changes them
     */
    Dialogue(ObservableList<Turn> turns) {
        this.turns = turns;
    }

    /** Shows another state of the trading of an hour. */
    void show(HourTrading trading) {
        List<LoggedEvent> next = trading.events();
        int kept = Math.min(next.size(), shown.size());
        boolean sameUpTo = kept > 0 && next.get(kept - 1).equals(shown.get(kept - 1));
        if (!sameUpTo) {
            kept = 0;
        }
        List<Turn> fresh = new java.util.ArrayList<>();
        if (kept < shown.size()) {
            rewind(next.subList(0, kept));
        }
        next.subList(kept, next.size()).forEach(logged -> add(fresh, logged));
        shown = next;
        if (kept == 0) {
            turns.setAll(fresh);
        } else if (!fresh.isEmpty()) {
            turns.addAll(fresh);
        }
    }

    private void rewind(List<LoggedEvent> stay) {
        round = -1;
        for (LoggedEvent logged : stay) {
            switch (logged.event()) {
                case RunEvent.OpportunityOpened e -> open(e);
                case RunEvent.MessageSent e -> {
                    if (opensRound(e)) {
                        tally.close();
                    }
                    round = e.message().envelope().round();
                    tally.add(e);
                }
                default -> { }
            }
        }
        int end = stay.isEmpty() ? 0 : Math.toIntExact(stay.getLast().sequence()) + 1;
        int size = turns.size();
        while (size > 0 && turns.get(size - 1).position() > end) {
            size--;
        }
        if (!stay.isEmpty() && size < turns.size()) {
            turns.remove(size, turns.size());
        }
    }

    private void open(RunEvent.OpportunityOpened e) {
        round = -1;
        tally.open(e.opportunity());
    }

    private boolean opensRound(RunEvent.MessageSent e) {
        int next = e.message().envelope().round();
        return next != round && next > 0;
    }

    private void add(List<Turn> turns, LoggedEvent logged) {
        int position = Math.toIntExact(logged.sequence()) + 1;
        switch (logged.event()) {
            case RunEvent.OpportunityOpened e -> {
                open(e);
                Product product = e.opportunity().product();
                turns.add(line(position, Turn.Side.HEADING, e, Words.product(product), "up to "
                        + Words.kw(e.opportunity().requiredKw()) + " at an announced price of "
                        + Words.price(product, e.opportunity().forecastPrice()), ""));
            }
            case RunEvent.OpportunitySkipped e -> turns.add(line(position, Turn.Side.RESULT, e, "Not traded",
                    Words.product(e.opportunity().product()),
                    String.format(Locale.ROOT, "At the price that came true the gross stake is below the minimum stake: skipped by all mechanisms and the optimum alike. Expected were %.2f $ (%s at %s for one hour).",
                            e.forecastStakeUsd(), Words.kw(e.opportunity().requiredKw()),
                            Words.price(e.opportunity().product(), e.opportunity().forecastPrice()))));
            case RunEvent.MessageSent e -> {
                if (opensRound(e)) {
                    int number = e.message().envelope().round();
                    String changed = tally.close();
                    turns.add(Turn.line(position, Turn.Side.ROUND, number, "", "Round " + number, e, () -> changed, () -> ""));
                }
                round = e.message().envelope().round();
                tally.add(e);
                turns.add(Turn.message(position, e));
            }
            case RunEvent.CoalitionFormed e -> turns.add(line(position, Turn.Side.RESULT, e, "Coalition",
                    Words.kw(e.members().stream().mapToDouble(RunEvent.Member::kw).sum()) + " of " + Words.kw(e.opportunity().requiredKw()),
                    e.members().isEmpty()
                            ? "No proposal is worth accepting at the announced price."
                            : members(e) + ". Expected profit " + Words.usd(e.expectedProfitUsd()) + "; one more kW of requirement would earn "
                                    + Words.price(e.opportunity().product(), e.marginalValuePerMwh()) + "." + notProven(e)));
            case RunEvent.OfferSettled e -> turns.add(offer(position, e));
            case RunEvent.OpportunityClosed e -> turns.add(line(position, Turn.Side.RESULT, e, "Closed: " + outcome(e.outcome()),
                    e.rounds() == 1 ? "1 round" : e.rounds() + " rounds", e.reason()));
            case RunEvent.PricesCoordinated e -> turns.add(line(position, Turn.Side.RESULT, e, "Prices agreed",
                    e.rounds() == 1 ? "1 round" : e.rounds() + " rounds",
                    String.format(Locale.ROOT, "Schedules for the whole run are worth %.2f $; no schedules could be worth more than %.2f $ at what is expected now. What the homes promise of them, constant over the hour, is worth %.2f $. Now promises become contracts, hour by hour.",
                            e.welfareUsd(), e.upperBoundUsd(), e.hourlyWelfareUsd())));
            case RunEvent.OwnerChanged e -> turns.add(Turn.line(position, Turn.Side.RESULT, 0, e.prosumer(), "Branch", e,
                    () -> "", () -> "From here on: " + e.words() + "."));
            case RunEvent.RunStarted e -> {}
            case RunEvent.AgentDecided e -> {}
            case RunEvent.IntervalDispatched e -> {}
            case RunEvent.RunFinished e -> {}
            case RunEvent.RunCancelled e -> {}
        }
    }

    /** A dozen by name, the rest in sum. */
    private static String members(RunEvent.CoalitionFormed e) {
        List<RunEvent.Member> members = e.members();
        String first = members.stream().limit(12).map(m -> m.prosumer() + " " + Words.kw(m.kw())).collect(Collectors.joining(", "));
        double rest = members.stream().skip(12).mapToDouble(RunEvent.Member::kw).sum();
        return members.size() <= 12 ? first : first + " and " + (members.size() - 12) + " more with " + Words.kw(rest);
    }

    private static Turn offer(int position, RunEvent.OfferSettled e) {
        ClearedOffer offer = e.offer();
        Product product = offer.opportunity().product();
        String terms = Words.kw(offer.totalKw()) + " at " + Words.price(product, offer.offerPricePerMwh());
        String words = "The market price is " + Words.price(product, offer.clearingPricePerMwh())
                + (offer.cleared() ? ": the fleet is paid that price." : ": below the offer price, so the contracts are void.");
        return line(position, Turn.Side.RESULT, e, offer.cleared() ? "Market: cleared" : "Market: not cleared", terms, words);
    }

    private static Turn line(int position, Turn.Side side, RunEvent event, String performative, String terms, String words) {
        return Turn.line(position, side, 0, "", performative, event, () -> terms, () -> words);
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
        @Nullable Double gap = formed.gapUsd();
        return gap == null ? "" : " Not proven best: another coalition may be worth up to " + Words.usd(gap) + " more.";
    }
}
