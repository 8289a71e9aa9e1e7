package org.vppworkbench.sample;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.Provenance;
import org.vppworkbench.model.time.TimeSeries;

/**
 * What a market published about some days.
 *
 * @param horizon the days
 * @param prices one value per interval
 * @param drivers published forecasts by name ({@link DataSet#drivers()}), one value per interval
 * @param provenance one entry per series
 */
public record MarketData(
        Horizon horizon, MarketSeries prices, Map<String, TimeSeries> drivers, List<Provenance> provenance) {
    public MarketData {
        drivers = Map.copyOf(drivers);
        provenance = List.copyOf(provenance);
    }

    /** Solar forecast, the cloudiness signal of the roofs, or {@code null} [MW]. */
    @Nullable TimeSeries solarForecastMw() {
        return drivers.get(DataSet.SOLAR_FORECAST_MW);
    }

    /** Provenance of the solar forecast, or {@code null} where there is none. */
    @Nullable Provenance solarForecast() {
        return solarForecastMw() == null
                ? null
                : provenance.stream().filter(MarketData::isSolarForecast).findFirst().orElseThrow();
    }

    private static boolean isSolarForecast(Provenance entry) {
        return entry.series().toLowerCase(Locale.ROOT).contains("solar") && entry.series().endsWith("[MW]");
    }

    /** Whether an entry describes a wholesale price: they alone are in $/MWh or $/MW-h. */
    static boolean isPrice(Provenance entry) {
        return entry.series().endsWith("[$/MWh]") || entry.series().endsWith("[$/MW-h]");
    }
}
