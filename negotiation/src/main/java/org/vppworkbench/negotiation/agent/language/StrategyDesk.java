package org.vppworkbench.negotiation.agent.language;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.fleet.NegotiatorStyle;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.physics.WhatIfResult;
import org.vppworkbench.model.scenario.Behaviour;
import org.vppworkbench.model.simulation.Instruction;
import org.vppworkbench.model.simulation.OwnHome;
import org.vppworkbench.model.simulation.PriceView;
import org.vppworkbench.model.simulation.ProsumerDesk;

/**
 * A home's desk as its rule agent sees it under a strategy: dearer, smaller and with another style, never cheaper or larger
 * than the home itself. The gate judges by the home's own desk.
 */
record StrategyDesk(ProsumerDesk desk, DayStrategy strategy, Product product) implements ProsumerDesk {
    @Override
    public String prosumer() {
        return desk.prosumer();
    }

    @Override
    public Behaviour behaviour() {
        Behaviour own = desk.behaviour();
        NegotiatorStyle style = new NegotiatorStyle(strategy.concessionExponent(), strategy.openingMarkup());
        return new Behaviour(own.homePlan(), own.carPlan(), style, own.priceFloorPerMwh(), own.maxEventsPerDay());
    }

    @Override
    public @Nullable Double priceFloorPerMwh() {
        Double own = desk.priceFloorPerMwh();
        if (product.isReserve() || strategy.leastPricePerMwh() <= 0) {
            return own;
        }
        return own == null ? Double.valueOf(strategy.leastPricePerMwh()) : Double.valueOf(Math.max(own, strategy.leastPricePerMwh()));
    }

    @Override
    public int contractsThatDay() {
        return desk.contractsThatDay();
    }

    @Override
    public Instruction instruction() {
        return desk.instruction();
    }

    @Override
    public @Nullable OwnHome own() {
        return desk.own();
    }

    @Override
    public List<Contract> history(int most) {
        return desk.history(most);
    }

    @Override
    public PriceView prices() {
        return desk.prices();
    }

    @Override
    public WhatIfResult most() {
        WhatIfResult whole = desk.most();
        double share = Math.floor(whole.deliverableKw() * strategy.mostKwShare() * 100 + 1e-9) / 100;
        if (share <= 0) {
            return scaled(whole, 0, 0);
        }
        return share >= whole.deliverableKw() ? dearer(whole) : dearer(desk.whatIf(share));
    }

    @Override
    public WhatIfResult whatIf(double kw) {
        return dearer(desk.whatIf(kw));
    }

    private WhatIfResult dearer(WhatIfResult exact) {
        double markup = exact.reservationPerMwh() > 0 ? strategy.reservationMarkup() : 0;
        return scaled(exact, exact.deliverableKw(), exact.reservationPerMwh() * (1 + markup));
    }

    private static WhatIfResult scaled(WhatIfResult exact, double kw, double reservationPerMwh) {
        return new WhatIfResult(
                exact.requestedKw(),
                kw,
                kw > 0 ? exact.incrementalCostUsd() : 0,
                reservationPerMwh,
                exact.discomfortUsd(),
                exact.binding(),
                exact.bindingInterval(),
                exact.fromInterval(),
                exact.bessWithKwh(),
                exact.bessWithoutKwh());
    }
}
