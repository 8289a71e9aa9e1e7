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
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.SeriesKind;
import org.vppworkbench.sample.folder.FolderSeries;
import org.vppworkbench.sample.folder.SeriesRole;
import org.vppworkbench.sample.imports.ImportOptions;
import org.vppworkbench.sample.imports.Imported;

class GridStatusImporterTest {
    private static final String CSV = ImportFiles.text(ImportFiles.GRID_STATUS);
    private static final DateTimeFormatter PANDAS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ssxxx");

    private static Reading<Imported> read(String... texts) {
        return read(ImportOptions.DEFAULTS, texts);
    }

    private static Reading<Imported> read(ImportOptions options, String... texts) {
        return new GridStatusImporter()
                .read(Arrays.stream(texts).map(text -> ImportFiles.of("f", text)).toList(), options);
    }

    /** The CSV rows as a reply of the interface. */
    private static String json(String csv, boolean more) {
        List<String> rows = csv.lines().toList();
        String[] names = rows.get(0).split(",", -1);
        StringBuilder text = new StringBuilder("{\"status_code\":200,\"data\":[");
        for (int row = 1; row < rows.size(); row++) {
            String[] cells = rows.get(row).split(",", -1);
            text.append(row == 1 ? "{" : ",{");
            for (int i = 0; i < names.length; i++) {
                boolean number = i >= 5;
                String value = number ? cells[i] : "\"" + cells[i].replace("+00:00", "Z").replace(' ', 'T') + "\"";
                text.append(i == 0 ? "\"" : ",\"").append(names[i]).append("\":").append(value);
            }
            text.append('}');
        }
        return text.append("],\"meta\":{\"page\":1,\"hasNextPage\":").append(more).append("}}").toString();
    }

    @Test
    void jsonIsReadLikeCsv() {
        FolderSeries csv = series(read(CSV), SeriesRole.Type.ENERGY);
        assertEquals(csv.values(), series(read(json(CSV, false)), SeriesRole.Type.ENERGY).values());
        warned(read(json(CSV, true)), "f", "more pages");
        String first = lines(CSV, rows -> rows.subList(0, 100));
        String second = lines(CSV, rows -> {
            rows.subList(1, 100).clear();
            return rows;
        });
        assertEquals(csv.values(), series(read(json(first, true), json(second, false)), SeriesRole.Type.ENERGY).values());
        String list = json(CSV, false).replaceFirst("^\\{\"status_code\":200,\"data\":", "").replaceFirst(",\"meta\".*$", "");
        assertEquals(csv.values(), series(read(list), SeriesRole.Type.ENERGY).values());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"data\": []}|no rows", "{\"data\": 7}|no rows", "[1]|not an object", "{\"data\":[{\"a\":[1]}]}|not a text or a number",
        "{\"data\":[{\"a\":1,\"a\":2}]}|stands here twice", "{\"data\":[{\"a\":NaN}]}|malformed JSON", "{\"data\":[]} x|malformed JSON",
        "{\"data\":[|cut off", "{\"detail\":\"Invalid API key\"}|no rows", "{data:[]}|malformed JSON", "{\"data\":[{\"lmp\":1}]}|missing column"
    })
    void badJson(String text, String message) {
        refused(read(text), "f", message);
    }

    @Test
    void framesOfThePythonLibraryHavePacificTimes() {
        String frame = lines(CSV, rows -> {
            rows.replaceAll(row -> {
                String[] cells = row.split(",", -1);
                if (cells[0].equals("interval_start_utc")) {
                    return "Time,Interval Start,Interval End,Market,Location,Location Type,LMP,Energy,Congestion,Loss";
                }
                String start = pacific(cells[0]);
                return start + "," + start + "," + pacific(cells[1]) + "," + String.join(",", Arrays.asList(cells).subList(2, cells.length));
            });
            return rows;
        });
        FolderSeries csv = series(read(CSV), SeriesRole.Type.ENERGY);
        FolderSeries pacific = series(read(frame), SeriesRole.Type.ENERGY);
        assertEquals(csv.values(), pacific.values());
        assertEquals(csv.first(), pacific.first());
        refused(read(frame.replace("-07:00", "")), "f, row 2, column interval_start", "no offset from UTC");
    }

    private static String pacific(String utc) {
        Instant time = ZonedDateTime.parse(utc, PANDAS).toInstant();
        return PANDAS.format(time.atZone(Horizon.LOS_ANGELES));
    }

    @ParameterizedTest
    @ValueSource(strings = {"interval_start_utc", "interval_end_utc", "market", "location", "lmp"})
    void renamedColumns(String column) {
        refused(read(CSV.replaceFirst("\\b" + column + "\\b", "other")), "f, row 1, column " + column, "missing column");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "lmp|NaN|not a finite", "lmp|Infinity|not a finite", "lmp|1 000|not a finite", "lmp|--|not a finite", "energy|x|not a finite",
        "interval_start_utc|soon|not a time", "interval_end_utc|2023-08-15 07:00:00+00:00|not 1 to 60 minutes", "location||empty cell", "market||empty cell"
    })
    void badCells(String column, String value, String message) {
        refused(read(cell(CSV, 4, column, value == null ? "" : value)), "f, row 4, column " + column, message);
    }

    @Test
    void marketsAndPrices() {
        refused(read(CSV.replace("DAY_AHEAD_HOURLY", "WEEK_AHEAD")), "the files, column market", "unknown market");
        assertEquals(168, series(read(CSV.replace("DAY_AHEAD_HOURLY", "Markets.DAY_AHEAD_HOURLY")), SeriesRole.Type.ENERGY).values().length());
        refused(read(cell(CSV, 4, "lmp", "50000")), "f, row 4", "out of range");
        warned(read(cell(CSV, 4, "loss", "5")), "f, row 4", "do not add up");
        refused(read(cell(CSV, 4, "lmp", "")), "f, row 5", "gap before this row");
        warned(read(cell(CSV, 2, "lmp", "")), "PRICE DAY_AHEAD_HOURLY", "missing at the beginning");
        warned(read(CSV.replaceFirst("\\bloss\\b", "other")), "the files", "components of the price are missing");
        refused(read(CSV.replace(',', ';')), "f, row 1", "missing column");
        refused(read(CSV.replaceFirst("congestion", "lmp")), "f, row 1, column lmp", "stands here twice");
    }

    @Test
    void aGreenhouseColumnIsPartOfTheSum() {
        String header = lines(CSV, rows -> {
            rows.replaceAll(row -> row.startsWith("interval") ? row + ",ghg" : row + ",0");
            return rows;
        });
        assertTrue(read(header).findings().isEmpty(), told(read(header)));
        warned(read(cell(header, 9, "ghg", "3")), "f, row 9", "do not add up");
    }

    @Test
    void duplicatesGapsNodes() {
        warned(read(CSV, CSV), "f, row ", "twice with the same value");
        String different = lines(CSV, rows -> {
            rows.add(cell(CSV, 4, "lmp", "1").lines().toList().get(3));
            return rows;
        });
        refused(read(different), "f, row 170", "twice with different values");
        refused(read(lines(CSV, rows -> {
            rows.subList(10, 20).clear();
            return rows;
        })), "f, row 11", "gap before this row");
        String node = CSV.replace("TH_SP15_GEN-APND", "A_NODE");
        assertTrue(told(read(CSV, node)).contains("A_NODE, TH_SP15_GEN-APND"));
        refused(read(node, CSV.replace("TH_SP15_GEN-APND", "B_NODE")), "the files", "which node is meant");
        refused(read(ImportOptions.DEFAULTS.withNode("C"), CSV), "the files", "no such node");
        refused(read(ImportOptions.DEFAULTS.withZone("X"), CSV), "--zone", "unknown zone");
    }

    @Test
    void fiveMinutesBecomeMeansAndTwoRealTimeMarketsAreRefused() {
        StringBuilder five = new StringBuilder("interval_start_utc,interval_end_utc,market,location,lmp\n");
        for (int i = 0; i < 12; i++) {
            Instant start = Instant.parse("2024-02-13T08:00:00Z").plus(Duration.ofMinutes(5L * i));
            five.append(PANDAS.format(start.atZone(ZoneOffset.UTC))).append(',')
                    .append(PANDAS.format(start.plusSeconds(300).atZone(ZoneOffset.UTC)))
                    .append(",REAL_TIME_5_MIN,TH_SP15_GEN-APND,").append(10 * i).append('\n');
        }
        FolderSeries series = series(read(five.toString()), SeriesRole.Type.REAL_TIME);
        assertEquals(List.of(10.0, 40.0, 70.0, 100.0), Arrays.stream(series.values().toArray()).boxed().toList());
        assertEquals(SeriesKind.DERIVED, series.kind());
        refused(read(five.toString(), CSV.replace("DAY_AHEAD_HOURLY", "REAL_TIME_HOURLY")), "the files", "two markets");
    }

    @Test
    void reserves() {
        StringBuilder text = new StringBuilder(
                "interval_start_utc,interval_end_utc,region,market,non_spinning_reserves,regulation_up,spinning_reserves\n");
        for (int hour = 0; hour < 24; hour++) {
            Instant start = Instant.parse("2023-08-15T07:00:00Z").plus(Duration.ofHours(hour));
            double price = 1;
            for (String region : List.of("AS_CAISO", "AS_CAISO_EXP", "AS_SP26", "AS_SP26_EXP", "AS_NP26")) {
                text.append(start).append(',').append(start.plusSeconds(3600)).append(',').append(region).append(",DAM,")
                        .append(price).append(",99,").append(10 * price).append('\n');
                price *= 2;
            }
        }
        Reading<Imported> reading = read(text.toString());
        assertEquals(150, series(reading, SeriesRole.Type.SPIN).values().at(0));
        assertEquals(15, series(reading, SeriesRole.Type.NON_SPIN).values().at(23));
        refused(read(ImportOptions.DEFAULTS.withZone("NP15"), text.toString()), "the files", "a region is missing");
        refused(read(text.toString().replace("AS_CAISO,", "AS_OTHER,")), "the files", "a region is missing");
    }
}
