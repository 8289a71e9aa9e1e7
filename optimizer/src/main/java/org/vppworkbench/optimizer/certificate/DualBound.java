package org.vppworkbench.optimizer.certificate;

import static org.vppworkbench.model.time.Horizon.DELTA_HOURS;

import java.util.ArrayList;
import java.util.List;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.numerics.OutwardSum;
import org.vppworkbench.optimizer.schedule.FleetMultipliers;
import org.vppworkbench.optimizer.schedule.HomeMultipliers;

/**
 * An upper bound on W of {@code model.md} §5 from <em>any</em> multipliers (weak duality). Rows that couple intervals or
 * homes are moved into the objective with their multipliers: stored energy, the 30-minute test, D, daily caps, meter
 * limits. Retail money and discomfort are concave piecewise linear and bounded by the linear piece the multiplier names,
 * clipped to the range of slopes. What is left separates: energies and curtailment take the better end of their box;
 * charge, discharge, sale and reserve of one battery in one interval take the best of the three corners (idle, full
 * charge, full discharge) of {@code {chg/Pc + dis/Pd ≤ 1, dis − u − chg + rS + rN ≤ Pd}}, and so does a car.
 * {@code δ + u ≤ dis + v2g} adds the best sale to whatever either discharges, so battery and car separate too. In a called
 * interval rS and rN equal uS and uN, which loses nothing. All of it with an outward rounding margin.
 */
final class DualBound {
    private final RunInputs inputs;
    private final CertificateRules rules;
    private final FleetMultipliers y;

    DualBound(RunInputs inputs, CertificateRules rules, FleetMultipliers y) {
        this.inputs = inputs;
        this.rules = rules;
        this.y = y;
    }

    double upperBound() {
        MarketView market = new MarketView(inputs, rules, y);
        OutwardSum total = new OutwardSum();
        for (Product product : Product.values()) {
            for (int t = 0; t < rules.intervals(); t++) {
                total.add(market.multiplier(product, t) * market.requiredKw(product, t));
            }
        }
        List<OutwardSum> homes = PerHome.of(
                inputs.prosumers().size(), rules.intervals(),
                i -> home(market, inputs.prosumers().get(i), y.homes().get(i)));
        for (OutwardSum home : homes) {
            total.add(home);
        }
        return total.upper();
    }

    private OutwardSum home(MarketView market, ProsumerInputs home, HomeMultipliers m) {
        OutwardSum total = new OutwardSum();
        int n = rules.intervals();
        double[] meter = new double[n];
        double[] retail = new double[n];
        for (int t = 0; t < n; t++) {
            retail[t] = clip(m.meterPrice().at(t), home.exportPrice().at(t), home.importPrice().at(t));
            meter[t] = addMeter(total, home, m.meterLimit().at(t), retail[t], t);
        }
        BessInputs bess = home.bess();
        EvInputs ev = home.ev();
        BatteryBound battery = bess == null ? null : new BatteryBound(rules, home, bess, m, meter);
        List<StorageBound> devices = new ArrayList<>();
        if (battery != null) {
            devices.add(battery);
        }
        if (ev != null) {
            devices.add(new CarBound(rules, home, ev, m, meter));
        }
        for (StorageBound device : devices) {
            device.addEnergies(total);
        }
        new SaleBound(rules, market, home, m, retail, battery, devices).addTo(total);
        return total;
    }

    /** Adds limits, load and PV of an interval; the worth of a kW at the whole meter [$]. */
    private static double addMeter(OutwardSum total, ProsumerInputs home, double limit, double retail, int t) {
        double pv = home.pv().at(t);
        double load = home.load().at(t);
        double meter = retail * DELTA_HOURS + limit;
        double size = Math.abs(retail) + Math.abs(limit);
        total.add(limit > 0 ? limit * home.importLimitKw() : -limit * home.exportLimitKw());
        total.add(meter * (pv - load), size * (pv + load));
        total.add(Math.max(0, -meter) * pv, size * pv);
        return meter;
    }

    /** {@code value} moved into {@code [low, high]}. */
    static double clip(double value, double low, double high) {
        return Math.max(low, Math.min(high, value));
    }

    /** Adds the better end of the box {@code [low, high]} for a slope made of parts of total magnitude {@code size}. */
    static void addBox(OutwardSum total, double slope, double size, double low, double high) {
        total.add(Math.max(slope * low, slope * high), size * Math.max(Math.abs(low), Math.abs(high)));
    }
}
