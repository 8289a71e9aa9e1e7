package org.vppworkbench.optimizer.schedule;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.time.TimeSeries;

/**
 * Multipliers of the whole fleet.
 *
 * @param homes per home, in fleet order
 * @param requiredByProduct multipliers of D, each per interval [$ per kW in an interval]
 */
public record FleetMultipliers(List<HomeMultipliers> homes, Map<Product, TimeSeries> requiredByProduct) {
    public FleetMultipliers {
        homes = List.copyOf(homes);
        requiredByProduct = Map.copyOf(new EnumMap<>(requiredByProduct));
    }

    /** Multiplier of D of a product per interval [$ per kW in an interval]. */
    public TimeSeries required(Product product) {
        return Objects.requireNonNull(requiredByProduct.get(product), product::name);
    }
}
