package org.vppworkbench.negotiation.agent;

import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.message.Terms;
import org.vppworkbench.model.physics.WhatIfResult;
import org.vppworkbench.model.simulation.ProsumerDesk;
import org.vppworkbench.negotiation.agent.Willingness.Unwilling;

/** A home's reasons in plain words, generated from its own numbers. Display only. */
public record ProsumerWords(Wording wording) {

    public String proposal(
            ProsumerDesk desk, Opportunity opportunity, WhatIfResult about, double least, double ask) {
        return cost(opportunity, about) + need(desk, about, least) + "; I open at "
                + Wording.price(ask) + ", " + against(ask, opportunity.forecastPrice()) + ".";
    }

    public String revised(double before, double ask, double least, int round, int deadline) {
        return "No answer to " + Wording.price(before) + " yet. In round " + round + " of " + deadline
                + " I come down to " + Wording.price(ask) + "; " + room(ask, least);
    }

    public String counter(Terms bid, Terms ask, double leastForBid, double least) {
        String why =
                bid.pricePerMwh() < leastForBid
                        ? Wording.price(bid.pricePerMwh()) + " does not pay for " + Wording.kw(bid.kw())
                                + ", which costs me " + Wording.price(leastForBid) + "."
                        : Wording.price(bid.pricePerMwh()) + " would cover my cost, but there is time for"
                                + " more.";
        return why + " I ask " + Wording.price(ask.pricePerMwh()) + " for " + Wording.kw(ask.kw())
                + "; " + room(ask.pricePerMwh(), least);
    }

    public String acceptance(Terms bid, double next, double least, WhatIfResult about) {
        double gain = bid.pricePerMwh() * bid.kw() / 1000 - about.incrementalCostUsd();
        return "I take " + Wording.terms(bid) + ": my own next ask would have been "
                + Wording.price(next) + " and I need at least " + Wording.price(least)
                + ", so I am " + Wording.usd(gain) + " better off.";
    }

    /** Taking a price that is not up for negotiation. */
    public String taking(Terms posted, double least, WhatIfResult about) {
        double gain = posted.pricePerMwh() * posted.kw() / 1000 - about.incrementalCostUsd();
        return "I take " + Wording.terms(posted) + ": I need at least " + Wording.price(least) + ", so I am "
                + Wording.usd(gain) + " better off.";
    }

    public String turnedDown(Terms bid, double least) {
        return Wording.terms(bid) + " leaves me worse off: for that quantity I need at least "
                + Wording.price(least) + ". I stay out.";
    }

    public String refusal(ProsumerDesk desk, Opportunity opportunity, double price, Unwilling no) {
        return switch (no.reason()) {
            case NOT_DELIVERABLE ->
                    (no.whatIf().deliverable() ? "I have next to no " : "I have no ")
                            + Wording.product(opportunity.product()) + " to sell at "
                            + wording.at(opportunity) + " because of this: " + no.binding().words() + ".";
            case NOT_WORTHWHILE ->
                    cost(opportunity, no.whatIf()) + " " + Wording.price(no.whatIf().reservationPerMwh())
                            + ", more than the " + Wording.price(price) + " on offer. I stay out.";
            case PRICE_FLOOR ->
                    "I sell nothing below " + floor(desk) + ", and " + Wording.price(price)
                            + " is on offer. I stay out.";
            case OWNER -> "My owner does not want me to sell. I stay out.";
            case EVENT_LIMIT ->
                    "I have " + desk.contractsThatDay() + " contracts for that day, and my limit is "
                            + desk.behaviour().maxEventsPerDay() + ". I stay out.";
        };
    }

    private String cost(Opportunity opportunity, WhatIfResult about) {
        String doing = wording.doing(opportunity, about.deliverableKw());
        double usd = about.incrementalCostUsd();
        String what = about.discomfortUsd() > 0.005
                ? " in bill, wear and discomfort (" + Wording.usd(about.discomfortUsd()) + " of it)"
                : " in bill and wear";
        if (Math.abs(usd) < 0.005) {
            return doing + " would cost me next to nothing" + what + ",";
        }
        return usd > 0
                ? doing + " would cost me " + Wording.usd(usd) + what + ","
                : doing + " would save me " + Wording.usd(-usd) + what + ",";
    }

    private static String need(ProsumerDesk desk, WhatIfResult about, double least) {
        Double floor = desk.priceFloorPerMwh();
        return floor != null && floor > about.reservationPerMwh()
                ? " but I sell nothing below " + Wording.price(floor)
                : " so I need at least " + Wording.price(least);
    }

    private static String floor(ProsumerDesk desk) {
        Double floor = desk.priceFloorPerMwh();
        return floor == null ? "my floor" : Wording.price(floor);
    }

    private static String against(double ask, double published) {
        if (ask > published) {
            return "above the published " + Wording.price(published);
        }
        return ask < published
                ? "below the published " + Wording.price(published)
                : "the published price";
    }

    private static String room(double ask, double least) {
        return ask - least < 0.005
                ? "this is my last price."
                : "I can still come down by " + Wording.price(ask - least) + ".";
    }
}
