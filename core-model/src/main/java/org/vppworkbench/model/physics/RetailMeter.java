package org.vppworkbench.model.physics;

import org.vppworkbench.model.inputs.ProsumerInputs;
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
    static double curtailment(ProsumerInputs home, int t, double retailKw, double soldKw) {
        double pv = home.pv().at(t);
        double curtailed = 0;
        if (home.importPrice().at(t) < 0) {
            curtailed = Math.min(pv, retailKw + soldKw + home.importLimitKw());
        } else if (home.exportPrice().at(t) < 0) {
            curtailed = Math.min(pv, retailKw);
        }
        double forced = Math.min(pv, retailKw + soldKw - home.exportLimitKw());
        return Math.max(0, Math.max(curtailed, forced));
    }

    /** The retail bill of one interval [$]: {@code Δ·(rI·[−m̃]⁺ − rX·[m̃]⁺)} ({@code model.md} §4). */
    static double bill(ProsumerInputs home, int t, double retailKw) {
        double price = retailKw < 0 ? home.importPrice().at(t) : home.exportPrice().at(t);
        return -retailKw * price * Horizon.DELTA_HOURS;
    }

    /** Value of a retail position after curtailment, with a steep penalty beyond the meter's limits [$]. */
    static double value(ProsumerInputs home, int t, double retailKw, double soldKw) {
        double net = retailKw - curtailment(home, t, retailKw, soldKw);
        double beyond = Math.max(0, net + soldKw - home.exportLimitKw()) + Math.max(0, -net - soldKw - home.importLimitKw());
        return -bill(home, t, net) - ConcaveCurve.PENALTY * Horizon.DELTA_HOURS * beyond;
    }
}
