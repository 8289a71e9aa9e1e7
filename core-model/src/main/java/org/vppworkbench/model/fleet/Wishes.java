package org.vppworkbench.model.fleet;

import java.util.List;

/**
 * What owners want.
 *
 * @param reserves classes of the backup reserve; the shares add up to 1
 * @param car energy at departure
 * @param sales blackout windows, daily caps, number of contracts
 * @param prices price floors
 */
public record Wishes(
        List<ReserveClass> reserves,
        DepartureNeeds car,
        SaleLimits sales,
        PriceFloors prices,
        @Quantity(
                meaning = "share of wishes that bind; the others have a price",
                min = 0, max = 1, source = "assumption, near the 70 % of S34")
        double hardShare,
        @Quantity(
                meaning = "price of a soft backup reserve",
                unit = "$/(kWh h)", min = 0, max = 1000, source = "assumption")
        double softReserveUsd,
        @Quantity(meaning = "price of a soft car need", unit = "$/kWh", min = 0, max = 1000, source = "assumption")
        double softCarUsd,
        @Quantity(
                meaning = "price of sales in soft blackout hours",
                unit = "$/kWh", min = 0, max = 1000, source = "assumption")
        double softBlackoutUsd,
        @Quantity(
                meaning = "price of sales above a soft cap",
                unit = "$/kWh", min = 0, max = 1000, source = "assumption")
        double softCapUsd) {
    public Wishes {
        reserves = List.copyOf(reserves);
    }
}
