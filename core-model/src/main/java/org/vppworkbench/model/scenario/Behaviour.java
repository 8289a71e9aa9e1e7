package org.vppworkbench.model.scenario;

import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.fleet.CarPlanKind;
import org.vppworkbench.model.fleet.HomePlanKind;
import org.vppworkbench.model.fleet.NegotiatorStyle;

/**
 * What a home does and wants that the optimum does not read.
 *
 * @param homePlan battery plan
 * @param carPlan car plan
 * @param style how its rule agent bargains
 * @param priceFloorPerMwh least price accepted for energy, or {@code null} [$/MWh]
 * @param maxEventsPerDay most contracts per local day, or {@code null}
 */
public record Behaviour(
        HomePlanKind homePlan,
        CarPlanKind carPlan,
        NegotiatorStyle style,
        @Nullable Double priceFloorPerMwh,
        @Nullable Integer maxEventsPerDay) {}
