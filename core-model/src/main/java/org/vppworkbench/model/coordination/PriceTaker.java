package org.vppworkbench.model.coordination;

import org.vppworkbench.model.market.Product;

/**
 * A home that answers prices with its own small problem over the days ahead, as it expects them. What it tells is what it
 * would sell, what that is worth to it, and nothing of its devices, load or preferences.
 */
public interface PriceTaker {
    String prosumer();

    /** The most it could ever sell of a product in an interval; 0 where it cannot or must not [kW]. */
    double mostKw(Product product, int interval);

    /** The most it can make without selling anything: an upper bound [$]. */
    double aloneUsd();

    /** Its answer to a signal; remembered as its plan. */
    Answer answer(PriceSignal signal);

    /**
     * What its last plan is worth at the market's prices if it may sell this much and no more. It is the value of a
     * schedule that keeps every constraint; −∞ where the home found none [$].
     */
    double worthUsd(ProductSeries allowedKw);

    /** The same home, asked for what it can promise hour by hour. */
    HourlyTaker hourly();

    /**
     * @param kw what it would sell [kW]
     * @param bestUsd the most it can make at the announced prices, without regard to targets: an upper bound [$]
     */
    record Answer(ProductSeries kw, double bestUsd) {}
}
