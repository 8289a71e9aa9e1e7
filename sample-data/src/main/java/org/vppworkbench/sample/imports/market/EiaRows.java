package org.vppworkbench.sample.imports.market;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.sample.imports.series.PointStore;
import org.vppworkbench.sample.imports.series.SeriesKey;
import org.vppworkbench.sample.imports.source.CsvRows;
import org.vppworkbench.sample.imports.source.FilePart;
import org.vppworkbench.sample.imports.source.ImportLog;
import org.vppworkbench.sample.imports.source.InputRefusedException;
import org.vppworkbench.sample.imports.source.TableHeader;
import org.vppworkbench.sample.imports.source.TableRow;
import org.vppworkbench.sample.imports.source.TimeText;

/**
 * Puts the rows of an EIA wholesale file into the store. Every row names the END of its interval in UTC, and says the same
 * in local time. The market of a key is {@link #DAY_AHEAD} or {@link #REAL_TIME}.
 */
final class EiaRows {
    static final String DAY_AHEAD = "day-ahead";
    static final String REAL_TIME = "real-time";
    static final List<String> COMPONENTS = List.of("congestion", "energy", "loss");

    private static final List<String> UTC_END = List.of("utc_timestamp_interval_ending", "utc_interval_end");
    private static final CsvRows CSV = new CsvRows(',', 0, EiaRows::isHeader, EiaRows::name);

    private final PointStore store;
    private final ZoneId zone;
    private final ImportLog log;
    private final TimeCheck times =
            new TimeCheck("the UTC column names the end of the interval, the local columns the same time on the Pacific coast");

    EiaRows(PointStore store, ZoneId zone, ImportLog log) {
        this.store = store;
        this.zone = zone;
        this.log = log;
    }

    /** What a file holds. */
    private record Layout(String end, String localStart, String localEnd, String market, Duration step) {}

    /** Names as {@link TableHeader#lowerCase}, with hubs in one word. */
    private static String name(String column) {
        return TableHeader.lowerCase(column).replaceAll("\\b(np|sp|zp)_(15|26)", "$1$2");
    }

    private static boolean isHeader(List<String> names) {
        return names.stream().anyMatch(name -> name.startsWith("utc_") || name.matches("(np15|sp15|zp26)_.*"));
    }

    void read(FilePart part) throws IOException {
        if (part.form() != FilePart.Form.TEXT) {
            log.error(part.name(), null, "this is " + part.form() + ", not CSV", "a file of EIA's wholesale market data");
            return;
        }
        StringBuilder titles = new StringBuilder(part.name().substring(part.name().lastIndexOf('/') + 1));
        Layout[] layout = new Layout[1];
        CSV.read(part, log, row -> {
            Layout known = layout[0];
            if (known == null) {
                known = layout(row, titles.toString());
                layout[0] = known;
            }
            row(row, known);
        }, title -> titles.append(' ').append(title));
    }

    void finish() throws InputRefusedException {
        times.finish(log);
    }

    private Layout layout(TableRow row, String titles) throws InputRefusedException {
        TableHeader header = row.header();
        String end = header.first(UTC_END).orElse(UTC_END.get(0));
        String localStart = header.first(List.of("local_interval_start"))
                .or(() -> header.startingWith("local_timestamp_pacific_time_interval_begin"))
                .orElse("local_interval_start");
        String localEnd = header.first(List.of("local_interval_end"))
                .or(() -> header.startingWith("local_timestamp_pacific_time_interval_end"))
                .orElse("local_interval_end");
        List<String> needed = new ArrayList<>(List.of(end, localStart, localEnd));
        for (TradingZone place : TradingZone.values()) {
            header.first(List.of(hub(place) + "_lmp")).ifPresent(needed::add);
        }
        if (!header.require(needed, log)) {
            throw log.stop();
        }
        Duration step = step(row, localStart, localEnd);
        return new Layout(end, localStart, localEnd, market(row, titles, step), step);
    }

    private static String hub(TradingZone place) {
        return place.name().toLowerCase(Locale.ROOT);
    }

    private Duration step(TableRow row, String localStart, String localEnd) throws InputRefusedException {
        LocalDateTime from = local(row, localStart);
        LocalDateTime to = local(row, localEnd);
        long minutes = from == null || to == null ? 0 : Duration.between(from, to).toMinutes();
        if (minutes != 5 && minutes != 15 && minutes != 60) {
            log.error(row.where(localEnd), row.text(localEnd), "the length of the interval cannot be told from the first row",
                    "5, 15 or 60 minutes after " + row.text(localStart));
            throw log.stop();
        }
        return Duration.ofMinutes(minutes);
    }

    /** From the titles or the file name; prices of less than an hour are of the real-time market. */
    private static String market(TableRow row, String titles, Duration step) throws InputRefusedException {
        String text = titles.toLowerCase(Locale.ROOT);
        boolean real = text.contains("real-time") || text.contains("real time") || text.contains("_rt_") || text.contains("_rt15");
        boolean ahead = text.contains("day-ahead") || text.contains("day ahead") || text.contains("_da_");
        if (step.toMinutes() < 60) {
            return REAL_TIME;
        }
        if (real == ahead) {
            throw new InputRefusedException(Finding.error(
                    row.file(), null, "neither titles nor file name tell whether these hourly prices are day-ahead or real-time",
                    "the title lines of EIA, or _da_ or _rt_ in the file name"));
        }
        return real ? REAL_TIME : DAY_AHEAD;
    }

    private static @Nullable LocalDateTime local(TableRow row, String column) {
        return TimeText.parse(row.text(column)).map(TimeText::local).orElse(null);
    }

    private void row(TableRow row, Layout layout) throws InputRefusedException {
        Optional<Instant> end = TimeText.instant(row, layout.end(), true, log);
        if (end.isEmpty()) {
            return;
        }
        LocalDateTime expected = LocalDateTime.ofInstant(end.get(), zone);
        times.row(expected.equals(local(row, layout.localEnd())), row.where(layout.localEnd()), row.text(layout.localEnd()),
                expected.toString().replace('T', ' '), log);
        for (TradingZone place : TradingZone.values()) {
            String hub = hub(place);
            add(row, layout, place, hub + "_lmp", "lmp", end.get());
            for (String component : COMPONENTS) {
                Optional<String> column = row.header().startingWith(hub + "_" + component);
                if (column.isPresent()) {
                    add(row, layout, place, column.get(), component, end.get());
                }
            }
        }
    }

    private void add(TableRow row, Layout layout, TradingZone place, String column, String item, Instant end)
            throws InputRefusedException {
        if (!row.header().has(column)) {
            return;
        }
        OptionalDouble value = row.numberOrGap(column, false, log);
        if (value.isPresent()) {
            store.add(new SeriesKey(layout.market(), place.name(), item), row, column, end.minus(layout.step()),
                    layout.step(), value.getAsDouble(), log);
        }
    }
}
