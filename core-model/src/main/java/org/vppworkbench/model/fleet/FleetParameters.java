package org.vppworkbench.model.fleet;

/**
 * Everything a generated fleet depends on besides the names and sizes of the load profiles. The same parameters give the
 * same fleet. Ranges and sums are checked by {@link org.vppworkbench.model.scenario.FleetParameterChecks}.
 *
 * @param seed of all draws
 * @param adoption how common devices are
 * @param correlations of the Gaussian copula
 * @param dwellings consumption and meter
 * @param roofs sizes
 * @param batteries products
 * @param cars models and chargers
 * @param driving weekly habits
 * @param tariffs retail plans
 * @param plans home plans and car plans
 * @param styles how agents bargain
 * @param wishes preferences
 */
public record FleetParameters(
        @Quantity(
                meaning = "number of homes",
                unit = "homes", min = 1, max = FleetParameters.MAX_HOMES, source = "choice of the researcher")
        int homes,
        long seed,
        AdoptionTargets adoption,
        LatentCorrelations correlations,
        DwellingMix dwellings,
        RoofSizes roofs,
        BatteryStock batteries,
        CarStock cars,
        DrivingHabits driving,
        TariffMix tariffs,
        PlanMix plans,
        StyleSpread styles,
        Wishes wishes) {
    /** Most homes of a generated fleet. */
    public static final int MAX_HOMES = 10_000;

    /** The same parameters for another number of homes and another seed. */
    public FleetParameters with(int otherHomes, long otherSeed) {
        return new FleetParameters(
                otherHomes, otherSeed, adoption, correlations, dwellings, roofs, batteries, cars, driving, tariffs, plans,
                styles, wishes);
    }
}
