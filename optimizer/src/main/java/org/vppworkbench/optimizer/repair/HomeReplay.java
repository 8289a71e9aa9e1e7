package org.vppworkbench.optimizer.repair;

import static org.vppworkbench.model.time.Horizon.DELTA_HOURS;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.optimizer.lp.HomeRules;
import org.vppworkbench.optimizer.lp.Storage;
import org.vppworkbench.optimizer.schedule.Directionality;
import org.vppworkbench.optimizer.schedule.HomeSchedule;

/**
 * Plays a planned schedule forward through the physics of one home: directions as allowed, energies inside their
 * windows, sales within discharge, reserve within power and the 30-minute test, curtailment chosen best for the rest.
 */
final class HomeReplay {
    private static final double SUSTAINED_HOURS = 0.5;

    private final HomeRules rules;
    private final ProsumerInputs home;
    private final @Nullable Storage bess;
    private final @Nullable StorageReplay battery;
    private final @Nullable StorageReplay car;
    private final List<StorageReplay> devices = new ArrayList<>();
    private final double[] curtailed;
    private final double[] energySold;
    private final double[] spin;
    private final double[] nonSpin;

    HomeReplay(HomeRules rules, HomeSchedule plan, Directionality directionality) {
        this.rules = rules;
        this.home = rules.home();
        curtailed = plan.curtailedKw().toArray();
        energySold = plan.soldKw().toArray();
        spin = plan.spinKw().toArray();
        nonSpin = plan.nonSpinKw().toArray();
        bess = Storage.battery(rules).orElse(null);
        battery = bess == null
                ? null
                : new StorageReplay(bess, plan.chargeKw(), plan.dischargeKw(), directionality);
        car = Storage.car(rules)
                .map(ev -> new StorageReplay(ev, plan.evChargeKw(), plan.evV2gKw(), directionality))
                .orElse(null);
        if (battery != null) {
            devices.add(battery);
        }
        if (car != null) {
            devices.add(car);
        }
        for (int t = 0; t < curtailed.length; t++) {
            for (StorageReplay device : devices) {
                device.move(t);
            }
            keepMeter(t);
            limitSales(t);
            curtail(t);
        }
        limitCaps();
        limitReserve();
    }

    /** What the devices inject in an interval [kW]. */
    private double devicesKw(int t) {
        double sum = 0;
        for (StorageReplay device : devices) {
            sum += device.dischargeKw(t) - device.chargeKw(t);
        }
        return sum;
    }

    private double outKw(int t) {
        double sum = 0;
        for (StorageReplay device : devices) {
            sum += device.dischargeKw(t);
        }
        return sum;
    }

    /** The devices yield where the meter's limits could not hold otherwise, the battery first. */
    private void keepMeter(int t) {
        double pv = home.pv().at(t);
        double fixed = pv - home.load().at(t);
        for (StorageReplay device : devices) {
            double net = fixed + devicesKw(t);
            if (net < -home.importLimitKw()) {
                device.shift(-home.importLimitKw() - net, t);
            } else if (net - pv > home.exportLimitKw()) {
                device.shift(home.exportLimitKw() - net + pv, t);
            }
        }
    }

    /** Curtailment that is best for the retail bill, within the limits of the meter. */
    private void curtail(int t) {
        double pv = home.pv().at(t);
        double net = pv - home.load().at(t) + devicesKw(t);
        double least = Math.clamp(net - home.exportLimitKw(), 0, pv);
        double most = Math.clamp(net + home.importLimitKw(), least, pv);
        double retail = net - energySold[t] - calledKw(t);
        double wanted = home.importPrice().at(t) < 0 ? most : home.exportPrice().at(t) < 0 ? retail : least;
        curtailed[t] = Math.clamp(wanted, least, most);
    }

    private double calledKw(int t) {
        return rules.called(t) ? spin[t] + nonSpin[t] : 0;
    }

    /** {@code δ + u ≤ dis + v2g}, and no sale where none is allowed. */
    private void limitSales(int t) {
        energySold[t] = rules.sells(Product.ENERGY, t) ? Math.max(0, energySold[t]) : 0;
        spin[t] = rules.sells(Product.SPIN, t) ? Math.max(0, spin[t]) : 0;
        nonSpin[t] = rules.sells(Product.NONSPIN, t) ? Math.max(0, nonSpin[t]) : 0;
        double delivered = energySold[t] + calledKw(t);
        double out = outKw(t);
        if (delivered > out) {
            scaleDeliveries(t, out / delivered);
        }
    }

    private void scaleDeliveries(int t, double factor) {
        energySold[t] *= factor;
        if (rules.called(t)) {
            spin[t] *= factor;
            nonSpin[t] *= factor;
        }
    }

    private void limitCaps() {
        for (int day = 0; day < rules.horizon().days(); day++) {
            Double cap = rules.dailyCapKwh(day);
            if (cap == null) {
                continue;
            }
            double sum = 0;
            for (int t = rules.horizon().dayStart(day); t < rules.horizon().dayStart(day + 1); t++) {
                sum += (energySold[t] + calledKw(t)) * DELTA_HOURS;
            }
            for (int t = rules.horizon().dayStart(day); sum > cap && t < rules.horizon().dayStart(day + 1); t++) {
                scaleDeliveries(t, Math.max(0, cap) / sum);
            }
        }
    }

    /**
     * Keeps reserve that is held within {@code Pd − dis + chg} and the 30-minute test. What calls of the hour delivered
     * counts as held, so this is repeated when the caller has lowered a delivery.
     */
    void limitReserve() {
        if (bess == null || battery == null) {
            return;
        }
        double deliveredKwh = 0;
        for (int t = 0; t < spin.length; t++) {
            deliveredKwh = t % Horizon.INTERVALS_PER_HOUR == 0 ? 0 : deliveredKwh;
            deliveredKwh += calledKw(t) * DELTA_HOURS / bess.etaDischarge();
            double reserve = spin[t] + nonSpin[t];
            double energy = (battery.before(t) + deliveredKwh - bess.behindReserveKwh(t)) * bess.etaDischarge();
            double room = Math.max(0, Math.min(
                    bess.dischargeKw(t) - battery.dischargeKw(t) + battery.chargeKw(t), energy / SUSTAINED_HOURS));
            if (!rules.called(t) && reserve > room) {
                spin[t] *= room / reserve;
                nonSpin[t] *= room / reserve;
            }
        }
    }

    /** What the home provides of a product per interval; the caller may lower it [kW]. */
    double[] provided(Product product) {
        return switch (product) {
            case ENERGY -> energySold;
            case SPIN -> spin;
            case NONSPIN -> nonSpin;
        };
    }

    HomeSchedule schedule() {
        int n = spin.length;
        TimeSeries none = TimeSeries.constant(n, 0);
        return new HomeSchedule(
                battery == null ? none : battery.charged(),
                battery == null ? none : battery.discharged(),
                battery == null ? none : battery.energies(),
                car == null ? none : car.charged(),
                car == null ? none : car.discharged(),
                car == null ? none : car.energies(),
                TimeSeries.of(curtailed),
                TimeSeries.of(energySold),
                TimeSeries.of(spin),
                TimeSeries.of(nonSpin),
                TimeSeries.generate(n, this::calledKw));
    }
}
