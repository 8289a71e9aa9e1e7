package org.vppworkbench.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.market.RequiredCapacity;
import org.vppworkbench.optimizer.explain.Explanation;
import org.vppworkbench.optimizer.explain.LimitPrice;

/** Slopes of the optimum, at both sides of a limit, by another solver on a program written down apart. */
class SlopeTest {
    private static final Options FINE = new Options(1e-6, 1, 300);

    /** How far a limit is moved [kW or kWh]. */
    private static final double STEP = 1e-3;

    /** Prices at which it pays to buy at retail and to resell at the same time, so that quarter hours are split. */
    private static RunInputs scarce(int seed) {
        RunInputs plain = Fleets.withV2g(Fleets.random(300 + seed, 1 + seed % 2, seed % 3, 1, 0.8), seed, 1);
        RunInputs in = seed % 3 == 2 ? Fleets.withCalls(plain, seed) : plain;
        MarketSeries p = in.prices();
        MarketSeries dear = new MarketSeries(p.energy().map(v -> 7 * v), p.spin(), p.nonSpin(), p.realTime());
        RequiredCapacity d = in.required();
        RequiredCapacity much = new RequiredCapacity(d.energy().map(v -> 6 * v), d.spin(), d.nonSpin());
        List<ProsumerInputs> homes = in.prosumers().stream()
                .map(h -> new ProsumerInputs(
                        h.id(), h.importPrice(), h.exportPrice(), h.endValuePerKwh(), 20, 6, h.pv(), h.load(), h.bess(), h.ev(),
                        h.hard(), h.soft()))
                .toList();
        return new RunInputs(in.horizon(), dear, dear, much, in.calledIntervals(), homes);
    }

    /**
     * Where the optimum is smooth the slope is its derivative, in split quarter hours too; the price is at least what relief earns
     * everywhere. Where the two differ, the price is too high.
     */
    @Test
    void theSlopeIsTheDerivativeWhereTheOptimumIsSmooth() {
        int smooth = 0;
        int split = 0;
        for (int seed = 0; seed < 12 * Integer.getInteger("vpp.random.scale", 1); seed++) {
            RunInputs inputs = scarce(seed);
            OptimumResult base = CentralOptimum.solveRelaxation(inputs, Mode.AWARE, FINE, Progress.NONE, () -> false);
            double exact = DenseModel.optimum(inputs, Mode.AWARE).orElseThrow();
            for (LimitPrice price : Explanation.of(inputs, base).orElseThrow().limits()) {
                double parts = price.parts().stream().mapToDouble(LimitPrice.Part::slopeUsdPerUnit).sum();
                double unlisted = inputs.horizon().hours() * Explanation.LEAST_USD;
                assertEquals(price.slopeUsdPerUnit(), parts, unlisted, price.toString());
                assertTrue(price.slopeUsdPerUnit() >= 0 && price.slopeUsdPerUnit() <= price.usdPerUnit(), price.toString());
                if (price.usdPerUnit() < 0.01 || !moved(price)) {
                    continue;
                }
                double gain = (within(inputs, price, STEP) - exact) / STEP;
                double loss = (exact - within(inputs, price, -STEP)) / STEP;
                String what = "seed " + seed + " " + price.home() + " " + price.limit() + " at most " + price.usdPerUnit()
                        + ", slope " + price.slopeUsdPerUnit() + ", gains " + gain + ", loses " + loss;
                assertTrue(gain <= price.usdPerUnit() + 1e-3, what);
                if (Math.abs(gain - loss) <= 0.01 * gain) {
                    assertEquals(gain, price.slopeUsdPerUnit(), 0.02 * gain, what);
                    smooth++;
                    split += price.usdPerUnit() > 1.05 * gain ? 1 : 0;
                }
            }
        }
        assertTrue(smooth > 30, smooth + " smooth");
        // so many prices of power are too high, and their slopes are right
        assertTrue(split > 8, split + " split");
    }

    /** Limits that the other program can tighten without making a home impossible. */
    private static boolean moved(LimitPrice price) {
        return switch (price.limit()) {
            case BATTERY_CHARGE, BATTERY_DISCHARGE, CAR_CHARGE, CAR_DISCHARGE, BATTERY_ENERGY, EXPORT_LIMIT -> true;
            default -> false;
        };
    }

    private static double within(RunInputs inputs, LimitPrice price, double by) {
        return DenseModel.optimum(
                        inputs, Mode.AWARE, (home, limit, _) -> home.id().equals(price.home()) && limit == price.limit() ? by : 0)
                .orElseThrow();
    }
}
