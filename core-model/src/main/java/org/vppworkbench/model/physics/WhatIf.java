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
    private HomeSimulator.@Nullable Outcome without;

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

    /** The consequences of promising {@code kw}; the quantity is reduced to what is deliverable, never raised. */
    public WhatIfResult at(double kw) {
        if (!sells()) {
            return nothing(kw, Stop.NO_DEVICE);
        }
        int first = Horizon.firstInterval(hour);
        for (int t = first; t < contractEnd; t++) {
            if (home.dispatcher().blackout(t)) {
                return nothing(kw, new Stop(BindingConstraint.BLACKOUT, t));
            }
        }
        HomeSimulator.Outcome reference = without();
        HomeSimulator.Outcome with = home.simulate(home.sold().plus(product, hour, kw), contractEnd, reference);
        if (kept(with, reference, kw)) {
            return result(kw, kw, with, reference, limit(kw));
        }
        double low = 0;
        double high = kw;
        Stop stop = stop(with, reference, kw);
        while (high - low > STEP_KW) {
            double middle = floor((low + high) / 2);
            if (middle <= low) {
                break;
            }
            HomeSimulator.Outcome trial = home.simulate(home.sold().plus(product, hour, middle), contractEnd, reference);
            if (kept(trial, reference, middle)) {
                low = middle;
                with = trial;
            } else {
                high = middle;
                stop = stop(trial, reference, middle);
            }
        }
        return low <= 0 ? nothing(kw, stop) : result(kw, low, with, reference, stop);
    }

    private HomeSimulator.Outcome without() {
        HomeSimulator.Outcome known = without;
        if (known == null) {
            known = home.simulate(home.sold(), contractEnd, null);
            without = known;
        }
        return known;
    }

    /** Whether the candidate is delivered whole and nothing sold before suffers. */
    private boolean kept(HomeSimulator.Outcome with, HomeSimulator.Outcome reference, double kw) {
        return firstShort(with, reference, kw) < 0;
    }

    /** First interval, from the next one on, that would deliver less than it must; −1 where there is none. */
    private int firstShort(HomeSimulator.Outcome with, HomeSimulator.Outcome reference, double kw) {
        for (int i = 0; i < with.bessKwh().length; i++) {
            if (energyShort(with, reference, kw, i)
                    || with.spinKw()[i] < reference.spinKw()[i] + extra(Product.SPIN, kw, i) - WHOLE
                    || with.nonSpinKw()[i] < reference.nonSpinKw()[i] + extra(Product.NONSPIN, kw, i) - WHOLE) {
                return i;
            }
        }
        return -1;
    }

    private boolean energyShort(HomeSimulator.Outcome with, HomeSimulator.Outcome reference, double kw, int i) {
        return with.soldKw()[i] < reference.soldKw()[i] + extra(Product.ENERGY, kw, i) - WHOLE;
    }

    /** What the candidate adds to a product in an interval [kW]. */
    private double extra(Product sold, double kw, int i) {
        return sold == product && i >= Horizon.firstInterval(hour) - home.next() ? kw : 0;
    }

    /** What keeps a trial from delivering, where it first falls short. */
    private Stop stop(HomeSimulator.Outcome trial, HomeSimulator.Outcome reference, double kw) {
        int i = firstShort(trial, reference, kw);
        int t = home.next() + i;
        HomeState start = trial.starts()[i];
        return new Stop(
                energyShort(trial, reference, kw, i)
                        ? home.dispatcher().energyLimit(t, start)
                        : home.dispatcher().reserveLimit(start, trial.netDischargeKw()[i]),
                t);
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

    private WhatIfResult result(
            double requested, double kw, HomeSimulator.Outcome with, HomeSimulator.Outcome reference, Stop stop) {
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
                TimeSeries.of(with.bessKwh()),
                TimeSeries.of(reference.bessKwh()));
    }

    private WhatIfResult nothing(double requested, Stop stop) {
        TimeSeries path = sells()
                ? TimeSeries.of(without().bessKwh())
                : TimeSeries.constant(contractEnd - home.next(), home.state().bessKwh());
        return new WhatIfResult(requested, 0, 0, 0, 0, stop.constraint(), stop.interval(), home.next(), path, path);
    }

    private static double floor(double kw) {
        return Math.floor(kw / STEP_KW + 1e-9) * STEP_KW;
    }
}
