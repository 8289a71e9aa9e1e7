package org.vppworkbench.negotiation.coordination;

import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.physics.BindingConstraint;
import org.vppworkbench.model.physics.WhatIfResult;
import org.vppworkbench.model.scenario.Behaviour;
import org.vppworkbench.model.simulation.ProsumerDesk;
import org.vppworkbench.model.time.TimeSeries;

/**
 * A home as it was known before the first hour: what its devices can do at most, whatever it sold since.
 *
 * @param mostKw the most it could ever sell in the hour [kW]
 */
record EarlierDesk(ProsumerDesk desk, double mostKw) implements ProsumerDesk {
    private static final TimeSeries NO_PATH = TimeSeries.of();

    @Override
    public String prosumer() {
        return desk.prosumer();
    }

    @Override
    public Behaviour behaviour() {
        return desk.behaviour();
    }

    @Override
    public @Nullable Double priceFloorPerMwh() {
        return desk.priceFloorPerMwh();
    }

    @Override
    public int contractsThatDay() {
        return 0;
    }

    @Override
    public WhatIfResult most() {
        return whatIf(mostKw);
    }

    @Override
    public WhatIfResult whatIf(double kw) {
        return new WhatIfResult(
                kw, Math.min(kw, mostKw), 0, 0, 0, BindingConstraint.DISCHARGE_POWER, -1, 0, NO_PATH, NO_PATH);
    }
}
