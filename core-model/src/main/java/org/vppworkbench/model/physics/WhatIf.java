package org.vppworkbench.model.physics;

import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

/**
 * The what-if tool for one home and one opportunity ({@code model.md} §6): it compares the home with and without a candidate
 * contract under its own plan. It is what an agent "knows", and it belongs to the home: no other side is handed it.
 */
public final class WhatIf {
    /** Shortfall below which a delivery counts as whole [kW]. */
    private static final double WHOLE = 1e-7;

    /** Quantities are offered in steps of 10 W. Assumption: meters resolve no finer. */
    private static final double STEP_KW = 0.01;

    private final HomeSimulator home;
    private final Product product;
    private final int hour;
    private final int contractEnd;

    WhatIf(HomeSimulator home, Product product, int hour) {
        this.home = home;
        this.product = product;
        this.hour = hour;
        this.contractEnd = Horizon.firstInterval(hour + 1);
    }

    /** The most the home can promise and keep, a multiple of 10 W [kW], with the constraint that stops it. */
    public WhatIfResult most() {
        if (!sells()) {
            return nothing(0, BindingConstraint.NO_BATTERY);
        }
        double whole = floor(powerLeftKw());
        if (whole <= 0) {
            return nothing(0, BindingConstraint.DISCHARGE_POWER);
        }
        return at(whole);
    }

    /** The consequences of promising {@code kw}; the quantity is reduced to what is deliverable, never raised. */
    public WhatIfResult at(double kw) {
        if (!sells()) {
            return nothing(kw, BindingConstraint.NO_BATTERY);
        }
        int first = Horizon.firstInterval(hour);
        for (int t = first; t < contractEnd; t++) {
            if (home.dispatcher().blackout(t)) {
                return nothing(kw, BindingConstraint.BLACKOUT);
            }
        }
        Rehearsal whole = kept(kw);
        if (whole != null) {
            return result(kw, kw, whole, limit(kw));
        }
        double low = 0;
        double high = kw;
        Rehearsal best = null;
        while (high - low > STEP_KW) {
            double middle = floor((low + high) / 2);
            if (middle <= low) {
                break;
            }
            Rehearsal trial = kept(middle);
            if (trial != null) {
                low = middle;
                best = trial;
            } else {
                high = middle;
            }
        }
        BindingConstraint binding = shortage(kw);
        return best == null ? nothing(kw, binding) : result(kw, low, best, binding);
    }

    /** The home with the candidate, up to its end, if it is delivered whole and nothing sold before suffers. */
    private @Nullable Rehearsal kept(double kw) {
        Rehearsal.Outcome reference = home.without(contractEnd);
        int first = Horizon.firstInterval(hour) - home.next();
        Rehearsal rehearsal = home.rehearse(home.sold().plus(product, hour, kw), contractEnd);
        boolean kept = rehearsal.deliver((i, done) -> {
            double extra = i >= first ? kw : 0;
            return !(done.soldKw() < reference.soldKw()[i] + (product == Product.ENERGY ? extra : 0) - WHOLE
                    || done.spinKw() < reference.spinKw()[i] + (product == Product.SPIN ? extra : 0) - WHOLE
                    || done.nonSpinKw() < reference.nonSpinKw()[i] + (product == Product.NONSPIN ? extra : 0) - WHOLE);
        });
        return kept ? rehearsal : null;
    }

    /** Whether the home has a device that can sell the product: the battery, or for energy also the car. */
    private boolean sells() {
        return home.home().bess() != null || (product == Product.ENERGY && carKw() > 0);
    }

    private double carKw() {
        EvInputs ev = home.home().ev();
        return ev == null ? 0 : ev.v2gKw();
    }

    /** Power of the devices that nothing is sold of yet in the hour [kW]. */
    private double powerLeftKw() {
        BessInputs bess = home.home().bess();
        double devices = (bess == null ? 0 : bess.dischargeKw()) + (product == Product.ENERGY ? carKw() : 0);
        return devices - home.sold().kw(Product.ENERGY, hour) - home.sold().kw(Product.SPIN, hour)
                - home.sold().kw(Product.NONSPIN, hour);
    }

    private BindingConstraint limit(double kw) {
        return kw >= powerLeftKw() - STEP_KW ? BindingConstraint.DISCHARGE_POWER : BindingConstraint.NONE;
    }

    /** What stops a quantity that is not deliverable; asked only where power is not what binds. */
    private BindingConstraint shortage(double kw) {
        if (product == Product.ENERGY && feedInKw() < kw) {
            return BindingConstraint.EXPORT_LIMIT;
        }
        double cap = home.dispatcher().capKwh();
        if (product == Product.ENERGY && Double.isFinite(cap)) {
            HomeState now = home.state();
            double left = cap - now.soldTodayKwh();
            double stored = now.bessKwh() - home.dispatcher().floorKwh();
            if (left < stored) {
                return BindingConstraint.DAILY_CAP;
            }
        }
        return BindingConstraint.ENERGY_FLOOR;
    }

    /** Most the meter can feed in during the hour with PV curtailed [kW]. */
    private double feedInKw() {
        double load = Double.POSITIVE_INFINITY;
        for (int t = Horizon.firstInterval(hour); t < contractEnd; t++) {
            load = Math.min(load, home.home().load().at(t));
        }
        return home.home().exportLimitKw() + load;
    }

    private WhatIfResult result(double requested, double kw, Rehearsal kept, BindingConstraint b) {
        Rehearsal.Outcome reference = home.without(contractEnd);
        Rehearsal.Outcome with = kept.complete(reference);
        double cost = with.costUsd() - reference.costUsd();
        return new WhatIfResult(
                requested,
                kw,
                cost,
                cost / kw * 1000,
                with.discomfortUsd() - reference.discomfortUsd(),
                b,
                home.next(),
                with.bessKwh(),
                reference.bessKwh());
    }

    private WhatIfResult nothing(double requested, BindingConstraint binding) {
        TimeSeries path = sells()
                ? home.without(contractEnd).bessKwh()
                : TimeSeries.constant(contractEnd - home.next(), home.state().bessKwh());
        return new WhatIfResult(requested, 0, 0, 0, 0, binding, home.next(), path, path);
    }

    private static double floor(double kw) {
        return Math.floor(kw / STEP_KW + 1e-9) * STEP_KW;
    }
}
