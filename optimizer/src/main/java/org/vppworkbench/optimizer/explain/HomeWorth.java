package org.vppworkbench.optimizer.explain;

import static org.vppworkbench.model.time.Horizon.DELTA_HOURS;

import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.SoftPreference;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.optimizer.lp.HomeRules;
import org.vppworkbench.optimizer.schedule.FleetMultipliers;
import org.vppworkbench.optimizer.schedule.HomeMultipliers;
import org.vppworkbench.optimizer.schedule.HomeSchedule;

/**
 * What power, energy and sales of one home are worth in an interval at the multipliers' prices. For fixed multipliers the bound
 * of {@link org.vppworkbench.optimizer.certificate.Certificate} is a sum over intervals; these are the terms that depend on the
 * limits of a home, written down apart from the certificate, which totals them only. Tests compare the two.
 */
final class HomeWorth {
    /** Reserve must be sustained for half an hour [h]. */
    private static final double SUSTAINED_HOURS = 0.5;

    private final HomeRules rules;
    private final ProsumerInputs home;
    private final @Nullable BessInputs bess;
    private final @Nullable EvInputs ev;
    private final HomeMultipliers m;
    private final FleetMultipliers y;
    private final double[] soldCost;
    private final double[] floorWeight;
    private final double[] carWeight;

    HomeWorth(HomeRules rules, HomeMultipliers m, FleetMultipliers y) {
        this.rules = rules;
        this.home = rules.home();
        this.bess = home.bess();
        this.ev = home.ev();
        this.m = m;
        this.y = y;
        this.soldCost = new double[rules.intervals()];
        this.floorWeight = new double[rules.intervals()];
        this.carWeight = new double[rules.intervals()];
        weigh();
    }

    /** Caps and soft preferences as prices of what they are about. */
    private void weigh() {
        for (int day = 0; day < rules.horizon().days(); day++) {
            if (rules.dailyCapKwh(day) != null) {
                addToDay(day, capUsd(day));
            }
        }
        for (int k = 0; k < rules.soft().size(); k++) {
            int n = m.soft().get(k).length();
            switch (rules.soft().get(k)) {
                case SoftPreference.Blackout b -> b.intervals().forEach(t -> soldCost[t] += b.usdPerUnit());
                case SoftPreference.DailyCap c -> {
                    for (int day = 0; day < n; day++) {
                        addToDay(day, Math.clamp(m.soft().get(k).at(day), 0, c.usdPerUnit()));
                    }
                }
                case SoftPreference.Floor f -> {
                    for (int t = 0; t < n; t++) {
                        floorWeight[t] += Math.clamp(m.soft().get(k).at(t), 0, f.usdPerUnit() * DELTA_HOURS);
                    }
                }
                case SoftPreference.CarReady r -> {
                    if (n == 1 && r.interval() > 0) {
                        carWeight[r.interval() - 1] += Math.clamp(m.soft().get(k).at(0), 0, r.usdPerUnit());
                    }
                }
            }
        }
    }

    private void addToDay(int day, double usdPerKwh) {
        for (int t = rules.horizon().dayStart(day); t < rules.horizon().dayStart(day + 1); t++) {
            soldCost[t] += usdPerKwh;
        }
    }

    /** Price of the hard daily cap [$/kWh]. */
    double capUsd(int day) {
        return Math.max(0, m.hardCap().at(day));
    }

    /** Positive at a binding import limit, negative at a binding export limit [$ per kW in an interval]. */
    double meterLimitUsd(int t) {
        return m.meterLimit().at(t);
    }

    /** What a kWh more into the grid is worth at retail [$/kWh]. */
    double retailUsd(int t) {
        return Math.clamp(m.meterPrice().at(t), home.exportPrice().at(t), home.importPrice().at(t));
    }

    private double meterUsd(int t) {
        return retailUsd(t) * DELTA_HOURS + m.meterLimit().at(t);
    }

    /** Price of D [$ per kW in an interval]. */
    double requiredUsd(Product product, int t) {
        return Math.max(0, y.required(product).at(t));
    }

    /** Price of the 30-minute test; there is none in a called interval [$/kWh]. */
    double heldUsd(int t) {
        return rules.called(t) ? 0 : Math.max(0, m.reserveEnergy().at(t));
    }

    /** What a kW of reserve costs because energy must stand behind it [$ per kW in an interval]. */
    double reserveEnergyUsd(int t) {
        return bess == null ? 0 : heldUsd(t) * SUSTAINED_HOURS / bess.etaDischarge();
    }

    /** What a kW sold is paid, energy delivered in a call and its later credit included [$ per kW in an interval]. */
    double paidUsd(Product product, int t) {
        double paid = rules.inputs().prices().at(product, t) / 1000 * DELTA_HOURS;
        return product.isReserve() && rules.called(t)
                ? paid + rules.inputs().prices().realTimeAt(t) / 1000 * DELTA_HOURS + creditUsd(t)
                : paid;
    }

    private double creditUsd(int t) {
        int end = Horizon.firstInterval(Horizon.hourOf(t)) + Horizon.INTERVALS_PER_HOUR;
        double sum = 0;
        for (int later = t + 1; later < end; later++) {
            sum += heldUsd(later);
        }
        return bess == null ? 0 : sum * DELTA_HOURS / bess.etaDischarge();
    }

    /** Whether a sale of the product leaves the devices in this interval, rather than being held. */
    boolean delivered(Product product, int t) {
        return !product.isReserve() || rules.called(t);
    }

    /** Cost of a kW sold because of caps and soft preferences [$ per kW in an interval]. */
    double soldCostUsd(Product product, int t) {
        return delivered(product, t) ? soldCost[t] * DELTA_HOURS : 0;
    }

    /** What a kW that is there anyway earns more by being sold, at least 0; 0 where it may not be sold [$ per kW]. */
    private double saleUsd(Product product, int t) {
        if (!rules.sells(product, t)) {
            return 0;
        }
        double net = paidUsd(product, t) - requiredUsd(product, t) - soldCostUsd(product, t);
        return Math.max(0, delivered(product, t) ? net - retailUsd(t) * DELTA_HOURS : net - reserveEnergyUsd(t));
    }

    /** What a kWh taken out of the battery costs: its value there, and wear; +∞ without one [$/kWh]. */
    double batteryCostUsd(int t) {
        return bess == null
                ? Double.POSITIVE_INFINITY
                : m.bessValue().at(t) / bess.etaDischarge() + bess.degradationPerKwh();
    }

    /** The same of a car that can discharge now [$/kWh]. */
    double carCostUsd(int t) {
        return ev == null || rules.v2gKw(t) <= 0
                ? Double.POSITIVE_INFINITY
                : m.evValue().at(t) / ev.eta() + ev.degradationPerKwh();
    }

    /** What a kW charged into the battery earns [$ per kW in an interval]; 0 without one. */
    double batteryChargeUsd(int t) {
        return bess == null ? 0 : bess.etaCharge() * DELTA_HOURS * m.bessValue().at(t) - meterUsd(t);
    }

    /** The same of the car. */
    double carChargeUsd(int t) {
        return ev == null ? 0 : ev.eta() * DELTA_HOURS * m.evValue().at(t) - meterUsd(t);
    }

    /** The most that movement and sales of all devices are worth in an interval under given power limits [$]. */
    double powersUsd(int t, Powers kw) {
        boolean called = rules.called(t);
        double energy = saleUsd(Product.ENERGY, t);
        double spin = saleUsd(Product.SPIN, t);
        double nonSpin = saleUsd(Product.NONSPIN, t);
        double reserve = heldReserveUsd(t);
        double sale = deliveredSaleUsd(t);
        double corners = 0;
        double apart = 0;
        if (bess != null) {
            double charging = batteryChargeUsd(t) * kw.charge();
            double discharging = batteryDischargeUsd(t);
            corners += Math.max(
                    Math.max(reserve * kw.discharge(), charging + reserve * (kw.discharge() + kw.charge())),
                    (discharging + sale) * kw.discharge());
            apart += Math.max(0, Math.max(charging, discharging * kw.discharge()));
        }
        if (ev != null) {
            double charging = carChargeUsd(t) * kw.carCharge();
            double discharging = carDischargeUsd(t);
            corners += Math.max(Math.max(0, charging), (discharging + sale) * kw.carDischarge());
            apart += Math.max(0, Math.max(charging, discharging * kw.carDischarge()));
        }
        double out = kw.discharge() + kw.carDischarge();
        double reserveKw = called ? out : kw.charge() + kw.discharge();
        apart += energy * Math.min(out, requiredKw(Product.ENERGY, t))
                + spin * Math.min(reserveKw, requiredKw(Product.SPIN, t))
                + nonSpin * Math.min(reserveKw, requiredKw(Product.NONSPIN, t));
        return Math.min(corners, apart);
    }

    /** The best a kW of reserve held earns; nothing is held in a call [$ per kW in an interval]. */
    private double heldReserveUsd(int t) {
        return rules.called(t) ? 0 : Math.max(saleUsd(Product.SPIN, t), saleUsd(Product.NONSPIN, t));
    }

    /** The best a kW discharged earns by being sold, to a call too [$ per kW in an interval]. */
    private double deliveredSaleUsd(int t) {
        double energy = saleUsd(Product.ENERGY, t);
        return rules.called(t) ? Math.max(energy, Math.max(saleUsd(Product.SPIN, t), saleUsd(Product.NONSPIN, t))) : energy;
    }

    /** What a kW discharged from the battery earns at the meter, nothing sold [$ per kW in an interval]. */
    private double batteryDischargeUsd(int t) {
        return meterUsd(t) - batteryCostUsd(t) * DELTA_HOURS;
    }

    /** The same of the car; 0 where it cannot. */
    private double carDischargeUsd(int t) {
        return rules.v2gKw(t) > 0 ? meterUsd(t) - carCostUsd(t) * DELTA_HOURS : 0;
    }

    /**
     * What one kW more of a power limit is worth in an interval in a schedule whose shares of the interval stay as they are: with
     * {@code a = chg/Pc} and {@code b = dis/Pd}, {@code a + b ≤ 1}, the home earns {@code a·charging·Pc + b·(discharging +
     * sale)·Pd + reserve·((1 − b)·Pd + a·Pc)}, and this is the derivative of that by Pc or Pd [$ per kW].
     */
    double powerSlopeUsd(HomeLimit limit, int t, HomeSchedule plan) {
        Powers kw = Powers.of(rules, t);
        double reserve = heldReserveUsd(t);
        return switch (limit) {
            case BATTERY_CHARGE -> share(plan.chargeKw().at(t), kw.charge()) * (batteryChargeUsd(t) + reserve);
            case BATTERY_DISCHARGE -> {
                double out = share(plan.dischargeKw().at(t), kw.discharge());
                yield out * (batteryDischargeUsd(t) + deliveredSaleUsd(t)) + (1 - out) * reserve;
            }
            case CAR_CHARGE -> share(plan.evChargeKw().at(t), kw.carCharge()) * carChargeUsd(t);
            case CAR_DISCHARGE ->
                share(plan.evV2gKw().at(t), kw.carDischarge()) * (carDischargeUsd(t) + deliveredSaleUsd(t));
            default -> throw new IllegalArgumentException(limit + " is no limit of power");
        };
    }

    private static double share(double kw, double most) {
        return most > 0 ? Math.clamp(kw / most, 0, 1) : 0;
    }

    private double requiredKw(Product product, int t) {
        return rules.inputs().required().kw(product, Horizon.hourOf(t));
    }

    /** What a kWh more in the battery at the end of an interval is worth beyond its price: of room above 0, of the floor below. */
    double batterySlopeUsd(int t) {
        boolean last = t + 1 == rules.intervals();
        double following = last ? home.endValuePerKwh() : m.bessValue().at(t + 1) + heldUsd(t + 1);
        return following - m.bessValue().at(t) + floorWeight[t];
    }

    /** The same in the car. */
    double carSlopeUsd(int t) {
        boolean last = t + 1 == rules.intervals();
        return (last ? home.endValuePerKwh() : m.evValue().at(t + 1)) - m.evValue().at(t) + carWeight[t];
    }
}
