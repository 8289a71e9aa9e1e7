package org.vppworkbench.sample.imports.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vppworkbench.sample.imports.market.ImportFiles.cell;
import static org.vppworkbench.sample.imports.market.ImportFiles.lines;
import static org.vppworkbench.sample.imports.market.ImportFiles.refused;
import static org.vppworkbench.sample.imports.market.ImportFiles.series;
import static org.vppworkbench.sample.imports.market.ImportFiles.warned;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
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
import org.vppworkbench.sample.imports.source.ImportSource;

class OasisImporterTest {
    private static final String LMP = ImportFiles.text(ImportFiles.LMP);
    private static final String SPIN = ImportFiles.text(ImportFiles.SPIN);
    private static final String HUB = "TH_SP15_GEN-APND";

    private static Reading<Imported> read(String... texts) {
        return read(ImportOptions.DEFAULTS, texts);
    }

    private static Reading<Imported> read(ImportOptions options, String... texts) {
        List<ImportSource> files = Arrays.stream(texts).map(text -> ImportFiles.of("f.csv", text)).toList();
        return new OasisImporter().read(files, options);
    }

    /** A report in the layout of PRC_RTPD_LMP (column PRC) or PRC_INTVL_LMP (VALUE, MW), LMP rows only. */
    private static String realTime(String market, String column, int minutes, Instant start, int count, String type, IntToDoubleFunction price) {
        StringBuilder text = new StringBuilder("INTERVALSTARTTIME_GMT,INTERVALENDTIME_GMT,OPR_DT,OPR_HR,NODE_ID_XML,NODE_ID,NODE,"
                + "MARKET_RUN_ID,LMP_TYPE,XML_DATA_ITEM,PNODE_RESMRID,GRP_TYPE,POS," + column + ",OPR_INTERVAL,GROUP\n");
        Map<String, String> items = Map.of("LMP", "LMP_PRC", "MCC", "LMP_CONG_PRC", "MCE", "LMP_ENE_PRC", "MCL", "LMP_LOSS_PRC");
        for (int i = 0; i < count; i++) {
            Instant from = start.plus(Duration.ofMinutes((long) minutes * i));
            ZonedDateTime local = from.atZone(Horizon.LOS_ANGELES);
            text.append(gmt(from)).append(',').append(gmt(from.plus(Duration.ofMinutes(minutes)))).append(',')
                    .append(local.toLocalDate()).append(',').append(local.getHour() + 1).append(",N,N,").append(HUB).append(',')
                    .append(market).append(',').append(type).append(',').append(items.get(type)).append(",N,ALL_APNODES,0,")
                    .append(price.applyAsDouble(i)).append(',').append(local.getMinute() / minutes + 1).append(",1\n");
        }
        return text.toString();
    }

    private static String gmt(Instant time) {
        return time.toString().replace("Z", "-00:00");
    }

    @ParameterizedTest
    @CsvSource({
        "INTERVALSTARTTIME_GMT,missing column", "INTERVALENDTIME_GMT,missing column", "NODE,missing column",
        "MARKET_RUN_ID,missing column", "LMP_TYPE,not a report", "MW,missing column of the price"
    })
    void renamedColumns(String column, String message) {
        String renamed = lines(LMP, lines -> {
            lines.set(0, (',' + lines.get(0) + ',').replace(',' + column + ',', ",OTHER,").replaceAll("^,|,$", ""));
            return lines;
        });
        refused(read(renamed), "f.csv, row 1", message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "MW|NaN|not a finite", "MW|inf|not a finite", "MW||empty cell", "MW|1.2.3|not a finite", "MW|0x10|not a finite", "MW|1e999|not a finite",
        "MARKET_RUN_ID|DAMN|unknown market", "LMP_TYPE|LPM|unknown name", "XML_DATA_ITEM|LMP_PRC_X|does not belong",
        "INTERVALSTARTTIME_GMT|yesterday|not a time", "INTERVALSTARTTIME_GMT|2023-13-01T00:00:00-00:00|not a time",
        "INTERVALENDTIME_GMT|2023-08-19T00:00:00-00:00|not 1 to 60 minutes", "INTERVALENDTIME_GMT||empty cell",
        "NODE||empty cell", "INTERVALSTARTTIME_GMT|0023-08-18T16:00:00-00:00|not a time"
    })
    void badCells(String column, String value, String message) {
        refused(read(cell(LMP, 3, column, value == null ? "" : value)), "f.csv, row 3, column " + column, message);
    }

    @Test
    void anImpossiblePriceIsRefusedWithItsRow() {
        int row = LMP.lines().toList().indexOf(LMP.lines().filter(line -> line.contains(",LMP,")).findFirst().orElseThrow()) + 1;
        refused(read(cell(LMP, row, "MW", "99999")), "f.csv, row " + row, "out of range");
    }

    @Test
    void separatorsAndDecimalCommas() {
        refused(read(LMP.replace(',', ';')), "f.csv, row 1", "missing column");
        String finding = ImportFiles.told(read(LMP.replace(',', ';')));
        assertTrue(finding.contains("separated by semicolons"), finding);
        refused(read(LMP.replace(',', '\t')), "f.csv, row 1", "missing column");
        refused(read(cell(LMP, 3, "MW", "\"37,77609\"")), "f.csv, row 3, column MW", "not a finite number");
        refused(read(cell(LMP, 3, "MW", "37,77609")), "f.csv, row 3", "more cells");
    }

    @Test
    void localTimesInTheColumnsOfGmtAreRefused() {
        String shifted = lines(LMP, lines -> {
            lines.replaceAll(line -> line.startsWith("INTERVAL") ? line : shift(line, -7));
            return lines;
        });
        refused(read(shifted), "f.csv, row 2, column OPR_HR", "of another zone");
        String ending = lines(LMP, lines -> {
            lines.replaceAll(line -> line.startsWith("INTERVAL") ? line : shift(line, 1));
            return lines;
        });
        refused(read(ending), "f.csv, row 2, column OPR_HR", "of another zone");
    }

    private static String shift(String line, int hours) {
        String[] cells = line.split(",", -1);
        for (int i = 0; i < 2; i++) {
            cells[i] = gmt(Instant.parse(cells[i].replace("-00:00", "Z")).plus(Duration.ofHours(hours)));
        }
        return String.join(",", cells);
    }

    @Test
    void oneWrongOperatingHourIsAWarning() {
        warned(read(cell(LMP, 3, "OPR_HR", "11")), "f.csv, row 3, column OPR_HR", "does not agree");
        warned(read(cell(LMP, 3, "OPR_HR", "ten")), "f.csv, row 3, column OPR_HR", "not an operating hour");
    }

    @Test
    void duplicates() {
        String twice = lines(LMP, lines -> {
            lines.add(lines.get(5));
            return lines;
        });
        warned(read(twice), "f.csv, row 674", "twice with the same value");
        assertEquals(series(read(LMP), SeriesRole.Type.ENERGY).values(), series(read(twice), SeriesRole.Type.ENERGY).values());
        refused(read(cell(lines(LMP, lines -> {
            lines.add(lines.get(5));
            return lines;
        }), 674, "MW", "1")), "f.csv, row 674", "twice with different values");
        warned(read(LMP, LMP), "f.csv, row ", "twice with the same value");
    }

    @Test
    void gaps() {
        String hole = lines(LMP, lines -> {
            lines.removeIf(line -> line.startsWith("2023-08-17T11:00"));
            return lines;
        });
        refused(read(hole), "f.csv, row ", "gap before this row; missing are 1 of 168");
        String holes = lines(LMP, lines -> {
            lines.removeIf(line -> line.startsWith("2023-08-17T1"));
            return lines;
        });
        refused(read(holes), "f.csv, row ", "10 of 168");
    }

    @Test
    void componentsThatDoNotAddUpAreAWarningWithTheRow() {
        int row = LMP.lines().toList().indexOf(LMP.lines().filter(line -> line.contains(",LMP,")).findFirst().orElseThrow()) + 1;
        double price = Double.parseDouble(LMP.lines().toList().get(row - 1).split(",", -1)[14]);
        warned(read(cell(LMP, row, "MW", Double.toString(price + 0.02))), "f.csv, row " + row, "do not add up");
        assertTrue(ImportFiles.told(read(cell(LMP, row, "MW", Double.toString(price + 0.005)))).lines()
                .noneMatch(line -> line.contains("do not add up")));
        String without = lines(LMP, lines -> {
            lines.removeIf(line -> line.contains(",MCL,"));
            return lines;
        });
        warned(read(without), "the files", "components of the price are missing");
        String withoutPrice = lines(LMP, lines -> {
            lines.removeIf(line -> line.contains(",LMP,LMP_PRC"));
            return lines;
        });
        refused(read(withoutPrice), "the files", "no rows of the price itself");
    }

    @Test
    void severalNodesNeedAChoice() {
        String other = LMP.replace(HUB, "DLAP_SCE-APND");
        String third = LMP.replace(HUB, "TH_NP15_GEN-APND");
        assertEquals(168, series(read(other), SeriesRole.Type.ENERGY).values().length());
        assertTrue(series(read(LMP, other), SeriesRole.Type.ENERGY).source().contains(HUB));
        assertTrue(ImportFiles.told(read(LMP, other)).contains("of DLAP_SCE-APND, " + HUB));
        refused(read(other, third), "the files", "which node is meant is not clear");
        assertTrue(ImportFiles.told(read(other, third)).contains("DLAP_SCE-APND, TH_NP15_GEN-APND"));
        assertTrue(series(read(ImportOptions.DEFAULTS.withNode("DLAP_SCE-APND"), other, third), SeriesRole.Type.ENERGY)
                .source().contains("DLAP_SCE-APND"));
        assertTrue(series(read(ImportOptions.DEFAULTS.withZone("NP15"), other, third), SeriesRole.Type.ENERGY)
                .source().contains("TH_NP15"));
        refused(read(ImportOptions.DEFAULTS.withNode("NOWHERE"), LMP), "the files", "no such node");
        refused(read(ImportOptions.DEFAULTS.withZone("SP99"), LMP), "--zone", "unknown zone");
    }

    @Test
    void reserveRegionsAddUpOrAreRefused() {
        String without = lines(SPIN, lines -> {
            lines.removeIf(line -> line.contains(",AS_CAISO,"));
            return lines;
        });
        refused(read(without), "the files", "a region is missing");
        refused(read(ImportOptions.DEFAULTS.withZone("NP15"), SPIN), "the files", "a region is missing");
        String hole = lines(SPIN, lines -> {
            lines.removeIf(line -> line.startsWith("2023-08-17T11:00") && line.contains(",AS_SP26_EXP,"));
            return lines;
        });
        refused(read(hole), "f.csv, row ", "gap before this row");
        assertTrue(ImportFiles.told(read(hole)).contains("AS_SP26_EXP SR has no value here"), ImportFiles.told(read(hole)));
        String up = SPIN.replace(",SR,", ",RU,").replace("SP_CLR_PRC", "RU_CLR_PRC");
        refused(read(up), "f.csv", "no series");
        assertEquals(1, read(SPIN, up).orThrow().folder().series().size());
    }

    @Test
    void aPriceOf16AugustNeedsEveryRegion() {
        FolderSeries spin = series(read(SPIN), SeriesRole.Type.SPIN);
        int hour = (int) Duration.between(spin.first(), Instant.parse("2023-08-16T23:00:00Z")).toHours();
        double parts = SPIN.lines()
                .filter(line -> line.startsWith("2023-08-16T23:00") && (line.contains(",AS_CAISO") || line.contains(",AS_SP26")))
                .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[10]))
                .sum();
        assertEquals(parts, spin.values().at(hour), 1e-9);
        double expanded = SPIN.lines()
                .filter(line -> line.startsWith("2023-08-16T23:00") && line.contains(",AS_CAISO_EXP,"))
                .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[10]))
                .sum();
        assertEquals(39.08, parts - expanded, 0.005);
    }

    @Test
    void fifteenMinutePrices() {
        Instant start = Instant.parse("2023-08-15T07:00:00Z");
        FolderSeries series =
                series(read(realTime("RTPD", "PRC", 15, start, 96, "LMP", i -> 20 + i)), SeriesRole.Type.REAL_TIME);
        assertEquals(Duration.ofMinutes(15), series.step());
        assertEquals(115, series.values().at(95));
        assertEquals(SeriesKind.REAL, series.kind());
        assertTrue(series.source().contains("PRC_RTPD_LMP"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"VALUE", "MW"})
    void fiveMinutePricesBecomeMeans(String column) {
        Instant start = Instant.parse("2023-08-15T07:00:00Z");
        Map<String, String> entries = new LinkedHashMap<>();
        for (String type : List.of("LMP", "MCE", "MCC", "MCL")) {
            entries.put(type + ".csv", realTime("RTM", column, 5, start, 288, type, i -> type.equals("LMP") || type.equals("MCE") ? i : 0));
        }
        Reading<Imported> reading = new OasisImporter()
                .read(List.of(ImportSource.of("five.zip", ImportFiles.zip(entries))), ImportOptions.DEFAULTS);
        FolderSeries series = series(reading, SeriesRole.Type.REAL_TIME);
        assertEquals(96, series.values().length());
        assertEquals(1, series.values().at(0), 1e-12);
        assertEquals(286, series.values().at(95), 1e-12);
        assertEquals(SeriesKind.DERIVED, series.kind());
        assertTrue(series.note().contains("means of 3 values of 5 minutes"), series.note());
    }

    @Test
    void twoRealTimeMarketsOrTwoPriceColumnsAreRefused() {
        Instant start = Instant.parse("2023-08-15T07:00:00Z");
        String fifteen = realTime("RTPD", "PRC", 15, start, 96, "LMP", i -> 20);
        String five = realTime("RTM", "MW", 5, start, 288, "LMP", i -> 20);
        refused(read(fifteen, five), "the files", "two markets");
        refused(read(fifteen.replace("GRP_TYPE", "VALUE")), "f.csv, row 1", "several columns");
        refused(read(fifteen, realTime("RTPD", "PRC", 5, start.plus(Duration.ofDays(1)), 288, "LMP", i -> 20)), "f.csv, row 2", "not as long");
        refused(read(realTime("HASP", "PRC", 15, start, 96, "LMP", i -> 20)), "f.csv", "no series");
    }

    @ParameterizedTest
    @CsvSource({"2023-03-12,23", "2023-11-05,25"})
    void daysOfClockChange(LocalDate day, int hours) {
        Instant start = day.minusDays(1).atStartOfDay(Horizon.LOS_ANGELES).toInstant();
        String text = realTime("DAM", "MW", 60, start, 48 + hours, "LMP", i -> i);
        Reading<Imported> reading = read(text);
        FolderSeries series = series(reading, SeriesRole.Type.ENERGY);
        assertEquals(48 + hours, series.values().length());
        assertEquals(day.plusDays(2).atStartOfDay(Horizon.LOS_ANGELES).toInstant(), series.end());
        assertTrue(reading.findings().stream().noneMatch(finding -> finding.message().contains("does not agree")));
        String counted = text.lines().map(line -> counted(line, day)).reduce("", (a, b) -> a + b + "\n");
        assertTrue(read(counted).findings().stream().noneMatch(finding -> finding.message().contains("does not agree")),
                ImportFiles.told(read(counted)));
    }

    /** On the day of the change OPR_HR counts the hours since midnight. */
    private static String counted(String line, LocalDate day) {
        String[] cells = line.split(",", -1);
        if (cells[2].equals(day.toString())) {
            Instant start = Instant.parse(cells[0].replace("-00:00", "Z"));
            cells[3] = Long.toString(Duration.between(day.atStartOfDay(Horizon.LOS_ANGELES).toInstant(), start).toHours() + 1);
        }
        return String.join(",", cells);
    }

    @Test
    void forecastReports() {
        StringBuilder load = new StringBuilder("INTERVALSTARTTIME_GMT,INTERVALENDTIME_GMT,LOAD_TYPE,OPR_DT,OPR_HR,MARKET_RUN_ID,TAC_AREA_NAME,LABEL,XML_DATA_ITEM,POS,MW\n");
        StringBuilder solar = new StringBuilder("OPR_DT,OPR_HR,INTERVALSTARTTIME_GMT,INTERVALENDTIME_GMT,TRADING_HUB,RENEWABLE_TYPE,MARKET_RUN_ID,MW\n");
        for (int hour = 0; hour < 24; hour++) {
            Instant start = Instant.parse("2023-08-15T07:00:00Z").plus(Duration.ofHours(hour));
            String times = gmt(start) + "," + gmt(start.plus(Duration.ofHours(1)));
            for (String area : List.of("CA ISO-TAC", "SCE-TAC")) {
                load.append(times).append(",0,2023-08-15,").append(hour + 1).append(",DAM,").append(area).append(",l,x,1,")
                        .append(area.startsWith("CA") ? 30000 + hour : 9000).append('\n');
            }
            load.append(times).append(",0,2023-08-15,").append(hour + 1).append(",ACTUAL,CA ISO-TAC,l,x,1,1\n");
            for (String hub : List.of("NP15", "SP15")) {
                solar.append("2023-08-15,").append(hour + 1).append(',').append(times).append(',').append(hub).append(",Solar,DAM,").append(hub.equals("SP15") ? 100 + hour : 7).append('\n');
                solar.append("2023-08-15,").append(hour + 1).append(',').append(times).append(',').append(hub).append(",Wind,DAM,5\n");
            }
        }
        Reading<Imported> reading = read(load.toString(), solar.toString());
        assertEquals(30023, series(reading, SeriesRole.Type.LOAD_FORECAST).values().at(23));
        assertEquals(123, series(reading, SeriesRole.Type.SOLAR_FORECAST).values().at(23));
        assertEquals(7, series(read(ImportOptions.DEFAULTS.withZone("NP15"), solar.toString()), SeriesRole.Type.SOLAR_FORECAST).values().at(0));
    }

    @Test
    void theUsersLabelStandsButIsNeverMoreThanDerivedAfterAMean() {
        assertEquals(SeriesKind.SYNTHETIC,
                series(read(ImportOptions.DEFAULTS.withKind(SeriesKind.SYNTHETIC), LMP), SeriesRole.Type.ENERGY).kind());
        String five = realTime("RTM", "MW", 5, Instant.parse("2023-08-15T07:00:00Z"), 288, "LMP", i -> 20);
        assertEquals(SeriesKind.DERIVED,
                series(read(ImportOptions.DEFAULTS.withKind(SeriesKind.REAL), five), SeriesRole.Type.REAL_TIME).kind());
    }

    @Test
    void onlyTwentyErrorsAreTold() {
        Reading<Imported> reading = read(LMP.replaceAll("(?m),[0-9.-]+,(\\d)$", ",x,$1"));
        refused(reading, "f.csv, row 2, column MW", "not a finite number");
        assertEquals(21, reading.findings().size());
    }
}
