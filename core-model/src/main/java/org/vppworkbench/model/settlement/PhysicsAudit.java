package org.vppworkbench.model.settlement;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.physics.DispatchTable;
import org.vppworkbench.model.physics.HomeInterval;
import org.vppworkbench.model.time.Horizon;

/**
 * Checks a dispatch against {@code model.md} §2 and §3 by plain arithmetic, without the code that made it: energy balance,
 * energy windows, power and meter limits, no simultaneous charge and discharge, and the quantity the market buys.
 */
public final class PhysicsAudit {
    private static final double DT = Horizon.DELTA_HOURS;

    private double worst;
    private String where = "";

    private final Set<Integer> calls;

    private PhysicsAudit(RunInputs inputs) {
        this.calls = Set.copyOf(inputs.calledIntervals());
    }

    /**
     * The largest residual and where it is.
     *
     * @param worst [kW or kWh]
     * @param where home, interval and rule; empty where nothing is off
     */
    public record Verdict(double worst, String where) {}

    public static Verdict check(RunInputs inputs, DispatchTable dispatch) {
        PhysicsAudit audit = new PhysicsAudit(inputs);
        for (int i = 0; i < inputs.prosumers().size(); i++) {
            audit.home(inputs.prosumers().get(i), dispatch, i);
        }
        audit.market(inputs, dispatch);
        return new Verdict(audit.worst, audit.where);
    }

    private void home(ProsumerInputs home, DispatchTable dispatch, int i) {
        BessInputs bess = home.bess();
        EvInputs ev = home.ev();
        double s = bess == null ? 0 : bess.initialKwh();
        double e = ev == null ? 0 : ev.initialKwh();
        double calledKwh = 0;
        for (int t = 0; t < home.load().length(); t++) {
            HomeInterval row = dispatch.at(i, t);
            String at = home.id() + ", interval " + t + ", ";
            double meter = row.pvKw() - row.curtailedKw() + row.dischargeKw() + row.evV2gKw()
                    - row.chargeKw() - row.evChargeKw() - row.loadKw();
            equal(row.meterKw(), meter, at + "meter balance");
            equal(row.pvKw(), home.pv().at(t), at + "available PV");
            equal(row.loadKw(), home.load().at(t), at + "load");
            within(row.curtailedKw(), 0, row.pvKw(), at + "curtailment");
            within(row.meterKw(), -home.importLimitKw(), home.exportLimitKw(), at + "meter limit");
            within(row.soldKw() + row.calledKw(), 0, row.dischargeKw() + row.evV2gKw(), at + "sold at the device");
            calledKwh = t % Horizon.INTERVALS_PER_HOUR == 0 ? 0 : calledKwh;
            battery(row, bess, s, calls.contains(t) ? Double.POSITIVE_INFINITY : s + calledKwh, at);
            if (bess != null) {
                calledKwh += row.calledKw() * DT / bess.etaDischarge();
            }
            if (calls.contains(t)) {
                equal(row.spinKw() + row.nonSpinKw(), row.calledKw(), at + "reserve delivered in a call");
            } else {
                equal(row.calledKw(), 0, at + "reserve delivered without a call");
            }
            car(row, ev, e, t, at);
            s = row.bessKwh();
            e = row.evKwh();
        }
    }

    private void battery(HomeInterval row, @Nullable BessInputs bess, double s, double heldKwh, String at) {
        if (bess == null) {
            double any = Math.abs(row.chargeKw()) + Math.abs(row.dischargeKw()) + row.spinKw() + row.nonSpinKw();
            equal(any, 0, at + "no battery");
            return;
        }
        double end = s + bess.etaCharge() * row.chargeKw() * DT - row.dischargeKw() * DT / bess.etaDischarge();
        equal(row.bessKwh(), end, at + "battery balance");
        within(row.bessKwh(), bess.minKwh(), bess.maxKwh(), at + "battery window");
        within(row.chargeKw(), 0, bess.chargeKw(), at + "charge limit");
        within(row.dischargeKw(), 0, bess.dischargeKw(), at + "discharge limit");
        equal(Math.min(row.chargeKw(), row.dischargeKw()), 0, at + "charge and discharge at once");
        double reserve = row.spinKw() + row.nonSpinKw();
        if (reserve > 0) {
            double power = bess.dischargeKw() - (row.dischargeKw() - row.calledKw() - row.chargeKw());
            within(reserve, 0, power, at + "reserve power");
            within(reserve, 0, (heldKwh - bess.minKwh()) * bess.etaDischarge() / 0.5, at + "reserve energy");
        }
    }

    private void car(HomeInterval row, @Nullable EvInputs ev, double e, int t, String at) {
        if (ev == null) {
            equal(Math.abs(row.evChargeKw()) + Math.abs(row.evV2gKw()), 0, at + "no car");
            return;
        }
        double end = e + ev.eta() * row.evChargeKw() * DT - row.evV2gKw() * DT / ev.eta() - ev.drivenKwh().at(t);
        equal(row.evKwh(), end, at + "car balance");
        within(row.evKwh(), ev.minKwh(), ev.capacityKwh(), at + "car window");
        within(row.evChargeKw(), 0, ev.plugged().get(t) ? ev.chargeKw() : 0, at + "car charging");
        equal(Math.min(row.evChargeKw(), row.evV2gKw()), 0, at + "car charging and discharging at once");
        within(row.evV2gKw(), 0, ev.plugged().get(t) ? ev.v2gKw() : 0, at + "car discharging");
    }

    private void market(RunInputs inputs, DispatchTable dispatch) {
        for (int t = 0; t < dispatch.intervals(); t++) {
            double sold = 0;
            double spin = 0;
            double nonSpin = 0;
            for (int i = 0; i < dispatch.prosumers(); i++) {
                HomeInterval row = dispatch.at(i, t);
                sold += row.soldKw();
                spin += row.spinKw();
                nonSpin += row.nonSpinKw();
            }
            int hour = Horizon.hourOf(t);
            within(sold, 0, inputs.required().kw(Product.ENERGY, hour), "interval " + t + ", energy bought");
            within(spin, 0, inputs.required().kw(Product.SPIN, hour), "interval " + t + ", spin bought");
            within(nonSpin, 0, inputs.required().kw(Product.NONSPIN, hour), "interval " + t + ", non-spin bought");
        }
    }

    private void equal(double actual, double expected, String rule) {
        note(Math.abs(actual - expected), rule);
    }

    private void within(double actual, double lo, double hi, String rule) {
        note(Math.max(lo - actual, actual - hi), rule);
    }

    private void note(double residual, String rule) {
        if (residual > worst || Double.isNaN(residual)) {
            worst = residual;
            where = rule;
        }
    }
}
