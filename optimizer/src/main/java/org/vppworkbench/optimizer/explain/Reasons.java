package org.vppworkbench.optimizer.explain;

import static org.vppworkbench.model.time.Horizon.DELTA_HOURS;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.optimizer.explain.WhyNotMore.Reason;
import org.vppworkbench.optimizer.lp.HomeRules;
import org.vppworkbench.optimizer.schedule.FleetSchedule;
import org.vppworkbench.optimizer.schedule.HomeSchedule;

/** Finds, for one home, per product and hour what keeps it from selling more. */
final class Reasons {
    /** A gain or a loss below this is rounding [$ per kW in an hour]. */
    private static final double LEAST_USD = 1e-5;

    private final HomeRules rules;
    private final HomeWorth worth;
    private final LimitPrices prices;
    private final FleetSchedule fleet;
    private final HomeSchedule plan;

    Reasons(HomeRules rules, HomeWorth worth, LimitPrices prices, FleetSchedule fleet, HomeSchedule plan) {
        this.rules = rules;
        this.worth = worth;
        this.prices = prices;
        this.fleet = fleet;
        this.plan = plan;
    }

    List<WhyNotMore> all() {
        List<WhyNotMore> all = new ArrayList<>();
        for (int hour = 0; hour < rules.horizon().hours(); hour++) {
            for (Product product : Product.values()) {
                if (Explanation.traded(rules.inputs(), product, hour)) {
                    all.add(new OfHour(product, hour).reason());
                }
            }
        }
        return all;
    }

    /** One product and hour. */
    private final class OfHour {
        private final Product product;
        private final int hour;
        private final int first;
        private final int end;
        private final List<Margin> margins;

        OfHour(Product product, int hour) {
            this.product = product;
            this.hour = hour;
            this.first = Horizon.firstInterval(hour);
            this.end = first + Horizon.INTERVALS_PER_HOUR;
            this.margins = IntStream.range(first, end)
                    .filter(t -> rules.sells(product, t))
                    .mapToObj(t -> new Margin(rules, worth, prices, plan, product, t))
                    .toList();
        }

        WhyNotMore reason() {
            if (margins.isEmpty()) {
                return why(closed(), 0);
            }
            Reason found = null;
            double most = LEAST_USD;
            for (Reason reason : Reason.values()) {
                double gain = margins.stream().mapToDouble(margin -> margin.gainUsd(reason)).sum();
                if (gain > most) {
                    most = gain;
                    found = reason;
                }
            }
            if (found != null) {
                return why(found, most);
            }
            double loss = margins.stream().mapToDouble(Margin::lossUsd).sum();
            return why(loss > LEAST_USD ? Reason.NOTHING_TO_GAIN : Reason.WORTH_AS_MUCH_ELSEWHERE, 0);
        }

        /** Why nothing may be sold in the whole hour. */
        private Reason closed() {
            ProsumerInputs home = rules.home();
            EvInputs ev = home.ev();
            boolean car = ev != null && ev.v2gKw() > 0 && !product.isReserve();
            if (home.bess() == null && !car) {
                return Reason.NO_DEVICE;
            }
            boolean away = home.bess() == null && IntStream.range(first, end).allMatch(t -> rules.v2gKw(t) <= 0);
            return away ? Reason.CAR_AWAY : Reason.BLACKOUT;
        }

        private WhyNotMore why(Reason reason, double usd) {
            return new WhyNotMore(
                    rules.home().id(), product, hour, plan.provided(product).mean(first, end), reason, limit(reason),
                    used(reason), usd);
        }

        /** Mean over the intervals in which the home may sell. */
        private double mean(ToDoubleFunction<Margin> value) {
            return margins.stream().mapToDouble(value).average().orElse(0);
        }

        /** The same as a price [$/MWh]. */
        private double perMwh(ToDoubleFunction<Margin> usdPerKw) {
            return mean(usdPerKw) * 1000 / DELTA_HOURS;
        }

        private double limit(Reason reason) {
            BessInputs bess = rules.home().bess();
            Double cap = rules.dailyCapKwh(rules.horizon().dayOf(first));
            return switch (reason) {
                case REQUIRED -> rules.inputs().required().kw(product, hour);
                case DISCHARGE_POWER -> mean(Margin::powerKw);
                case STORED_ENERGY, RESERVE_ENERGY -> bess == null ? rules.evLeastKwh(end) : rules.floorKwh(end);
                case DAILY_CAP -> cap == null ? 0 : cap;
                case METER_LIMIT -> rules.home().exportLimitKw();
                case NOTHING_TO_GAIN, WORTH_AS_MUCH_ELSEWHERE -> perMwh(Margin::neededUsd);
                case BLACKOUT, NO_DEVICE, CAR_AWAY -> 0;
            };
        }

        private double used(Reason reason) {
            return switch (reason) {
                case REQUIRED -> fleet.homes().stream()
                        .mapToDouble(h -> h.provided(product).mean(first, end))
                        .sum();
                case DISCHARGE_POWER -> mean(margin -> margin.powerKw() - margin.roomKw());
                case STORED_ENERGY, RESERVE_ENERGY ->
                    (rules.home().bess() == null ? plan.evKwh() : plan.bessKwh()).at(end - 1);
                case DAILY_CAP -> soldOnDay();
                case METER_LIMIT -> mean(Margin::meterKw);
                case NOTHING_TO_GAIN, WORTH_AS_MUCH_ELSEWHERE -> perMwh(Margin::paidUsd);
                case BLACKOUT, NO_DEVICE, CAR_AWAY -> 0;
            };
        }

        private double soldOnDay() {
            int day = rules.horizon().dayOf(first);
            double sum = 0;
            for (int t = rules.horizon().dayStart(day); t < rules.horizon().dayStart(day + 1); t++) {
                sum += (plan.soldKw().at(t) + plan.calledKw().at(t)) * DELTA_HOURS;
            }
            return sum;
        }
    }
}
