package org.vppworkbench.optimizer;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.market.RequiredCapacity;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.optimizer.DenseModel.Shape;

/**
 * The bound and the corrected schedule against the exact optimum with one direction, by {@link OneDirection} on the formulation
 * of {@link DenseModel}: one home, a day, three hours with trade. Many more, with fleets and by SCIP, are in
 * {@code docs/tightness.md}.
 */
class ExactContractsTest {
    /** What the audit and the search let a schedule break, in money, with much to spare [$]. */
    private static final double TOLERANCE = 1e-4;

    /** The corrected schedule is the exact optimum, which an integer solver missed. */
    private static final int MISSED = 99;

    /**
     * @param correctedUsd UB(AWARE) less the corrected schedule
     * @param exactUsd UB(AWARE) less the best with one direction
     * @param flatUsd UB(AWARE) less the best with one direction and flat contracts
     */
    private record Distance(String name, double correctedUsd, double exactUsd, double flatUsd) {}

    @Test
    void theExactOptimumLiesBetweenTheCorrectedScheduleAndTheBound(TestReporter reporter) {
        int fleets = 8 * Integer.getInteger("vpp.random.scale", 1);
        List<Distance> all = IntStream.concat(IntStream.range(0, fleets), IntStream.of(MISSED)).distinct().parallel()
                .mapToObj(ExactContractsTest::distance)
                .toList();
        reporter.publishEntry("distances", all.toString());
        for (Distance d : all) {
            assertTrue(d.exactUsd() >= -1e-6, () -> d + ": the bound is too low");
            assertTrue(d.correctedUsd() >= d.exactUsd() - TOLERANCE, () -> d + ": the corrected schedule is too good");
            assertTrue(d.flatUsd() >= d.exactUsd() - TOLERANCE, () -> d + ": flat contracts are too good");
        }
        assertTrue(all.stream().anyMatch(d -> d.exactUsd() > 0.01), () -> "one direction never costs anything: " + all);
        assertTrue(all.stream().anyMatch(d -> d.flatUsd() > d.exactUsd() + 0.01), () -> "flat never costs anything: " + all);
    }

    /** The search doubles with every interval in which the direction matters: D is kept in three hours only. */
    private static RunInputs inTheDearestHours(RunInputs in) {
        MarketSeries prices = in.prices();
        List<Integer> dearest = IntStream.range(0, in.horizon().hours()).boxed()
                .sorted(Comparator.comparingDouble(h -> -prices.hourMean(Product.ENERGY, h)))
                .limit(3)
                .toList();
        RequiredCapacity d = in.required();
        TimeSeries kept = TimeSeries.generate(in.horizon().hours(), h -> dearest.contains(h) ? 1 : 0);
        RequiredCapacity required = new RequiredCapacity(
                TimeSeries.generate(kept.length(), h -> 6 * kept.at(h) * d.energy().at(h)),
                TimeSeries.generate(kept.length(), h -> 6 * kept.at(h) * d.spin().at(h)),
                TimeSeries.generate(kept.length(), h -> 6 * kept.at(h) * d.nonSpin().at(h)));
        return new RunInputs(in.horizon(), prices, in.forecasts(), required, List.of(), in.prosumers());
    }

    private static Distance distance(int k) {
        RunInputs plain = inTheDearestHours(Fleets.random(300 + k, 1, k % 2, 1, 1));
        RunInputs inputs = k / 2 % 2 == 0 ? plain : UnusualFleets.lopsided(plain, k);
        ProsumerInputs home = inputs.prosumers().getFirst();
        assertTrue(home.exportPrice().min() >= 0 && inputs.prices().energy().min() >= 0);
        OptimumResult aware = Fleets.solved(inputs, Mode.AWARE);
        double exact = DenseModel.exact(inputs, Mode.AWARE, Shape.ONE_DIRECTION).orElseThrow();
        double flat = DenseModel.exact(inputs, Mode.AWARE, Shape.FLAT).orElseThrow();
        double bound = aware.upperBoundUsd();
        return new Distance("fleet " + k, bound - aware.feasibleUsd(), bound - exact, bound - flat);
    }
}
