package org.vppworkbench.negotiation.agent;

import org.vppworkbench.model.coordination.HourlyTaker;
import org.vppworkbench.model.message.NegotiationMessage.RefusalReason;
import org.vppworkbench.model.physics.BindingConstraint;
import org.vppworkbench.model.physics.WhatIfResult;
import org.vppworkbench.model.scenario.Behaviour;
import org.vppworkbench.model.simulation.BestQuantity;
import org.vppworkbench.model.simulation.ProsumerDesk;

/** What a home would sell at a price, or why it sells nothing. Private to the home. */
public sealed interface Willingness {

    /** Less than this is not worth a contract [kW]. Assumption. */
    double LEAST_KW = HourlyTaker.LEAST_KW;

    /** The what-if the answer rests on. */
    WhatIfResult whatIf();

    /**
     * @param whatIf consequences of the quantity
     * @param reservationPerMwh least acceptable price [$/MWh], {@link #reservation}
     */
    record Willing(WhatIfResult whatIf, double reservationPerMwh) implements Willingness {}

    /**
     * @param whatIf consequences of the quantity that came closest
     * @param reason why the home does not take part
     */
    record Unwilling(WhatIfResult whatIf, RefusalReason reason) implements Willingness {
        /** What keeps the home from delivering, where that is the reason. */
        public BindingConstraint binding() {
            return reason == RefusalReason.NOT_DELIVERABLE ? whatIf.binding() : BindingConstraint.NONE;
        }
    }

    /**
     * Chooses the quantity that maximises the gain at a price: {@code price·kW − cost}, among
     * quarters of what can be delivered and is needed.
     *
     * @param pricePerMwh price at which the gain is counted, the most that can be paid [$/MWh]
     * @param neededKw the most that is bought [kW]
     */
    static Willingness at(ProsumerDesk desk, double pricePerMwh, double neededKw) {
        WhatIfResult most = desk.most();
        Behaviour behaviour = desk.behaviour();
        Integer events = behaviour.maxEventsPerDay();
        Double floor = desk.priceFloorPerMwh();
        if (desk.instruction().refuses()) {
            return new Unwilling(most, RefusalReason.OWNER);
        }
        if (events != null && desk.contractsThatDay() >= events) {
            return new Unwilling(most, RefusalReason.EVENT_LIMIT);
        }
        if (most.deliverableKw() < LEAST_KW) {
            return new Unwilling(most, RefusalReason.NOT_DELIVERABLE);
        }
        if (floor != null && floor > pricePerMwh) {
            return new Unwilling(most, RefusalReason.PRICE_FLOOR);
        }
        WhatIfResult best = BestQuantity.of(desk, pricePerMwh, Math.min(most.deliverableKw(), neededKw));
        double reservation = reservation(desk, best);
        return reservation > pricePerMwh
                ? new Unwilling(best, RefusalReason.NOT_WORTHWHILE)
                : new Willing(best, reservation);
    }

    /**
     * The least price a home accepts: what the contract costs it, its price floor, and not below 0
     * (assumption: nobody pays to deliver); rounded up to a cent [$/MWh].
     */
    static double reservation(ProsumerDesk desk, WhatIfResult whatIf) {
        return Cents.up(exactReservation(desk, whatIf));
    }

    /** The same, not rounded [$/MWh]. */
    static double exactReservation(ProsumerDesk desk, WhatIfResult whatIf) {
        Double floor = desk.priceFloorPerMwh();
        return Math.max(Math.max(whatIf.reservationPerMwh(), floor == null ? 0 : floor), 0);
    }
}
