package org.vppworkbench.optimizer.explain;

import static org.vppworkbench.model.time.Horizon.DELTA_HOURS;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.optimizer.explain.WhyNotMore.Reason;
import org.vppworkbench.optimizer.lp.HomeRules;
import org.vppworkbench.optimizer.schedule.HomeSchedule;

/**
 * What one more kW of a product would cost a home in an interval, and which constraints have how large a part in that: their
 * multipliers. What the parts and the cost exceed the price by is a loss; a constraint keeps the home from selling more as far
 * as its part is above that loss.
 */
final class Margin {
    /** A limit this near is met [kW]. */
    private static final double NEAR_KW = 1e-4;

    /** Storage this near to what must be left in it is empty [kWh]. */
    private static final double NEAR_KWH = 1e-4;

    private final HomeRules rules;
    private final HomeWorth worth;
    private final LimitPrices prices;
    private final HomeSchedule plan;
    private final Product product;
    private final int t;
    private final Map<Reason, Double> parts = new EnumMap<>(Reason.class);
    private final double costUsd;

    Margin(HomeRules rules, HomeWorth worth, LimitPrices prices, HomeSchedule plan, Product product, int t) {
        this.rules = rules;
        this.worth = worth;
        this.prices = prices;
        this.plan = plan;
        this.product = product;
        this.t = t;
        parts.put(Reason.REQUIRED, worth.requiredUsd(product, t));
        this.costUsd = worth.delivered(product, t) ? deliveredUsd() : heldUsd();
    }

    /** Selling by own use alone: what is put out for the home itself goes to the market instead. */
    private boolean ownUse() {
        double out = plan.dischargeKw().at(t) + plan.evV2gKw().at(t);
        return out - plan.soldKw().at(t) - plan.calledKw().at(t) > NEAR_KW;
    }

    private double deliveredUsd() {
        int day = rules.horizon().dayOf(t);
        double cap = rules.dailyCapKwh(day) == null ? 0 : worth.capUsd(day) * DELTA_HOURS;
        parts.put(Reason.DAILY_CAP, cap);
        double wishes = worth.soldCostUsd(product, t) - cap;
        if (ownUse()) {
            return wishes + worth.retailUsd(t) * DELTA_HOURS;
        }
        double meter = -worth.meterLimitUsd(t);
        parts.put(Reason.METER_LIMIT, Math.max(0, meter));
        Source source = source();
        parts.put(Reason.DISCHARGE_POWER, source.rentUsd());
        parts.put(Reason.STORED_ENERGY, source.emptyUsd());
        // the value of stored energy includes what the floor costs; a meter at its import limit asks for more discharge
        return wishes + source.costUsd() - source.emptyUsd() + Math.min(0, meter);
    }

    /**
     * Where one more kW would come from.
     *
     * @param costUsd energy, wear and forgone charging [$ per kW in an interval]
     * @param rentUsd of the device's power [$ per kW in an interval]
     * @param emptyUsd the part of the cost that is there because the storage is at its floor [$ per kW in an interval]
     */
    private record Source(double costUsd, double rentUsd, double emptyUsd) {
        double totalUsd() {
            return costUsd + rentUsd;
        }
    }

    /** The cheaper of battery and car. */
    private Source source() {
        Source battery = battery();
        Source car = car();
        if (battery == null || car == null) {
            Source only = battery == null ? car : battery;
            return only == null ? new Source(0, 0, 0) : only;
        }
        return battery.totalUsd() <= car.totalUsd() ? battery : car;
    }

    private @Nullable Source battery() {
        BessInputs bess = rules.home().bess();
        if (bess == null) {
            return null;
        }
        double empty = emptyUsd(k -> plan.bessKwh().at(k) - rules.floorKwh(k + 1), worth::batterySlopeUsd);
        double forgone = onlyCharges(plan.chargeKw().at(t), plan.dischargeKw().at(t)) && bess.dischargeKw() > 0
                ? Math.max(0, worth.batteryChargeUsd(t)) * bess.chargeKw() / bess.dischargeKw()
                : 0;
        return new Source(
                worth.batteryCostUsd(t) * DELTA_HOURS + forgone,
                batteryRoomKw(bess) < NEAR_KW ? prices.usd(HomeLimit.BATTERY_DISCHARGE, t) : 0,
                empty * DELTA_HOURS / bess.etaDischarge());
    }

    /** Where a device does both in turn, a kW discharged is worth as much as the charging it takes the place of: its power's rent. */
    private static boolean onlyCharges(double charge, double discharge) {
        return charge > NEAR_KW && discharge <= NEAR_KW;
    }

    private @Nullable Source car() {
        EvInputs ev = rules.home().ev();
        if (ev == null || rules.v2gKw(t) <= 0) {
            return null;
        }
        double empty = emptyUsd(k -> plan.evKwh().at(k) - rules.evLeastKwh(k + 1), worth::carSlopeUsd);
        double forgone = onlyCharges(plan.evChargeKw().at(t), plan.evV2gKw().at(t))
                ? Math.max(0, worth.carChargeUsd(t)) * ev.chargeKw() / ev.v2gKw()
                : 0;
        return new Source(
                worth.carCostUsd(t) * DELTA_HOURS + forgone,
                carRoomKw(ev) < NEAR_KW ? prices.usd(HomeLimit.CAR_DISCHARGE, t) : 0,
                empty * DELTA_HOURS / ev.eta());
    }

    /**
     * Price of the floor from where the storage first reaches it within the hour, for as long as it stays there [$/kWh].
     *
     * @param left energy above what must be left at the end of an interval [kWh]
     * @param slope worth of energy there beyond its price, below 0 at a floor that binds [$/kWh]
     */
    private double emptyUsd(IntToDoubleFunction left, IntToDoubleFunction slope) {
        int hourEnd = Horizon.firstInterval(Horizon.hourOf(t)) + Horizon.INTERVALS_PER_HOUR;
        int k = t;
        while (k < hourEnd && left.applyAsDouble(k) > NEAR_KWH) {
            k++;
        }
        double usd = 0;
        for (boolean empty = k < hourEnd; empty && k < rules.intervals() && left.applyAsDouble(k) <= NEAR_KWH; k++) {
            usd += Math.max(0, -slope.applyAsDouble(k));
        }
        return usd;
    }

    private double heldUsd() {
        double energy = worth.reserveEnergyUsd(t);
        parts.put(Reason.RESERVE_ENERGY, energy);
        double net = paidUsd() - worth.requiredUsd(product, t) - energy;
        parts.put(Reason.DISCHARGE_POWER, roomKw() < NEAR_KW ? Math.max(0, net) : 0);
        return 0;
    }

    /** What relief of a constraint alone would let one more kW earn, at most [$ per kW in an interval]. */
    double gainUsd(Reason reason) {
        return Math.max(0, parts.getOrDefault(reason, 0.0) - lossUsd());
    }

    /** What one more kW would lose under the constraints as they are, at least 0 [$ per kW in an interval]. */
    double lossUsd() {
        return Math.max(0, neededUsd() - paidUsd());
    }

    /** What a kW would have to be paid for the home to sell more: its energy and the parts of all constraints [$ per kW]. */
    double neededUsd() {
        return parts.values().stream().mapToDouble(Double::doubleValue).sum() + costUsd;
    }

    /** What a kW is paid [$ per kW in an interval]. */
    double paidUsd() {
        return worth.paidUsd(product, t);
    }

    /** The whole meter, + is injection [kW]. */
    double meterKw() {
        return rules.home().pv().at(t) - plan.curtailedKw().at(t) + plan.dischargeKw().at(t) + plan.evV2gKw().at(t)
                - plan.chargeKw().at(t) - plan.evChargeKw().at(t) - rules.home().load().at(t);
    }

    /** Discharge power of all devices the product can be sold from [kW]. */
    double powerKw() {
        BessInputs bess = rules.home().bess();
        return (bess == null ? 0 : bess.dischargeKw()) + (worth.delivered(product, t) ? rules.v2gKw(t) : 0);
    }

    /** Power that is left for the product [kW]. */
    double roomKw() {
        BessInputs bess = rules.home().bess();
        EvInputs ev = rules.home().ev();
        double battery = bess == null ? 0 : batteryRoomKw(bess);
        return battery + (ev == null || !worth.delivered(product, t) ? 0 : carRoomKw(ev));
    }

    /** Reserve that is held takes power too. */
    private double batteryRoomKw(BessInputs bess) {
        double charge = plan.chargeKw().at(t);
        double discharge = plan.dischargeKw().at(t);
        double held = rules.called(t) ? 0 : plan.spinKw().at(t) + plan.nonSpinKw().at(t);
        double room = bess.dischargeKw() - discharge + charge - held;
        double oneWay = bess.dischargeKw() * (1 - share(charge, bess.chargeKw())) - discharge;
        return Math.max(0, worth.delivered(product, t) ? Math.min(room, oneWay) : room);
    }

    private double carRoomKw(EvInputs ev) {
        return Math.max(0, rules.v2gKw(t) * (1 - share(plan.evChargeKw().at(t), ev.chargeKw())) - plan.evV2gKw().at(t));
    }

    private static double share(double in, double most) {
        return most > 0 ? in / most : 0;
    }
}
