package org.vppworkbench.model.scenario;

import java.util.List;
import java.util.Map;
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
        List<Provenance> provenance) {
    /**
     * @param importPrice [$/kWh] per interval
     * @param filedExportCredit [$/kWh] per interval, before the cap at the import price
     */
    public record Retail(TimeSeries importPrice, TimeSeries filedExportCredit) {}

    public DataSet {
        retail = Map.copyOf(retail);
        loadKw = Map.copyOf(loadKw);
        pvYield = Map.copyOf(pvYield);
        provenance = List.copyOf(provenance);
    }
}
