package org.vppworkbench.negotiation.agent;

import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.message.Terms;

/** The aggregator's reasons in plain words, generated from its own numbers. Display only. */
public record AggregatorWords(Wording wording) {

    public String call(Opportunity opportunity, int deadline) {
        String rounds = deadline == 1 ? "one round" : deadline + " rounds";
        return "I look for up to " + Wording.kw(opportunity.requiredKw()) + " of "
                + Wording.product(opportunity.product()) + " at " + wording.at(opportunity)
                + "; the published price is " + Wording.price(opportunity.forecastPrice()) + ". We have "
                + rounds + ".";
    }

    public String acceptance(Terms deal, double bid, double published) {
        double margin = (published - deal.pricePerMwh()) * deal.kw() / 1000;
        return "Agreed: " + Wording.price(deal.pricePerMwh()) + " is not above my next bid of "
                + Wording.price(bid) + " and leaves " + Wording.usd(margin) + " at the published price.";
    }

    public String counter(Terms ask, Terms bid, double limit, double rival) {
        String why =
                rival < limit
                        ? "another home asks " + Wording.price(rival) + ", so I do not go beyond that"
                        : "in this round I go up to " + Wording.price(limit);
        return "You ask " + Wording.price(ask.pricePerMwh()) + "; " + why + ". I bid "
                + Wording.terms(bid) + ".";
    }

    public String reduced(Terms ask, Terms bid, double required) {
        return "Your price is fine, but of the " + Wording.kw(required) + " I need, only "
                + Wording.kw(bid.kw()) + " are left, not " + Wording.kw(ask.kw()) + ". Would you sell that"
                + " much at " + Wording.price(bid.pricePerMwh()) + "?";
    }

    public String tooExpensive(Terms ask, double limit, double published) {
        return "Time is up and your last ask is " + Wording.price(ask.pricePerMwh())
                + "; I pay at most " + Wording.price(limit) + " when " + Wording.price(published)
                + " is published.";
    }

    public String notNeeded(Terms ask, double required) {
        return "The " + Wording.kw(required) + " I need are agreed with others; your last ask was "
                + Wording.price(ask.pricePerMwh()) + ".";
    }

    public String notAccepted(MarketRules rules) {
        return "The market takes offers of at least " + Wording.kw(rules.minimumKw()) + " in steps of "
                + Wording.kw(rules.stepKw()) + "; your quantity is not in the best such offer.";
    }

    public String award(Opportunity opportunity, Terms deal) {
        double pay = deal.pricePerMwh() * deal.kw() / 1000;
        String what =
                opportunity.product().isReserve() ? "hold " + Wording.kw(deal.kw()) + " ready"
                        : "deliver " + Wording.kw(deal.kw());
        return "Contract: " + what + " from " + wording.at(opportunity) + " for one hour at "
                + Wording.price(deal.pricePerMwh()) + ", which pays " + Wording.usd(pay) + ".";
    }

    public String aboveMarket(Terms deal, double published) {
        return Wording.price(deal.pricePerMwh()) + " is above the published "
                + Wording.price(published) + ": the fleet offer would not clear with it.";
    }
}
