package org.vppworkbench.sample.imports.market;

import java.util.List;
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

/**
 * Downloads from OASIS of the California ISO: PRC_LMP, PRC_RTPD_LMP, PRC_INTVL_LMP, PRC_AS, SLD_FCST and SLD_REN_FCST, as
 * ZIP or CSV, several at once.
 */
public final class OasisImporter implements Importer {
    private static final LmpSeries LMP = new LmpSeries("LMP", List.of("MCE", "MCC", "MCL"), "MGHG");
    private static final String SYSTEM = "CA ISO-TAC";

    @Override
    public String id() {
        return "oasis";
    }

    @Override
    public String title() {
        return "California ISO, OASIS (ZIP or CSV)";
    }

    @Override
    public Reading<Imported> read(List<ImportSource> files, ImportOptions options) {
        MarketImport market = new MarketImport(files, options);
        OasisRows rows = new OasisRows(market.store(), options.localZone(), market.log());
        return market.run("California ISO, OASIS", rows::read, maker -> {
            rows.finish();
            Optional<TradingZone> zone = new Places(options, market.log()).zone();
            if (zone.isPresent()) {
                prices(market, zone.get(), maker);
                reserves(market, zone.get(), maker);
                forecasts(market, zone.get(), maker);
            }
        });
    }

    private static Set<String> markets(MarketImport market, OasisReport report) {
        return market.store().choices(key -> key.market().startsWith(report + " "), SeriesKey::market);
    }

    private static void prices(MarketImport market, TradingZone zone, SeriesMaker maker) throws InputRefusedException {
        Set<String> realTime = new TreeSet<>(markets(market, OasisReport.PRICE));
        if (realTime.isEmpty()) {
            return;
        }
        if (realTime.remove("PRICE HASP")) {
            market.log().warning("the files", "HASP", "the hour-ahead market is not traded here; its rows are ignored", null);
        }
        if (realTime.remove("PRICE DAM")) {
            price(market, "PRICE DAM", SeriesRole.Type.ENERGY, zone, maker, "PRC_LMP, DAM");
        }
        Optional<String> only = ReserveSeries.only("the real-time price", realTime, market.log());
        if (only.isPresent()) {
            boolean quarter = only.get().endsWith("RTPD");
            price(market, only.get(), SeriesRole.Type.REAL_TIME, zone, maker, quarter ? "PRC_RTPD_LMP, RTPD" : "PRC_INTVL_LMP, RTM");
        }
    }

    private static void price(
            MarketImport market, String group, SeriesRole.Type role, TradingZone zone, SeriesMaker maker, String report)
            throws InputRefusedException {
        Set<String> nodes = market.store().choices(key -> key.market().equals(group), SeriesKey::place);
        Optional<String> node = new Places(market.options(), market.log()).node(nodes, zone);
        if (node.isPresent()) {
            maker.add(
                    SeriesRole.of(role),
                    LMP.read(market.store(), group, node.get(), market.log()),
                    market.label(SeriesKind.REAL, "California ISO, OASIS (" + report + ", " + node.get() + ")", Terms.CAISO, ""));
        }
    }

    private static void reserves(MarketImport market, TradingZone zone, SeriesMaker maker) throws InputRefusedException {
        Set<String> groups = new TreeSet<>(markets(market, OasisReport.RESERVE));
        if (groups.isEmpty()) {
            return;
        }
        if (groups.remove("RESERVE HASP")) {
            market.log().warning("the files", "HASP", "the hour-ahead market is not traded here; its rows are ignored", null);
        }
        Optional<String> only = ReserveSeries.only("reserves", groups, market.log());
        if (only.isEmpty()) {
            return;
        }
        String group = only.get();
        Set<String> products = new TreeSet<>(market.store().choices(key -> key.market().equals(group), SeriesKey::item));
        ReserveSeries reserve = new ReserveSeries(market.store(), zone, market.log());
        String run = group.substring(group.indexOf(' ') + 1);
        if (products.remove("SR")) {
            reserve.make(group, "SR", SeriesRole.Type.SPIN, maker, market.label(SeriesKind.REAL,
                    "California ISO, OASIS (PRC_AS, " + run + ", SR)", Terms.CAISO, reserve.note()));
        }
        if (products.remove("NR")) {
            reserve.make(group, "NR", SeriesRole.Type.NON_SPIN, maker, market.label(SeriesKind.REAL,
                    "California ISO, OASIS (PRC_AS, " + run + ", NR)", Terms.CAISO, reserve.note()));
        }
        if (!products.isEmpty()) {
            market.log().info("the files", "products that are not traded here are left out: " + String.join(", ", products));
        }
    }

    private static void forecasts(MarketImport market, TradingZone zone, SeriesMaker maker) throws InputRefusedException {
        Places places = new Places(market.options().withNode(null), market.log());
        dayAheadOnly(market, OasisReport.LOAD_FORECAST);
        dayAheadOnly(market, OasisReport.SOLAR_FORECAST);
        String load = OasisReport.LOAD_FORECAST + " DAM";
        Set<String> areas = market.store().choices(key -> key.market().equals(load), SeriesKey::place);
        Optional<String> area = areas.isEmpty() ? Optional.empty() : places.choose("area", areas, null, SYSTEM);
        if (area.isPresent()) {
            maker.add(
                    SeriesRole.of(SeriesRole.Type.LOAD_FORECAST),
                    market.store().sorted(new SeriesKey(load, area.get(), area.get()), market.log()),
                    market.label(SeriesKind.REAL, "California ISO, OASIS (SLD_FCST, DAM, " + area.get() + ")", Terms.CAISO, ""));
        }
        String solar = OasisReport.SOLAR_FORECAST + " DAM";
        Set<String> hubs = market.store().choices(key -> key.market().equals(solar), SeriesKey::place);
        Optional<String> hub = hubs.isEmpty() ? Optional.empty() : places.choose("zone", hubs, market.options().zone() == null ? null : zone.name(), zone.name());
        if (hub.isPresent()) {
            maker.add(
                    SeriesRole.of(SeriesRole.Type.SOLAR_FORECAST),
                    market.store().sorted(new SeriesKey(solar, hub.get(), "Solar"), market.log()),
                    market.label(SeriesKind.REAL, "California ISO, OASIS (SLD_REN_FCST, DAM, " + hub.get() + ")", Terms.CAISO, ""));
        }
    }

    /** Forecasts made later than the day-ahead market know more than an agent may know. */
    private static void dayAheadOnly(MarketImport market, OasisReport report) {
        for (String group : markets(market, report)) {
            if (!group.equals(report + " DAM")) {
                market.log().info("the files", "rows of " + group + " are left out: only DAM is used");
            }
        }
    }
}
