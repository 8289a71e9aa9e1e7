package org.vppworkbench.model.fleet;

import java.util.List;

/**
 * Home batteries.
 *
 * @param products what is installed; the shares add up to 1
 */
public record BatteryStock(
        List<BatteryProduct> products,
        @Quantity(meaning = "physical lower limit", min = 0, max = 0.5, source = "assumption")
        double minSocFraction,
        @Quantity(meaning = "least energy at the start of a run, as a share", min = 0, max = 1, source = "assumption")
        double fromInitialSoc,
        @Quantity(meaning = "largest energy at the start of a run, as a share", min = 0, max = 1, source = "assumption")
        double toInitialSoc,
        @Quantity(
                meaning = "least wear cost per kWh discharged",
                unit = "$/kWh", min = 0, max = 10, source = "S26, S39, D")
        double fromDegradation,
        @Quantity(
                meaning = "largest wear cost per kWh discharged",
                unit = "$/kWh", min = 0, max = 10, source = "S26, S39, D")
        double toDegradation) {
    public BatteryStock {
        products = List.copyOf(products);
    }
}
