package org.vppworkbench.model.fleet;

/**
 * Least prices from the willingness to accept: log-normal per month, over the energy sold in a month, with a premium for
 * autonomy.
 */
public record PriceFloors(
        @Quantity(meaning = "share of battery owners with a price floor", min = 0, max = 1, source = "assumption")
        double share,
        @Quantity(meaning = "median willingness to accept", unit = "$/month", min = 0.01, max = 1000, source = "S31, U")
        double wtaMedianUsdPerMonth,
        @Quantity(meaning = "standard deviation of its logarithm", min = 0, max = 3, source = "U")
        double wtaLogSd,
        @Quantity(
                meaning = "events in a month that it pays for",
                unit = "1/month", min = 0.1, max = 1000, source = "domain.md 5, D")
        double eventsPerMonth,
        @Quantity(meaning = "energy sold in an event", unit = "kWh", min = 0.1, max = 100, source = "assumption")
        double kwhPerEvent,
        @Quantity(meaning = "least premium for autonomy, as a share of the ask", min = 0, max = 5, source = "U")
        double premiumFrom,
        @Quantity(meaning = "largest premium for autonomy, as a share of the ask", min = 0, max = 5, source = "U")
        double premiumTo,
        @Quantity(
                meaning = "largest price floor; what lies above is cut to it",
                unit = "$/kWh", min = 0, max = 10, source = "assumption")
        double maxUsdPerKwh) {
    /** The middle of the price floors: median willingness to accept with the mean premium [$/kWh]. */
    public double middleUsdPerKwh() {
        return wtaMedianUsdPerMonth / (eventsPerMonth * kwhPerEvent) * (1 + (premiumFrom + premiumTo) / 2);
    }
}
