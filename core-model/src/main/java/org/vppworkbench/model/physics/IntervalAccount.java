package org.vppworkbench.model.physics;

import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.SoftPreference;
import org.vppworkbench.model.time.Horizon;

/**
 * What one interval costs a home before payments ({@code model.md} §4). The one place where bill, wear and discomfort are
 * computed: the what-if tool and the settlement both read it.
 *
 * @param billUsd retail bill
 * @param degradationUsd battery and V2G wear
 * @param discomfortUsd price of broken soft preferences
 */
public record IntervalAccount(double billUsd, double degradationUsd, double discomfortUsd) {
    private static final double DT = Horizon.DELTA_HOURS;

    /**
     * @param before state at the start of interval {@code t}, with what was sold since local midnight
     * @param done what happened
     */
    public static IntervalAccount of(ProsumerInputs home, int t, HomeState before, HomeInterval done) {
        BessInputs bess = home.bess();
        EvInputs ev = home.ev();
        double wear = bess == null ? 0 : bess.degradationPerKwh() * done.dischargeKw() * DT;
        wear += ev == null ? 0 : ev.degradationPerKwh() * done.evV2gKw() * DT;
        double discomfort = 0;
        // by index: this is the innermost loop of every what-if, and an iterator each would be thrown away
        for (int i = 0; i < home.soft().size(); i++) {
            SoftPreference soft = home.soft().get(i);
            discomfort += soft.usdPerUnit() * violation(soft, t, before, done, bess != null, ev != null);
        }
        return new IntervalAccount(RetailMeter.bill(home.importPrice().at(t), home.exportPrice().at(t), done.retailKw()), wear, discomfort);
    }

    /** Units of violation added by the interval: kWh·h for a floor, kWh otherwise. */
    public static double violation(
            SoftPreference soft, int t, HomeState before, HomeInterval done, boolean hasBess, boolean hasEv) {
        double sold = (done.soldKw() + done.calledKw()) * DT;
        return switch (soft) {
            case SoftPreference.Floor floor ->
                hasBess ? Math.max(0, floor.limitKwh() - done.bessKwh()) * DT : 0;
            case SoftPreference.CarReady ready ->
                hasEv && ready.interval() == t ? Math.max(0, ready.limitKwh() - before.evKwh()) : 0;
            case SoftPreference.Blackout blackout -> sold > 0 && blackout.intervals().contains(t) ? sold : 0;
            case SoftPreference.DailyCap cap ->
                Math.max(0, before.soldTodayKwh() + sold - cap.limitKwh(t))
                        - Math.max(0, before.soldTodayKwh() - cap.limitKwh(t));
        };
    }

    public double totalUsd() {
        return billUsd + degradationUsd + discomfortUsd;
    }
}
