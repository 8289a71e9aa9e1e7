package org.vppworkbench.optimizer.certificate;

import static org.vppworkbench.model.time.Horizon.DELTA_HOURS;

import java.util.List;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.optimizer.certificate.Violations.Family;
import org.vppworkbench.optimizer.schedule.Directionality;
import org.vppworkbench.optimizer.schedule.FleetSchedule;
import org.vppworkbench.optimizer.schedule.HomeSchedule;

/** Checks a schedule against every constraint of {@code model.md} §2 and §5, one by one. */
final class ScheduleAudit {
    private final RunInputs inputs;
    private final CertificateRules rules;
    private final Directionality directionality;
    private final int n;

    ScheduleAudit(RunInputs inputs, CertificateRules rules, Directionality directionality) {
        this.inputs = inputs;
        this.rules = rules;
        this.directionality = directionality;
        this.n = rules.intervals();
    }

    Violations check(FleetSchedule fleet) {
        Violations found = new Violations();
        List<Violations> homes = PerHome.of(
                inputs.prosumers().size(), n, i -> checkHome(inputs.prosumers().get(i), fleet.homes().get(i)));
        for (Violations home : homes) {
            found.add(home);
        }
        for (Product product : Product.values()) {
            double[] sold = new double[n];
            for (HomeSchedule home : fleet.homes()) {
                TimeSeries provided = home.provided(product);
                for (int t = 0; t < n; t++) {
                    sold[t] += provided.at(t);
                }
            }
            for (int t = 0; t < n; t++) {
                found.atMostZero(Family.REQUIRED, sold[t] - rules.requiredKw(product, t));
            }
        }
        return found;
    }

    private Violations checkHome(ProsumerInputs home, HomeSchedule s) {
        Violations found = new Violations();
        BessInputs bess = home.bess();
        if (bess == null) {
            for (TimeSeries none : new TimeSeries[] {
                s.chargeKw(), s.dischargeKw(), s.bessKwh(), s.spinKw(), s.nonSpinKw(), s.calledKw()
            }) {
                found.within(Family.BATTERY_LIMITS, Math.max(none.max(), -none.min()), 0, 0);
            }
        } else {
            checkBattery(found, home, bess, s);
        }
        EvInputs ev = home.ev();
        if (ev == null) {
            for (TimeSeries none : new TimeSeries[] {s.evChargeKw(), s.evV2gKw(), s.evKwh()}) {
                found.within(Family.CAR_LIMITS, Math.max(none.max(), -none.min()), 0, 0);
            }
        } else {
            checkCar(found, home, ev, s);
        }
        checkSales(found, home, s);
        for (int t = 0; t < n; t++) {
            checkMeter(found, home, s, t);
        }
        return found;
    }

    private static void checkMeter(Violations found, ProsumerInputs home, HomeSchedule s, int t) {
        found.within(Family.CURTAILMENT, s.curtailedKw().at(t), 0, home.pv().at(t));
        found.within(Family.METER_LIMIT, Welfare.meterKw(home, s, t), -home.importLimitKw(), home.exportLimitKw());
    }

    /** What leaves the devices for the market: {@code δ + u ≤ dis + v2g}, u only where called, blackouts, daily caps. */
    private void checkSales(Violations found, ProsumerInputs home, HomeSchedule s) {
        boolean[] blackout = rules.blackout(home);
        for (int t = 0; t < n; t++) {
            checkSale(found, s, t, blackout[t]);
        }
        for (int day = 0; day < rules.days(); day++) {
            Double cap = rules.dailyCapKwh(home, day);
            if (cap != null) {
                found.atMostZero(Family.DAILY_CAP, Welfare.soldKwh(rules, s, day) - cap);
            }
        }
    }

    private void checkSale(Violations found, HomeSchedule s, int t, boolean blackout) {
        double sold = s.soldKw().at(t);
        double called = s.calledKw().at(t);
        double spin = s.spinKw().at(t);
        double nonSpin = s.nonSpinKw().at(t);
        found.within(Family.SALE_ABOVE_DISCHARGE, sold, 0, s.dischargeKw().at(t) + s.evV2gKw().at(t) - called);
        found.atMostZero(Family.RESERVE_POWER, -Math.min(spin, nonSpin));
        found.equal(Family.CALLED, called, rules.called(t) ? spin + nonSpin : 0);
        found.atMostZero(Family.BLACKOUT, blackout ? Math.max(sold, spin + nonSpin) : 0);
    }

    private void checkBattery(Violations found, ProsumerInputs home, BessInputs bess, HomeSchedule s) {
        double[] floor = rules.floorKwh(home, bess);
        double before = bess.initialKwh();
        double deliveredInHour = 0;
        for (int t = 0; t < n; t++) {
            deliveredInHour = t % Horizon.INTERVALS_PER_HOUR == 0 ? 0 : deliveredInHour;
            checkBattery(found, bess, floor[t], s, t, before);
            double behind = rules.behindReserveKwh(home, bess, floor, t);
            checkReserve(found, bess, behind, s, t, before + deliveredInHour * DELTA_HOURS / bess.etaDischarge());
            deliveredInHour += s.calledKw().at(t);
            before = s.bessKwh().at(t);
        }
    }

    private void checkBattery(
            Violations found, BessInputs bess, double floor, HomeSchedule s, int t, double before) {
        double charge = s.chargeKw().at(t);
        double discharge = s.dischargeKw().at(t);
        double after = s.bessKwh().at(t);
        found.within(Family.BATTERY_LIMITS, charge, 0, bess.chargeKw());
        found.within(Family.BATTERY_LIMITS, discharge, 0, bess.dischargeKw());
        found.within(Family.BATTERY_LIMITS, after, floor, bess.maxKwh());
        found.equal(
                Family.CHARGE_BALANCE,
                after,
                before + (bess.etaCharge() * charge - discharge / bess.etaDischarge()) * DELTA_HOURS);
        found.atMostZero(
                Family.ONE_DIRECTION, bothDirections(charge, bess.chargeKw(), discharge, bess.dischargeKw()));
    }

    /** @param held energy the 30-minute test counts on, what calls of the hour took included [kWh] */
    private void checkReserve(Violations found, BessInputs bess, double floor, HomeSchedule s, int t, double held) {
        double reserve = s.spinKw().at(t) + s.nonSpinKw().at(t);
        if (reserve > 0) {
            found.atMostZero(
                    Family.RESERVE_POWER,
                    s.dischargeKw().at(t) - s.calledKw().at(t) - s.chargeKw().at(t) + reserve - bess.dischargeKw());
        }
        if (reserve > 0 && !rules.called(t)) {
            found.atMostZero(Family.RESERVE_ENERGY, floor - (held - reserve * 0.5 / bess.etaDischarge()));
        }
    }

    private double bothDirections(double in, double mostIn, double out, double mostOut) {
        if (directionality == Directionality.EXCLUSIVE || mostIn == 0 || mostOut == 0) {
            return Math.min(in, out);
        }
        return out - mostOut * (1 - in / mostIn);
    }

    private void checkCar(Violations found, ProsumerInputs home, EvInputs ev, HomeSchedule s) {
        double[] least = rules.evLeast(home, ev.minKwh());
        double before = ev.initialKwh();
        for (int t = 0; t < least.length; t++) {
            checkCar(found, ev, s, t, before, least[t]);
            before = s.evKwh().at(t);
        }
    }

    private void checkCar(Violations found, EvInputs ev, HomeSchedule s, int t, double before, double least) {
        boolean plugged = ev.plugged().get(t);
        double charge = s.evChargeKw().at(t);
        double v2g = s.evV2gKw().at(t);
        double after = s.evKwh().at(t);
        found.within(Family.CAR_LIMITS, charge, 0, plugged ? ev.chargeKw() : 0);
        found.within(Family.CAR_LIMITS, v2g, 0, plugged ? ev.v2gKw() : 0);
        found.within(Family.CAR_LIMITS, after, least, ev.capacityKwh());
        found.atMostZero(Family.CAR_DIRECTION, bothDirections(charge, ev.chargeKw(), v2g, ev.v2gKw()));
        found.equal(
                Family.CAR_BALANCE,
                after,
                before + (ev.eta() * charge - v2g / ev.eta()) * DELTA_HOURS - ev.drivenKwh().at(t));
    }
}
