package org.vppworkbench.sample.imports.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.sample.SampleLibrary;
import org.vppworkbench.sample.folder.FolderSeries;
import org.vppworkbench.sample.folder.SeriesRole;
import org.vppworkbench.sample.imports.ImportOptions;
import org.vppworkbench.sample.imports.Imported;
import org.vppworkbench.sample.imports.ProfileOptions;
import org.vppworkbench.sample.imports.source.ImportSource;

class CityLearnImporterTest {
    private static final String HEAD = "month,hour,day_type,daylight_savings_status,indoor_dry_bulb_temperature,"
            + "non_shiftable_load,dhw_demand,cooling_demand,heating_demand,solar_generation\n";

    private final CityLearnImporter importer = new CityLearnImporter();

    /** Hourly rows from 31 July 2016, 23:00 standard time; load i / 1000 kWh, sun i mod 1000 W per kW. */
    private static String building(LocalDateTime start, int hours) {
        StringBuilder text = new StringBuilder(HEAD);
        for (int i = 0; i < hours; i++) {
            LocalDateTime time = start.plusHours(i);
            text.append(time.getMonthValue()).append(',').append(time.getHour() + 1).append(',')
                    .append(time.getDayOfWeek().getValue()).append(",0,,").append(i / 1000.0)
                    .append(",0.0,0.0,0.0,").append(i % 1000).append(".0\n");
        }
        return text.toString();
    }

    private static final LocalDateTime FONTANA = LocalDateTime.of(2016, 7, 31, 23, 0);

    private Reading<Imported> read(String text, ImportOptions options) {
        return Broken.read(importer, "data/Building_1.csv", Broken.utf8(text), options);
    }

    private static FolderSeries series(Reading<Imported> reading, SeriesRole.Type type, String name) {
        return reading.orThrow().folder().find(new SeriesRole(type, name)).orElseThrow();
    }

    @Test
    void theFirstRowIsTheFirstHourOfAugustInDaylightTime() {
        Reading<Imported> reading = read(building(FONTANA, 744), ImportOptions.DEFAULTS);

        FolderSeries load = series(reading, SeriesRole.Type.LOAD, "Building_1");
        FolderSeries sun = series(reading, SeriesRole.Type.PV_YIELD, "Building_1");
        assertEquals(Instant.parse("2016-08-01T07:00:00Z"), load.first());
        assertEquals(Duration.ofHours(1), load.step());
        assertEquals(744, load.values().length());
        assertEquals(0.743, load.values().at(743));
        assertEquals(0.5, sun.values().at(500), "W per kW become kW per kW");
        assertEquals(List.of(), reading.findings());
    }

    @Test
    void aWholeYearRunsThroughBothChangesOfClocks() {
        FolderSeries load = series(
                read(building(FONTANA, 8760), ImportOptions.DEFAULTS), SeriesRole.Type.LOAD, "Building_1");

        assertEquals(8760, load.values().length());
        assertEquals(Instant.parse("2017-08-01T07:00:00Z"), load.end());
    }

    @ParameterizedTest
    @CsvSource({"2016-07-31T23:00, 9000", "2017-01-01T00:00, 8760", "2020-02-01T00:00, 1500", "2012-12-31T10:00, 48"})
    void theYearComesFromTheDaysOfTheWeek(LocalDateTime start, int hours) {
        FolderSeries load =
                series(read(building(start, hours), ImportOptions.DEFAULTS), SeriesRole.Type.LOAD, "Building_1");

        LocalDateTime found = LocalDateTime.ofInstant(load.first(), java.time.ZoneOffset.ofHours(-8));
        assertEquals(start.getDayOfWeek(), found.getDayOfWeek());
        assertEquals(start.withYear(found.getYear()), found);
        assertTrue(Math.abs(found.getYear() - 2016) <= Math.abs(start.getYear() - 2016), found.toString());
    }

    @Test
    void holidaysHaveNoDayOfTheWeek() {
        String text = building(FONTANA, 744).replaceAll("(?m)^8,(\\d+),1,", "8,$1,8,");

        assertEquals(Instant.parse("2016-08-01T07:00:00Z"),
                series(read(text, ImportOptions.DEFAULTS), SeriesRole.Type.LOAD, "Building_1").first());
    }

    /** The load of the sample week was made from the same file by the same rule, held over quarter hours. */
    @Test
    void laidOntoTheSampleWeekItIsTheLoadOfTheSample() {
        TimeSeries sample = SampleLibrary.load(SampleLibrary.LOS_ANGELES_2023_08)
                .orThrow()
                .loadKw()
                .get("fontana-load-01");
        Reading<Imported> reading = importer.read(
                List.of(ImportSource.of("Building_1.csv", Broken.utf8(FontanaFile.building(1)))),
                ImportOptions.DEFAULTS.withProfile(new ProfileOptions("", LocalDate.of(2023, 8, 15), 7)));

        FolderSeries load = series(reading, SeriesRole.Type.LOAD, "Building_1");
        assertEquals(Instant.parse("2023-08-15T07:00:00Z"), load.first());
        assertEquals(168, load.values().length());
        for (int i = 0; i < 168; i++) {
            assertEquals(sample.at(4 * i), load.values().at(i));
        }
    }

    @Test
    void daysOf23And25HoursKeepTheClock() {
        String text = building(FONTANA, 8760);
        ImportOptions spring = ImportOptions.DEFAULTS.withProfile(new ProfileOptions("x", LocalDate.of(2024, 3, 10), 1));
        ImportOptions autumn = ImportOptions.DEFAULTS.withProfile(new ProfileOptions("x", LocalDate.of(2023, 11, 5), 1));

        assertEquals(23, series(read(text, spring), SeriesRole.Type.LOAD, "x-Building_1").values().length());
        TimeSeries values = series(read(text, autumn), SeriesRole.Type.LOAD, "x-Building_1").values();
        assertEquals(25, values.length());
    }

    @Test
    void sevenBuildingsAreSevenLoads() {
        List<ImportSource> files = Stream.of(1, 2, 3, 4, 5, 6, 7)
                .map(n -> ImportSource.of("Building_" + n + ".csv", Broken.utf8(building(FONTANA, 100))))
                .toList();

        assertEquals(14, importer.read(files, ImportOptions.DEFAULTS).orThrow().folder().series().size());
        Broken.assertRefused(
                importer.read(List.of(files.get(0), files.get(0)), ImportOptions.DEFAULTS), "two files for one building");
    }

    @Test
    void aDeadInverterAndThermalDemandAreTold() {
        String text = building(FONTANA, 744).replaceAll("(?m),0.0,0.0,0.0,[0-9.]+$", ",0.0,1.5,0.0,0.1");

        Reading<Imported> reading = read(text, ImportOptions.DEFAULTS);

        assertTrue(Broken.text(reading).contains("hardly any sun"), Broken.text(reading));
        assertTrue(Broken.text(reading).contains("heat and cold are not electricity"), Broken.text(reading));
        assertEquals(2, reading.orThrow().folder().series().size());
    }

    @Test
    void olderNamesOfColumnsAreKnown() {
        String text = building(FONTANA, 48)
                .replace("month,hour,day_type", "Month,Hour,Day Type")
                .replace("non_shiftable_load", "Equipment Electric Power [kWh]")
                .replace("solar_generation", "Solar Generation [W/kW]");

        assertEquals(2, read("\uFEFF" + text, ImportOptions.DEFAULTS).orThrow().folder().series().size());
    }

    static Stream<Arguments> broken() {
        String csv = building(FONTANA, 744);
        Stream<Arguments> own = Stream.of(
                of("no month", csv.replace("month,", "m,"), "column month"),
                of("no hour", csv.replace(",hour,", ",h,"), "column hour"),
                of("no day type", csv.replace("day_type", "day"), "column day_type"),
                of("no load", csv.replace("non_shiftable_load", "load"), "column non_shiftable_load"),
                of("load twice", csv.replace("dhw_demand", "non_shiftable_load"), "twice"),
                of("semicolons", csv.replace(",", ";"), "semicolons"),
                of("decimal commas", csv.replaceFirst(",0.005,", ",\"0,005\","), "decimal point"),
                of("negative load", csv.replaceFirst(",0.005,", ",-1,"), "out of range"),
                of("negative sun", csv.replaceFirst("0.0,5.0\n", "0.0,-5.0\n"), "out of range"),
                of("sun in W", csv.replaceFirst("0.0,5.0\n", "0.0,5000.0\n"), "out of range"),
                of("NaN", csv.replaceFirst(",0.005,", ",NaN,"), "not a finite number"),
                of("empty load", csv.replaceFirst(",0.005,", ",,"), "empty cell"),
                of("empty sun", csv.replaceFirst("0.0,5.0\n", "0.0,\n"), "empty cell"),
                of("month 13", csv.replaceFirst("(?m)^8,5,", "13,5,"), "out of range"),
                of("hour 0", csv.replaceFirst("(?m)^8,5,", "8,0,"), "out of range"),
                of("hour 25", csv.replaceFirst("(?m)^8,5,", "8,25,"), "out of range"),
                of("half an hour", csv.replaceFirst("(?m)^8,5,", "8,5.5,"), "out of range"),
                of("day type 9", csv.replaceFirst("(?m)^8,5,1", "8,5,9"), "out of range"),
                of("row missing", csv.replaceFirst("(?m)^8,5,1.*\n", ""), "not the next hour"),
                of("row twice", csv.replaceFirst("(?m)^(8,5,1.*\n)", "$1$1"), "not the next hour"),
                of("unsorted", csv.replaceFirst("(?m)^(8,5,1.*\n)(.*\n)", "$2$1"), "not the next hour"),
                of("day of 23 hours", csv.replaceFirst("(?m)^8,24,3.*\n", ""), "not the next hour"),
                of("wrong day of the week", csv.replaceFirst("(?m)^8,5,1", "8,5,4"), "row 7"),
                of("30 days in August", csv.replaceAll("(?m)^8,", "6,"), "not the next hour"),
                of("no change of month", csv.replaceFirst("(?m)^7,24.*\n", "").replaceFirst("(?m)^8,1,.*\n", ""),
                        "the day cannot be worked out"),
                of("short row", csv + "8,1\n", "too short"),
                of("header only", HEAD, "no rows below the header"),
                of("cut in a row", csv.substring(0, csv.length() - 9), "too short"),
                of("no header", csv.substring(HEAD.length()), "missing column"));
        return Stream.concat(own, Broken.variants(csv));
    }

    private static Arguments of(String what, String text, String message) {
        return Arguments.of(what, Broken.utf8(text), message);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void brokenFilesAreRefusedAsAWhole(String what, byte[] bytes, String message) {
        Broken.assertRefused(Broken.read(importer, "Building_1.csv", bytes, ImportOptions.DEFAULTS), message);
    }

    @Test
    void tooFewDaysCannotBeLaidOntoOthers() {
        ImportOptions week = ImportOptions.DEFAULTS.withProfile(new ProfileOptions("", LocalDate.of(2023, 8, 15), 7));

        Broken.assertRefused(read(building(FONTANA, 100), week), "not every day of the week is there");
    }
}
