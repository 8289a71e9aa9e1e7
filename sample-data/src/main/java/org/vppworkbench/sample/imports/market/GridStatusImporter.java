package org.vppworkbench.sample.imports.market;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.time.SeriesKind;
import org.vppworkbench.sample.folder.SeriesRole;
import org.vppworkbench.sample.imports.ImportOptions;
import org.vppworkbench.sample.imports.Imported;
import org.vppworkbench.sample.imports.Importer;
import org.vppworkbench.sample.imports.series.SeriesKey;
import org.vppworkbench.sample.imports.series.SeriesMaker;
import org.vppworkbench.sample.imports.source.ImportSource;
import org.vppworkbench.sample.imports.source.InputRefusedException;

/** CAISO prices from GridStatus: CSV and JSON of its interface, and frames its Python library has written as CSV. */
public final class GridStatusImporter implements Importer {
    private static final LmpSeries LMP = new LmpSeries("lmp", GridStatusRows.COMPONENTS, GridStatusRows.GREENHOUSE);

    private static final Map<String, SeriesRole.Type> MARKETS = Map.of(
            "DAY_AHEAD_HOURLY", SeriesRole.Type.ENERGY,
            "REAL_TIME_15_MIN", SeriesRole.Type.REAL_TIME,
            "REAL_TIME_5_MIN", SeriesRole.Type.REAL_TIME,
            "REAL_TIME_HOURLY", SeriesRole.Type.REAL_TIME);

    @Override
    public String id() {
        return "gridstatus";
    }

    @Override
    public String title() {
        return "GridStatus, CAISO prices and reserves (CSV or JSON)";
    }

    @Override
    public Reading<Imported> read(List<ImportSource> files, ImportOptions options) {
        MarketImport market = new MarketImport(files, options);
        GridStatusRows rows = new GridStatusRows(market.store(), market.log());
        return market.run("California ISO, by way of GridStatus", rows::read, maker -> {
            Optional<TradingZone> zone = new Places(options, market.log()).zone();
            if (zone.isPresent()) {
                prices(market, zone.get(), maker);
                reserves(market, zone.get(), maker);
            }
        });
    }

    private static void prices(MarketImport market, TradingZone zone, SeriesMaker maker) throws InputRefusedException {
        Set<String> realTime = new TreeSet<>();
        for (String group : groups(market, GridStatusRows.PRICE)) {
            String name = group.substring(GridStatusRows.PRICE.length());
            SeriesRole.Type role = MARKETS.get(name);
            if (role == null) {
                market.log().error("the files, column market", "\"" + name + "\"", "unknown market",
                        String.join(", ", new TreeSet<>(MARKETS.keySet())));
            } else if (role == SeriesRole.Type.REAL_TIME) {
                realTime.add(group);
            } else {
                price(market, group, role, zone, maker);
            }
        }
        Optional<String> only = ReserveSeries.only("the real-time price", realTime, market.log());
        if (only.isPresent()) {
            price(market, only.get(), SeriesRole.Type.REAL_TIME, zone, maker);
        }
    }

    private static Set<String> groups(MarketImport market, String start) {
        return market.store().choices(key -> key.market().startsWith(start), SeriesKey::market);
    }

    private static void price(
            MarketImport market, String group, SeriesRole.Type role, TradingZone zone, SeriesMaker maker)
            throws InputRefusedException {
        Set<String> nodes = market.store().choices(key -> key.market().equals(group), SeriesKey::place);
        Optional<String> node = new Places(market.options(), market.log()).node(nodes, zone);
        if (node.isPresent()) {
            String name = group.substring(GridStatusRows.PRICE.length());
            maker.add(SeriesRole.of(role), LMP.read(market.store(), group, node.get(), market.log()),
                    market.label(SeriesKind.REAL, "California ISO, by way of GridStatus (" + name + ", " + node.get() + ")",
                            Terms.CAISO, ""));
        }
    }

    private static void reserves(MarketImport market, TradingZone zone, SeriesMaker maker) throws InputRefusedException {
        Optional<String> only =
                ReserveSeries.only("reserves", groups(market, GridStatusRows.RESERVE), market.log());
        if (only.isEmpty()) {
            return;
        }
        Set<String> products = market.store().choices(key -> key.market().equals(only.get()), SeriesKey::item);
        ReserveSeries reserve = new ReserveSeries(market.store(), zone, market.log());
        for (String product : products) {
            reserve.make(only.get(), product,
                    product.equals(GridStatusRows.SPIN) ? SeriesRole.Type.SPIN : SeriesRole.Type.NON_SPIN, maker,
                    market.label(SeriesKind.REAL, "California ISO, by way of GridStatus (" + product + ")", Terms.CAISO,
                            reserve.note()));
        }
    }
}
