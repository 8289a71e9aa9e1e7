package org.vppworkbench.model.fleet;

import java.util.List;

/**
 * Electric cars and their chargers.
 *
 * @param models what is driven; the shares add up to 1
 */
public record CarStock(
        List<CarModel> models,
        @Quantity(meaning = "power of the smaller wall box", unit = "kW", min = 1, max = 50, source = "U: 30 A")
        double chargerSmallKw,
        @Quantity(meaning = "power of the larger wall box", unit = "kW", min = 1, max = 50, source = "U: 48 A")
        double chargerLargeKw,
        @Quantity(meaning = "share of cars at the larger wall box", min = 0, max = 1, source = "assumption")
        double largeChargerShare,
        @Quantity(meaning = "one-way charging efficiency", min = 0.3, max = 1, source = "assumption")
        double eta,
        @Quantity(meaning = "least energy at all times, as a share", min = 0, max = 0.5, source = "assumption")
        double minSocFraction,
        @Quantity(meaning = "least energy at the start of a run, as a share", min = 0, max = 1, source = "assumption")
        double fromInitialSoc,
        @Quantity(meaning = "largest energy at the start of a run, as a share", min = 0, max = 1, source = "assumption")
        double toInitialSoc,
        @Quantity(
                meaning = "share of cars that can feed back",
                min = 0, max = 1, source = "domain.md 3.2: rare in 2023")
        double v2gShare,
        @Quantity(meaning = "power fed back by such a car", unit = "kW", min = 0, max = 50, source = "assumption")
        double v2gKw,
        @Quantity(meaning = "least energy of such a car at all times, as a share", min = 0, max = 0.9, source = "S37")
        double v2gMinSocFraction,
        @Quantity(meaning = "wear cost of energy fed back", unit = "$/kWh", min = 0, max = 10, source = "assumption")
        double v2gDegradation) {
    public CarStock {
        models = List.copyOf(models);
    }
}
