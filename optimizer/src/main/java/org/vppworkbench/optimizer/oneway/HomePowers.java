package org.vppworkbench.optimizer.oneway;

import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.optimizer.schedule.HomeSchedule;

/** What the devices of one home do and what it sells while the search goes on; powers are positive out of a device. */
final class HomePowers {
    private final double[] batteryKw;
    private final double[] batteryKwh;
    private final double[] carKw;
    private final double[][] soldKw;

    /** The net powers of a plan, and its sales. */
    HomePowers(HomeSchedule plan, double initialKwh) {
        int n = plan.chargeKw().length();
        batteryKw = new double[n];
        batteryKwh = new double[n];
        carKw = new double[n];
        soldKw = new double[Product.values().length][];
        for (int t = 0; t < n; t++) {
            batteryKw[t] = plan.dischargeKw().at(t) - plan.chargeKw().at(t);
            batteryKwh[t] = t == 0 ? initialKwh : plan.bessKwh().at(t - 1);
            carKw[t] = plan.evV2gKw().at(t) - plan.evChargeKw().at(t);
        }
        for (Product product : Product.values()) {
            soldKw[product.ordinal()] = plan.provided(product).map(kw -> Math.max(0, kw)).toArray();
        }
    }

    private HomePowers(HomePowers other) {
        batteryKw = other.batteryKw.clone();
        batteryKwh = other.batteryKwh.clone();
        carKw = other.carKw.clone();
        soldKw = new double[other.soldKw.length][];
        for (int p = 0; p < soldKw.length; p++) {
            soldKw[p] = other.soldKw[p].clone();
        }
    }

    HomePowers copy() {
        return new HomePowers(this);
    }

    /** Becomes what another one is. */
    void set(HomePowers other) {
        System.arraycopy(other.batteryKw, 0, batteryKw, 0, batteryKw.length);
        System.arraycopy(other.batteryKwh, 0, batteryKwh, 0, batteryKwh.length);
        System.arraycopy(other.carKw, 0, carKw, 0, carKw.length);
        for (int p = 0; p < soldKw.length; p++) {
            System.arraycopy(other.soldKw[p], 0, soldKw[p], 0, soldKw[p].length);
        }
    }

    double batteryKw(int t) {
        return batteryKw[t];
    }

    /** Energy in the battery at the start of an interval [kWh]. */
    double batteryKwh(int t) {
        return batteryKwh[t];
    }

    double initialKwh() {
        return batteryKwh[0];
    }

    double carKw(int t) {
        return carKw[t];
    }

    double[] kw(boolean car) {
        return car ? carKw : batteryKw;
    }

    double[][] soldKw() {
        return soldKw;
    }

    void move(boolean car, int t, double kw, double storedKwh) {
        if (car) {
            carKw[t] = kw;
        } else {
            batteryKw[t] = kw;
            batteryKwh[t] = storedKwh;
        }
    }

    /** Takes over what was sold in the interval evaluated last. */
    void sell(int t, HomeMoney money) {
        for (int p = 0; p < soldKw.length; p++) {
            soldKw[p][t] = money.soldKw(p);
        }
    }

    /** A plan of these powers; energies and curtailment are left to the replay. */
    HomeSchedule schedule(HomeSchedule relaxed) {
        return new HomeSchedule(
                series(batteryKw, -1),
                series(batteryKw, 1),
                relaxed.bessKwh(),
                series(carKw, -1),
                series(carKw, 1),
                relaxed.evKwh(),
                relaxed.curtailedKw(),
                TimeSeries.of(soldKw[Product.ENERGY.ordinal()]),
                TimeSeries.of(soldKw[Product.SPIN.ordinal()]),
                TimeSeries.of(soldKw[Product.NONSPIN.ordinal()]),
                relaxed.calledKw());
    }

    private static TimeSeries series(double[] kw, int sign) {
        return TimeSeries.generate(kw.length, t -> Math.max(0, sign * kw[t]));
    }
}
