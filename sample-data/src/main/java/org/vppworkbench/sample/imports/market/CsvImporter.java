package org.vppworkbench.sample.imports.market;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.time.SeriesKind;
import org.vppworkbench.sample.folder.SeriesColumns;
import org.vppworkbench.sample.folder.SeriesRole;
import org.vppworkbench.sample.imports.ColumnMapping;
import org.vppworkbench.sample.imports.ImportOptions;
import org.vppworkbench.sample.imports.Imported;
import org.vppworkbench.sample.imports.Importer;
import org.vppworkbench.sample.imports.series.SeriesKey;
import org.vppworkbench.sample.imports.source.CsvRows;
import org.vppworkbench.sample.imports.source.FilePart;
import org.vppworkbench.sample.imports.source.ImportSource;
import org.vppworkbench.sample.imports.source.InputRefusedException;
import org.vppworkbench.sample.imports.source.TableHeader;
import org.vppworkbench.sample.imports.source.TableRow;
import org.vppworkbench.sample.imports.source.TimeText;

/**
 * Any CSV file by a mapping of its columns. Without a mapping, files in the layout of the program itself: the column
 * {@code interval_start_utc} and columns named as in a folder of series.
 */
public final class CsvImporter implements Importer {
    @Override
    public String id() {
        return "csv";
    }

    @Override
    public String title() {
        return "any CSV, by a mapping of its columns";
    }

    @Override
    public Reading<Imported> read(List<ImportSource> files, ImportOptions options) {
        MarketImport market = new MarketImport(files, options);
        List<ColumnMapping> used = new ArrayList<>();
        return market.run("imported CSV", part -> read(part, market, used), maker -> {
            for (String item : market.store().choices(key -> true, SeriesKey::item)) {
                ColumnMapping mapping = used.get(0);
                maker.add(SeriesRole.parse(item).orElseThrow(), market.store().sorted(new SeriesKey("", "", item), market.log()),
                        market.label(SeriesKind.SYNTHETIC, mapping.source(), mapping.licence(), ""));
            }
        });
    }

    private static void read(FilePart part, MarketImport market, List<ColumnMapping> used) throws IOException {
        if (part.form() == FilePart.Form.XML || part.form() == FilePart.Form.JSON) {
            market.log().error(part.name(), null, "this is " + part.form() + ", not CSV", "CSV");
            return;
        }
        ColumnMapping given = market.options().mapping();
        CsvRows csv = new CsvRows(
                given == null ? ',' : given.separator(), given == null ? 0 : given.skipLines(), names -> true, TableHeader::exact);
        Columns[] columns = new Columns[1];
        csv.read(part, market.log(), row -> {
            Columns known = columns[0];
            if (known == null) {
                known = columns(row.header(), given, market);
                columns[0] = known;
                used.add(known.mapping());
            }
            row(row, known, market);
        });
    }

    /** How the rows of one file are read. */
    private record Columns(ColumnMapping mapping, @Nullable DateTimeFormatter pattern, @Nullable LocalClock clock) {}

    private static Columns columns(TableHeader header, @Nullable ColumnMapping given, MarketImport market)
            throws InputRefusedException {
        ColumnMapping mapping = given == null ? own(header, market) : given;
        List<String> needed = new ArrayList<>(List.of(mapping.timeColumn()));
        mapping.columns().forEach(column -> needed.add(column.name()));
        if (!header.require(needed, market.log())) {
            throw market.log().stop();
        }
        String pattern = mapping.timePattern();
        ZoneId zone = mapping.zone();
        return new Columns(
                mapping,
                pattern == null ? null : ColumnMapping.formatter(pattern),
                zone == null ? null : new LocalClock(zone, mapping.ending()));
    }

    private static ColumnMapping own(TableHeader header, MarketImport market) throws InputRefusedException {
        List<ColumnMapping.Column> columns = new ArrayList<>();
        for (String name : header.names()) {
            Optional<SeriesRole> role = SeriesColumns.role(name.strip());
            if (role.isPresent()) {
                columns.add(new ColumnMapping.Column(name.strip(), role.get(), 1, 0));
            }
        }
        if (columns.isEmpty()) {
            header.require(List.of(SeriesColumns.TIME), market.log());
            market.log().error(header.where(), String.join(",", header.names()),
                    "no column has a name that is known, and there is no mapping",
                    "--mapping FILE, or columns such as " + SeriesColumns.TIME + ",energy_usd_per_mwh,spin_usd_per_mwh");
            throw market.log().stop();
        }
        return ColumnMapping.ofColumns(SeriesColumns.TIME, columns);
    }

    private static void row(TableRow row, Columns columns, MarketImport market) throws InputRefusedException {
        ColumnMapping mapping = columns.mapping();
        Optional<Instant> time = time(row, columns, market);
        if (time.isEmpty()) {
            return;
        }
        Duration told = mapping.step();
        Duration step = told == null ? Duration.ZERO : told;
        Instant start = mapping.ending() ? time.get().minus(step) : time.get();
        for (ColumnMapping.Column column : mapping.columns()) {
            OptionalDouble cell = row.numberOrGap(column.name(), mapping.decimalComma(), market.log());
            if (cell.isPresent()) {
                double value = cell.getAsDouble() * column.factor() + column.offset();
                market.store().add(new SeriesKey("", "", column.role().text()), row, column.name(), start, step, value, market.log());
            }
        }
    }

    private static Optional<Instant> time(TableRow row, Columns columns, MarketImport market) throws InputRefusedException {
        String text = row.text(columns.mapping().timeColumn());
        Optional<TimeText> time = columns.pattern() == null ? TimeText.parse(text) : parsed(text, columns.pattern());
        LocalClock clock = columns.clock();
        Optional<Instant> instant = time.flatMap(TimeText::instant);
        if (instant.isEmpty() && time.isPresent() && clock != null) {
            instant = clock.instant(time.get().local());
        }
        if (instant.isEmpty()) {
            String pattern = columns.mapping().timePattern();
            String message = time.isEmpty()
                    ? text.isEmpty() ? "empty cell" : "not a time"
                    : clock == null ? "the time has no offset from UTC" : "the clock of " + columns.mapping().zone() + " never showed this time";
            market.log().error(row.where(columns.mapping().timeColumn()), "\"" + text + "\"", message,
                    pattern == null ? "such as 2023-08-15T07:00:00Z, or a zone in the mapping" : pattern);
        }
        return instant;
    }

    private static Optional<TimeText> parsed(String text, DateTimeFormatter pattern) {
        try {
            LocalDateTime local = LocalDateTime.parse(text, pattern);
            return TimeText.plausible(local) ? Optional.of(new TimeText(local, null)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
