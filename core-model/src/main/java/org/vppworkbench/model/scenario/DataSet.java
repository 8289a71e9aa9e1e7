package org.vppworkbench.model.scenario;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.fleet.TariffPlan;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.Provenance;
import org.vppworkbench.model.time.TimeSeries;

/**
 * Market, tariff, load and PV data over one stretch of days. All series have {@code horizon.intervals()} values.
 *
 * @param id sample id, such as {@code la-2023-08}
 * @param title display title
 * @param horizon the days the data cover
 * @param prices realised prices
 * @param retail retail prices of the filed plans; {@code WHOLESALE} and {@code FLAT} need no entry
 * @param loadKw load profiles by name [kW]
 * @param pvYield PV yield profiles by name [kW per kWdc]
 * @param drivers forecasts published before the day, regressors of a price forecast, by name: {@link #LOAD_FORECAST_MW},
 *     {@link #SOLAR_FORECAST_MW}; hourly values stepped to intervals; empty where there are none
 * @param provenance one entry per file or series
 */
public record DataSet(
        String id,
        String title,
        Horizon horizon,
        MarketSeries prices,
        Map<TariffPlan, Retail> retail,
        Map<String, TimeSeries> loadKw,
        Map<String, TimeSeries> pvYield,
        Map<String, TimeSeries> drivers,
        List<Provenance> provenance) {
    /** Driver: day-ahead load forecast of the system [MW]. */
    public static final String LOAD_FORECAST_MW = "loadForecastMw";

    /** Driver: day-ahead solar forecast of the region [MW]. */
    public static final String SOLAR_FORECAST_MW = "solarForecastMw";

    /**
     * Prices of one filed plan.
     *
     * @param importPrice [$/kWh] per interval
     * @param filedExportCredit [$/kWh] per interval, before the cap at the import price
     */
    public record Retail(TimeSeries importPrice, TimeSeries filedExportCredit) {}

    public DataSet {
        // sorted, so that whoever walks a map does so in the same order on every machine
        retail = Collections.unmodifiableSortedMap(new TreeMap<>(retail));
        loadKw = Collections.unmodifiableSortedMap(new TreeMap<>(loadKw));
        pvYield = Collections.unmodifiableSortedMap(new TreeMap<>(pvYield));
        drivers = Collections.unmodifiableSortedMap(new TreeMap<>(drivers));
        provenance = List.copyOf(provenance);
    }

    /** A data set without drivers. */
    public DataSet(
            String id,
            String title,
            Horizon horizon,
            MarketSeries prices,
            Map<TariffPlan, Retail> retail,
            Map<String, TimeSeries> loadKw,
            Map<String, TimeSeries> pvYield,
            List<Provenance> provenance) {
        this(id, title, horizon, prices, retail, loadKw, pvYield, Map.of(), provenance);
    }

    /**
     * The same data over fewer days.
     *
     * @throws IllegalArgumentException if {@code part} is not within the days of the data
     */
    public DataSet slice(Horizon part) {
        int from = (int) Duration.between(horizon.start(), part.start()).dividedBy(Duration.ofMinutes(15));
        int to = from + part.intervals();
        if (from < 0 || to > horizon.intervals() || !part.zone().equals(horizon.zone())) {
            throw new IllegalArgumentException(part + " is not within " + horizon);
        }
        UnaryOperator<TimeSeries> cut = series -> series.slice(from, to);
        Map<TariffPlan, Retail> retailPart = new TreeMap<>();
        retail.forEach((plan, r) -> retailPart.put(
                plan, new Retail(cut.apply(r.importPrice()), cut.apply(r.filedExportCredit()))));
        return new DataSet(
                id,
                title,
                part,
                new MarketSeries(
                        sliceOf(prices.energy(), cut),
                        sliceOf(prices.spin(), cut),
                        sliceOf(prices.nonSpin(), cut),
                        sliceOf(prices.realTime(), cut)),
                retailPart,
                sliceOf(loadKw, cut),
                sliceOf(pvYield, cut),
                sliceOf(drivers, cut),
                provenance);
    }

    private static @Nullable TimeSeries sliceOf(@Nullable TimeSeries series, UnaryOperator<TimeSeries> cut) {
        return series == null ? null : cut.apply(series);
    }

    private static Map<String, TimeSeries> sliceOf(Map<String, TimeSeries> all, UnaryOperator<TimeSeries> cut) {
        Map<String, TimeSeries> part = new TreeMap<>();
        all.forEach((name, series) -> part.put(name, cut.apply(series)));
        return part;
    }
}
