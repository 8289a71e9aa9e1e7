package org.vppworkbench.model.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.forecast.ForecastReport;
import org.vppworkbench.model.forecast.KnownMarket;
import org.vppworkbench.model.forecast.Persistence;
import org.vppworkbench.model.forecast.PriceForecaster;
import org.vppworkbench.model.forecast.PriceNoise;
import org.vppworkbench.model.forecast.PriceRegression;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.scenario.ForecastSettings.Method;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.Provenance;
import org.vppworkbench.model.time.SeriesKind;
import org.vppworkbench.model.time.TimeSeries;

/** Price forecasts by the settings of a scenario, from the data it refers to. */
public final class PriceForecasts {
    /** What {@code REGRESSION} reads beside prices. */
    private static final List<String> DRIVERS = List.of(DataSet.LOAD_FORECAST_MW, DataSet.SOLAR_FORECAST_MW);

    private final ForecastSettings settings;
    private final DataSet data;

    public PriceForecasts(ForecastSettings settings, DataSet data) {
        this.settings = settings;
        this.data = data;
    }

    /** The first day that can be forecast: the days before it are history. */
    public LocalDate firstPossibleDay() {
        PriceForecaster method = method();
        return data.horizon().firstDay().plusDays(method == null ? 0 : method.daysNeeded());
    }

    /** An error for what the method needs and the data do not have. */
    void check(LocalDate firstDay, Findings out) {
        for (String driver : DRIVERS) {
            if (settings.method() == Method.REGRESSION && data.drivers().get(driver) == null) {
                out.error(
                        "scenario, market.forecast.method", settings.method(),
                        "the data set " + data.id() + " has no driver " + driver + ", which a regression needs",
                        "PERFECT, PERSISTENCE, NOISY, or data with " + String.join(" and ", DRIVERS));
            }
        }
        LocalDate first = firstPossibleDay();
        if (firstDay.isBefore(first)) {
            out.error(
                    "scenario, market.forecast.method",
                    settings.method() + " on " + firstDay,
                    "the data set " + data.id() + " begins on " + data.horizon().firstDay()
                            + ", too late for the earlier days this forecast needs",
                    "a first day from " + first + " on");
        }
    }

    /**
     * Forecasts for a run that passed {@link #check}.
     *
     * @param run days within the data
     * @param seed master seed of the run
     */
    public MarketSeries of(Horizon run, long seed) {
        PriceForecaster method = method();
        if (method != null) {
            return market().forecast(method, run);
        }
        if (settings.method() == Method.NOISY) {
            return market().noisy(new PriceNoise(seed, settings.sigma()), run);
        }
        MarketSeries prices = data.slice(run).prices();
        return new MarketSeries(prices.energy(), prices.spin(), prices.nonSpin(), null);
    }

    /**
     * Checks settings and days, and forecasts.
     *
     * @param seed master seed
     */
    public Reading<MarketSeries> read(LocalDate firstDay, int days, long seed) {
        Findings out = new Findings();
        ScenarioChecks.checkDays(firstDay, days, data, out);
        ScenarioChecks.checkForecast(settings, out);
        DataChecks.checkLengths(data, out);
        if (!out.hasErrors()) {
            check(firstDay, out);
        }
        return new Reading<>(
                out.hasErrors() ? null : of(new Horizon(firstDay, days, data.horizon().zone()), seed), out.list());
    }

    /** How good these forecasts are. */
    public ForecastReport report(Horizon run, MarketSeries forecasts) {
        return ForecastReport.of(settings.priceLabel(), market(), run, forecasts);
    }

    /** How forecasts came about, for everything that is not the truth. */
    List<Provenance> provenance() {
        List<Provenance> made = new ArrayList<>();
        switch (settings.method()) {
            case PERFECT -> { }
            case PERSISTENCE, REGRESSION -> made.add(made(
                    "price forecast, " + settings.method(), SeriesKind.DERIVED,
                    "prices of earlier days" + (settings.method() == Method.REGRESSION ? " and system forecasts" : ""),
                    "per local day from what was known before it"));
            case NOISY -> made.add(made(
                    "price forecast, " + settings.priceLabel(), SeriesKind.SYNTHETIC, "realised prices",
                    "a synthetic error on the truth: no forecast anybody could have made"));
        }
        if (settings.siteSigma() > 0) {
            made.add(made(
                    "PV and load as the homes expect them", SeriesKind.SYNTHETIC, "PV and load of the homes",
                    "a synthetic error on the truth, siteSigma " + settings.siteSigma()));
        }
        return made;
    }

    private static Provenance made(String series, SeriesKind kind, String source, String note) {
        return new Provenance(series, kind, source, "as those", "", "", note);
    }

    private @Nullable PriceForecaster method() {
        return switch (settings.method()) {
            case PERFECT, NOISY -> null;
            case PERSISTENCE -> new Persistence();
            case REGRESSION -> new PriceRegression();
        };
    }

    private KnownMarket market() {
        Map<String, TimeSeries> drivers = new TreeMap<>(data.drivers());
        drivers.keySet().retainAll(settings.method() == Method.REGRESSION ? DRIVERS : new ArrayList<>());
        return new KnownMarket(data.horizon(), data.prices(), drivers);
    }
}
