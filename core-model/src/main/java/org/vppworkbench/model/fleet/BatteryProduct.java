package org.vppworkbench.model.fleet;

/**
 * A battery as sold.
 *
 * @param name display name
 */
public record BatteryProduct(
        String name,
        @Quantity(meaning = "share of batteries of this product", min = 0, max = 1, source = "assumption")
        double share,
        @Quantity(meaning = "usable energy", unit = "kWh", min = 0.1, max = 1000, source = "S26, U")
        double capacityKwh,
        @Quantity(
                meaning = "continuous charging and discharging power",
                unit = "kW", min = 0.1, max = 100, source = "S26, U")
        double powerKw,
        @Quantity(meaning = "AC to AC", min = 0.3, max = 1, source = "S26, U")
        double roundTripEfficiency) {}
