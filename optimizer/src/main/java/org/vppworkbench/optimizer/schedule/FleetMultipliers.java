package org.vppworkbench.optimizer.schedule;

import java.util.List;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.time.TimeSeries;

/**
 * Multipliers of the whole fleet.
 *
 * @param homes per home, in fleet order
 * @param required multipliers of D per product in the order of {@link Product}, each per interval [$ per kW in an interval]
 */
public record FleetMultipliers(List<HomeMultipliers> homes, List<TimeSeries> required) {
    public FleetMultipliers {
        homes = List.copyOf(homes);
        required = List.copyOf(required);
    }

    public TimeSeries required(Product product) {
        return required.get(product.ordinal());
    }
}
