package org.vppworkbench.optimizer.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.optimizer.lp.HomeRules;
import org.vppworkbench.optimizer.schedule.HomeSchedule;

/**
 * Shadow prices of the limits of one home, per interval: by how much the certified bound rises when the limit is relieved in
 * that interval alone, per unit of relief. The terms of the bound are apart by interval, so relief over many intervals raises it
 * by the sum of their prices, at kinks too. In a quarter hour that is split between charging and discharging the corners of the
 * bound tie, and the relief of either power raises it in full although the optimum is smooth there; the slope weighs the corners
 * by their shares in the schedule instead (envelope theorem, with {@code chg/Pc} and {@code dis/Pd} as variables).
 */
final class LimitPrices {
    private final HomeRules rules;
    private final HomeWorth worth;
    private final HomeSchedule plan;

    LimitPrices(HomeRules rules, HomeWorth worth, HomeSchedule plan) {
        this.rules = rules;
        this.worth = worth;
        this.plan = plan;
    }

    /** All limits worth something. */
    List<LimitPrice> all() {
        List<LimitPrice> prices = new ArrayList<>();
        for (HomeLimit limit : HomeLimit.values()) {
            Optional<Double> value = limit.value(rules.home());
            if (value.isPresent()) {
                double[] usd = limit.perDay() ? perDay() : perHour(t -> usd(limit, t));
                double[] slope = limit.perDay() ? usd : perHour(t -> slopeUsd(limit, t));
                double sum = Arrays.stream(usd).sum();
                if (sum > Explanation.LEAST_USD) {
                    double slopes = Arrays.stream(slope).sum();
                    prices.add(new LimitPrice(rules.home().id(), limit, value.get(), sum, slopes, parts(usd, slope)));
                }
            }
        }
        return prices;
    }

    private static List<LimitPrice.Part> parts(double[] usd, double[] slope) {
        return IntStream.range(0, usd.length)
                .filter(k -> usd[k] > Explanation.LEAST_USD)
                .mapToObj(k -> new LimitPrice.Part(k, usd[k], slope[k]))
                .toList();
    }

    private double[] perDay() {
        double[] usd = new double[rules.horizon().days()];
        for (int day = 0; day < usd.length; day++) {
            usd[day] = rules.dailyCapKwh(day) == null ? 0 : worth.capUsd(day);
        }
        return usd;
    }

    private double[] perHour(IntToDoubleFunction price) {
        double[] usd = new double[rules.horizon().hours()];
        for (int t = 0; t < rules.intervals(); t++) {
            usd[Horizon.hourOf(t)] += price.applyAsDouble(t);
        }
        return usd;
    }

    /** What relief in one interval is worth at most [$ per kW or kWh]; 0 where the limit does not apply. */
    double usd(HomeLimit limit, int t) {
        return switch (limit) {
            case BATTERY_CHARGE, BATTERY_DISCHARGE, CAR_CHARGE, CAR_DISCHARGE -> power(limit, t);
            case BATTERY_ENERGY -> Math.max(0, worth.batterySlopeUsd(t));
            case BATTERY_FLOOR -> Math.max(0, -worth.batterySlopeUsd(t)) + worth.heldUsd(t);
            case CAR_ENERGY -> Math.max(0, worth.carSlopeUsd(t));
            case CAR_FLOOR -> needShare(t) > 0 ? 0 : Math.max(0, -worth.carSlopeUsd(t));
            case CAR_NEED -> needShare(t) * Math.max(0, -worth.carSlopeUsd(t));
            case IMPORT_LIMIT -> Math.max(0, worth.meterLimitUsd(t));
            case EXPORT_LIMIT -> Math.max(0, -worth.meterLimitUsd(t));
            case DAILY_CAP -> throw new IllegalArgumentException(limit + " has no price per interval, it is a limit of days");
        };
    }

    private double power(HomeLimit limit, int t) {
        Powers kw = Powers.of(rules, t);
        double more = worth.powersUsd(t, kw.relieved(limit, Explanation.STEP)) - worth.powersUsd(t, kw);
        return Math.max(0, more) / Explanation.STEP;
    }

    /** What relief in one interval is worth at the certified point, from 0 to {@link #usd} [$ per kW or kWh]. */
    private double slopeUsd(HomeLimit limit, int t) {
        double most = usd(limit, t);
        return limit.isPower() ? Math.clamp(worth.powerSlopeUsd(limit, t, plan), 0, most) : most;
    }

    /** The share of a step of relief by which the owner's need at the end of an interval lies above what the car holds anyway. */
    private double needShare(int t) {
        EvInputs ev = rules.home().ev();
        double needed = ev == null ? 0 : rules.evLeastKwh(t + 1) - ev.minKwh();
        return Math.clamp(needed / Explanation.STEP, 0, 1);
    }
}
