package org.vppworkbench.model.simulation;

import java.util.ArrayList;
import java.util.List;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.time.Horizon;

/**
 * Published price forecasts from an opportunity's hour to the end of its local day: public, the same for everybody. Later
 * days are not in it, for their forecasts may not be made yet.
 *
 * @param hours one per hour, in order
 */
public record PriceView(List<Hour> hours) {
    /** Nothing is known. */
    public static final PriceView NONE = new PriceView(List.of());

    public PriceView {
        hours = List.copyOf(hours);
    }

    /**
     * Forecasts of one hour; 0 where a product is not traded.
     *
     * @param hour hour from the start of the horizon
     * @param energy hour mean [$/MWh]
     * @param spin hour mean [$/MW-h]
     * @param nonSpin hour mean [$/MW-h]
     */
    public record Hour(int hour, double energy, double spin, double nonSpin) {
        public double of(Product product) {
            return switch (product) {
                case ENERGY -> energy;
                case SPIN -> spin;
                case NONSPIN -> nonSpin;
            };
        }
    }

    static PriceView of(Opportunity opportunity, MarketSeries forecasts, Horizon horizon) {
        int day = horizon.dayOf(Horizon.firstInterval(opportunity.hour()));
        int end = Horizon.hourOf(horizon.dayStart(day + 1));
        List<Hour> hours = new ArrayList<>();
        for (int hour = opportunity.hour(); hour < end; hour++) {
            hours.add(new Hour(
                    hour,
                    forecasts.hourMean(Product.ENERGY, hour),
                    forecasts.hourMean(Product.SPIN, hour),
                    forecasts.hourMean(Product.NONSPIN, hour)));
        }
        return new PriceView(hours);
    }
}
