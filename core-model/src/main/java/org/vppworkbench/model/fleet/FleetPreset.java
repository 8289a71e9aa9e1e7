package org.vppworkbench.model.fleet;

import java.util.List;

/** Ready-made parameters. Both share sizes, products and habits; they differ in how common things are. */
public enum FleetPreset {
    /**
     * Adoption as measured in California around 2023: 16 % of homes with a roof (14 to 18 % of single-family homes), 11 %
     * of those with a battery, 5 % of cars electric, read as the share of homes with one (assumption); few optimise.
     */
    CALIFORNIA,
    /** Much richer in devices than any street, so that small fleets have something to sell (assumption). */
    LABORATORY;

    private static final DwellingMix DWELLINGS = new DwellingMix(
            List.of(
                    new LoadArchetype("coastal apartment", 0.25, 10, 14),
                    new LoadArchetype("coastal house", 0.4, 16, 22),
                    new LoadArchetype("inland house with air conditioning", 0.35, 28, 45)),
            48,
            48);

    private static final BatteryStock BATTERIES = new BatteryStock(
            List.of(
                    new BatteryProduct("Tesla Powerwall 2", 0.5, 13.5, 5, 0.9),
                    new BatteryProduct("2 × Enphase IQ Battery 5P", 0.2, 10, 7.68, 0.9),
                    new BatteryProduct("LG RESU10H", 0.2, 9.3, 5, 0.9),
                    new BatteryProduct("sonnenCore", 0.1, 10, 4.8, 0.85)),
            0.05,
            0.3,
            0.9,
            0.03,
            0.07);

    private static final CarStock CARS = new CarStock(
            List.of(
                    new CarModel("Tesla Model Y Long Range", 0.35, 75, 28, 11.5),
                    new CarModel("Tesla Model 3 RWD", 0.25, 58, 25, 7.7),
                    new CarModel("Chevrolet Bolt EV", 0.15, 65, 28, 11.5),
                    new CarModel("Nissan Leaf SV Plus", 0.1, 60, 31, 6.6),
                    new CarModel("Volkswagen ID.4", 0.1, 77, 31, 11),
                    new CarModel("Ford F-150 Lightning ER", 0.05, 131, 48, 11.5)),
            7.2,
            11.5,
            0.4,
            0.92,
            0.1,
            0.6,
            0.9,
            0,
            7.2,
            0.3,
            0.05);

    private static final DrivingHabits DRIVING = new DrivingHabits(
            new DayHabits(0.25, 7.75, 1, 5, 11, 17.75, 1.75, 13, 23.5),
            new DayHabits(0.4, 10, 2, 6, 14, 16, 2.5, 14.5, 23.5),
            24,
            30,
            0.7,
            0.3,
            0.9,
            0.8,
            0.4);

    /**
     * The parameters of the preset.
     *
     * @param homes number of homes
     * @param seed of all draws
     */
    public FleetParameters parameters(int homes, long seed) {
        return new FleetParameters(
                homes,
                seed,
                adoption(),
                new LatentCorrelations(0.3, 0.6, 0.2, 0.4, 0.4, 0.4, 0.3),
                DWELLINGS,
                new RoofSizes(7.1, 0.35, 2, 20),
                BATTERIES,
                CARS,
                DRIVING,
                tariffs(),
                plans(),
                new StyleSpread(0.2, 5, 0.7, 1.3),
                wishes());
    }

    private AdoptionTargets adoption() {
        return switch (this) {
            case CALIFORNIA -> new AdoptionTargets(0.16, 0.0176, 0.05, 0.05);
            case LABORATORY -> new AdoptionTargets(0.75, 0.62, 0.5, 0.05);
        };
    }

    private TariffMix tariffs() {
        return switch (this) {
            case CALIFORNIA -> new TariffMix(0.07, 0.1, 0.6, 0.2, 0.5);
            case LABORATORY -> new TariffMix(0.5, 0.1, 0.6, 0.4, 0.4);
        };
    }

    private PlanMix plans() {
        return switch (this) {
            case CALIFORNIA -> new PlanMix(0.05, 0.5, 0.25, 0.1, 0.5);
            case LABORATORY -> new PlanMix(0.7, 0.1, 0.1, 0.6, 0.2);
        };
    }

    private Wishes wishes() {
        return new Wishes(
                List.of(
                        new ReserveClass(0.3, 0.2, 0.2),
                        new ReserveClass(0.5, 0.3, 0.5),
                        new ReserveClass(0.2, 0.8, 0.9)),
                new DepartureNeeds(0.5, 0.8, 0.1, 0.5, 1),
                new SaleLimits(0.25, 16, 18.75, 1, 3, 0.25, 0.3, 1, 0.2, 1, 8),
                new PriceFloors(this == CALIFORNIA ? 0.5 : 0.2, 9.5, 1, 10, 5, 0.1, 0.5, 2),
                0.67,
                0.3,
                0.5,
                0.3,
                0.2);
    }
}
