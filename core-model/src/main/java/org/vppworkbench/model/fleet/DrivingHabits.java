package org.vppworkbench.model.fleet;

import org.apache.commons.math3.util.FastMath;

/**
 * How cars are driven and plugged in. Days and distances recur every week; distances are log-normal; the chance of
 * plugging in on arrival is logistic in the energy left.
 *
 * @param weekday Monday to Friday
 * @param weekend Saturday and Sunday
 */
public record DrivingHabits(
        DayHabits weekday,
        DayHabits weekend,
        @Quantity(meaning = "median distance of a day with a trip", unit = "mi", min = 0.1, max = 500, source = "U")
        double milesMedian,
        @Quantity(meaning = "mean distance of a day with a trip", unit = "mi", min = 0.1, max = 500, source = "U")
        double milesMean,
        @Quantity(
                meaning = "share of the variance of times and distances that is the driver's own habit",
                min = 0, max = 1, source = "assumption")
        double habitShare,
        @Quantity(
                meaning = "low state of charge at which the chance of plugging in is given",
                min = 0, max = 1, source = "U")
        double lowSoc,
        @Quantity(meaning = "chance of plugging in at the low state of charge", min = 0.001, max = 0.999, source = "U")
        double plugInAtLowSoc,
        @Quantity(
                meaning = "high state of charge at which the chance of plugging in is given",
                min = 0, max = 1, source = "U")
        double highSoc,
        @Quantity(meaning = "chance of plugging in at the high state of charge", min = 0.001, max = 0.999, source = "U")
        double plugInAtHighSoc) {
    /** Chance of plugging in on arrival at a state of charge [0..1]: the logistic curve through the two given points. */
    public double plugInChance(double soc) {
        double low = logit(plugInAtLowSoc);
        double slope = (logit(plugInAtHighSoc) - low) / (highSoc - lowSoc);
        return 1 / (1 + FastMath.exp(-(low + slope * (soc - lowSoc))));
    }

    private static double logit(double chance) {
        return FastMath.log(chance / (1 - chance));
    }
}
