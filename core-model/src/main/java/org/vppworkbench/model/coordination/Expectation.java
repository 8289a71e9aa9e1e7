package org.vppworkbench.model.coordination;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.inputs.HomeOutlook;
import org.vppworkbench.model.inputs.PriceKnowledge;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.market.RequiredCapacity;
import org.vppworkbench.model.scenario.Behaviour;
import org.vppworkbench.model.scenario.ForecastSettings;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

/**
 * A run as it is expected before its first hour: forecasts in place of prices, homes as they expect their days, no call and
 * no real-time price. Under {@code PERSISTENCE} and {@code REGRESSION} only the first day has a forecast by then; market
 * prices of later days, and retail prices that follow them, are expected to be those of the first day again.
 *
 * @param inputs what is expected, in the form of the inputs of a run
 * @param knownHours hours at the beginning for which there are forecasts
 * @param behaviours what owners ask of their contracts, known to each home alone; empty where they ask nothing
 */
public record Expectation(RunInputs inputs, int knownHours, List<Behaviour> behaviours) {
    public Expectation {
        behaviours = List.copyOf(behaviours);
    }

    /** Everything is forecast, and owners ask nothing of their contracts. */
    public Expectation(RunInputs inputs) {
        this(inputs, inputs.horizon().hours(), List.of());
    }

    public static Expectation of(ResolvedScenario scenario) {
        RunInputs run = scenario.inputs();
        Horizon horizon = run.horizon();
        ForecastSettings.Method method = scenario.scenario().market().forecast().method();
        boolean ahead = method == ForecastSettings.Method.PERFECT || method == ForecastSettings.Method.NOISY;
        MarketSeries known = run.forecasts();
        MarketSeries forecasts = ahead
                ? new MarketSeries(known.energy(), known.spin(), known.nonSpin(), null)
                : new MarketSeries(
                        repeated(known.energy(), horizon), repeated(known.spin(), horizon), repeated(known.nonSpin(), horizon), null);
        List<ProsumerInputs> homes = new ArrayList<>();
        for (HomeOutlook outlook : run.outlooks()) {
            boolean published = ahead || outlook.prices() == PriceKnowledge.PUBLISHED;
            homes.add(published ? outlook.expected() : withFirstDaysPrices(outlook.expected(), horizon));
        }
        return new Expectation(
                new RunInputs(horizon, forecasts, forecasts, required(scenario, forecasts), List.of(), homes),
                ahead ? horizon.hours() : Horizon.hourOf(horizon.dayStart(1)),
                scenario.behaviours());
    }

    /** The first local day, again on every day; a longer day repeats its last interval. */
    private static @Nullable TimeSeries repeated(@Nullable TimeSeries series, Horizon horizon) {
        int last = horizon.dayStart(1) - 1;
        return series == null
                ? null
                : TimeSeries.generate(
                        series.length(), t -> series.at(Math.min(last, t - horizon.dayStart(horizon.dayOf(t)))));
    }

    private static ProsumerInputs withFirstDaysPrices(ProsumerInputs home, Horizon horizon) {
        TimeSeries importPrice = repeated(home.importPrice(), horizon);
        TimeSeries exportPrice = repeated(home.exportPrice(), horizon);
        return importPrice == null || exportPrice == null
                ? home
                : new ProsumerInputs(
                        home.id(), importPrice, exportPrice, home.endValuePerKwh(), home.importLimitKw(),
                        home.exportLimitKw(), home.pv(), home.load(), home.bess(), home.ev(), home.hard(), home.soft());
    }

    /** What is asked for where its gross stake is expected to reach the minimum; who is asked does not know what will. */
    private static RequiredCapacity required(ResolvedScenario scenario, MarketSeries forecasts) {
        double least = scenario.scenario().minStakeUsd();
        RequiredCapacity open = scenario.inputs().required();
        ToDoubleBiFunction<Product, Integer> expected = (product, hour) -> {
            double wanted = open.kw(product, hour);
            for (Opportunity skipped : scenario.skipped()) {
                if (skipped.product() == product && skipped.hour() == hour) {
                    wanted = skipped.requiredKw();
                }
            }
            return wanted * forecasts.hourMean(product, hour) / 1000 < least ? 0 : wanted;
        };
        int hours = scenario.inputs().horizon().hours();
        return new RequiredCapacity(
                TimeSeries.generate(hours, h -> expected.applyAsDouble(Product.ENERGY, h)),
                TimeSeries.generate(hours, h -> expected.applyAsDouble(Product.SPIN, h)),
                TimeSeries.generate(hours, h -> expected.applyAsDouble(Product.NONSPIN, h)));
    }
}
