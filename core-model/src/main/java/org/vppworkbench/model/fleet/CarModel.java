package org.vppworkbench.model.fleet;

/**
 * A car as sold.
 *
 * @param name display name, every one once
 */
public record CarModel(
        String name,
        @Quantity(meaning = "share of cars of this model", min = 0, max = 1, source = "assumption")
        double share,
        @Quantity(meaning = "usable energy", unit = "kWh", min = 1, max = 500, source = "U")
        double capacityKwh,
        @Quantity(meaning = "consumption", unit = "kWh/100 mi", min = 5, max = 150, source = "U")
        double kwhPer100Miles,
        @Quantity(meaning = "AC charging power of the car", unit = "kW", min = 1, max = 50, source = "U")
        double acKw) {}
