package org.vppworkbench.model.fleet;

/**
 * A kind of dwelling by its consumption in August.
 *
 * @param name display name
 */
public record LoadArchetype(
        String name,
        @Quantity(meaning = "share of homes of this kind", min = 0, max = 1, source = "assumption")
        double share,
        @Quantity(meaning = "least consumption", unit = "kWh/day", min = 0.1, max = 500, source = "U")
        double fromKwhPerDay,
        @Quantity(meaning = "largest consumption", unit = "kWh/day", min = 0.1, max = 500, source = "U")
        double toKwhPerDay) {}
