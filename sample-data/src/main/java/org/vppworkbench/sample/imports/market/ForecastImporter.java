package org.vppworkbench.sample.imports.market;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.time.SeriesKind;
import org.vppworkbench.sample.folder.SeriesRole;
import org.vppworkbench.sample.imports.ImportOptions;
import org.vppworkbench.sample.imports.Imported;
import org.vppworkbench.sample.imports.Importer;
import org.vppworkbench.sample.imports.series.SeriesKey;
import org.vppworkbench.sample.imports.source.FilePart;
import org.vppworkbench.sample.imports.source.ImportSource;
import org.vppworkbench.sample.imports.source.InputRefusedException;
import org.vppworkbench.sample.imports.source.TableHeader;
import org.vppworkbench.sample.imports.source.TableRow;

/**
 * Load and solar forecasts of the California ISO as tables with {@code interval_start}, {@code interval_end} and
 * {@code load_forecast} or {@code solar_mw}, as GridStatus and its Python library write them.
 */
public final class ForecastImporter implements Importer {
    private static final Map<String, SeriesRole.Type> ITEMS = Map.of(
            "load_forecast", SeriesRole.Type.LOAD_FORECAST,
            "solar_mw", SeriesRole.Type.SOLAR_FORECAST);

    private static final List<String> PLACES = List.of("location", "tac_name", "region");

    @Override
    public String id() {
        return "forecast";
    }

    @Override
    public String title() {
        return "CAISO load and solar forecasts (CSV or JSON)";
    }

    /** What the columns of a table are. */
    private record Layout(IntervalTime time, List<String> items) {}

    @Override
    public Reading<Imported> read(List<ImportSource> files, ImportOptions options) {
        MarketImport market = new MarketImport(files, options);
        return market.run("California ISO, day-ahead forecasts", part -> read(part, market), maker -> {
            Places places = new Places(options, market.log());
            Optional<TradingZone> zone = places.zone();
            for (String item : market.store().choices(key -> zone.isPresent(), SeriesKey::item)) {
                SeriesRole.Type role = Objects.requireNonNull(ITEMS.get(item));
                boolean load = role == SeriesRole.Type.LOAD_FORECAST;
                String usual = load ? "CA ISO-TAC" : zone.orElse(TradingZone.SP15).name();
                Set<String> all = market.store().choices(key -> key.item().equals(item), SeriesKey::place);
                String asked = !load && options.zone() != null && !all.equals(Set.of("")) ? usual : null;
                Optional<String> place = places.choose("place", all, asked, usual);
                if (place.isPresent()) {
                    String where = place.get().isEmpty() ? "" : ", " + place.get();
                    maker.add(
                            SeriesRole.of(role),
                            market.store().sorted(new SeriesKey("", place.get(), item), market.log()),
                            market.label(SeriesKind.REAL,
                                    "California ISO, OASIS (" + (load ? "SLD_FCST" : "SLD_REN_FCST") + ")" + where, Terms.CAISO, ""));
                }
            }
        });
    }

    private static void read(FilePart part, MarketImport market) throws IOException {
        TableHeader[] seen = new TableHeader[1];
        Layout[] layout = new Layout[1];
        ColumnTable.read(part, market.log(), row -> {
            TableHeader last = seen[0];
            if (last == null || !last.names().equals(row.header().names())) {
                seen[0] = row.header();
                layout[0] = layout(row.header(), market);
            }
            row(row, layout[0], market);
        });
    }

    private static Layout layout(TableHeader header, MarketImport market) throws InputRefusedException {
        List<String> items = new ArrayList<>(ITEMS.keySet().stream().sorted().toList());
        items.removeIf(item -> !header.has(item));
        IntervalTime time = IntervalTime.of(header, items.isEmpty() ? List.of("load_forecast") : items, market.log());
        if (time == null) {
            throw market.log().stop();
        }
        return new Layout(time, items);
    }

    private static void row(TableRow row, Layout layout, MarketImport market) throws InputRefusedException {
        Optional<IntervalTime.Interval> interval = layout.time().read(row, market.log());
        if (interval.isEmpty()) {
            return;
        }
        String place = row.header().first(PLACES).map(row::text).orElse("");
        for (String item : layout.items()) {
            OptionalDouble value = row.numberOrGap(item, false, market.log());
            if (value.isPresent()) {
                market.store().add(new SeriesKey("", place, item), row, item, interval.get().start(),
                        interval.get().length(), value.getAsDouble(), market.log());
            }
        }
    }
}
