package org.vppworkbench.optimizer.repair;

import static org.vppworkbench.model.time.Horizon.DELTA_HOURS;

import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.optimizer.lp.HomeRules;
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
    private final double[] charge;
    private final double[] discharge;
    private final double[] energy;
    private final double[] evCharge;
    private final double[] evEnergy;
    private final double[] curtailed;
    private final double[] energySold;
    private final double[] spin;
    private final double[] nonSpin;

    HomeReplay(HomeRules rules, HomeSchedule plan, Directionality directionality) {
        this.rules = rules;
        this.home = rules.home();
        charge = plan.chargeKw().toArray();
        discharge = plan.dischargeKw().toArray();
        energy = plan.bessKwh().toArray();
        evCharge = plan.evChargeKw().toArray();
        evEnergy = plan.evKwh().toArray();
        curtailed = plan.curtailedKw().toArray();
        energySold = plan.soldKw().toArray();
        spin = plan.spinKw().toArray();
        nonSpin = plan.nonSpinKw().toArray();
        EvInputs ev = home.ev();
        if (ev != null) {
            replayCar(ev);
        }
        BessInputs bess = home.bess();
        double before = bess == null ? 0 : bess.initialKwh();
        for (int t = 0; t < charge.length; t++) {
            if (bess != null) {
                if (directionality == Directionality.RELAXED && bess.chargeKw() > 0 && bess.dischargeKw() > 0) {
                    moveBoth(bess, before, t);
                } else {
                    move(bess, before, t);
                }
            }
            double reserveBase = before;
            meter(bess, before, t);
            if (bess != null) {
                before = energy[t];
                limitSales(bess, reserveBase, t);
            }
        }
        if (bess != null) {
            limitCaps();
        }
    }

    private void replayCar(EvInputs ev) {
        int n = evCharge.length;
        double[] least = new double[n + 1];
        least[n] = rules.evLeastKwh(n);
        for (int t = n - 1; t >= 0; t--) {
            double gain = ev.plugged().get(t) ? ev.eta() * ev.chargeKw() * DELTA_HOURS : 0;
            least[t] = Math.max(rules.evLeastKwh(t), least[t + 1] + ev.drivenKwh().at(t) - gain);
        }
        double before = ev.initialKwh();
        for (int t = 0; t < n; t++) {
            double perKw = ev.eta() * DELTA_HOURS;
            double kw = 0;
            if (ev.plugged().get(t)) {
                double driven = ev.drivenKwh().at(t);
                double low = (least[t + 1] + driven - before) / perKw;
                double high = (ev.capacityKwh() + driven - before) / perKw;
                kw = Math.clamp(Math.min(Math.max(evCharge[t], low), high), 0, ev.chargeKw());
            }
            evCharge[t] = kw;
            before += perKw * kw - ev.drivenKwh().at(t);
            evEnergy[t] = before;
        }
    }

    /** One direction, same change of energy, inside the energy window. */
    private void move(BessInputs bess, double before, int t) {
        double change = bess.etaCharge() * Math.clamp(charge[t], 0, bess.chargeKw())
                - Math.clamp(discharge[t], 0, bess.dischargeKw()) / bess.etaDischarge();
        double low = (rules.floorKwh(bess) - before) / DELTA_HOURS;
        double high = (bess.maxKwh() - before) / DELTA_HOURS;
        setChange(bess, Math.max(Math.min(change, high), low), before, t);
    }

    /** Both directions inside {@code chg/Pc + dis/Pd ≤ 1}, inside the energy window. */
    private void moveBoth(BessInputs bess, double before, int t) {
        double in = Math.clamp(charge[t], 0, bess.chargeKw());
        double out = Math.clamp(discharge[t], 0, bess.dischargeKw());
        double share = Math.max(1, in / bess.chargeKw() + out / bess.dischargeKw());
        in /= share;
        out /= share;
        double change = bess.etaCharge() * in - out / bess.etaDischarge();
        double tooMuch = change - (bess.maxKwh() - before) / DELTA_HOURS;
        double tooLittle = (rules.floorKwh(bess) - before) / DELTA_HOURS - change;
        if (tooMuch > bess.etaCharge() * in || tooLittle > out / bess.etaDischarge()) {
            move(bess, before, t);
            return;
        }
        charge[t] = in - Math.max(0, tooMuch) / bess.etaCharge();
        discharge[t] = out - Math.max(0, tooLittle) * bess.etaDischarge();
        energy[t] = before
                + (bess.etaCharge() * charge[t] - discharge[t] / bess.etaDischarge()) * DELTA_HOURS;
    }

    private void setChange(BessInputs bess, double change, double before, int t) {
        charge[t] = change > 0 ? Math.min(change / bess.etaCharge(), bess.chargeKw()) : 0;
        discharge[t] = change < 0 ? Math.min(-change * bess.etaDischarge(), bess.dischargeKw()) : 0;
        energy[t] = before
                + (bess.etaCharge() * charge[t] - discharge[t] / bess.etaDischarge()) * DELTA_HOURS;
    }

    /** Curtailment that is best for the retail bill, within the limits of the meter; the battery yields if it must. */
    private void meter(@Nullable BessInputs bess, double before, int t) {
        double pv = home.pv().at(t);
        double fixed = pv - home.load().at(t) - evCharge[t];
        double net = fixed + discharge[t] - charge[t];
        if (bess != null && net < -home.importLimitKw()) {
            shift(bess, -home.importLimitKw() - net, before, t);
        } else if (bess != null && net - pv > home.exportLimitKw()) {
            shift(bess, home.exportLimitKw() - net + pv, before, t);
        }
        net = fixed + discharge[t] - charge[t];
        double least = Math.clamp(net - home.exportLimitKw(), 0, pv);
        double most = Math.clamp(net + home.importLimitKw(), least, pv);
        double retail = net - Math.min(energySold[t], discharge[t]);
        double wanted = home.importPrice().at(t) < 0 ? most : home.exportPrice().at(t) < 0 ? retail : least;
        curtailed[t] = Math.clamp(wanted, least, most);
    }

    /** Moves the battery's net injection by {@code kw}, within its window. */
    private void shift(BessInputs bess, double kw, double before, int t) {
        if (charge[t] > Math.abs(kw) && discharge[t] > Math.abs(kw)) {
            discharge[t] -= Math.max(0, -kw);
            charge[t] -= Math.max(0, kw);
            energy[t] = before
                    + (bess.etaCharge() * charge[t] - discharge[t] / bess.etaDischarge()) * DELTA_HOURS;
            if (energy[t] >= rules.floorKwh(bess) && energy[t] <= bess.maxKwh()) {
                return;
            }
        }
        double net = discharge[t] - charge[t] + kw;
        double change = net > 0 ? -net / bess.etaDischarge() : -net * bess.etaCharge();
        double low = (rules.floorKwh(bess) - before) / DELTA_HOURS;
        double high = (bess.maxKwh() - before) / DELTA_HOURS;
        setChange(bess, Math.max(Math.min(change, high), low), before, t);
    }

    private void limitSales(BessInputs bess, double before, int t) {
        energySold[t] = rules.sells(Product.ENERGY, t) ? Math.clamp(energySold[t], 0, discharge[t]) : 0;
        double room = Math.min(
                bess.dischargeKw() - discharge[t] + charge[t],
                (before - rules.floorKwh(bess)) * bess.etaDischarge() / SUSTAINED_HOURS);
        spin[t] = rules.sells(Product.SPIN, t) ? Math.max(0, spin[t]) : 0;
        nonSpin[t] = rules.sells(Product.NONSPIN, t) ? Math.max(0, nonSpin[t]) : 0;
        double reserve = spin[t] + nonSpin[t];
        double factor = reserve <= Math.max(0, room) ? 1 : Math.max(0, room) / reserve;
        spin[t] *= factor;
        nonSpin[t] *= factor;
    }

    private void limitCaps() {
        Double cap = rules.dailyCapKwh();
        for (int day = 0; cap != null && day < rules.horizon().days(); day++) {
            double sum = 0;
            for (int t = rules.horizon().dayStart(day); t < rules.horizon().dayStart(day + 1); t++) {
                sum += energySold[t] * DELTA_HOURS;
            }
            for (int t = rules.horizon().dayStart(day); sum > cap && t < rules.horizon().dayStart(day + 1); t++) {
                energySold[t] *= Math.max(0, cap) / sum;
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
        return new HomeSchedule(
                TimeSeries.of(charge),
                TimeSeries.of(discharge),
                TimeSeries.of(energy),
                TimeSeries.of(evCharge),
                TimeSeries.of(evEnergy),
                TimeSeries.of(curtailed),
                TimeSeries.of(energySold),
                TimeSeries.of(spin),
                TimeSeries.of(nonSpin));
    }
}
