package org.vppworkbench.model.physics;

import org.vppworkbench.model.time.Horizon;

/** What the retail meter of one home costs in one interval, and how much PV is curtailed. Pure arithmetic. */
final class RetailMeter {
    private RetailMeter() {}

    /**
     * PV curtailed [kW]: none, unless exports have a negative price, imports are paid for, or the meter's limit forces it.
     *
     * @param retailKw retail position m̃ before curtailment, + is export [kW]
     * @param soldKw power metered at the device and sold wholesale [kW]
     */
    static double curtailment(SiteReading site, double retailKw, double soldKw) {
        double pv = site.pvKw();
        double curtailed = 0;
        if (site.importPrice() < 0) {
            curtailed = Math.min(pv, retailKw + soldKw + site.importLimitKw());
        } else if (site.exportPrice() < 0) {
            curtailed = Math.min(pv, retailKw);
        }
        double forced = Math.min(pv, retailKw + soldKw - site.exportLimitKw());
        return Math.max(0, Math.max(curtailed, forced));
    }

    /**
     * The retail bill of one interval [$]: {@code Δ·(rI·[−m̃]⁺ − rX·[m̃]⁺)} ({@code model.md} §4).
     *
     * @param importPrice rI [$/kWh]
     * @param exportPrice rX [$/kWh]
     */
    static double bill(double importPrice, double exportPrice, double retailKw) {
        return -retailKw * (retailKw < 0 ? importPrice : exportPrice) * Horizon.DELTA_HOURS;
    }

    /** Value of a retail position after curtailment, with a steep penalty beyond the meter's limits [$]. */
    static double value(SiteReading site, double retailKw, double soldKw) {
        double net = retailKw - curtailment(site, retailKw, soldKw);
        double beyond = Math.max(0, net + soldKw - site.exportLimitKw()) + Math.max(0, -net - soldKw - site.importLimitKw());
        return -bill(site.importPrice(), site.exportPrice(), net) - ConcaveCurve.PENALTY * Horizon.DELTA_HOURS * beyond;
    }
}
