package org.vppworkbench.sample.imports.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vppworkbench.sample.imports.market.ImportFiles.refused;
import static org.vppworkbench.sample.imports.market.ImportFiles.series;
import static org.vppworkbench.sample.imports.market.ImportFiles.told;
import static org.vppworkbench.sample.imports.market.ImportFiles.warned;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.SeriesKind;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.sample.folder.FolderSeries;
import org.vppworkbench.sample.folder.SeriesRole;
import org.vppworkbench.sample.imports.ColumnMapping;
import org.vppworkbench.sample.imports.ColumnMappingFile;
import org.vppworkbench.sample.imports.ImportOptions;
import org.vppworkbench.sample.imports.Imported;

class CsvImporterTest {
    private static final String GERMAN = """
            {"format":"vpp-mapping/1","separator":";","decimal":",","skipLines":2,
             "time":{"column":"Zeit","pattern":"dd.MM.yyyy HH:mm","zone":"America/Los_Angeles","label":"ending","stepMinutes":60},
             "columns":[{"column":"Preis","role":"energy","unit":"ct/kWh"},{"column":"T","role":"temperatureC","unit":"degF"},
                        {"column":"Haus","role":"load:a","factor":0.5}],
             "source":"my meter","licence":"mine"}
            """;

    private static final String LOCAL = """
            {"format":"vpp-mapping/1","time":{"column":"t","zone":"America/Los_Angeles","label":"%s","stepMinutes":60},
             "columns":[{"column":"p","role":"energy","unit":"$/kWh"}]}
            """;

    private static ColumnMapping mapping(String json) {
        return ColumnMappingFile.read(json, "map.json").orThrow();
    }

    private static Reading<Imported> read(String json, String csv) {
        return new CsvImporter().read(List.of(ImportFiles.of("f", csv)), ImportOptions.DEFAULTS.withMapping(mapping(json)));
    }

    private static Reading<Imported> read(String csv) {
        return new CsvImporter().read(List.of(ImportFiles.of("f", csv)), ImportOptions.DEFAULTS);
    }

    private static List<String> german() {
        List<String> rows = new ArrayList<>(List.of("Export vom 1.9.2023", "", "Zeit;Preis;T;Haus;Rest"));
        LocalDateTime end = LocalDateTime.of(2023, 8, 15, 1, 0);
        DateTimeFormatter form = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm", Locale.ROOT);
        for (int hour = 0; hour < 24; hour++) {
            rows.add(form.format(end.plusHours(hour)) + ";" + hour + ",25;50;1,5;x");
        }
        return rows;
    }

    @Test
    void germanSpreadsheet() {
        Reading<Imported> reading = read(GERMAN, String.join("\r\n", german()));
        FolderSeries energy = series(reading, SeriesRole.Type.ENERGY);
        assertEquals(Instant.parse("2023-08-15T07:00:00Z"), energy.first());
        assertEquals(232.5, energy.values().at(23), 1e-9);
        assertEquals("my meter", energy.source());
        assertEquals(SeriesKind.SYNTHETIC, energy.kind());
        assertEquals(10, series(reading, SeriesRole.Type.TEMPERATURE).values().at(0), 1e-9);
        assertEquals(0.75, reading.orThrow().folder().find(new SeriesRole(SeriesRole.Type.LOAD, "a")).orElseThrow().values().at(0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "3|Zeit;|Uhr;|f, row 3, column Zeit|missing column", "3|;Preis|;Price|f, row 3, column Preis|missing column",
        "3|;T;|;Preis;|f, row 3, column Preis|stands here twice", "3|;|,|f, row 3|another separator",
        "5|1,25|1.25|f, row 5, column Preis|not a finite", "5|1,25|1,25 ct|f, row 5, column Preis|not a finite", "5|1,25|1.001,25|f, row 5, column Preis|not a finite",
        "5|1,25|NaN|f, row 5, column Preis|not a finite", "5|1,25|inf|f, row 5, column Preis|not a finite", "5|1,25|1000000|f, row 5|out of range",
        "5|02:00|02:30|f, row 5|not on the grid", "5|15.08.2023|2023-08-15|f, row 5, column Zeit|not a time", "5|15.08|31.02|f, row 5, column Zeit|not a time",
        "5|15.08.2023 02:00||f, row 5, column Zeit|empty cell", "5|02:00|01:00|f, row 5|different values", "5|;x||f, row 5|too short", "5|;x|;x;y|f, row 5|more cells",
        "5|1,25||f, row 6|gap before this row", "5|2023|0023|f, row 5, column Zeit|not a time", "5|1,5|-1,5|f, row 5|out of range", "5|02:00|25:00|f, row 5, column Zeit|not a time"
    })
    void brokenRows(int row, String what, String with, String where, String message) {
        List<String> rows = german();
        String before = rows.get(row - 1);
        rows.set(row - 1, before.replace(what, with == null ? "" : with));
        assertTrue(!before.equals(rows.get(row - 1)), before);
        refused(read(GERMAN, String.join("\n", rows)), where, message);
    }

    @Test
    void harmlessVariants() {
        FolderSeries plain = series(read(GERMAN, String.join("\n", german())), SeriesRole.Type.ENERGY);
        List<String> mixed = german();
        Collections.reverse(mixed.subList(3, mixed.size()));
        assertEquals(plain.values(), series(read(GERMAN, "\uFEFF" + String.join("\n", mixed)), SeriesRole.Type.ENERGY).values());
        List<String> twice = german();
        twice.add(twice.get(7));
        warned(read(GERMAN, String.join("\n", twice)), "f, row 28", "twice with the same value");
        List<String> late = german();
        late.set(3, late.get(3).replace(";0,25;", ";;"));
        warned(read(GERMAN, String.join("\n", late)), "energy", "missing at the beginning");
    }

    /** Local hours of a day without offset, as a meter writes them. */
    private static List<String> localDay(LocalDate day, int hours, boolean ending) {
        Instant midnight = day.atStartOfDay(Horizon.LOS_ANGELES).toInstant();
        List<String> rows = new ArrayList<>();
        for (int hour = 0; hour < hours; hour++) {
            Instant time = midnight.plus(Duration.ofHours(ending ? hour + 1 : hour));
            rows.add(time.atZone(Horizon.LOS_ANGELES).toLocalDateTime() + ":00," + hour / 1000.0);
        }
        return rows;
    }

    @ParameterizedTest
    @CsvSource({"2023-03-12,23", "2023-11-05,25", "2023-08-15,24"})
    void localTimesOnDaysOfClockChange(LocalDate day, int hours) {
        for (boolean ending : new boolean[] {false, true}) {
            for (boolean backward : new boolean[] {false, true}) {
                List<String> rows = localDay(day, hours, ending);
                if (backward) {
                    Collections.reverse(rows);
                }
                Reading<Imported> reading =
                        read(String.format(LOCAL, ending ? "ending" : "beginning"), "t,p\n" + String.join("\n", rows));
                FolderSeries energy = series(reading, SeriesRole.Type.ENERGY);
                assertEquals(day.atStartOfDay(Horizon.LOS_ANGELES).toInstant(), energy.first());
                assertEquals(hours, energy.values().length());
                for (int hour = 0; hour < hours; hour++) {
                    assertEquals(hour, energy.values().at(hour), 1e-9);
                }
            }
        }
    }

    @Test
    void aTimeTheClockNeverShowsIsRefused() {
        String csv = "t,p\n2023-03-12T01:00,0.1\n2023-03-12T02:00,0.1\n2023-03-12T03:00,0.1\n";
        refused(read(String.format(LOCAL, "beginning"), csv), "f, row 3, column t", "never showed");
    }

    @Test
    void theRepeatedHourMustComeTwice() {
        List<String> rows = localDay(LocalDate.of(2023, 11, 5), 25, false);
        rows.remove(2);
        refused(read(String.format(LOCAL, "beginning"), "t,p\n" + String.join("\n", rows)), "f, row ", "gap before this row");
    }

    @Test
    void theProgramsOwnLayoutNeedsNoMapping() {
        StringBuilder text = new StringBuilder("interval_start_utc,energy_usd_per_mwh,load_home-1_kw,remark\n");
        Instant start = Instant.parse("2023-08-15T07:00:00Z");
        for (int i = 0; i < 8; i++) {
            text.append(start.plus(Duration.ofMinutes(15L * i))).append(',').append(i).append(",0.5,\n");
        }
        Reading<Imported> reading = read(text.toString());
        assertEquals(Duration.ofMinutes(15), series(reading, SeriesRole.Type.ENERGY).step());
        assertEquals(2, reading.orThrow().folder().series().size());
        refused(read(text.toString().replace("energy_usd_per_mwh", "price").replace("load_home-1_kw", "x")), "f, row 1", "no column has a name that is known");
        refused(read(text.toString().replace("interval_start_utc", "time")), "f, row 1, column interval_start_utc", "missing column");
        refused(read(text.toString().replace("00Z", "00")), "f, row 2, column interval_start_utc", "no offset");
        refused(read(text.toString().replace(',', ';')), "f, row 1", "missing column");
    }

    @ParameterizedTest
    @CsvSource({"5,8,DERIVED", "30,4,DERIVED", "15,24,REAL", "60,24,REAL"})
    void steps(int minutes, int quarters, SeriesKind kind) {
        StringBuilder text = new StringBuilder("interval_start_utc,energy_usd_per_mwh\n");
        for (int i = 0; i < 24; i++) {
            text.append(Instant.parse("2023-08-15T07:00:00Z").plus(Duration.ofMinutes((long) minutes * i))).append(',').append(i).append('\n');
        }
        FolderSeries series = series(
                new CsvImporter().read(List.of(ImportFiles.of("f", text.toString())), ImportOptions.DEFAULTS.withKind(SeriesKind.REAL)),
                SeriesRole.Type.ENERGY);
        assertEquals(kind, series.kind());
        assertEquals(minutes == 30 ? 48 : quarters, series.values().length());
        assertEquals(minutes == 60 ? 60 : 15, series.step().toMinutes());
        double sum = minutes == 60 ? 1 : minutes / 15.0;
        assertEquals(276 * sum, series.values().sum(), 1e-9);
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 20, 45})
    void otherStepsAreRefused(int minutes) {
        StringBuilder text = new StringBuilder("interval_start_utc,energy_usd_per_mwh\n");
        for (int i = 0; i < 24; i++) {
            text.append(Instant.parse("2023-08-15T07:00:00Z").plus(Duration.ofMinutes((long) minutes * i))).append(",1\n");
        }
        refused(read(text.toString()), "energy", "the step cannot be used");
    }

    @Test
    void aRowOfAFarYearAsksForNoMemory() {
        refused(read("interval_start_utc,energy_usd_per_mwh\n2000-01-01T00:00:00Z,1\n2000-01-01T00:15:00Z,1\n2099-01-01T00:00:00Z,1\n"),
                "f, row 4", "gap before this row");
    }

    @Test
    void anyOrderAndCutIntoFilesGivesTheSameSeries() {
        SplittableRandom random = new SplittableRandom(11);
        int cases = 40 * Integer.getInteger("vpp.random.scale", 1);
        for (int i = 0; i < cases; i++) {
            int days = 1 + random.nextInt(5);
            LocalDate first = LocalDate.of(2023, 1, 1).plusDays(random.nextInt(360));
            ZoneId zone = Horizon.LOS_ANGELES;
            Instant start = first.atStartOfDay(zone).toInstant();
            int count = (int) Duration.between(start, first.plusDays(days).atStartOfDay(zone).toInstant()).toHours();
            List<String> rows = new ArrayList<>();
            double[] values = new double[count];
            for (int hour = 0; hour < count; hour++) {
                values[hour] = random.nextDouble(-50, 500);
                Instant time = start.plus(Duration.ofHours(hour));
                String text = random.nextBoolean() ? time.toString() : time.atZone(zone).toOffsetDateTime().toString();
                rows.add(random.nextInt(rows.size() + 1), text + "," + values[hour]);
            }
            int cut = 1 + random.nextInt(count - 1);
            String header = "interval_start_utc,energy_usd_per_mwh\n";
            Reading<Imported> reading = new CsvImporter().read(
                    List.of(ImportFiles.of("a", header + String.join("\n", rows.subList(0, cut))),
                            ImportFiles.of("b", header + String.join("\n", rows.subList(cut, count)))),
                    ImportOptions.DEFAULTS);
            FolderSeries series = series(reading, SeriesRole.Type.ENERGY);
            assertEquals(start, series.first());
            assertEquals(TimeSeries.of(values), series.values());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "vpp-mapping/1|vpp-mapping/9|format", "\"Zeit\"|7|time.column", "dd.MM.yyyy HH:mm|qq{|time.pattern", "America/Los_Angeles|Nowhere|time.zone",
        "ending|middle|time.label", ":60}|:0}|time.stepMinutes", ":60}|:1.5}|time.stepMinutes", "\"separator\":\";\"|\"separator\":\"x\"|separator",
        "\"separator\":\";\"|\"separator\":\",\"|decimal", "\"decimal\":\",\"|\"decimal\":\"'\"|decimal", "\"skipLines\":2|\"skipLines\":-1|skipLines",
        "\"energy\"|\"power\"|columns[0].role", "ct/kWh|EUR|columns[0].unit", "\"unit\":\"ct/kWh\"|\"x\":1|columns[0].unit", "temperatureC|energy|columns[1]", "0.5|0|columns[2].factor"
    })
    void brokenMappings(String what, String with, String where) {
        String json = GERMAN.replace(what, with);
        Reading<ColumnMapping> reading = ColumnMappingFile.read(json, "map.json");
        assertNull(reading.value(), json);
        assertTrue(reading.findings().stream().anyMatch(finding -> finding.isError() && finding.where().contains(where)),
                () -> reading.findings().toString());
    }

    @Test
    void mappingsThatAreNoJson() {
        for (String text : List.of("", "[]", "{", "{\"format\":\"vpp-mapping/1\"}", "<html>")) {
            assertNull(ColumnMappingFile.read(text, "map.json").value());
            assertTrue(ColumnMappingFile.read(text, "map.json").findings().get(0).isError());
        }
        assertNotNull(mapping(GERMAN));
        assertTrue(told(read(GERMAN, "<html>")).contains("web page"));
    }
}
