package org.vppworkbench.optimizer.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.optimizer.OptimumResult;
import org.vppworkbench.optimizer.certificate.Certificate;
import org.vppworkbench.optimizer.schedule.FleetMultipliers;
import org.vppworkbench.optimizer.schedule.FleetSchedule;

/**
 * What binds in an optimum and what it is worth, from the multipliers behind its certified bound.
 *
 * <p>For fixed multipliers the certificate's bound L(y, θ) bounds the optimum under any limits θ. So if relief by ε raises the
 * bound by g, the optimum gains at most g and the certified gap, and a limit tightened by ε costs at least what the bound falls,
 * less the gap. A shadow price here is g/ε: exact where the optimum is smooth within ε, at most too high at a kink.
 *
 * @param required D per product and hour with D above 0
 * @param limits of the homes, those worth something
 * @param reasons per home, product and hour with D above 0
 */
public record Explanation(List<RequiredPrice> required, List<LimitPrice> limits, List<WhyNotMore> reasons) {
    /** How far a limit is moved [kW or kWh]. */
    public static final double STEP = 1e-2;

    /** A price below this is rounding [$ per kW or kWh]. */
    private static final double LEAST_USD = 1e-7;

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
        List<RequiredPrice> required = required(inputs, schedule, multipliers);
        AtomicInteger done = new AtomicInteger();
        List<LimitPrice> limits = IntStream.range(0, inputs.prosumers().size())
                .parallel()
                .mapToObj(i -> {
                    List<LimitPrice> own =
                            cancelled.getAsBoolean() ? List.<LimitPrice>of() : limits(inputs, result, multipliers, i);
                    homesDone.accept(done.incrementAndGet());
                    return own;
                })
                .flatMap(List::stream)
                .toList();
        List<WhyNotMore> reasons = new Reasons(inputs, result.mode(), schedule, multipliers).all(cancelled);
        return cancelled.getAsBoolean() ? Optional.empty() : Optional.of(new Explanation(required, limits, reasons));
    }

    private static List<RequiredPrice> required(RunInputs inputs, FleetSchedule schedule, FleetMultipliers y) {
        List<RequiredPrice> all = new ArrayList<>();
        for (int hour = 0; hour < inputs.horizon().hours(); hour++) {
            for (Product product : Product.values()) {
                double kw = inputs.required().kw(product, hour);
                if (kw <= 0 || inputs.prices().of(product) == null) {
                    continue;
                }
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

    /** Only the home's own part of the bound changes. */
    private static List<LimitPrice> limits(RunInputs inputs, OptimumResult result, FleetMultipliers y, int index) {
        ProsumerInputs home = inputs.prosumers().get(index);
        FleetMultipliers own = new FleetMultipliers(List.of(y.homes().get(index)), y.requiredByProduct());
        double bound = Certificate.upperBound(alone(inputs, home), result.mode(), own);
        List<LimitPrice> prices = new ArrayList<>();
        for (HomeLimit limit : HomeLimit.values()) {
            Optional<Double> value = limit.value(home);
            if (value.isPresent()) {
                ProsumerInputs relieved = limit.relieved(home, STEP);
                double usd = (Certificate.upperBound(alone(inputs, relieved), result.mode(), own) - bound) / STEP;
                if (usd > LEAST_USD) {
                    prices.add(new LimitPrice(home.id(), limit, value.get(), usd));
                }
            }
        }
        return prices;
    }

    private static RunInputs alone(RunInputs inputs, ProsumerInputs home) {
        return new RunInputs(
                inputs.horizon(), inputs.prices(), inputs.forecasts(), inputs.required(), inputs.calledIntervals(),
                List.of(home));
    }

    /** The limits worth most, at most {@code count}. */
    public List<LimitPrice> dearest(int count) {
        LimitPrice[] sorted = limits.toArray(LimitPrice[]::new);
        Arrays.sort(sorted, (a, b) -> Double.compare(b.usdPerUnit(), a.usdPerUnit()));
        return List.of(sorted).subList(0, Math.min(count, sorted.length));
    }
}
