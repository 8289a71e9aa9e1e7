package org.vppworkbench.model.fleet;

/**
 * What drivers want in the car at departure, as a share of its battery: normal, cut to a range.
 */
public record DepartureNeeds(
        @Quantity(meaning = "share of drivers who say so", min = 0, max = 1, source = "assumption")
        double share,
        @Quantity(meaning = "mean before the cut", min = 0, max = 1, source = "U")
        double mean,
        @Quantity(meaning = "standard deviation before the cut", min = 0, max = 1, source = "U")
        double sd,
        @Quantity(meaning = "least share", min = 0, max = 1, source = "assumption")
        double from,
        @Quantity(meaning = "largest share", min = 0, max = 1, source = "assumption")
        double to) {}
