package org.vppworkbench.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.inputs.HomeOutlook;
import org.vppworkbench.model.inputs.PriceKnowledge;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.optimizer.forecast.ForecastOptimum;
import org.vppworkbench.optimizer.forecast.ForecastResult;

/** The optimum on what was known, valued on what happened: never above UB(AWARE), and AWARE itself where all was known. */
class ForecastOptimumTest {
    @Test
    void neverBeatsTheBoundOfAwareHoweverWrongTheForecasts() {
        IntStream.range(0, 12 * Integer.getInteger("vpp.random.scale", 1)).parallel().forEach(seed -> {
            RunInputs plain = Fleets.withV2g(Fleets.random(seed, 1 + seed % 5, seed % 6, 1 + seed % 2), seed, 0.5);
            RunInputs inputs = guessed(seed % 3 == 0 ? Fleets.withCalls(plain, seed) : plain, seed);
            OptimumResult aware = relaxed(inputs);
            ForecastResult forecast = forecast(inputs);
            String what = "seed " + seed + ": " + forecast.message() + " " + forecast.realised();
            assertEquals(OptimumStatus.OPTIMAL, forecast.status(), what);
            assertTrue(forecast.maxViolation() <= 1e-6, what);
            assertTrue(forecast.welfareUsd() <= aware.upperBoundUsd() + 1e-9, what);
            assertTrue(forecast.shortfallUsd() >= 0, what);
        });
    }

    @Test
    void isTheOptimumItselfWhereNothingIsUncertain() {
        for (int seed = 0; seed < 6 * Integer.getInteger("vpp.random.scale", 1); seed++) {
            RunInputs inputs = Fleets.withV2g(Fleets.random(seed, 1 + seed % 4, seed % 5, 1 + seed % 2), seed, 0.5);
            OptimumResult aware = relaxed(inputs);
            ForecastResult forecast = forecast(inputs);
            assertEquals(0, forecast.shortfallKwh(), "seed " + seed);
            assertEquals(aware.objectiveUsd(), forecast.welfareUsd(), 1e-3, "seed " + seed);
        }
    }

    /** Tomorrow's prices are not read today: whatever the forecast for day 3, day 1 is carried out the same way. */
    @Test
    void theFirstDayDoesNotReadTheForecastOfTheThird() {
        RunInputs inputs = guessed(Fleets.random(3, 3, 0, 3), 5);
        MarketSeries f = inputs.forecasts();
        int third = inputs.horizon().dayStart(2);
        TimeSeries other = TimeSeries.generate(
                inputs.horizon().intervals(), t -> f.energy().at(t) * (t >= third ? 9 : 1));
        RunInputs poisoned = new RunInputs(
                inputs.horizon(), inputs.prices(), new MarketSeries(other, f.spin(), f.nonSpin(), null), inputs.required(),
                inputs.calledIntervals(), inputs.prosumers(), inputs.outlooks());
        ForecastResult a = forecast(inputs);
        ForecastResult b = forecast(poisoned);
        for (int i = 0; i < 3; i++) {
            assertEquals(
                    a.schedule().homes().get(i).soldKw().slice(0, 96), b.schedule().homes().get(i).soldKw().slice(0, 96));
        }
    }

    private static OptimumResult relaxed(RunInputs inputs) {
        return CentralOptimum.solveRelaxation(inputs, Mode.AWARE, Options.DEFAULT, Progress.NONE, () -> false);
    }

    private static ForecastResult forecast(RunInputs inputs) {
        return ForecastOptimum.solve(inputs, Options.DEFAULT, Progress.NONE, () -> false);
    }

    /** Prices, roofs and loads expected with errors of about a half. */
    static RunInputs guessed(RunInputs inputs, long seed) {
        SplittableRandom random = new SplittableRandom(seed ^ 0xF0CA57L);
        MarketSeries p = inputs.prices();
        MarketSeries forecasts = new MarketSeries(
                wrong(p.energy(), random), wrong(p.spin(), random), wrong(p.nonSpin(), random), null);
        List<HomeOutlook> outlooks = new ArrayList<>();
        for (ProsumerInputs home : inputs.prosumers()) {
            outlooks.add(HomeOutlook.of(
                    home, PriceKnowledge.PUBLISHED, 0.5, home.endValuePerKwh(), home.importPrice(), home.exportPrice(),
                    wrong(home.pv(), random), wrong(home.load(), random)));
        }
        return new RunInputs(
                inputs.horizon(), p, forecasts, inputs.required(), inputs.calledIntervals(), inputs.prosumers(), outlooks);
    }

    private static TimeSeries wrong(TimeSeries truth, SplittableRandom random) {
        double[] factor = random.doubles(truth.length() / Horizon.INTERVALS_PER_HOUR + 1, 0.4, 1.8).toArray();
        return TimeSeries.generate(truth.length(), t -> truth.at(t) * factor[Horizon.hourOf(t)]);
    }
}
