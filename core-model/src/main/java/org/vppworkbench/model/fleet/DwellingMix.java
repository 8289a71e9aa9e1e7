package org.vppworkbench.model.fleet;

import java.util.List;

/**
 * Dwellings: consumption and meter.
 *
 * @param archetypes kinds of dwelling, from the smallest to the largest; consumption is even between their bounds
 */
public record DwellingMix(
        List<LoadArchetype> archetypes,
        @Quantity(
                meaning = "import limit of the meter",
                unit = "kW", min = 24, max = 400, source = "assumption: 200 A at 240 V")
        double importLimitKw,
        @Quantity(
                meaning = "export limit of the meter",
                unit = "kW", min = 0, max = 400, source = "assumption: 200 A at 240 V")
        double exportLimitKw) {
    public DwellingMix {
        archetypes = List.copyOf(archetypes);
    }
}
