package org.vppworkbench.app.cli;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.scenario.CallSettings;
import org.vppworkbench.model.scenario.ForecastSettings;
import org.vppworkbench.model.scenario.MarketSettings;
import org.vppworkbench.model.scenario.Timeline;
import picocli.CommandLine.Option;

/** The options that say in which market a run takes place and what is expected of it. */
final class MarketOptions {
    @Option(names = "--timeline", paramLabel = "NAME", converter = ConstantOption.OfTimeline.class,
            description = "hourly: 75 minutes before each hour; day-ahead: at 10:00 of the day before (default: hourly)")
    @Nullable Timeline timeline;

    @Option(names = "--rules", paramLabel = "NAME", converter = ConstantOption.OfRules.class,
            description = "what the market accepts: research or caiso-dera (default: research)")
    @Nullable MarketRules rules;

    @Option(names = "--forecast", paramLabel = "METHOD", converter = ForecastOption.class,
            description = "expected prices: perfect, persistence, noisy:SIGMA or regression (default: perfect)")
    @Nullable ForecastSettings forecast;

    @Option(names = "--home-forecast-error", paramLabel = "SIGMA",
            description = "relative error of each home's own PV and load forecast, 0 to 2 (default: 0)")
    @Nullable Double homeForecastError;

    @Option(names = "--calls", paramLabel = "LIST|seed:N[:P]", converter = CallsOption.class,
            description = {
                "contingency calls: local times such as 2023-08-16T18:00 or UTC instants with commas,",
                "or drawn from a seed with a probability per quarter hour (0.001 if not given), or none (default)"
            })
    @Nullable CallSettings calls;

    @Option(names = "--permute-days", paramLabel = "SEED",
            description = {
                "the market prices of the days of the run change places, for all mechanisms and the optimum alike:",
                "against models that know the week by heart; marked DERIVED (default: they stay)"
            })
    @Nullable Long permuteDays;

    /** Adds the options by name, {@code null} where they were not given. */
    void put(Map<String, @Nullable Object> all) {
        all.put("--timeline", timeline);
        all.put("--rules", rules);
        all.put("--forecast", forecast);
        all.put("--home-forecast-error", homeForecastError);
        all.put("--calls", calls);
        all.put("--permute-days", permuteDays);
    }

    /** The market of a scenario with what was given in its place. */
    MarketSettings over(MarketSettings base) {
        ForecastSettings price = Objects.requireNonNullElse(forecast, base.forecast());
        double homes = Objects.requireNonNullElse(homeForecastError, base.forecast().siteSigma());
        return new MarketSettings(
                Objects.requireNonNullElse(timeline, base.timeline()),
                Objects.requireNonNullElse(rules, base.rules()),
                new ForecastSettings(price.method(), price.sigma(), homes),
                Objects.requireNonNullElse(calls, base.calls()),
                permuteDays == null ? base.dayPermutation() : permuteDays);
    }
}
