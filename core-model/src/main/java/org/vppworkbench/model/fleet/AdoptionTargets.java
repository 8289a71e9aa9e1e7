package org.vppworkbench.model.fleet;

/**
 * How common devices are in a generated fleet: marginal shares of all homes.
 */
public record AdoptionTargets(
        @Quantity(meaning = "share of homes with a solar roof", min = 0, max = 1, source = "U")
        double pv,
        @Quantity(meaning = "share of homes with a battery", min = 0, max = 1, source = "S29, D")
        double bess,
        @Quantity(meaning = "share of homes with an electric car", min = 0, max = 1, source = "U")
        double ev,
        @Quantity(
                meaning = "largest share of homes without a roof that have a battery",
                min = 0, max = 1, source = "domain.md 3.4, U")
        double maxBessWithoutPv) {}
