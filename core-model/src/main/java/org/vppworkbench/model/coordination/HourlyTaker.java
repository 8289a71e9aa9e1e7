package org.vppworkbench.model.coordination;

/**
 * The same home with answers that can become contracts: constant over every hour. At first its devices may charge and discharge
 * at once, which only bounds what it can promise; once it has settled on directions its answers are schedules that can be
 * carried out.
 */
public interface HourlyTaker extends PriceTaker {
    /** Less than this is not worth a contract [kW]. Assumption. */
    double LEAST_KW = 0.05;

    /**
     * Settles on one direction for each device in each interval, and on as many hours as the owner allows contracts, from
     * its last answer.
     *
     * @param turn from −1 to 1: who has a low turn charges first where its answer charges and sells in one hour, so that not
     *     all homes do the same in the same hour
     */
    void settle(double turn);

    /** The promise behind the last {@link #worthUsd}. */
    Promise promised();

    /**
     * The best it finds to promise at the market's prices if it may sell this much and no more, with directions of its choice.
     *
     * @param limitKw per product and interval, constant over the hour [kW]
     * @param turn as in {@link #settle}
     */
    Promise improve(ProductSeries limitKw, double turn);

    /**
     * Quantities a home can keep.
     *
     * @param kw constant over every hour, whole watts [kW]
     * @param worthUsd value of the schedule behind it at the market's prices, with one direction per device and interval,
     *     above what the home makes alone; −∞ where it found none [$]
     */
    record Promise(ProductSeries kw, double worthUsd) {}
}
