package org.vppworkbench.negotiation.gate;

import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.message.Terms;
import org.vppworkbench.model.physics.WhatIfResult;
import org.vppworkbench.model.scenario.Behaviour;
import org.vppworkbench.negotiation.protocol.Offer;
import org.vppworkbench.negotiation.protocol.Performative;

/** Substance: physical feasibility, price caps, reservation, owner's limits. */
final class DealChecks {
    /** Tolerance on quantities [kW]. */
    private static final double KW = 1e-6;

    /** Tolerance on prices [$/MWh]. */
    private static final double PRICE = 1e-6;

    private DealChecks() {}

    static @Nullable String physics(Submission s) {
        Terms terms = s.terms();
        if (terms == null) {
            return null;
        }
        return s.aggregator() ? quantityBought(s, terms) : deliverable(s, terms);
    }

    private static @Nullable String deliverable(Submission s, Terms terms) {
        WhatIfResult result = s.desk().about(terms.kw());
        return terms.kw() <= result.deliverableKw() + KW
                ? null
                : "kW = " + terms.kw() + ", but the home can deliver " + result.deliverableKw()
                        + " (limit: " + result.binding().words() + ")";
    }

    private static @Nullable String quantityBought(Submission s, Terms terms) {
        Offer ask = s.conversation().ask();
        if (ask != null
                && (terms.kw() > ask.terms().kw() + KW || terms.kw() < ask.terms().minKw() - KW)) {
            return "kW = " + terms.kw() + ", but the home offers " + ask.terms().minKw() + " to "
                    + ask.terms().kw();
        }
        return terms.kw() <= s.leftKw() + KW
                ? null
                : "kW = " + terms.kw() + ", but of the requirement only " + s.leftKw() + " are left";
    }

    static @Nullable String priceCap(Submission s) {
        Terms terms = s.terms();
        Product product = s.letterhead().opportunity().product();
        double least = s.rules().floorPerMwh(product);
        double most = s.rules().capPerMwh(product);
        if (terms == null || (terms.pricePerMwh() >= least && terms.pricePerMwh() <= most)) {
            return null;
        }
        return "price = " + terms.pricePerMwh() + " $/MWh, allowed: " + least + " to " + most;
    }

    /** A home's cost, or for the aggregator what the market is expected to pay. */
    static @Nullable String reservation(Submission s) {
        Terms terms = s.terms();
        if (terms == null) {
            return null;
        }
        if (s.aggregator()) {
            Opportunity opportunity = s.letterhead().opportunity();
            return terms.pricePerMwh() <= opportunity.forecastPrice() + PRICE
                    ? null
                    : "price = " + terms.pricePerMwh() + " $/MWh is above the published "
                            + opportunity.forecastPrice();
        }
        double reservation = s.desk().about(terms.kw()).reservationPerMwh();
        return terms.pricePerMwh() >= reservation - PRICE
                ? null
                : "price = " + terms.pricePerMwh() + " $/MWh is below the home's cost of " + reservation;
    }

    static @Nullable String priceFloor(Submission s) {
        Terms terms = s.terms();
        if (s.aggregator() || terms == null) {
            return null;
        }
        Double floor = s.desk().priceFloorPerMwh();
        return floor == null || terms.pricePerMwh() >= floor - PRICE
                ? null
                : "price = " + terms.pricePerMwh() + " $/MWh is below the owner's floor of " + floor;
    }

    static @Nullable String eventLimit(Submission s) {
        boolean commits =
                s.performative() == Performative.PROPOSAL || s.performative() == Performative.ACCEPTANCE;
        if (s.aggregator() || !commits) {
            return null;
        }
        Behaviour behaviour = s.desk().behaviour();
        Integer limit = behaviour.maxEventsPerDay();
        return limit == null || s.desk().contractsThatDay() < limit
                ? null
                : "the home has " + s.desk().contractsThatDay() + " contracts that day, its limit is "
                        + limit;
    }
}
