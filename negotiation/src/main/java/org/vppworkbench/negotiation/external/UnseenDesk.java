package org.vppworkbench.negotiation.external;

import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.physics.WhatIfResult;
import org.vppworkbench.model.scenario.Behaviour;
import org.vppworkbench.model.simulation.ProsumerDesk;

/** The desk of a home where the aggregator asks the gate: whatever looks at it is a fault of the program. */
enum UnseenDesk implements ProsumerDesk {
    OF_A_HOME;

    private static IllegalStateException unseen() {
        return new IllegalStateException("the aggregator sees no desk of a home");
    }

    @Override
    public String prosumer() {
        throw unseen();
    }

    @Override
    public Behaviour behaviour() {
        throw unseen();
    }

    @Override
    public @Nullable Double priceFloorPerMwh() {
        throw unseen();
    }

    @Override
    public int contractsThatDay() {
        throw unseen();
    }

    @Override
    public WhatIfResult most() {
        throw unseen();
    }

    @Override
    public WhatIfResult whatIf(double kw) {
        throw unseen();
    }
}
