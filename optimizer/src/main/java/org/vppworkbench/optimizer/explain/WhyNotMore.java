package org.vppworkbench.optimizer.explain;

import org.vppworkbench.model.market.Product;

/**
 * Why a home sells no more of a product in an hour: of all that keeps it from doing so, that whose relief alone would earn most,
 * or that nothing is to be gained by more.
 *
 * @param home id
 * @param product what could be sold
 * @param hour when
 * @param soldKw what the optimum sells, mean over the hour [kW]
 * @param reason what keeps the home from selling more
 * @param limit the limit that binds; where nothing does, what selling costs here [unit of the reason]
 * @param used how much of it is used; where nothing binds, what the market pays [unit of the reason]
 * @param usdPerKw what selling one more kW throughout the hour would earn at most if the limit alone were relieved; 0 where
 *     nothing is to be gained [$ per kW]
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

    /** What can keep a home from selling more. */
    public enum Reason {
        /** All that is bought is sold, by this home and others. */
        REQUIRED("kW", "not needed: D is met"),
        /** The owner sells nothing in this hour. */
        BLACKOUT("kW", "owner's blackout"),
        /** The home has nothing the product could be sold from. */
        NO_DEVICE("kW", "no device to sell from"),
        /** Only the car could discharge, and it is away. */
        CAR_AWAY("kW", "the car is away"),
        /** Battery and car give all the power they have, to this product or another. */
        DISCHARGE_POWER("kW", "power"),
        /** Battery or car is down to what must be left in it, at the end of the hour at the latest. */
        STORED_ENERGY("kWh", "energy: down to the floor"),
        /** The stored energy sustains no more reserve for 30 minutes. */
        RESERVE_ENERGY("kWh", "energy behind reserve for 30 minutes"),
        /** The owner's daily cap is used up. */
        DAILY_CAP("kWh", "owner's daily cap"),
        /** The meter feeds in all it may. */
        METER_LIMIT("kW", "meter limit"),
        /** The energy is worth more than the market pays: for the home itself, in storage, or in another hour. */
        NOTHING_TO_GAIN("$/MWh", "nothing to gain: the market pays less than it costs"),
        /** The market pays what the energy costs: more here is less elsewhere, for the same money. */
        WORTH_AS_MUCH_ELSEWHERE("$/MWh", "worth as much elsewhere");

        private final String unit;
        private final String words;

        Reason(String unit, String words) {
            this.unit = unit;
            this.words = words;
        }

        public String unit() {
            return unit;
        }

        /** The reason as a few words. */
        public String words() {
            return words;
        }
    }
}
