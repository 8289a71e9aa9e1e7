package org.vppworkbench.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.time.Provenance;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.sample.folder.SeriesFolder;

/**
 * Data sets from market data of any days: loads and roofs are the measured homes laid onto these days ({@link
 * FontanaHomes}), retail prices the plans of SCE ({@link SceTariffs}).
 */
public final class DataSets {
    private DataSets() {}

    /**
     * The data set of a folder: all whole local days for which it has energy prices. Its own load and PV series join the
     * measured homes, or replace the one of the same name. A series that does not cover these days is left out with a
     * warning; without energy prices, or without one whole day of them, there is an error.
     */
    public static Reading<DataSet> of(SeriesFolder folder) {
        List<Finding> findings = new ArrayList<>();
        FolderDays days = FolderDays.of(folder, findings);
        if (days == null) {
            return new Reading<>(null, findings);
        }
        Reading<DataSet> data = of(folder.id(), folder.title(), days.market(), days.loadKw(), days.pvYield(), List.of());
        findings.addAll(data.findings());
        return new Reading<>(data.value(), findings);
    }

    /** Market data with the measured homes and the plans of SCE. */
    static Reading<DataSet> of(String id, String title, MarketData market, List<Provenance> more) {
        return of(id, title, market, Profiles.NONE, Profiles.NONE, more);
    }

    private static Reading<DataSet> of(
            String id, String title, MarketData market, Profiles ownLoad, Profiles ownYield, List<Provenance> more) {
        FontanaHomes homes = new FontanaHomes(market.horizon());
        SceTariffs tariffs = new SceTariffs(market.horizon());
        TimeSeries solar = market.solarForecastMw();
        boolean cloudKnown = solar != null && homes.clearness(solar) != null;
        List<Provenance> provenance = new ArrayList<>(market.provenance());
        provenance.addAll(homes.provenance(cloudKnown ? market.solarForecast() : null));
        provenance.addAll(ownLoad.provenance());
        provenance.addAll(ownYield.provenance());
        provenance.addAll(tariffs.provenance());
        provenance.addAll(more);
        DataSet data = new DataSet(
                id,
                title,
                market.horizon(),
                market.prices(),
                tariffs.plans(),
                joined(homes.loadKw(), ownLoad),
                joined(homes.pvYield(solar), ownYield),
                market.drivers(),
                provenance);
        List<Finding> findings = new ArrayList<>(homes.findings(id));
        findings.addAll(tariffs.findings(id));
        return new Reading<>(data, findings);
    }

    private static Map<String, TimeSeries> joined(Map<String, TimeSeries> measured, Profiles own) {
        Map<String, TimeSeries> all = new TreeMap<>(measured);
        all.putAll(own.series());
        return all;
    }

    /**
     * A user's own profiles.
     *
     * @param series by name, one value per interval
     * @param provenance one entry per series
     */
    record Profiles(Map<String, TimeSeries> series, List<Provenance> provenance) {
        static final Profiles NONE = new Profiles(Map.of(), List.of());

        Profiles {
            series = Map.copyOf(series);
            provenance = List.copyOf(provenance);
        }
    }
}
