package org.vppworkbench.sample.imports.market;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.sample.imports.series.PointStore;
import org.vppworkbench.sample.imports.series.SeriesKey;
import org.vppworkbench.sample.imports.source.FilePart;
import org.vppworkbench.sample.imports.source.ImportLog;
import org.vppworkbench.sample.imports.source.InputRefusedException;
import org.vppworkbench.sample.imports.source.TableHeader;
import org.vppworkbench.sample.imports.source.TableRow;

/** Puts the rows of GridStatus tables into the store: prices with their components, or reserves by region. */
final class GridStatusRows {
    static final String PRICE = "PRICE ";
    static final String RESERVE = "RESERVE ";
    static final String SPIN = "spinning_reserves";
    static final String NON_SPIN = "non_spinning_reserves";
    static final List<String> COMPONENTS = List.of("energy", "congestion", "loss");
    static final String GREENHOUSE = "ghg";

    /** Column of the price or product, and whether every row must have a value. */
    private static final Map<Boolean, List<String>> ITEMS = Map.of(
            true, List.of("lmp", "energy", "congestion", "loss", GREENHOUSE),
            false, List.of(SPIN, NON_SPIN));

    private final PointStore store;
    private final ImportLog log;

    GridStatusRows(PointStore store, ImportLog log) {
        this.store = store;
        this.log = log;
    }

    /** What the columns of a table are. */
    private record Layout(TableHeader header, IntervalTime time, boolean price, String place, List<String> items) {}

    void read(FilePart part) throws IOException {
        Layout[] last = new Layout[1];
        ColumnTable.read(part, log, row -> {
            Layout known = last[0];
            // every JSON object has its own header; one that is alike needs no second look
            if (known == null || !known.header().names().equals(row.header().names())) {
                known = layout(row.header());
                last[0] = known;
            }
            if (known == null) {
                throw log.stop();
            }
            row(row, known);
        });
    }

    private @Nullable Layout layout(TableHeader header) throws InputRefusedException {
        boolean price = header.has("lmp");
        if (!price && !header.has(SPIN) && !header.has(NON_SPIN)) {
            IntervalTime.of(header, List.of("lmp"), log);
            return null;
        }
        String place = price ? "location" : "region";
        List<String> items = new ArrayList<>(ITEMS.get(price));
        items.removeIf(item -> !header.has(item));
        List<String> needed = new ArrayList<>(List.of("market", place));
        needed.addAll(items);
        IntervalTime time = IntervalTime.of(header, needed, log);
        return time == null ? null : new Layout(header, time, price, place, items);
    }

    private void row(TableRow row, Layout layout) throws InputRefusedException {
        Optional<IntervalTime.Interval> interval = layout.time().read(row, log);
        String place = row.text(layout.place());
        String market = row.text("market").replaceFirst("^Markets\\.", "");
        if (interval.isEmpty()) {
            return;
        }
        if (place.isEmpty() || market.isEmpty()) {
            log.error(row.where(place.isEmpty() ? layout.place() : "market"), "\"\"", "empty cell", "a name");
            return;
        }
        for (String item : layout.items()) {
            OptionalDouble value = row.numberOrGap(item, false, log);
            if (value.isPresent()) {
                SeriesKey key = new SeriesKey((layout.price() ? PRICE : RESERVE) + market, place, item);
                store.add(key, row, item, interval.get().start(), interval.get().length(), value.getAsDouble(), log);
            }
        }
    }
}
