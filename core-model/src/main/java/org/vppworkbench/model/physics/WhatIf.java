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

    /** Below this nothing is promised, and a cost per kilowatt-hour would be rounding noise over nothing [kW]. */
    private static final double LEAST_KW = 1e-6;

    private final HomeSimulator home;
    private final Product product;
    private final int hour;
    private final int contractEnd;

    /**
     * What stops the home.
     *
     * @param interval where; −1 where nothing does
     */
    private record Stop(BindingConstraint constraint, int interval) {
        static final Stop NONE = new Stop(BindingConstraint.NONE, -1);
        static final Stop NO_DEVICE = new Stop(BindingConstraint.NO_BATTERY, -1);
    }

    WhatIf(HomeSimulator home, Product product, int hour) {
        this.home = home;
        this.product = product;
        this.hour = hour;
        this.contractEnd = Horizon.firstInterval(hour + 1);
    }

    /** The most the home can promise and keep, a multiple of 10 W [kW], with the constraint that stops it. */
    public WhatIfResult most() {
        if (!sells()) {
            return nothing(0, Stop.NO_DEVICE);
        }
        double whole = floor(powerLeftKw());
        if (whole <= 0) {
            return nothing(0, power());
        }
        return at(whole);
    }

    /** The consequences of promising {@code kw}; the quantity is reduced to what is deliverable, never raised; a milliwatt is the least. */
    public WhatIfResult at(double kw) {
        if (!sells()) {
            return nothing(kw, Stop.NO_DEVICE);
        }
        if (!(kw >= LEAST_KW)) {
            return nothing(kw, Stop.NONE);
        }
        int first = Horizon.firstInterval(hour);
        for (int t = first; t < contractEnd; t++) {
            if (home.dispatcher().blackout(t)) {
                return nothing(kw, new Stop(BindingConstraint.BLACKOUT, t));
            }
        }
        Rehearsal whole = trial(kw);
        if (whole.shortfall() == null) {
            return result(kw, kw, whole, limit(kw));
        }
        double low = 0;
        double high = kw;
        Rehearsal best = null;
        Stop stop = stop(whole, kw);
        while (high - low > STEP_KW) {
            double middle = floor((low + high) / 2);
            if (middle <= low) {
                break;
            }
            Rehearsal trial = trial(middle);
            if (trial.shortfall() == null) {
                low = middle;
                best = trial;
            } else {
                high = middle;
                stop = stop(trial, middle);
            }
        }
        return best == null ? nothing(kw, stop) : result(kw, low, best, stop);
    }

    /** The home with the candidate, up to its end or to where it first falls short: of it, or of what was sold before. */
    private Rehearsal trial(double kw) {
        Rehearsal.Outcome reference = home.without(contractEnd);
        Rehearsal rehearsal = home.rehearse(home.sold().plus(product, hour, kw), contractEnd);
        rehearsal.deliver((i, done) -> !energyShort(done, reference, kw, i)
                && done.spinKw() >= reference.spinKw()[i] + extra(Product.SPIN, kw, i) - WHOLE
                && done.nonSpinKw() >= reference.nonSpinKw()[i] + extra(Product.NONSPIN, kw, i) - WHOLE);
        return rehearsal;
    }

    private boolean energyShort(HomeInterval done, Rehearsal.Outcome reference, double kw, int i) {
        return done.soldKw() < reference.soldKw()[i] + extra(Product.ENERGY, kw, i) - WHOLE;
    }

    /** What the candidate adds to a product in an interval [kW]. */
    private double extra(Product sold, double kw, int i) {
        return sold == product && i >= Horizon.firstInterval(hour) - home.next() ? kw : 0;
    }

    /** What keeps a trial from delivering, where it first falls short. */
    private Stop stop(Rehearsal trial, double kw) {
        Rehearsal.Shortfall shortfall = trial.shortfall();
        if (shortfall == null) {
            return Stop.NONE;
        }
        HomeInterval done = shortfall.done();
        int i = shortfall.interval() - home.next();
        return new Stop(
                energyShort(done, home.without(contractEnd), kw, i)
                        ? home.dispatcher().energyLimit(shortfall.interval(), shortfall.start())
                        : home.dispatcher().reserveLimit(shortfall.interval(), shortfall.start(), done.dischargeKw() - done.chargeKw()),
                shortfall.interval());
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

    private Stop limit(double kw) {
        return kw >= powerLeftKw() - STEP_KW ? power() : Stop.NONE;
    }

    /** Devices at full power through the hour. */
    private Stop power() {
        return new Stop(
                home.home().bess() == null ? BindingConstraint.V2G_POWER : BindingConstraint.DISCHARGE_POWER,
                Horizon.firstInterval(hour));
    }

    private WhatIfResult result(double requested, double kw, Rehearsal kept, Stop stop) {
        Rehearsal.Outcome reference = home.without(contractEnd);
        Rehearsal.Outcome with = kept.complete(reference);
        double cost = with.costUsd() - reference.costUsd();
        return new WhatIfResult(
                requested,
                kw,
                cost,
                cost / kw * 1000,
                with.discomfortUsd() - reference.discomfortUsd(),
                stop.constraint(),
                stop.interval(),
                home.next(),
                with.bessKwh(),
                reference.bessKwh());
    }

    private WhatIfResult nothing(double requested, Stop stop) {
        TimeSeries path = sells()
                ? home.without(contractEnd).bessKwh()
                : TimeSeries.constant(contractEnd - home.next(), home.state().bessKwh());
        return new WhatIfResult(requested, 0, 0, 0, 0, stop.constraint(), stop.interval(), home.next(), path, path);
    }

    private static double floor(double kw) {
        return Math.floor(kw / STEP_KW + 1e-9) * STEP_KW;
    }
}
