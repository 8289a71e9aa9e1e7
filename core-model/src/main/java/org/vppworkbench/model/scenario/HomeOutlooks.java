package org.vppworkbench.model.scenario;

import org.vppworkbench.model.fleet.TariffPlan;
import org.vppworkbench.model.forecast.SiteNoise;
import org.vppworkbench.model.inputs.HomeOutlook;
import org.vppworkbench.model.inputs.PriceKnowledge;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

/**
 * What homes expect: roof and load with errors of {@code siteSigma}, filed prices as they are, and on the {@code WHOLESALE}
 * plan the price forecast.
 *
 * @param settings of the forecasts
 * @param seed master seed of the run
 * @param horizon days of the run
 * @param forecasts price forecasts of the run
 */
record HomeOutlooks(ForecastSettings settings, long seed, Horizon horizon, MarketSeries forecasts) {
    HomeOutlook of(ProsumerInputs home, TariffPlan plan) {
        TimeSeries price = home.importPrice();
        TimeSeries credit = home.exportPrice();
        double end = home.endValuePerKwh();
        PriceKnowledge known = plan == TariffPlan.WHOLESALE ? PriceKnowledge.DAILY : PriceKnowledge.PUBLISHED;
        TimeSeries energy = forecasts.energy();
        if (plan == TariffPlan.WHOLESALE && energy != null) {
            price = energy.map(usd -> usd / 1000);
            credit = price;
            if (settings.method() != ForecastSettings.Method.PERFECT) {
                // forecasts of later days are made from prices the first day cannot know
                end = price.slice(0, horizon.dayStart(1)).min();
            }
        }
        if (settings.siteSigma() == 0) {
            return HomeOutlook.of(home, known, 0, end, price, credit, home.pv(), home.load());
        }
        SiteNoise noise = new SiteNoise(seed, settings.siteSigma());
        TimeSeries pv = noise.pv(home, horizon);
        return HomeOutlook.of(
                home, known, settings.siteSigma(), end, price, credit, pv, noise.load(home, pv, horizon));
    }
}
