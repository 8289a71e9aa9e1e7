package org.vppworkbench.model.scenario;

import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.fleet.TariffPlan;
import org.vppworkbench.model.time.TimeSeries;

/**
 * Import price rI and export credit rX of a plan over the days of a run ({@code model.md} §1).
 *
 * @param importPrice rI [$/kWh]
 * @param exportPrice rX = min(filed credit, rI) [$/kWh]
 * @param clippedIntervals intervals in which the filed credit was above rI
 */
public record RetailPrices(TimeSeries importPrice, TimeSeries exportPrice, int clippedIntervals) {
    /** Import price of {@code FLAT} [$/kWh] ({@code model.md} §1; an assumption near the tiered plan of June 2023). */
    public static final double FLAT_IMPORT = 0.33;

    /** Export credit of {@code FLAT} [$/kWh] ({@code model.md} §1; an assumption). */
    public static final double FLAT_EXPORT = 0.08;

    /** The prices of a plan, or {@code null} where the data set has none for it. */
    public static @Nullable RetailPrices of(TariffPlan plan, DataSet data) {
        int length = data.horizon().intervals();
        return switch (plan) {
            case FLAT ->
                new RetailPrices(
                        TimeSeries.constant(length, FLAT_IMPORT), TimeSeries.constant(length, FLAT_EXPORT), 0);
            case WHOLESALE -> {
                TimeSeries energy = data.prices().energy();
                if (energy == null) {
                    yield null;
                }
                TimeSeries perKwh = energy.map(price -> price / 1000);
                yield new RetailPrices(perKwh, perKwh, 0);
            }
            case TOU_D_PRIME_NBT, TOU_D_4_9PM_NEM2 -> {
                DataSet.Retail filed = data.retail().get(plan);
                yield filed == null ? null : capped(filed);
            }
        };
    }

    /** Lowest import price, the value v_end of energy left in storage [$/kWh]. */
    public double endValue() {
        return importPrice.min();
    }

    private static RetailPrices capped(DataSet.Retail filed) {
        TimeSeries rI = filed.importPrice();
        TimeSeries credit = filed.filedExportCredit();
        int clipped = 0;
        for (int t = 0; t < rI.length(); t++) {
            if (credit.at(t) > rI.at(t)) {
                clipped++;
            }
        }
        TimeSeries rX = TimeSeries.generate(rI.length(), t -> Math.min(credit.at(t), rI.at(t)));
        return new RetailPrices(rI, rX, clipped);
    }
}
