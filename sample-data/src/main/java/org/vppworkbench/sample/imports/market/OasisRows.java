package org.vppworkbench.sample.imports.market;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.sample.imports.series.PointStore;
import org.vppworkbench.sample.imports.series.SeriesKey;
import org.vppworkbench.sample.imports.source.CsvRows;
import org.vppworkbench.sample.imports.source.FilePart;
import org.vppworkbench.sample.imports.source.ImportLog;
import org.vppworkbench.sample.imports.source.InputRefusedException;
import org.vppworkbench.sample.imports.source.OasisReply;
import org.vppworkbench.sample.imports.source.TableHeader;
import org.vppworkbench.sample.imports.source.TableRow;
import org.vppworkbench.sample.imports.source.TimeText;

/** Puts the rows of OASIS reports into the store. The market of a key is {@code REPORT MARKET}, such as {@code PRICE DAM}. */
final class OasisRows {
    private final PointStore store;
    private final ImportLog log;
    private final ZoneId zone;
    private final TimeCheck hours = new TimeCheck(
            OasisReport.START + " in GMT at the beginning of the interval; OPR_DT and OPR_HR local, hour ending");

    OasisRows(PointStore store, ZoneId zone, ImportLog log) {
        this.store = store;
        this.zone = zone;
        this.log = log;
    }

    /** Which report a file holds, and what its columns are called. */
    private record Layout(TableHeader header, OasisReport report, String value) {}

    void read(FilePart part) throws IOException {
        switch (part.form()) {
            case XML -> log.add(OasisReply.finding(part));
            case JSON -> log.error(part.name(), null, "this is JSON, not CSV", "a report in CSV (resultformat=6)");
            case EMPTY, HTML, TEXT -> {
                Layout[] layout = new Layout[1];
                CsvRows.PLAIN.read(part, log, row -> {
                    Layout known = layout[0] == null ? layout(row.header()) : layout[0];
                    layout[0] = known;
                    if (known == null) {
                        throw log.stop();
                    }
                    row(row, known);
                });
            }
        }
    }

    void finish() throws InputRefusedException {
        hours.finish(log);
    }

    private @Nullable Layout layout(TableHeader header) throws InputRefusedException {
        Optional<OasisReport> report = OasisReport.of(header);
        if (report.isEmpty()) {
            // names what every report has, so that a wrong separator or a misspelt column is told first
            header.require(List.of(OasisReport.START, OasisReport.END, OasisReport.MARKET), log);
            log.error(header.where(), null, "not a report that can be read",
                    "PRC_LMP, PRC_RTPD_LMP, PRC_INTVL_LMP (column LMP_TYPE), PRC_AS (ANC_TYPE), SLD_FCST (TAC_AREA_NAME), SLD_REN_FCST (RENEWABLE_TYPE)");
            return null;
        }
        if (!header.require(report.get().columns(), log)) {
            return null;
        }
        List<String> values = new ArrayList<>(OasisReport.VALUE_COLUMNS);
        values.removeIf(column -> !header.has(column));
        if (values.size() != 1) {
            log.error(header.where(), values.isEmpty() ? null : String.join(", ", values),
                    values.isEmpty() ? "missing column of the price" : "several columns could be the price",
                    "exactly one of " + String.join(", ", OasisReport.VALUE_COLUMNS));
            return null;
        }
        return header.require(values, log) ? new Layout(header, report.get(), values.get(0)) : null;
    }

    private void row(TableRow row, Layout layout) throws InputRefusedException {
        OasisReport report = layout.report();
        Optional<Instant> start = TimeText.instant(row, OasisReport.START, true, log);
        Optional<Instant> end = TimeText.instant(row, OasisReport.END, true, log);
        OptionalDouble value = row.number(layout.value(), log);
        String item = row.text(report.item());
        String place = row.text(report.place());
        if (start.isEmpty() || end.isEmpty() || value.isEmpty() || !itemFits(row, report, item)) {
            return;
        }
        if (place.isEmpty()) {
            log.error(row.where(report.place()), "\"\"", "empty cell", "a node or region");
            return;
        }
        Duration length = Duration.between(start.get(), end.get());
        if (length.compareTo(Duration.ofMinutes(1)) < 0 || length.compareTo(Duration.ofHours(1)) > 0) {
            log.error(row.where(OasisReport.END), row.text(OasisReport.END), "the interval is not 1 to 60 minutes long",
                    "the end of the interval that starts at " + start.get());
            return;
        }
        checkHour(row, start.get());
        SeriesKey key = new SeriesKey(report + " " + row.text(OasisReport.MARKET), place, item);
        store.add(key, row, layout.value(), start.get(), length, value.getAsDouble(), log);
    }

    private boolean itemFits(TableRow row, OasisReport report, String item) throws InputRefusedException {
        String market = row.text(OasisReport.MARKET);
        if (!report.markets().isEmpty() && !report.markets().contains(market)) {
            log.error(row.where(OasisReport.MARKET), "\"" + market + "\"", "unknown market", String.join(", ", report.markets()));
            return false;
        }
        if (report.items().isEmpty()) {
            return true;
        }
        String data = report.items().get(item);
        if (data == null) {
            log.error(row.where(report.item()), "\"" + item + "\"", "unknown name",
                    String.join(", ", report.items().keySet().stream().sorted().toList()));
            return false;
        }
        String told = row.text("XML_DATA_ITEM");
        if (!told.isEmpty() && !told.equals(data)) {
            log.error(row.where("XML_DATA_ITEM"), "\"" + told + "\"", "does not belong to " + item, data);
            return false;
        }
        return true;
    }

    /** OPR_HR counts from 1; on days of a clock change it may count the hours or name them by the clock. */
    private void checkHour(TableRow row, Instant start) {
        String hour = row.text("OPR_HR");
        if (hour.isEmpty() || row.text("OPR_DT").isEmpty()) {
            return;
        }
        try {
            LocalDate date = LocalDate.parse(row.text("OPR_DT"));
            ZonedDateTime local = start.atZone(zone);
            ZonedDateTime midnight = local.toLocalDate().atStartOfDay(zone);
            long counted = ChronoUnit.HOURS.between(midnight, local) + 1;
            int byClock = local.getHour() + 1;
            int told = Integer.parseInt(hour);
            hours.row(date.equals(local.toLocalDate()) && (told == counted || told == byClock), row.where("OPR_HR"),
                    row.text("OPR_DT") + " hour " + hour, local.toLocalDate() + " hour " + byClock, log);
        } catch (DateTimeException | NumberFormatException e) {
            log.warning(row.where("OPR_HR"), row.text("OPR_DT") + " hour " + hour, "not an operating hour; ignored",
                    "a date and an hour from 1");
        }
    }
}
