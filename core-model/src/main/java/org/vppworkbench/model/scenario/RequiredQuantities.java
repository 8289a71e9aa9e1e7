package org.vppworkbench.model.scenario;

import java.util.ArrayList;
import java.util.List;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.market.RequiredCapacity;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

/**
 * D_h after the rule of the minimum stake ({@code model.md} §3): an opportunity with D_h·π_h/1000 · 1 h below
 * {@code minStakeUsd} at the realised price is not traded. A product without a price series is not traded either, and is
 * no opportunity.
 *
 * @param required D_h per hour
 * @param skipped opportunities below the minimum stake, with the quantity originally required, by hour and product
 */
record RequiredQuantities(RequiredCapacity required, List<Opportunity> skipped) {
    static RequiredQuantities of(
            Requirement requirement,
            double minStakeUsd,
            MarketSeries prices,
            MarketSeries forecasts,
            Horizon horizon) {
        int hours = horizon.hours();
        double[] energy = new double[hours];
        double[] spin = new double[hours];
        double[] nonSpin = new double[hours];
        List<Opportunity> skipped = new ArrayList<>();
        for (int hour = 0; hour < hours; hour++) {
            for (Product product : Product.values()) {
                double wanted = wanted(requirement, product);
                if (wanted == 0 || prices.of(product) == null) {
                    continue;
                }
                if (wanted * prices.hourMean(product, hour) / 1000 < minStakeUsd) {
                    skipped.add(new Opportunity(product, hour, wanted, forecasts.hourMean(product, hour)));
                    continue;
                }
                switch (product) {
                    case ENERGY -> energy[hour] = wanted;
                    case SPIN -> spin[hour] = wanted;
                    case NONSPIN -> nonSpin[hour] = wanted;
                }
            }
        }
        return new RequiredQuantities(
                new RequiredCapacity(TimeSeries.of(energy), TimeSeries.of(spin), TimeSeries.of(nonSpin)),
                List.copyOf(skipped));
    }

    private static double wanted(Requirement requirement, Product product) {
        return switch (product) {
            case ENERGY -> requirement.energyKw();
            case SPIN -> requirement.spinKw();
            case NONSPIN -> requirement.nonSpinKw();
        };
    }
}
