package org.vppworkbench.model.coordination;

/**
 * A home that answers prices with its own small problem over the days ahead, as it expects them: all that whoever asks for
 * prices learns of it. It tells what it would sell at the prices of a signal, and money always as what it makes more than alone,
 * so neither its retail bill nor what its devices could do; what it would not sell at the market's prices it never shows.
 */
public interface PriceTaker {
    String prosumer();

    /** Its answer to a signal; remembered as its plan. */
    Answer answer(PriceSignal signal);

    /**
     * What its last plan is worth to it at the market's prices if it may sell this much and no more, above what it makes
     * alone. It is the value of a schedule that keeps every constraint; −∞ where the home found none [$].
     */
    double worthUsd(ProductSeries allowedKw);

    /** The same home, asked for what it can promise hour by hour. */
    HourlyTaker hourly();

    /**
     * @param kw what it would sell [kW]
     * @param bestUsd the most it can make at the announced prices above what it makes alone, without regard to targets: an
     *     upper bound [$]
     */
    record Answer(ProductSeries kw, double bestUsd) {}
}
