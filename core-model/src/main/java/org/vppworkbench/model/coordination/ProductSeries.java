package org.vppworkbench.model.coordination;

import java.util.function.ToDoubleBiFunction;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

/** One number per product and interval; unit and sign are those of the owner's field. */
public record ProductSeries(TimeSeries energy, TimeSeries spin, TimeSeries nonSpin) {

    /** Every value computed. */
    public static ProductSeries of(int intervals, ToDoubleBiFunction<Product, Integer> value) {
        return new ProductSeries(
                TimeSeries.generate(intervals, t -> value.applyAsDouble(Product.ENERGY, t)),
                TimeSeries.generate(intervals, t -> value.applyAsDouble(Product.SPIN, t)),
                TimeSeries.generate(intervals, t -> value.applyAsDouble(Product.NONSPIN, t)));
    }

    public static ProductSeries zero(int intervals) {
        TimeSeries none = TimeSeries.constant(intervals, 0);
        return new ProductSeries(none, none, none);
    }

    public TimeSeries of(Product product) {
        return switch (product) {
            case ENERGY -> energy;
            case SPIN -> spin;
            case NONSPIN -> nonSpin;
        };
    }

    public double at(Product product, int interval) {
        return of(product).at(interval);
    }

    /** Mean over an hour. */
    public double hourMean(Product product, int hour) {
        int first = Horizon.firstInterval(hour);
        return of(product).mean(first, first + Horizon.INTERVALS_PER_HOUR);
    }

    public int intervals() {
        return energy.length();
    }
}
