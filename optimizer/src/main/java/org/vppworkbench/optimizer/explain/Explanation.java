package org.vppworkbench.optimizer.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.optimizer.Mode;
import org.vppworkbench.optimizer.OptimumResult;
import org.vppworkbench.optimizer.lp.HomeRules;
import org.vppworkbench.optimizer.schedule.FleetMultipliers;
import org.vppworkbench.optimizer.schedule.FleetSchedule;
import org.vppworkbench.optimizer.schedule.HomeSchedule;

/**
 * What binds in an optimum and what it is worth, from the multipliers behind its certified bound.
 *
 * <p>For fixed multipliers the certificate's bound L(y, θ) bounds the optimum under any limits θ. So if relief by ε raises the
 * bound by g, the optimum gains at most g and the certified gap, and a limit tightened by ε costs at least what the bound falls,
 * less the gap. A shadow price here is g/ε: proven as an upper limit; too high at a kink of the optimum, and for the power of a
 * device in quarter hours that are split between charging and discharging, where only L has a kink. Beside it stands the slope,
 * which is right there too, but no bound ({@link LimitPrice}). L is a sum over intervals, so the prices of single hours add up to
 * that of the whole run.
 *
 * @param required D per product and hour with D above 0
 * @param limits of the homes, those worth something
 * @param reasons per home, product and hour with D above 0
 */
public record Explanation(List<RequiredPrice> required, List<LimitPrice> limits, List<WhyNotMore> reasons) {
    /** How far a limit is moved [kW or kWh]. */
    public static final double STEP = 1e-2;

    /** A price of a home's limit below this is not listed [$ per kW or kWh]. */
    public static final double LEAST_USD = 1e-5;

    public Explanation {
        required = List.copyOf(required);
        limits = List.copyOf(limits);
        reasons = List.copyOf(reasons);
    }

    /** Explains an optimum; empty where it has no point or no multipliers. */
    public static Optional<Explanation> of(RunInputs inputs, OptimumResult result) {
        return of(inputs, result, done -> {}, () -> false);
    }

    /**
     * Explains an optimum; empty where it has no point or no multipliers, or it was cancelled.
     *
     * @param homesDone told how many homes are done; called from several threads
     * @param cancelled polled home by home
     */
    public static Optional<Explanation> of(
            RunInputs inputs, OptimumResult result, IntConsumer homesDone, BooleanSupplier cancelled) {
        FleetSchedule schedule = result.relaxedSchedule();
        FleetMultipliers multipliers = result.multipliers();
        if (schedule == null || multipliers == null) {
            return Optional.empty();
        }
        AtomicInteger done = new AtomicInteger();
        List<OfHome> homes = IntStream.range(0, inputs.prosumers().size())
                .parallel()
                .mapToObj(i -> {
                    OfHome home = cancelled.getAsBoolean()
                            ? OfHome.NOTHING
                            : home(inputs, result.mode(), schedule, multipliers, i);
                    homesDone.accept(done.incrementAndGet());
                    return home;
                })
                .toList();
        if (cancelled.getAsBoolean()) {
            return Optional.empty();
        }
        return Optional.of(new Explanation(
                required(inputs, schedule, multipliers),
                homes.stream().flatMap(home -> home.limits().stream()).toList(),
                homes.stream().flatMap(home -> home.reasons().stream()).toList()));
    }

    private record OfHome(List<LimitPrice> limits, List<WhyNotMore> reasons) {
        static final OfHome NOTHING = new OfHome(List.of(), List.of());
    }

    private static OfHome home(RunInputs inputs, Mode mode, FleetSchedule schedule, FleetMultipliers y, int index) {
        HomeRules rules = new HomeRules(inputs, index, mode);
        HomeWorth worth = new HomeWorth(rules, y.homes().get(index), y);
        HomeSchedule plan = schedule.homes().get(index);
        LimitPrices prices = new LimitPrices(rules, worth, plan);
        Reasons reasons = new Reasons(rules, worth, prices, schedule, plan);
        return new OfHome(prices.all(), mode.sells() ? reasons.all() : List.of());
    }

    /** Whether anything of a product is bought in an hour. */
    static boolean traded(RunInputs inputs, Product product, int hour) {
        return inputs.required().kw(product, hour) > 0 && inputs.prices().of(product) != null;
    }

    private static List<RequiredPrice> required(RunInputs inputs, FleetSchedule schedule, FleetMultipliers y) {
        List<RequiredPrice> all = new ArrayList<>();
        for (int hour = 0; hour < inputs.horizon().hours(); hour++) {
            for (Product product : Product.values()) {
                if (!traded(inputs, product, hour)) {
                    continue;
                }
                double kw = inputs.required().kw(product, hour);
                int first = Horizon.firstInterval(hour);
                int end = first + Horizon.INTERVALS_PER_HOUR;
                double sold = schedule.homes().stream()
                        .mapToDouble(home -> home.provided(product).mean(first, end))
                        .sum();
                List<Double> usd = IntStream.range(first, end)
                        .mapToObj(t -> Math.max(0, y.required(product).at(t)))
                        .toList();
                all.add(new RequiredPrice(product, hour, kw, sold, usd));
            }
        }
        return all;
    }

    /** The limits worth most at the certified point, at most {@code count}. */
    public List<LimitPrice> dearest(int count) {
        LimitPrice[] sorted = limits.toArray(LimitPrice[]::new);
        Arrays.sort(sorted, (a, b) -> Double.compare(b.slopeUsdPerUnit(), a.slopeUsdPerUnit()));
        return List.of(sorted).subList(0, Math.min(count, sorted.length));
    }
}
