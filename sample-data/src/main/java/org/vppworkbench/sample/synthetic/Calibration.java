package org.vppworkbench.sample.synthetic;

/**
 * Numbers of the invented market, fitted by hand to 28 real days at SP15: 15–21 August 2021, 14–20 July 2023, 15–21 August
 * 2023 and 15–21 August 2024; reserves to 15–21 August 2023, the only week that has them. A test compares what comes out
 * with the statistics of those weeks ({@link MarketStatistics}). All are estimates from four summer weeks.
 */
final class Calibration {
    /** Median of the price level of a whole period [$/MWh]; the weeks had 29 to 94 as daily geometric means. */
    static final double LEVEL_USD = 48;

    /** Standard deviation of its logarithm between periods (price of gas, hydro year). */
    static final double LEVEL_SD = 0.18;

    /** Correlation of the heat index of one day with that of the day before. */
    static final double HEAT_PERSISTENCE = 0.7;

    /** Log price level per unit of heat index. */
    static final double LEVEL_PER_HEAT = 0.10;

    /** Share of storm days, and how far a storm lowers the heat index. */
    static final double STORM_SHARE = 0.04;

    static final double STORM_COOLING = 1.5;

    /** Share of further days with more midday energy than is used, in real time. */
    static final double OVERSUPPLY_SHARE = 0.03;

    /**
     * Mean log price by local hour relative to the day's mean: rounded mean of the four weeks, less the evening scarcity
     * of 15–17 August 2023. Sums to about 0.
     */
    static final double[] SHAPE = {
        -0.03, -0.08, -0.12, -0.14, -0.12, -0.05, 0.01, -0.17, -0.35, -0.40, -0.39, -0.35, -0.27, -0.18, -0.07, 0.03,
        0.10, 0.23, 0.47, 0.69, 0.51, 0.37, 0.21, 0.10
    };

    /** Amplitude of the shape per unit of heat index, its own log sd, and its bounds. */
    static final double AMPLITUDE_PER_HEAT = 0.15;

    static final double AMPLITUDE_SD = 0.12;
    static final double LEAST_AMPLITUDE = 0.55;
    static final double MOST_AMPLITUDE = 1.7;

    /** Hourly noise of the day-ahead log price: sd, persistence, bound in sd. */
    static final double HOUR_NOISE_SD = 0.05;

    static final double HOUR_NOISE_PERSISTENCE = 0.75;
    static final double HOUR_NOISE_BOUND = 3;

    /** Heat index above which an evening is scarce: one day in eight (3 of the 28 real days had prices above 300). */
    static final double SCARCITY_HEAT = 1.15;

    /** Peak price of a scarce evening: median at the threshold [$/MWh], log rise per heat, log sd, bounds [$/MWh]. */
    static final double PEAK_USD = 450;

    static final double PEAK_PER_HEAT = 0.6;
    static final double PEAK_SD = 0.5;
    static final double LEAST_PEAK = 180;
    static final double MOST_PEAK = 1700;

    /** Share of the log excess of the peak hour that each local hour has, after 15–17 August 2023. */
    static final double[] SCARCITY = {
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0.03, 0.08, 0.15, 0.27, 0.43, 0.70, 0.93, 1, 0.75, 0.42, 0.12, 0.05
    };

    /** Real time sees between none and this share of the log excess of a scarce evening, by day. */
    static final double MOST_REAL_TIME_SCARCITY = 0.8;

    /** Log difference of real time to day-ahead, by day: mean and sd. */
    static final double REAL_TIME_BIAS = -0.06;

    static final double REAL_TIME_BIAS_SD = 0.08;

    /** Quarter-hour noise of the real-time log price: persistence, share and size of large innovations. */
    static final double QUARTER_PERSISTENCE = 0.72;

    static final double LARGE_INNOVATION_SHARE = 0.06;
    static final double LARGE_INNOVATION_FACTOR = 3.5;

    /** Sd of an innovation by local hour: small at night, large on the evening ramp. */
    static final double[] QUARTER_SD = {
        0.058, 0.038, 0.038, 0.029, 0.029, 0.048, 0.077, 0.096, 0.067, 0.067, 0.067, 0.067, 0.086, 0.096, 0.125, 0.154,
        0.163, 0.173, 0.192, 0.163, 0.144, 0.096, 0.086, 0.077
    };

    /** Chance of a real-time spike per quarter hour, from 14 to 21 o'clock and at other times. */
    static final double SPIKE_CHANCE_AFTERNOON = 0.014;

    static final double SPIKE_CHANCE = 0.004;

    /** Log height of a spike: least, mean excess, most; it lasts 1 to 4 quarter hours. */
    static final double LEAST_SPIKE = 0.3;

    static final double SPIKE_EXCESS = 0.7;
    static final double MOST_SPIKE = 2.2;
    static final int LONGEST_SPIKE = 4;

    /** Largest fall of the real-time price on days of oversupply: mean and sd [$/MWh], and its share by local hour. */
    static final double OVERSUPPLY_USD = 50;

    static final double OVERSUPPLY_SD_USD = 8;
    static final double[] OVERSUPPLY = {0, 0, 0, 0, 0, 0, 0, 0, 0.2, 0.5, 0.9, 1, 0.9, 0.5, 0.2, 0, 0, 0, 0, 0, 0, 0, 0, 0};

    /**
     * Energy cost above which holding reserve gives up profit: {@code factor · level · (price/100)^exponent}, with
     * persistent log noise. At the level of 50 of 15–21 August 2023 it is 86 $/MWh at a price of 100 and 235 at 1240; the
     * real differences of energy and spin prices were 76 to 118 at 100 to 150 and 236 to 288 at 1240.
     */
    static final double MARGIN_FACTOR = 1.75;

    static final double MARGIN_EXPONENT = 0.4;
    static final double MARGIN_NOISE_SD = 0.15;
    static final double MARGIN_NOISE_PERSISTENCE = 0.6;

    /** Reserve price without opportunity cost: between these, as off-peak in August 2023 [$/MW-h]. */
    static final double LEAST_RESERVE = 0.2;

    static final double RESERVE_RANGE = 0.85;
    static final double RESERVE_NOISE_PERSISTENCE = 0.6;
    static final double RESERVE_STEEPNESS = 1.5;

    /** Share of hours in which non-spin is cheaper than spin (22 of 168), and the spin price above which it is not. */
    static final double CHEAPER_NON_SPIN_SHARE = 0.13;

    static final double EQUAL_ABOVE_USD = 50;

    /** Price limits: bid floor and hard bid cap of CAISO ({@code domain.md} §1.3) [$/MWh]. */
    static final double FLOOR_USD = -150;

    static final double CAP_USD = 2000;

    /** Mean CAISO load forecast of 15–21 August 2023 by local hour, rounded [MW]. */
    static final double[] LOAD_MW = {
        29300, 27800, 26600, 25900, 25800, 26400, 27300, 28000, 28500, 28900, 29400, 30300, 31700, 33500, 35300, 37100,
        38400, 39400, 39500, 38800, 37900, 36200, 33700, 31100
    };

    /** Load per unit of heat index in the afternoon, at night, and at weekends. */
    static final double LOAD_PER_HEAT = 0.09;

    static final double NIGHT_LOAD_PER_HEAT = 0.04;
    static final double WEEKEND_LOAD = 0.94;
    static final double LOAD_SD = 0.01;

    /** SP15 solar forecast of the clear 17 August 2023 by local hour, rounded [MW]. */
    static final double[] CLEAR_SOLAR_MW = {
        0, 0, 0, 0, 0, 0, 770, 4000, 7410, 8880, 9390, 9590, 9550, 9420, 9180, 8790, 8120, 6200, 2620, 250, 0, 0, 0, 0
    };

    /** Clearness of a common day: highest, and mean loss; of a storm day: from this to that. */
    static final double MOST_CLEAR = 1;

    static final double MEAN_CLOUD = 0.07;
    static final double LEAST_CLEAR = 0.6;
    static final double STORM_CLEAR_FROM = 0.2;
    static final double STORM_CLEAR_TO = 0.5;

    private Calibration() {}
}
