package org.vppworkbench.negotiation.agent.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.market.CoalitionSolver;
import org.vppworkbench.model.market.CoalitionSolver.Ask;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.message.Terms;
import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.model.simulation.RandomStreams;
import org.vppworkbench.negotiation.agent.Wording;
import org.vppworkbench.negotiation.persona.Columns;
import org.vppworkbench.negotiation.persona.Figures;
import org.vppworkbench.negotiation.protocol.AggregatorTurn;
import org.vppworkbench.negotiation.protocol.Offer;
import org.vppworkbench.negotiation.protocol.Position;

/**
 * The tools of a model that speaks for the aggregator: the coalition problem at asks of its choice, the limits of the market,
 * and what it bought before. Kept for one run and used by one thread.
 */
final class LanguageAggregatorTools {
    /** Opportunities the history names; assumption: a day of evening hours. */
    private static final int MOST_HISTORY = 8;

    private static final Set<String> OFFER_FIELDS = Set.of("home", "kw", "price");

    private final CoalitionSolver solver;
    private final Figures figures;
    private final Columns columns;
    private final LanguageSettings settings;
    private final RandomStreams random;
    private final List<String> bought = new ArrayList<>();

    LanguageAggregatorTools(CoalitionSolver solver, Figures figures, LanguageSettings settings, long seed) {
        this.solver = solver;
        this.figures = figures;
        this.columns = new Columns(figures);
        this.settings = settings;
        this.random = new RandomStreams(seed);
    }

    /**
     * Which asks would together earn most for what is left.
     *
     * @param offers quantities and prices to try, or none for the asks of the table
     * @throws ReplyFault where there is no such tool, or an offer cannot be read
     */
    String coalition(AggregatorTurn turn, List<Position> shown, List<ReplyObject> offers) throws ReplyFault {
        if (settings.tool() == LanguageSettings.Tool.NONE) {
            throw new ReplyFault("there is no tool COALITION; decide");
        }
        List<Ask> asks = offers.isEmpty() ? standing(shown) : tried(shown, offers);
        CoalitionSolver.Coalition best = solver.solve(asks, turn.topPrice(), turn.leftKw());
        StringBuilder text = new StringBuilder("best for " + Columns.kw(turn.leftKw()) + " kW: ");
        List<String> members = new ArrayList<>();
        for (int i = 0; i < asks.size(); i++) {
            if (best.kw().get(i) > 0) {
                members.add(asks.get(i).prosumer() + " " + Columns.kw(best.kw().get(i)) + " kW at "
                        + columns.price(asks.get(i).pricePerMwh()));
            }
        }
        text.append(members.isEmpty() ? "none of them" : String.join(", ", members));
        double noise = noise(turn, offers.size());
        text.append("; profit ").append(columns.usd(best.expectedProfitUsd() * noise));
        text.append(" $; one more MWh would earn ").append(columns.price(best.marginalValuePerMwh() * noise));
        return text.append(" $").toString();
    }

    private double noise(AggregatorTurn turn, int offers) {
        if (settings.tool() != LanguageSettings.Tool.NOISY) {
            return 1;
        }
        String name = turn.letterhead().id("coalition-tool") + "/" + offers;
        return Math.max(0, 1 + settings.toolNoise() * random.named(name).nextGaussian());
    }

    private static List<Ask> standing(List<Position> shown) {
        List<Ask> asks = new ArrayList<>();
        for (Position home : shown) {
            Offer ask = home.ask();
            if (ask != null) {
                Terms terms = ask.terms();
                asks.add(new Ask(home.prosumer(), terms.kw(), terms.minKw(), terms.pricePerMwh()));
            }
        }
        return asks;
    }

    private List<Ask> tried(List<Position> shown, List<ReplyObject> offers) throws ReplyFault {
        Map<String, Offer> asks = new HashMap<>();
        shown.forEach(home -> {
            Offer ask = home.ask();
            if (ask != null) {
                asks.put(home.prosumer(), ask);
            }
        });
        List<Ask> tried = new ArrayList<>();
        for (ReplyObject item : offers) {
            item.only(OFFER_FIELDS);
            String home = item.text("home", 64);
            Offer ask = asks.remove(home);
            if (ask == null) {
                throw new ReplyFault("offers: home " + ReplyObject.shown(home) + " is not in the table or stands there twice");
            }
            double kw = item.number("kw", 0, ask.terms().kw());
            double price = figures.unscaled(item.number("price"));
            tried.add(new Ask(home, kw, Math.min(ask.terms().minKw(), kw), price));
        }
        return tried;
    }

    /** What the market accepts. */
    String market(AggregatorTurn turn) {
        Product product = turn.opportunity().product();
        MarketRules rules = turn.rules();
        return "published_price " + columns.priceDown(turn.topPrice()) + "; bids from "
                + columns.price(rules.floorPerMwh(product)) + " to " + columns.price(rules.capPerMwh(product))
                + (rules.stepKw() > 0
                        ? "; the offer of all homes together is at least " + Columns.kw(rules.minimumKw())
                                + " kW, in steps of " + Columns.kw(rules.stepKw()) + " kW"
                        : "; any quantity is accepted");
    }

    /** What was bought before in this run, latest first. */
    List<String> history() {
        return bought.isEmpty() ? List.of("nothing was traded before") : List.copyOf(bought);
    }

    /** Keeps what was bought. */
    void remember(Opportunity opportunity, List<RunEvent.Member> members) {
        double kw = members.stream().mapToDouble(RunEvent.Member::kw).sum();
        String prices = members.isEmpty()
                ? "nothing"
                : Columns.kw(kw) + " kW of " + members.size() + " homes at "
                        + columns.price(members.stream().mapToDouble(RunEvent.Member::pricePerMwh).min().orElseThrow())
                        + " to "
                        + columns.price(members.stream().mapToDouble(RunEvent.Member::pricePerMwh).max().orElseThrow());
        bought.addFirst(Wording.product(opportunity.product()) + ", " + figures.day(opportunity.hour()) + " " + figures.clock(opportunity.hour()) + ", published " + columns.priceDown(opportunity.forecastPrice())
                + ", required " + Columns.kw(opportunity.requiredKw()) + " kW: bought " + prices);
        if (bought.size() > MOST_HISTORY) {
            bought.removeLast();
        }
    }
}
