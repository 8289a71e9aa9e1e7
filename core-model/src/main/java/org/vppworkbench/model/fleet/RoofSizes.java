package org.vppworkbench.model.fleet;

/**
 * Sizes of solar roofs: log-normal, cut to a range.
 */
public record RoofSizes(
        @Quantity(meaning = "median size", unit = "kWdc", min = 0.5, max = 100, source = "S29")
        double medianKwDc,
        @Quantity(meaning = "standard deviation of the logarithm", min = 0, max = 2, source = "assumption")
        double logSd,
        @Quantity(meaning = "smallest size", unit = "kWdc", min = 0.1, max = 100, source = "assumption")
        double minKwDc,
        @Quantity(meaning = "largest size", unit = "kWdc", min = 0.1, max = 200, source = "assumption")
        double maxKwDc) {}
