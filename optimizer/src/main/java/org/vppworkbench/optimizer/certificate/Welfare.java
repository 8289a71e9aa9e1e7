package org.vppworkbench.optimizer.certificate;

import static org.vppworkbench.model.time.Horizon.DELTA_HOURS;

import java.util.List;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.inputs.SoftPreference;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.numerics.OutwardSum;
import org.vppworkbench.optimizer.schedule.FleetSchedule;
import org.vppworkbench.optimizer.schedule.HomeSchedule;

/**
 * W of {@code model.md} §4 for a schedule that delivers what it sells: revenue − bills − wear − discomfort + end value.
 * In a called interval spin and non-spin of a schedule are what is delivered, so they earn capacity price and πRT.
 */
final class Welfare {
    private final List<ProsumerInputs> prosumers;
    private final CertificateRules rules;
    private final MarketPrices prices;
    private final int n;

    Welfare(RunInputs inputs, CertificateRules rules) {
        this.prosumers = inputs.prosumers();
        this.rules = rules;
        this.n = rules.intervals();
        this.prices = new MarketPrices(inputs, n);
    }

    /** W over the whole horizon [$]. */
    double of(FleetSchedule fleet) {
        OutwardSum total = new OutwardSum();
        List<OutwardSum> homes =
                PerHome.of(prosumers.size(), n, i -> home(prosumers.get(i), fleet.homes().get(i)));
        for (OutwardSum home : homes) {
            total.add(home);
        }
        return total.value();
    }

    private OutwardSum home(ProsumerInputs home, HomeSchedule s) {
        OutwardSum total = new OutwardSum();
        BessInputs bess = home.bess();
        EvInputs ev = home.ev();
        double wear = bess == null ? 0 : bess.degradationPerKwh();
        double carWear = ev == null ? 0 : ev.degradationPerKwh();
        for (int t = 0; t < n; t++) {
            addBill(total, home, s, t);
            total.add(-wear * s.dischargeKw().at(t) * DELTA_HOURS);
            total.add(-carWear * s.evV2gKw().at(t) * DELTA_HOURS);
            addRevenue(total, s, t);
        }
        if (bess != null) {
            total.add(home.endValuePerKwh() * (s.bessKwh().at(n - 1) - bess.initialKwh()));
        }
        if (ev != null) {
            total.add(home.endValuePerKwh() * (s.evKwh().at(n - 1) - ev.initialKwh()));
        }
        for (SoftPreference soft : rules.soft(home)) {
            total.add(-soft.usdPerUnit() * violation(home, s, soft));
        }
        return total;
    }

    private static void addBill(OutwardSum total, ProsumerInputs home, HomeSchedule s, int t) {
        double retail = meterKw(home, s, t) - s.soldKw().at(t) - s.calledKw().at(t);
        total.add(retail * (retail < 0 ? home.importPrice() : home.exportPrice()).at(t) * DELTA_HOURS);
    }

    private void addRevenue(OutwardSum total, HomeSchedule s, int t) {
        total.add(prices.realTime(t) * s.calledKw().at(t) * DELTA_HOURS);
        total.add(prices.price(Product.ENERGY, t) * s.soldKw().at(t) * DELTA_HOURS);
        total.add(prices.price(Product.SPIN, t) * s.spinKw().at(t) * DELTA_HOURS);
        total.add(prices.price(Product.NONSPIN, t) * s.nonSpinKw().at(t) * DELTA_HOURS);
    }

    /** Violation of a soft preference in its own unit; 0 where the home lacks the device. */
    private double violation(ProsumerInputs home, HomeSchedule s, SoftPreference soft) {
        double sum = 0;
        switch (soft) {
            case SoftPreference.Floor f -> {
                for (int t = 0; home.bess() != null && t < n; t++) {
                    sum += Math.max(0, f.limitKwh() - s.bessKwh().at(t)) * DELTA_HOURS;
                }
            }
            case SoftPreference.CarReady r -> {
                EvInputs ev = home.ev();
                if (ev != null) {
                    double energy = r.interval() == 0 ? ev.initialKwh() : s.evKwh().at(r.interval() - 1);
                    sum = Math.max(0, r.limitKwh() - energy);
                }
            }
            case SoftPreference.Blackout b -> {
                for (int t : b.intervals()) {
                    sum += (s.soldKw().at(t) + s.calledKw().at(t)) * DELTA_HOURS;
                }
            }
            case SoftPreference.DailyCap c -> {
                for (int day = 0; day < rules.days(); day++) {
                    sum += Math.max(0, soldKwh(rules, s, day) - c.limitKwh(rules.dayStart(day)));
                }
            }
        }
        return sum;
    }

    /** The whole meter m, + is injection [kW] ({@code model.md} §2). */
    static double meterKw(ProsumerInputs home, HomeSchedule s, int t) {
        return home.pv().at(t) - s.curtailedKw().at(t) + s.dischargeKw().at(t) + s.evV2gKw().at(t)
                - s.chargeKw().at(t) - s.evChargeKw().at(t) - home.load().at(t);
    }

    /** Energy sold on a local day, called reserve included [kWh]. */
    static double soldKwh(CertificateRules rules, HomeSchedule s, int day) {
        double sum = 0;
        for (int t = rules.dayStart(day); t < rules.dayStart(day + 1); t++) {
            sum += (s.soldKw().at(t) + s.calledKw().at(t)) * DELTA_HOURS;
        }
        return sum;
    }
}
