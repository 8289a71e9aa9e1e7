package org.vppworkbench.sample.imports.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vppworkbench.sample.imports.market.ImportFiles.cell;
import static org.vppworkbench.sample.imports.market.ImportFiles.lines;
import static org.vppworkbench.sample.imports.market.ImportFiles.refused;
import static org.vppworkbench.sample.imports.market.ImportFiles.series;
import static org.vppworkbench.sample.imports.market.ImportFiles.told;
import static org.vppworkbench.sample.imports.market.ImportFiles.warned;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.sample.folder.FolderSeries;
import org.vppworkbench.sample.folder.SeriesRole;
import org.vppworkbench.sample.imports.ImportOptions;
import org.vppworkbench.sample.imports.Imported;
import org.vppworkbench.sample.imports.series.GapFilling;

class EiaImporterTest {
    private static final String REAL_TIME = ImportFiles.text(ImportFiles.EIA_REAL_TIME);
    private static final String DAY_AHEAD = ImportFiles.text(ImportFiles.EIA_DAY_AHEAD);

    private static Reading<Imported> read(String name, String text, ImportOptions options) {
        return new EiaImporter().read(List.of(ImportFiles.of(name, text)), options);
    }

    private static Reading<Imported> read(String text) {
        return read("f_rt_.csv", text, ImportOptions.DEFAULTS);
    }

    /** The file as EIA publishes it: three title lines and long column names. */
    private static String published(String text, String title) {
        return lines(text, rows -> {
            rows.set(0, "UTC Timestamp (Interval Ending),Local Timestamp Pacific Time (Interval Beginning),"
                    + "Local Timestamp Pacific Time (Interval Ending),Local Date,Hour Number,NP-15 LMP,SP-15 LMP,ZP-26 LMP,"
                    + "NP-15 Congestion,SP-15 Congestion,ZP-26 Congestion,NP-15 Energy,SP-15 Energy,ZP-26 Energy,NP-15 Loss,SP-15 Loss,ZP-26 Loss");
            rows.addAll(0, List.of("\"U.S. Energy Information Administration, Wholesale Electricity Market Data\"", title, "Source: California ISO, dollars per MWh"));
            return rows;
        });
    }

    @Test
    void theTitleLinesTellTheMarket() {
        FolderSeries plain = series(read(REAL_TIME), SeriesRole.Type.REAL_TIME);
        FolderSeries titled = series(
                read("f.csv", published(REAL_TIME, "California ISO, 15-Minute Real-Time LMP"), ImportOptions.DEFAULTS), SeriesRole.Type.REAL_TIME);
        assertEquals(plain.values(), titled.values());
        FolderSeries ahead = series(
                read("f.csv", published(DAY_AHEAD, "California ISO, Day-Ahead Hourly LMP"), ImportOptions.DEFAULTS), SeriesRole.Type.ENERGY);
        assertEquals(168, ahead.values().length());
        refused(read("f.csv", DAY_AHEAD, ImportOptions.DEFAULTS), "f.csv", "neither titles nor file name");
        assertEquals(168, series(read("x_rt_y.csv", DAY_AHEAD, ImportOptions.DEFAULTS), SeriesRole.Type.REAL_TIME).values().length());
        refused(read("f.csv", published(REAL_TIME, "t").replace("UTC Timestamp (Interval Ending)", "UTC Timestamp (Interval Beginning)"),
                ImportOptions.DEFAULTS), "f.csv, row 4", "missing column");
    }

    @Test
    void theTimeIsTheEndOfTheInterval() {
        FolderSeries series = series(read(REAL_TIME), SeriesRole.Type.REAL_TIME);
        assertEquals(Instant.parse("2023-07-14T07:00:00Z"), series.first());
        assertEquals(Duration.ofMinutes(15), series.step());
    }

    @ParameterizedTest
    @ValueSource(strings = {"utc_interval_end", "local_interval_start", "local_interval_end"})
    void renamedColumns(String column) {
        refused(read(REAL_TIME.replaceFirst("\\b" + column + "\\b", "other")), "f_rt_.csv, row 1, column ", "missing column");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "sp15_lmp|NaN|not a finite", "sp15_lmp|-inf|not a finite", "sp15_lmp|$45|not a finite", "sp15_loss|n/a|not a finite",
        "np15_lmp|x|not a finite", "utc_interval_end|07/14/2023 7:30|not a time", "utc_interval_end||empty cell", "utc_interval_end|2023-02-30 07:00:00|not a time"
    })
    void badCells(String column, String value, String message) {
        refused(read(cell(REAL_TIME, 5, column, value == null ? "" : value)), "f_rt_.csv, row 5, column " + column, message);
    }

    @Test
    void theZoneMustBeThere() {
        refused(read(REAL_TIME.replaceFirst("sp15_lmp", "sp15_price")), "the files", "which zone is meant");
        refused(read("f_rt_.csv", REAL_TIME.replaceFirst("sp15_lmp", "x"), ImportOptions.DEFAULTS.withZone("SP15")), "the files", "no such zone");
        refused(read("f_rt_.csv", REAL_TIME, ImportOptions.DEFAULTS.withZone("PJM")), "--zone", "unknown zone");
        assertTrue(told(read(REAL_TIME)).contains("NP15, SP15, ZP26"));
        refused(read(REAL_TIME.replace("_lmp", "_price")), "the files", "which zone is meant");
        refused(read(REAL_TIME.replaceFirst("np15_lmp", "sp15_lmp")), "f_rt_.csv, row 1, column sp15_lmp", "stands here twice");
    }

    @Test
    void timesOfAnotherZoneAreRefused() {
        String local = lines(REAL_TIME, rows -> {
            rows.replaceAll(row -> row.startsWith("utc") ? row : row.split(",", -1)[2] + row.substring(row.indexOf(',')));
            return rows;
        });
        refused(read(local), "f_rt_.csv, row 2, column local_interval_end", "of another zone");
        warned(read(cell(REAL_TIME, 7, "local_interval_end", "2023-07-14 09:00:00")), "f_rt_.csv, row 7", "does not agree");
        refused(read(cell(REAL_TIME, 2, "local_interval_end", "2023-07-14 00:20:00")), "f_rt_.csv, row 2", "length of the interval");
    }

    @Test
    void holesDuplicatesComponents() {
        refused(read(cell(REAL_TIME, 9, "sp15_lmp", "")), "f_rt_.csv, row 10", "missing are 1 of 672");
        refused(read("f_rt_.csv", lines(REAL_TIME, rows -> {
            rows.subList(100, 108).clear();
            return rows;
        }), ImportOptions.DEFAULTS.withFill(GapFilling.LINEAR)), "f_rt_.csv, row 101", "missing are 8 of 672");
        assertEquals(672, series(read("f_rt_.csv", lines(REAL_TIME, rows -> {
            rows.subList(100, 106).clear();
            return rows;
        }), ImportOptions.DEFAULTS.withFill(GapFilling.LINEAR)), SeriesRole.Type.REAL_TIME).values().length());
        refused(read("f_rt_.csv", lines(REAL_TIME, rows -> {
            rows.remove(5);
            return rows;
        }), ImportOptions.DEFAULTS.withFill(GapFilling.DAY_BEFORE)), "real-time SP15 lmp", "no value of the day before");
        warned(read(REAL_TIME + REAL_TIME.lines().skip(3).findFirst().orElseThrow() + "\n"), "f_rt_.csv, row 674", "same value");
        refused(read(REAL_TIME + cell(REAL_TIME, 4, "sp15_lmp", "1").lines().skip(3).findFirst().orElseThrow() + "\n"),
                "f_rt_.csv, row 674", "different values");
        warned(read(cell(REAL_TIME, 4, "sp15_loss", "9")), "f_rt_.csv, row 4", "do not add up");
        warned(read(REAL_TIME.replaceFirst("sp15_loss", "x")), "the files", "components of the price are missing");
        refused(read(REAL_TIME.replace(',', ';')), "f_rt_.csv, row 1", "missing column");
        refused(read(cell(REAL_TIME, 4, "sp15_lmp", "\"44,5\"")), "f_rt_.csv, row 4, column sp15_lmp", "not a finite number");
        refused(read(cell(REAL_TIME, 4, "utc_interval_end", "2023-07-14 07:41:00")), "f_rt_.csv, row ", "not on the grid");
    }

    @ParameterizedTest
    @CsvSource({"2023-03-12,23", "2023-11-05,25"})
    void daysOfClockChange(LocalDate day, int hours) {
        Instant midnight = day.atStartOfDay(Horizon.LOS_ANGELES).toInstant();
        StringBuilder text = new StringBuilder("utc_interval_end,local_interval_start,local_interval_end,sp15_lmp\n");
        for (int i = 1; i <= 4 * hours; i++) {
            Instant end = midnight.plus(Duration.ofMinutes(15L * i));
            text.append(plain(end.atZone(ZoneOffset.UTC))).append(',')
                    .append(plain(end.minusSeconds(900).atZone(Horizon.LOS_ANGELES))).append(',')
                    .append(plain(end.atZone(Horizon.LOS_ANGELES))).append(',').append(i).append('\n');
        }
        Reading<Imported> reading = read(text.toString());
        assertEquals(4 * hours, series(reading, SeriesRole.Type.REAL_TIME).values().length());
        assertTrue(reading.findings().stream().noneMatch(finding -> finding.message().contains("does not agree")));
    }

    private static String plain(ZonedDateTime time) {
        LocalDateTime local = time.toLocalDateTime();
        return local.toLocalDate() + " " + local.toLocalTime() + ":00";
    }
}
