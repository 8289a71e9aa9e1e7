package org.vppworkbench.optimizer.coordination;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.coordination.HourlyTaker;
import org.vppworkbench.model.coordination.ProductSeries;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.market.RequiredCapacity;
import org.vppworkbench.model.scenario.Behaviour;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

/**
 * What an owner asks of contracts beyond what the program knows: no energy below the price floor, at most so many contracts per
 * local day. Of too many those are kept that bring the most.
 */
final class OwnerLimits {
    private final RunInputs inputs;
    private final @Nullable Integer mostPerDay;
    private final double floorPerMwh;

    /**
     * @param inputs with this home only
     */
    OwnerLimits(RunInputs inputs, @Nullable Behaviour behaviour) {
        this.inputs = inputs;
        mostPerDay = behaviour == null ? null : behaviour.maxEventsPerDay();
        Double floor = behaviour == null ? null : behaviour.priceFloorPerMwh();
        floorPerMwh = floor == null ? Double.NEGATIVE_INFINITY : floor;
    }

    private record Sale(Product product, int hour) {}

    /** Of hourly quantities those that the owner lets promise, the others 0. */
    ProductSeries promised(ProductSeries kw) {
        Set<Sale> kept = kept(kw);
        return ProductSeries.of(
                kw.intervals(),
                (product, t) -> kept.contains(new Sale(product, Horizon.hourOf(t))) ? kw.at(product, t) : 0);
    }

    /**
     * The inputs with nothing required where the owner sells nothing.
     *
     * @param kw hourly quantities that tell which contracts are worth most
     */
    RunInputs within(RunInputs all, ProductSeries kw) {
        if (mostPerDay == null && floorPerMwh == Double.NEGATIVE_INFINITY) {
            return all;
        }
        Set<Sale> kept = mostPerDay == null ? Set.of() : kept(kw);
        return requiring(all, (product, hour) -> {
            boolean open = mostPerDay == null || kept.contains(new Sale(product, hour));
            return open && accepts(product, hour) ? all.required().kw(product, hour) : 0;
        });
    }

    /** The inputs with another D [kW]. */
    static RunInputs requiring(RunInputs all, ToDoubleBiFunction<Product, Integer> kw) {
        int hours = all.horizon().hours();
        return new RunInputs(
                all.horizon(), all.prices(), all.forecasts(),
                new RequiredCapacity(
                        TimeSeries.generate(hours, h -> kw.applyAsDouble(Product.ENERGY, h)),
                        TimeSeries.generate(hours, h -> kw.applyAsDouble(Product.SPIN, h)),
                        TimeSeries.generate(hours, h -> kw.applyAsDouble(Product.NONSPIN, h))),
                all.calledIntervals(), all.prosumers());
    }

    private boolean accepts(Product product, int hour) {
        return product.isReserve() || inputs.prices().hourMean(product, hour) >= floorPerMwh;
    }

    private Set<Sale> kept(ProductSeries kw) {
        Set<Sale> result = new HashSet<>();
        Horizon horizon = inputs.horizon();
        for (int day = 0; day < horizon.days(); day++) {
            List<Sale> sales = new ArrayList<>();
            for (int h = Horizon.hourOf(horizon.dayStart(day)); h < Horizon.hourOf(horizon.dayStart(day + 1)); h++) {
                for (Product product : Product.values()) {
                    if (kw.hourMean(product, h) >= HourlyTaker.LEAST_KW && accepts(product, h)) {
                        sales.add(new Sale(product, h));
                    }
                }
            }
            sales.sort(Comparator.comparingDouble(
                    sale -> -kw.hourMean(sale.product(), sale.hour()) * inputs.prices().hourMean(sale.product(), sale.hour())));
            result.addAll(mostPerDay == null ? sales : sales.subList(0, Math.min(mostPerDay, sales.size())));
        }
        return result;
    }
}
