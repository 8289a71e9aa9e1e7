package org.vppworkbench.model.market;

/** What the market accepts as an offer ({@code model.md} §3, {@code domain.md} §1.3). */
public enum MarketRules {
    /** No minimum and no step; prices as wide as the data allow (an assumption: the range that is accepted as input). */
    RESEARCH(0, 0, -1000, 10_000, 10_000),

    /**
     * A CAISO distributed energy resource aggregation: at least 100 kW (Order 2222 compliance), steps of 10 kW, energy bids
     * from −150 to 2000 $/MWh (bid floor and hard cap; above the soft cap of 1000 $/MWh a cost verification is assumed),
     * reserve bids from 0 to 250 $/MW-h.
     */
    CAISO_DERA(100, 10, -150, 2000, 250);

    private final double minimumKw;
    private final double stepKw;
    private final double energyFloorPerMwh;
    private final double energyCapPerMwh;
    private final double reserveCapPerMwh;

    MarketRules(double minimumKw, double stepKw, double energyFloor, double energyCap, double reserveCap) {
        if (minimumKw > 0 && !(stepKw > 0)) {
            throw new IllegalArgumentException("a market with a minimum has a step");
        }
        this.minimumKw = minimumKw;
        this.stepKw = stepKw;
        this.energyFloorPerMwh = energyFloor;
        this.energyCapPerMwh = energyCap;
        this.reserveCapPerMwh = reserveCap;
    }

    /** The least fleet offer [kW]; 0 where there is none. */
    public double minimumKw() {
        return minimumKw;
    }

    /** The step of a fleet offer [kW]; 0 where any quantity is accepted. */
    public double stepKw() {
        return stepKw;
    }

    /** The lowest offer price [$/MWh]. */
    public double floorPerMwh(Product product) {
        return product.isReserve() ? 0 : energyFloorPerMwh;
    }

    /** The highest offer price [$/MWh]. */
    public double capPerMwh(Product product) {
        return product.isReserve() ? reserveCapPerMwh : energyCapPerMwh;
    }

    /** The largest quantity not above {@code kw} that the market accepts; 0 where there is none [kW]. */
    public double acceptable(double kw) {
        double whole = stepKw == 0 ? kw : Math.floor(kw / stepKw + 1e-9) * stepKw;
        return whole < minimumKw - 1e-9 ? 0 : whole;
    }
}
