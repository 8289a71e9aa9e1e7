package org.vppworkbench.model.market;

import org.vppworkbench.model.time.TimeSeries;

/**
 * The most that is bought, D_h, one value per hour [kW], after opportunities below the minimum stake were set to 0.
 */
public record RequiredCapacity(TimeSeries energy, TimeSeries spin, TimeSeries nonSpin) {
    public double kw(Product product, int hour) {
        return switch (product) {
            case ENERGY -> energy.at(hour);
            case SPIN -> spin.at(hour);
            case NONSPIN -> nonSpin.at(hour);
        };
    }
}
