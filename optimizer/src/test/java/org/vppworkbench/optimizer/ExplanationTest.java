package org.vppworkbench.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.inputs.HardPreferences;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.market.RequiredCapacity;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.optimizer.certificate.Certificate;
import org.vppworkbench.optimizer.explain.Explanation;
import org.vppworkbench.optimizer.explain.HomeLimit;
import org.vppworkbench.optimizer.explain.LimitPrice;
import org.vppworkbench.optimizer.explain.LimitPrice.Part;
import org.vppworkbench.optimizer.explain.RequiredPrice;
import org.vppworkbench.optimizer.schedule.FleetMultipliers;

/** Shadow prices against the certificate, and against finite differences of optima. */
class ExplanationTest {
    private static final Options FINE = new Options(1e-4, 1, 300);

    private static OptimumResult solve(RunInputs inputs) {
        return CentralOptimum.solveRelaxation(inputs, Mode.AWARE, FINE, Progress.NONE, () -> false);
    }

    private static Explanation explain(RunInputs inputs, OptimumResult result) {
        return Explanation.of(inputs, result).orElseThrow();
    }

    private static RunInputs with(RunInputs in, Product product, int hour, double more) {
        RequiredCapacity d = in.required();
        RequiredCapacity other = new RequiredCapacity(
                moved(d.energy(), product == Product.ENERGY, hour, more),
                moved(d.spin(), product == Product.SPIN, hour, more),
                moved(d.nonSpin(), product == Product.NONSPIN, hour, more));
        return new RunInputs(in.horizon(), in.prices(), in.forecasts(), other, in.calledIntervals(), in.prosumers());
    }

    private static TimeSeries moved(TimeSeries d, boolean here, int hour, double more) {
        return here ? TimeSeries.generate(d.length(), h -> d.at(h) + (h == hour ? more : 0)) : d;
    }

    /** A concave optimum: one step more gains at most the price, one step less loses at least it, within the certified gaps. */
    @Test
    void moreOfWhatIsBoughtIsWorthItsShadowPrice() {
        List<Double> tight = new ArrayList<>();
        for (int seed = 0; seed < 6 * Integer.getInteger("vpp.random.scale", 1); seed++) {
            RunInputs inputs = Fleets.withV2g(Fleets.random(seed, 4, 1 + seed % 2, 1), seed, 0.5);
            OptimumResult base = solve(inputs);
            for (RequiredPrice price : dearest(explain(inputs, base))) {
                double step = 0.02 * price.requiredKw();
                OptimumResult more = solve(with(inputs, price.product(), price.hour(), step));
                OptimumResult less = solve(with(inputs, price.product(), price.hour(), -step));
                double worth = step * price.hourUsdPerKw();
                String what = "seed " + seed + " " + price;
                double gain = more.objectiveUsd() - base.objectiveUsd();
                double loss = base.objectiveUsd() - less.objectiveUsd();
                double gap = gap(base) + Math.max(gap(more), gap(less));
                assertTrue(gain <= worth + gap, what + ": gains " + gain + " of " + worth);
                assertTrue(loss >= worth - gap, what + ": loses " + loss + " of " + worth);
                if (worth > 1e-3) {
                    tight.add(gain / worth);
                }
            }
        }
        // not everywhere a kink: the price is what most steps really gain
        assertTrue(tight.size() > 4, tight.toString());
        assertTrue(tight.stream().filter(share -> share > 0.9).count() >= tight.size() / 2, tight.toString());
    }

    private static List<RequiredPrice> dearest(Explanation explanation) {
        return explanation.required().stream()
                .sorted((a, b) -> Double.compare(b.hourUsdPerKw(), a.hourUsdPerKw()))
                .limit(3)
                .toList();
    }

    private static double gap(OptimumResult result) {
        return result.upperBoundUsd() - result.objectiveUsd() + 1e-9;
    }

    @Test
    void reliefOfAHomesLimitIsWorthAtMostItsShadowPrice() {
        List<Double> tight = new ArrayList<>();
        for (int seed = 0; seed < 6 * Integer.getInteger("vpp.random.scale", 1); seed++) {
            RunInputs inputs = Fleets.withV2g(Fleets.random(seed, 3, 1 + seed % 2, 1), seed, 0.5);
            OptimumResult base = solve(inputs);
            for (LimitPrice price : explain(inputs, base).dearest(4)) {
                List<ProsumerInputs> homes = new ArrayList<>(inputs.prosumers());
                homes.replaceAll(h -> h.id().equals(price.home()) ? RelievedHomes.relieved(h, price.limit(), Explanation.STEP) : h);
                OptimumResult more = solve(new RunInputs(
                        inputs.horizon(), inputs.prices(), inputs.forecasts(), inputs.required(), List.of(), homes));
                double gain = more.objectiveUsd() - base.objectiveUsd();
                double worth = price.usdPerUnit() * Explanation.STEP;
                assertTrue(gain <= worth + gap(base) + 1e-9, "seed " + seed + " " + price + ": gains " + gain + " of " + worth);
                assertTrue(gain >= -gap(more), "seed " + seed + " " + price + ": relief hurts, " + gain);
                if (worth > 1e-3) {
                    tight.add(gain / worth);
                }
            }
        }
        assertTrue(tight.size() > 4, tight.toString());
        assertTrue(tight.stream().filter(share -> share > 0.9).count() >= tight.size() / 2, tight.toString());
    }

    /** The prices are written down apart from the certificate: its bound rises by exactly them, and they add up. */
    @Test
    void aPriceIsWhatTheCertifiedBoundRisesBy() {
        int compared = 0;
        for (int seed = 0; seed < 12 * Integer.getInteger("vpp.random.scale", 1); seed++) {
            RunInputs plain = Fleets.withV2g(Fleets.random(300 + seed, 5, seed % 3, 1 + seed % 2, 0.7), seed, 0.7);
            RunInputs inputs = seed % 2 == 0 ? plain : Fleets.withCalls(plain, seed);
            OptimumResult base = solve(inputs);
            List<LimitPrice> prices = explain(inputs, base).limits();
            for (int i = 0; i < inputs.prosumers().size(); i++) {
                ProsumerInputs home = inputs.prosumers().get(i);
                FleetMultipliers all = base.multipliers();
                FleetMultipliers own = new FleetMultipliers(List.of(all.homes().get(i)), all.requiredByProduct());
                double bound = Certificate.upperBound(alone(inputs, home), Mode.AWARE, own);
                for (HomeLimit limit : HomeLimit.values()) {
                    if (limit.value(home).isEmpty()) {
                        continue;
                    }
                    ProsumerInputs relieved = RelievedHomes.relieved(home, limit, Explanation.STEP);
                    double rise = Certificate.upperBound(alone(inputs, relieved), Mode.AWARE, own) - bound;
                    LimitPrice price = prices.stream()
                            .filter(p -> p.home().equals(home.id()) && p.limit() == limit)
                            .findFirst()
                            .orElse(new LimitPrice(home.id(), limit, 0, 0, 0, List.of()));
                    String what = "seed " + seed + " " + home.id() + " " + limit;
                    assertEquals(rise / Explanation.STEP, price.usdPerUnit(), Explanation.LEAST_USD + 1e-7, what);
                    double parts = price.parts().stream().mapToDouble(LimitPrice.Part::usdPerUnit).sum();
                    double left = inputs.horizon().hours() * Explanation.LEAST_USD;
                    assertTrue(parts <= price.usdPerUnit() + 1e-9 && parts >= price.usdPerUnit() - left, what + " " + price);
                    compared += price.usdPerUnit() > 0 ? 1 : 0;
                }
            }
        }
        assertTrue(compared > 100, "only " + compared + " prices above 0");
    }

    private static RunInputs alone(RunInputs in, ProsumerInputs home) {
        return new RunInputs(
                in.horizon(), in.prices(), in.forecasts(), in.required(), in.calledIntervals(), List.of(home));
    }

    /** Relief in one hour alone, or on one day, solved anew by another solver on a program with limits per interval. */
    @Test
    void reliefInOneHourIsWorthAtMostItsShadowPrice() {
        List<Double> tight = new ArrayList<>();
        Set<HomeLimit> tried = EnumSet.noneOf(HomeLimit.class);
        for (int seed = 0; seed < 10 * Integer.getInteger("vpp.random.scale", 1); seed++) {
            RunInputs plain = Fleets.withV2g(Fleets.random(500 + seed, 1 + seed % 2, seed % 3, 1, 0.7), seed, 1);
            RunInputs inputs = tight(seed % 3 == 2 ? Fleets.withCalls(plain, seed) : plain);
            OptimumResult base = solve(inputs);
            for (LimitPrice price : oneOfEach(explain(inputs, base).limits())) {
                Part part = price.parts().stream().max((a, b) -> Double.compare(a.usdPerUnit(), b.usdPerUnit())).orElseThrow();
                double worth = part.usdPerUnit() * Explanation.STEP;
                double gain = within(inputs, price, part, Explanation.STEP) - base.objectiveUsd();
                String what = "seed " + seed + " " + price.home() + " " + price.limit() + " " + part;
                assertTrue(gain <= worth + gap(base), what + ": gains " + gain + " of " + worth);
                assertTrue(gain >= -1e-6, what + ": relief hurts, " + gain);
                if (LINEAR.contains(price.limit())) {
                    double loss = base.upperBoundUsd() - within(inputs, price, part, -Explanation.STEP);
                    assertTrue(loss >= worth - 1e-6, what + ": loses " + loss + " of " + worth);
                }
                if (worth > 1e-4) {
                    tight.add(gain / worth);
                }
                tried.add(price.limit());
            }
        }
        assertTrue(tried.size() >= 8, tried.toString());
        assertTrue(tight.size() > 10, tight.toString());
        assertTrue(tight.stream().filter(share -> share > 0.9).count() >= tight.size() / 2, tight.toString());
    }

    /** Twenty times the requirement, a cap for everybody and a narrow meter: so that more than batteries binds. */
    private static RunInputs tight(RunInputs in) {
        RequiredCapacity d = in.required();
        RequiredCapacity much =
                new RequiredCapacity(d.energy().map(v -> 20 * v), d.spin().map(v -> 20 * v), d.nonSpin().map(v -> 20 * v));
        List<ProsumerInputs> homes = in.prosumers().stream()
                .map(h -> new ProsumerInputs(
                        h.id(), h.importPrice(), h.exportPrice(), h.endValuePerKwh(), 9, 3, h.pv(), h.load(), h.bess(), h.ev(),
                        new HardPreferences(h.hard().reserveFloorKwh(), h.hard().blackoutIntervals(), 3.0, h.hard().evReady()),
                        h.soft()))
                .toList();
        return new RunInputs(in.horizon(), in.prices(), in.forecasts(), much, in.calledIntervals(), homes);
    }

    /** Limits in which the bound is linear and that can be tightened without making a home impossible. */
    private static final Set<HomeLimit> LINEAR =
            EnumSet.of(HomeLimit.BATTERY_ENERGY, HomeLimit.DAILY_CAP, HomeLimit.EXPORT_LIMIT);

    /** Of each kind of limit the dearest, where relief in an hour is worth a rounding of the gap or more. */
    private static List<LimitPrice> oneOfEach(List<LimitPrice> prices) {
        Map<HomeLimit, LimitPrice> dearest = new EnumMap<>(HomeLimit.class);
        prices.stream()
                .filter(price -> price.parts().stream().anyMatch(part -> part.usdPerUnit() > 1e-3))
                .forEach(price -> dearest.merge(
                        price.limit(), price, (a, b) -> b.usdPerUnit() > a.usdPerUnit() ? b : a));
        return List.copyOf(dearest.values());
    }

    private static double within(RunInputs inputs, LimitPrice price, Part part, double by) {
        return DenseModel.optimum(inputs, Mode.AWARE, (home, limit, t) -> {
            int here = limit.perDay() ? inputs.horizon().dayOf(t) : Horizon.hourOf(t);
            return home.id().equals(price.home()) && limit == price.limit() && here == part.number() ? by : 0;
        }).orElseThrow();
    }
}
