package org.vppworkbench.optimizer.explain;

import static org.vppworkbench.model.time.Horizon.DELTA_HOURS;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.optimizer.Mode;
import org.vppworkbench.optimizer.explain.WhyNotMore.Reason;
import org.vppworkbench.optimizer.lp.HomeRules;
import org.vppworkbench.optimizer.schedule.FleetMultipliers;
import org.vppworkbench.optimizer.schedule.FleetSchedule;
import org.vppworkbench.optimizer.schedule.HomeMultipliers;
import org.vppworkbench.optimizer.schedule.HomeSchedule;

/** Finds, per home, product and hour, what keeps the home from selling more. */
final class Reasons {
    /** A shadow price below this is rounding [$ per kW in an interval]. */
    private static final double LEAST_USD = 1e-6;

    /** A limit this near is met [kW]. */
    private static final double NEAR_KW = 1e-4;

    private final RunInputs inputs;
    private final Mode mode;
    private final FleetSchedule schedule;
    private final FleetMultipliers y;

    Reasons(RunInputs inputs, Mode mode, FleetSchedule schedule, FleetMultipliers y) {
        this.inputs = inputs;
        this.mode = mode;
        this.schedule = schedule;
        this.y = y;
    }

    /**
     * All homes, one after the other.
     *
     * @param cancelled once true, what is known so far is returned
     */
    List<WhyNotMore> all(BooleanSupplier cancelled) {
        List<WhyNotMore> all = new ArrayList<>();
        for (int i = 0; i < inputs.prosumers().size() && !cancelled.getAsBoolean(); i++) {
            HomeRules rules = new HomeRules(inputs, i, mode);
            for (int hour = 0; mode.sells() && hour < inputs.horizon().hours(); hour++) {
                for (Product product : Product.values()) {
                    if (inputs.required().kw(product, hour) > 0 && inputs.prices().of(product) != null) {
                        all.add(new OfHour(rules, i, product, hour).reason());
                    }
                }
            }
        }
        return all;
    }

    /** One home, product and hour. */
    private final class OfHour {
        private final HomeRules rules;
        private final ProsumerInputs home;
        private final HomeSchedule plan;
        private final HomeMultipliers m;
        private final Product product;
        private final int hour;
        private final int first;
        private final Map<Reason, Double> usd = new EnumMap<>(Reason.class);

        OfHour(HomeRules rules, int index, Product product, int hour) {
            this.rules = rules;
            this.home = rules.home();
            this.plan = schedule.homes().get(index);
            this.m = y.homes().get(index);
            this.product = product;
            this.hour = hour;
            this.first = Horizon.firstInterval(hour);
        }

        WhyNotMore reason() {
            int end = first + Horizon.INTERVALS_PER_HOUR;
            double sold = plan.provided(product).mean(first, end);
            boolean sells = false;
            boolean barred = false;
            for (int t = first; t < end; t++) {
                sells |= rules.sells(product, t);
                barred |= mode.respectsPreferences() && home.hard().blackoutIntervals().contains(t);
                weigh(t);
            }
            if (!sells) {
                return new WhyNotMore(home.id(), product, hour, sold, barred ? Reason.BLACKOUT : Reason.NO_DEVICE, 0, 0, 0);
            }
            Reason found = Reason.WORTH_MORE_ELSEWHERE;
            double most = LEAST_USD;
            for (Map.Entry<Reason, Double> entry : usd.entrySet()) {
                if (entry.getValue() > most) {
                    most = entry.getValue();
                    found = entry.getKey();
                }
            }
            boolean none = found == Reason.WORTH_MORE_ELSEWHERE;
            return new WhyNotMore(home.id(), product, hour, sold, found, limit(found), used(found), none ? 0 : most);
        }

        private void weigh(int t) {
            add(Reason.REQUIRED, Math.max(0, y.required(product).at(t)));
            boolean delivered = !product.isReserve() || rules.called(t);
            int day = inputs.horizon().dayOf(t);
            if (delivered && rules.dailyCapKwh() != null) {
                add(Reason.DAILY_CAP, Math.max(0, m.hardCap().at(day)) * DELTA_HOURS);
            }
            BessInputs bess = home.bess();
            if (!delivered && bess != null) {
                add(Reason.RESERVE_ENERGY, Math.max(0, m.reserveEnergy().at(t)) * 0.5 / bess.etaDischarge());
            }
            // selling energy moves the meter up; a meter at its import limit asks for the opposite
            add(Reason.METER_LIMIT, delivered ? Math.max(0, -m.meterLimit().at(t)) : 0);
            double room = roomKw(t, bess);
            if (rules.sells(product, t) && room < NEAR_KW) {
                add(Reason.DISCHARGE_POWER, Math.max(0, rentUsd(t, bess)));
            }
        }

        private void add(Reason reason, double more) {
            usd.merge(reason, more, Double::sum);
        }

        /** Power that battery and car have left in an interval, for reserve that of the battery alone [kW]. */
        private double roomKw(int t, @Nullable BessInputs bess) {
            double discharge = plan.dischargeKw().at(t);
            double battery = bess == null ? 0 : bess.dischargeKw() * (1 - share(plan.chargeKw().at(t), bess.chargeKw())) - discharge;
            if (product.isReserve() && !rules.called(t)) {
                return bess == null
                        ? 0
                        : bess.dischargeKw() - discharge + plan.chargeKw().at(t) - plan.spinKw().at(t) - plan.nonSpinKw().at(t);
            }
            EvInputs ev = home.ev();
            double car = ev == null ? 0 : rules.v2gKw(t) * (1 - share(plan.evChargeKw().at(t), ev.chargeKw())) - plan.evV2gKw().at(t);
            return Math.max(0, battery) + Math.max(0, car);
        }

        private double share(double in, double most) {
            return most > 0 ? in / most : 0;
        }

        /** What a kW more of power would bring, sold here, after what the energy, wear and D cost [$ per kW in an interval]. */
        private double rentUsd(int t, @Nullable BessInputs bess) {
            double price = inputs.prices().at(product, t) / 1000 * DELTA_HOURS;
            double required = Math.max(0, y.required(product).at(t));
            if (product.isReserve() && !rules.called(t)) {
                double held = bess == null ? 0 : Math.max(0, m.reserveEnergy().at(t)) * 0.5 / bess.etaDischarge();
                return price - required - held;
            }
            double called = rules.called(t) && product.isReserve() ? inputs.prices().realTimeAt(t) / 1000 * DELTA_HOURS : 0;
            return price + called - required - energyUsd(t, bess) * DELTA_HOURS + m.meterLimit().at(t);
        }

        /** What a kWh taken out of storage is worth there, wear included: of the cheaper device [$/kWh]. */
        private double energyUsd(int t, @Nullable BessInputs bess) {
            double cost = Double.POSITIVE_INFINITY;
            if (bess != null) {
                cost = m.bessValue().at(t) / bess.etaDischarge() + bess.degradationPerKwh();
            }
            EvInputs ev = home.ev();
            if (ev != null && rules.v2gKw(t) > 0) {
                cost = Math.min(cost, m.evValue().at(t) / ev.eta() + ev.degradationPerKwh());
            }
            return cost;
        }

        private double mean(java.util.function.IntToDoubleFunction value) {
            double sum = 0;
            for (int t = first; t < first + Horizon.INTERVALS_PER_HOUR; t++) {
                sum += value.applyAsDouble(t);
            }
            return sum / Horizon.INTERVALS_PER_HOUR;
        }

        private double limit(Reason reason) {
            BessInputs bess = home.bess();
            Double cap = rules.dailyCapKwh();
            return switch (reason) {
                case REQUIRED -> inputs.required().kw(product, hour);
                case DISCHARGE_POWER -> (bess == null ? 0 : bess.dischargeKw())
                        + (product.isReserve() ? 0 : mean(rules::v2gKw));
                case RESERVE_ENERGY -> bess == null ? 0 : bess.maxKwh();
                case DAILY_CAP -> cap == null ? 0 : cap;
                case METER_LIMIT -> home.exportLimitKw();
                case WORTH_MORE_ELSEWHERE -> product.isReserve()
                        ? 0
                        : 1000 * mean(t -> rules.sells(product, t) ? energyUsd(t, bess) : 0);
                case BLACKOUT, NO_DEVICE -> 0;
            };
        }

        private double used(Reason reason) {
            int end = first + Horizon.INTERVALS_PER_HOUR;
            return switch (reason) {
                case REQUIRED -> schedule.homes().stream()
                        .mapToDouble(h -> h.provided(product).mean(first, end))
                        .sum();
                case DISCHARGE_POWER -> product.isReserve()
                        ? mean(t -> plan.dischargeKw().at(t) - plan.chargeKw().at(t) + plan.spinKw().at(t) + plan.nonSpinKw().at(t))
                        : mean(t -> plan.dischargeKw().at(t) + plan.evV2gKw().at(t));
                case RESERVE_ENERGY -> plan.bessKwh().mean(first, end);
                case DAILY_CAP -> soldOnDay();
                case METER_LIMIT -> mean(this::meterKw);
                case WORTH_MORE_ELSEWHERE -> inputs.prices().hourMean(product, hour);
                case BLACKOUT, NO_DEVICE -> 0;
            };
        }

        private double meterKw(int t) {
            return home.pv().at(t) - plan.curtailedKw().at(t) + plan.dischargeKw().at(t) + plan.evV2gKw().at(t)
                    - plan.chargeKw().at(t) - plan.evChargeKw().at(t) - home.load().at(t);
        }

        private double soldOnDay() {
            int day = inputs.horizon().dayOf(first);
            double sum = 0;
            for (int t = inputs.horizon().dayStart(day); t < inputs.horizon().dayStart(day + 1); t++) {
                sum += (plan.soldKw().at(t) + plan.calledKw().at(t)) * DELTA_HOURS;
            }
            return sum;
        }
    }
}
