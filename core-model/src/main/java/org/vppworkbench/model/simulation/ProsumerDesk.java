package org.vppworkbench.model.simulation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.physics.WhatIfResult;
import org.vppworkbench.model.scenario.Behaviour;

/**
 * What a home's own agent may know about one opportunity: its preferences and its what-if tool. It is handed to that home's
 * agent and to nobody else. Used by one thread at a time; desks of different homes by several.
 */
public interface ProsumerDesk {
    String prosumer();

    Behaviour behaviour();

    /** Least price the owner accepts for this opportunity, or {@code null}; a floor per kWh concerns energy only [$/MWh]. */
    @Nullable Double priceFloorPerMwh();

    /** Contracts this home has for the local day of the opportunity's hour. */
    int contractsThatDay();

    /** What the owner tells the agent for this opportunity, at this moment. */
    default Instruction instruction() {
        return Instruction.NONE;
    }

    /** What the owner knows about the home itself, or {@code null} where nobody says. */
    default @Nullable OwnHome own() {
        return null;
    }

    /**
     * This home's contracts that the market has taken so far, newest first.
     *
     * @param most how many at most
     */
    default List<Contract> history(int most) {
        return List.of();
    }

    /** Published price forecasts for the rest of the opportunity's day. */
    default PriceView prices() {
        return PriceView.NONE;
    }

    /** The most the home can promise and keep. */
    WhatIfResult most();

    /** The consequences of promising {@code kw}. */
    WhatIfResult whatIf(double kw);

    /** The same, without asking twice about the most. */
    default WhatIfResult about(double kw) {
        WhatIfResult most = most();
        return most.deliverableKw() == kw ? most : whatIf(kw);
    }
}
