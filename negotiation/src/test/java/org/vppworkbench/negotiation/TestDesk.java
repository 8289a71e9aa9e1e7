package org.vppworkbench.negotiation;

import org.vppworkbench.model.fleet.CarPlanKind;
import org.vppworkbench.model.fleet.HomePlanKind;
import org.vppworkbench.model.fleet.NegotiatorStyle;
import org.vppworkbench.model.physics.BindingConstraint;
import org.vppworkbench.model.physics.WhatIfResult;
import org.vppworkbench.model.scenario.Behaviour;
import org.vppworkbench.model.simulation.ProsumerDesk;
import org.vppworkbench.model.time.TimeSeries;

/** A desk whose cost is {@code perMwh} up to the whole quantity, rising by {@code slope} per kW. */
public record TestDesk(
        String prosumer,
        double mostKw,
        double perMwh,
        double slope,
        NegotiatorStyle style,
        Double floor,
        Integer events,
        int contractsThatDay)
        implements ProsumerDesk {

    public static TestDesk of(String id, double mostKw, double perMwh) {
        return new TestDesk(id, mostKw, perMwh, 0, NegotiatorStyle.LINEAR, null, null, 0);
    }

    public TestDesk style(double exponent, double markup) {
        NegotiatorStyle other = new NegotiatorStyle(exponent, markup);
        return new TestDesk(prosumer, mostKw, perMwh, slope, other, floor, events, contractsThatDay);
    }

    public TestDesk floor(double least) {
        return new TestDesk(prosumer, mostKw, perMwh, slope, style, least, events, contractsThatDay);
    }

    public TestDesk slope(double perKw) {
        return new TestDesk(prosumer, mostKw, perMwh, perKw, style, floor, events, contractsThatDay);
    }

    public TestDesk events(int limit, int already) {
        return new TestDesk(prosumer, mostKw, perMwh, slope, style, floor, limit, already);
    }

    @Override
    public Behaviour behaviour() {
        return new Behaviour(
                HomePlanKind.BILL_OPTIMAL, CarPlanKind.CHEAPEST, style, floor, events);
    }

    @Override
    public Double priceFloorPerMwh() {
        return floor;
    }

    @Override
    public WhatIfResult most() {
        return whatIf(mostKw);
    }

    @Override
    public WhatIfResult whatIf(double kw) {
        double able = Math.min(kw, mostKw);
        BindingConstraint binding =
                able <= 0 ? BindingConstraint.ENERGY_FLOOR : BindingConstraint.DISCHARGE_POWER;
        double reservation = able <= 0 ? 0 : perMwh + slope * able;
        TimeSeries path = TimeSeries.of(1);
        return new WhatIfResult(
                kw, able, reservation * able / 1000, reservation, 0, binding, 76, 0, path, path);
    }
}
