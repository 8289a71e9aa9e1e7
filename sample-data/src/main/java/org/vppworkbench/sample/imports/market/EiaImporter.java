package org.vppworkbench.sample.imports.market;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.time.SeriesKind;
import org.vppworkbench.sample.folder.SeriesRole;
import org.vppworkbench.sample.imports.ImportOptions;
import org.vppworkbench.sample.imports.Imported;
import org.vppworkbench.sample.imports.Importer;
import org.vppworkbench.sample.imports.series.SeriesKey;
import org.vppworkbench.sample.imports.source.ImportSource;

/** CAISO prices as the U.S. Energy Information Administration publishes them (wholesale electricity market data). */
public final class EiaImporter implements Importer {
    private static final LmpSeries LMP = new LmpSeries("lmp", EiaRows.COMPONENTS, "greenhouse");

    private static final Map<String, SeriesRole.Type> ROLES = new TreeMap<>(
            Map.of(EiaRows.DAY_AHEAD, SeriesRole.Type.ENERGY, EiaRows.REAL_TIME, SeriesRole.Type.REAL_TIME));

    @Override
    public String id() {
        return "eia";
    }

    @Override
    public String title() {
        return "EIA wholesale market data, CAISO (CSV)";
    }

    @Override
    public Reading<Imported> read(List<ImportSource> files, ImportOptions options) {
        MarketImport market = new MarketImport(files, options);
        EiaRows rows = new EiaRows(market.store(), options.localZone(), market.log());
        return market.run("California ISO, by way of U.S. EIA", rows::read, maker -> {
            rows.finish();
            Places places = new Places(options, market.log());
            Optional<TradingZone> zone = places.zone();
            for (Map.Entry<String, SeriesRole.Type> entry : ROLES.entrySet()) {
                String group = entry.getKey();
                Set<String> hubs = market.store().choices(key -> key.market().equals(group) && key.item().equals("lmp"), SeriesKey::place);
                if (zone.isEmpty() || market.store().choices(key -> key.market().equals(group), SeriesKey::place).isEmpty()) {
                    continue;
                }
                Optional<String> place =
                        places.choose("zone", hubs, options.zone() == null ? null : zone.get().name(), zone.get().name());
                if (place.isPresent()) {
                    maker.add(SeriesRole.of(entry.getValue()), LMP.read(market.store(), group, place.get(), market.log()),
                            market.label(SeriesKind.REAL, "U.S. Energy Information Administration, wholesale market data (CAISO "
                                    + group + ", " + place.get() + ")", Terms.EIA, ""));
                }
            }
        });
    }
}
