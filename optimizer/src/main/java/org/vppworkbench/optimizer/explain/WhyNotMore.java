package org.vppworkbench.optimizer.explain;

import org.vppworkbench.model.market.Product;

/**
 * Why a home sells no more of a product in an hour: the constraint that binds there with the highest shadow price, or what its
 * energy is worth elsewhere.
 *
 * @param home id
 * @param product what could be sold
 * @param hour when
 * @param soldKw what the optimum sells, mean over the hour [kW]
 * @param reason what binds
 * @param limit the limit that binds; for {@code WORTH_MORE_ELSEWHERE} what a kWh sold costs here [unit of the reason]
 * @param used how much of it is used; for {@code WORTH_MORE_ELSEWHERE} what the market pays [unit of the reason]
 * @param usdPerKw what one more kW of relief throughout the hour would be worth; 0 where nothing binds [$ per kW]
 */
public record WhyNotMore(
        String home,
        Product product,
        int hour,
        double soldKw,
        Reason reason,
        double limit,
        double used,
        double usdPerKw) {

    /** What can bind. */
    public enum Reason {
        /** All that is bought is sold, by this home and others. */
        REQUIRED("kW"),
        /** The owner sells nothing in this hour. */
        BLACKOUT("kW"),
        /** No battery, and no car that could discharge, is there. */
        NO_DEVICE("kW"),
        /** Battery and car give all the power they have. */
        DISCHARGE_POWER("kW"),
        /** The stored energy sustains no more reserve for 30 minutes. */
        RESERVE_ENERGY("kWh"),
        /** The owner's daily cap is used up. */
        DAILY_CAP("kWh"),
        /** The meter feeds in, or draws, all it may. */
        METER_LIMIT("kW"),
        /** Nothing binds in this hour: own use, another hour or product pays as much or more. */
        WORTH_MORE_ELSEWHERE("$/MWh");

        private final String unit;

        Reason(String unit) {
            this.unit = unit;
        }

        public String unit() {
            return unit;
        }
    }
}
