package org.vppworkbench.model.fleet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A prosumer as the researcher edits it.
 *
 * @param id stable id, such as {@code home-001}; no personal names
 * @param tariff retail plan
 * @param homePlan what the battery does on its own
 * @param carPlan when the car charges
 * @param loadProfile name of a load profile of the sample data [kW]
 * @param loadScale factor on the load profile
 * @param importLimitKw [kW]
 * @param exportLimitKw [kW]
 * @param pv or {@code null}
 * @param bess or {@code null}
 * @param ev or {@code null}
 * @param style how its rule agent bargains
 * @param preferences typed preferences
 */
public record Home(
        String id,
        TariffPlan tariff,
        HomePlanKind homePlan,
        CarPlanKind carPlan,
        String loadProfile,
        double loadScale,
        double importLimitKw,
        double exportLimitKw,
        @Nullable Pv pv,
        @Nullable Bess bess,
        @Nullable Ev ev,
        NegotiatorStyle style,
        List<Preference> preferences) {
    public Home {
        preferences = List.copyOf(preferences);
    }

    /** The same home with other preferences. */
    public Home withPreferences(List<Preference> others) {
        return new Home(
                id, tariff, homePlan, carPlan, loadProfile, loadScale, importLimitKw, exportLimitKw, pv, bess, ev, style, others);
    }
}
