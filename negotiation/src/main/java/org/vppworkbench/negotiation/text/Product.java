package org.vppworkbench.negotiation.text;

import org.jspecify.annotations.Nullable;

/**
 * A product the gazetteer knows.
 *
 * @param kind what it is
 * @param name maker and model
 * @param capacityKwh usable energy of one unit [kWh], or {@code null} where the name does not decide it
 * @param powerKw power of one unit [kW]: discharge of a battery, charging of a charger, rating of a solar module; {@code null} as above
 * @param kwhPer100Miles consumption of a car, or {@code null}
 * @param source where the numbers come from
 * @param asOf date of the numbers
 * @param confidence how far name and numbers can be trusted [0..1]
 */
public record Product(
        Kind kind,
        String name,
        @Nullable Double capacityKwh,
        @Nullable Double powerKw,
        @Nullable Double kwhPer100Miles,
        String source,
        String asOf,
        double confidence) {
    /** The same name where it does not decide the figures. */
    Product undecided() {
        return new Product(kind, name, null, null, null, source, asOf, Math.min(confidence, 0.7));
    }

    /** What a product is. */
    public enum Kind {
        BATTERY,
        CAR,
        CHARGER,
        /** A solar module. */
        MODULE
    }
}
