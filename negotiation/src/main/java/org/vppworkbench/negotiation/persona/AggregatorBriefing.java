package org.vppworkbench.negotiation.persona;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.message.GateVerdict;
import org.vppworkbench.model.message.Terms;
import org.vppworkbench.model.simulation.PresentationOrder;
import org.vppworkbench.negotiation.agent.Wording;
import org.vppworkbench.negotiation.protocol.AggregatorTurn;
import org.vppworkbench.negotiation.protocol.Offer;
import org.vppworkbench.negotiation.protocol.Position;
import org.vppworkbench.negotiation.protocol.Stage;

/**
 * What a model that speaks for the aggregator is told in a turn: what the turn carries and nothing else, so no desk, no
 * what-if and no reservation price can get in.
 */
public final class AggregatorBriefing {
    /** What homes said is quoted up to this length. */

    private final Figures figures;
    private final Columns columns;
    private final Fence fence;
    private final PresentationOrder order;

    public AggregatorBriefing(Figures figures, Fence fence, PresentationOrder order) {
        this.figures = figures;
        this.columns = new Columns(figures);
        this.fence = fence;
        this.order = order;
    }

    /**
     * Homes whose ask can be answered, as they are presented.
     *
     * @param most at most so many: of more, those that ask least
     */
    public List<Position> asking(AggregatorTurn turn, int most) {
        List<Position> asking = turn.positions().stream()
                .filter(p -> p.stage() == Stage.ASKED && p.ask() != null)
                .toList();
        List<Position> cheapest = asking.size() <= most
                ? asking
                : asking.stream()
                        .sorted(Comparator.comparingDouble(AggregatorBriefing::price).thenComparing(Position::prosumer))
                        .limit(most)
                        .toList();
        return order.of(cheapest, Position::prosumer, turn.opportunity().id());
    }

    /**
     * The task of a turn.
     *
     * @param shown {@link #asking}
     */
    public String task(AggregatorTurn turn, List<Position> shown) {
        return data(turn, shown) + "\n" + request(turn);
    }

    /** The task of a second try: only what was refused, and why. */
    public String repair(AggregatorTurn turn, List<Position> shown, Map<String, GateVerdict> refused) {
        StringBuilder text = new StringBuilder(data(turn, shown));
        text.append("\nRefused:\n");
        for (Position home : shown) {
            GateVerdict verdict = refused.get(home.prosumer());
            text.append(home.prosumer()).append(": ").append(verdict == null ? "" : reason(verdict)).append('\n');
        }
        return text.append("Answer these homes once more. ").append(request(turn)).toString();
    }

    /** Whether nothing can be bid any more: homes have said yes or no to last bids already. */
    public static boolean lastWord(AggregatorTurn turn) {
        return turn.closing() && turn.letterhead().part() > 0;
    }

    private static String request(AggregatorTurn turn) {
        if (lastWord(turn)) {
            return "This is the last word: only ACCEPT or REJECT, nothing can be bid any more.";
        }
        return turn.closing()
                ? "This is the last exchange: a COUNTER is a last bid, to which the home says yes or no."
                : "Answer the homes of the table.";
    }

    private String data(AggregatorTurn turn, List<Position> shown) {
        Opportunity opportunity = turn.opportunity();
        List<String> lines = new ArrayList<>();
        lines.add(Wording.product(opportunity.product()) + ", " + figures.day(opportunity.hour()) + " "
                + figures.clock(opportunity.hour()) + ", round " + turn.round() + " of " + turn.deadlineRound());
        lines.add("required_kw " + Columns.kw(opportunity.requiredKw()) + ", left_kw " + Columns.kw(turn.leftKw())
                + ", published_price " + columns.priceDown(turn.topPrice()) + agreed(turn));
        lines.add("home ask_kw least_kw ask_price your_bid_kw your_bid_price");
        shown.forEach(home -> lines.add(row(home)));
        long others = turn.positions().stream().filter(p -> p.stage() == Stage.ASKED).count() - shown.size();
        if (others > 0) {
            lines.add(others + " more homes ask and wait; they are not shown");
        }
        shown.forEach(home -> words(home, lines));
        return fence.block(lines);
    }

    private String agreed(AggregatorTurn turn) {
        List<Terms> agreed = new ArrayList<>();
        for (Position position : turn.positions()) {
            Offer offer = position.agreed();
            if (position.stage() == Stage.AGREED && offer != null) {
                agreed.add(offer.terms());
            }
        }
        return agreed.isEmpty()
                ? ""
                : ", bought " + Columns.kw(agreed.stream().mapToDouble(Terms::kw).sum()) + " kW of " + agreed.size()
                        + " homes at "
                        + columns.price(agreed.stream().mapToDouble(Terms::pricePerMwh).min().orElseThrow()) + " to "
                        + columns.price(agreed.stream().mapToDouble(Terms::pricePerMwh).max().orElseThrow());
    }

    private String row(Position home) {
        Offer ask = home.ask();
        Offer bid = home.counter();
        String asked = ask == null
                ? " - - -"
                : " " + Columns.kw(ask.terms().kw()) + " " + Columns.kw(ask.terms().minKw()) + " "
                        + columns.price(ask.terms().pricePerMwh());
        return home.prosumer() + asked
                + (bid == null ? " - -" : " " + Columns.kw(bid.terms().kw()) + " " + columns.price(bid.terms().pricePerMwh()));
    }

    /** Where the experiment shares rationales, what homes said with their asks. */
    private void words(Position home, List<String> lines) {
        Offer ask = home.ask();
        if (ask != null && !ask.words().isEmpty()) {
            String words = fence.clean(figures.guarded(ask.words()), RecordedWords.MOST_QUOTED);
            lines.add(home.prosumer() + " says: \"" + words + "\"");
        }
    }

    /** The reason in numbers of the table: the gate speaks of prices as they are, which the model may not know. */
    private static String reason(GateVerdict verdict) {
        return switch (verdict.check()) {
            case "physics" -> "kw must be from least_kw to ask_kw, and all kw together not above left_kw";
            case "price-cap", "reservation" -> "the price must not be above the published price or outside the market's limits";
            case "schema" -> verdict.detail();
            default -> "this cannot be said now";
        };
    }

    private static double price(Position home) {
        Offer ask = home.ask();
        return ask == null ? Double.MAX_VALUE : ask.terms().pricePerMwh();
    }
}
