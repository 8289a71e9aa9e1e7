package org.vppworkbench.sample.generator;

import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.fleet.DepartureNeeds;
import org.vppworkbench.model.fleet.Preference.EvReadyBy;
import org.vppworkbench.model.fleet.Strength;
import org.vppworkbench.model.fleet.Wishes;

/**
 * What a driver wants in the car at departure.
 *
 * @param said whether the driver says so
 * @param share of the battery
 * @param strength whether it binds
 * @param usdPerKwh its price where it does not
 */
record CarNeedDraw(boolean said, double share, Strength strength, double usdPerKwh) {
    static CutNormal shares(DepartureNeeds asked) {
        return new CutNormal(asked.mean(), asked.sd(), asked.from(), asked.to());
    }

    static CarNeedDraw draw(Wishes wishes, CutNormal shares, Draws draws) {
        boolean said = draws.chance(wishes.car().share());
        double share = shares.quantile(draws.uniform());
        Strength strength = draws.chance(wishes.hardShare()) ? Strength.HARD : Strength.SOFT;
        return new CarNeedDraw(said, share, strength, wishes.softCarUsd());
    }

    /** The preference for a battery of this size [kWh], or {@code null} where the driver says nothing. */
    @Nullable EvReadyBy need(double capacityKwh) {
        if (!said) {
            return null;
        }
        double kwh = Draws.roundDown(share * capacityKwh, 100);
        return new EvReadyBy(strength, kwh, strength == Strength.SOFT ? usdPerKwh : 0, "");
    }
}
