package org.vppworkbench.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.inputs.HardPreferences;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.market.RequiredCapacity;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.optimizer.explain.Explanation;
import org.vppworkbench.optimizer.explain.LimitPrice;
import org.vppworkbench.optimizer.explain.RequiredPrice;
import org.vppworkbench.optimizer.explain.WhyNotMore;
import org.vppworkbench.optimizer.explain.WhyNotMore.Reason;

/** Shadow prices against finite differences of the certified optimum, and reasons against cases clear by hand. */
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
                homes.replaceAll(h -> h.id().equals(price.home()) ? price.limit().relieved(h, Explanation.STEP) : h);
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

    /** Energy at 2000 $/MWh in one hour and nothing else: what binds there is set up one by one. */
    @Test
    void whyNotMoreNamesWhatBinds() {
        Horizon day = Fleets.horizon(0, 1);
        int n = day.intervals();
        MarketSeries dear = new MarketSeries(TimeSeries.generate(n, t -> t / 4 == 18 ? 2000 : 10), null, null, null);
        TimeSeries evening = TimeSeries.generate(24, h -> h == 18 ? 2 : 0);
        TimeSeries much = TimeSeries.generate(24, h -> h == 18 ? 50 : 0);
        Homes plain = Homes.flat("home-1", n, 0.3, 0.1).constantLoad(0.5).endValue(0.3).with(Homes.battery());
        assertEquals(Reason.REQUIRED, reason(day, dear, evening, plain));
        assertEquals(Reason.DISCHARGE_POWER, reason(day, dear, much, plain));
        assertEquals(Reason.NO_DEVICE, reason(day, dear, much, Homes.flat("home-1", n, 0.3, 0.1).endValue(0.3)));
        assertEquals(Reason.DAILY_CAP, reason(day, dear, much, Homes.flat("home-1", n, 0.3, 0.1).endValue(0.3)
                .with(Homes.battery()).with(new HardPreferences(null, List.of(), 1.5, List.of()))));
        assertEquals(Reason.BLACKOUT, reason(day, dear, much, Homes.flat("home-1", n, 0.3, 0.1).endValue(0.3)
                .with(Homes.battery())
                .with(new HardPreferences(null, IntStream.range(72, 76).boxed().toList(), null, List.of()))));
        assertEquals(Reason.METER_LIMIT, reason(day, dear, much, Homes.flat("home-1", n, 0.3, 0.1).limits(10, 1)
                .endValue(0.3).with(Homes.battery())));
        MarketSeries cheap = new MarketSeries(TimeSeries.generate(n, t -> t / 4 == 18 ? 60 : 10), null, null, null);
        assertEquals(Reason.WORTH_MORE_ELSEWHERE, reason(day, cheap, much, plain));
    }

    private static Reason reason(Horizon day, MarketSeries prices, TimeSeries required, Homes home) {
        TimeSeries none = TimeSeries.constant(24, 0);
        RunInputs inputs = new RunInputs(
                day, prices, prices, new RequiredCapacity(required, none, none), List.of(), List.of(home.build()));
        List<WhyNotMore> reasons = explain(inputs, solve(inputs)).reasons();
        assertEquals(1, reasons.size(), reasons.toString());
        return reasons.getFirst().reason();
    }
}
