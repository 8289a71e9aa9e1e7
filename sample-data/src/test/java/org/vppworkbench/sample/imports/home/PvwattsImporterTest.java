package org.vppworkbench.sample.imports.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.time.SeriesKind;
import org.vppworkbench.sample.folder.FolderSeries;
import org.vppworkbench.sample.folder.SeriesRole;
import org.vppworkbench.sample.imports.ImportOptions;
import org.vppworkbench.sample.imports.Imported;
import org.vppworkbench.sample.imports.ProfileOptions;
import org.vppworkbench.sample.imports.source.ImportSource;

class PvwattsImporterTest {
    private static final LocalDate DAY = LocalDate.of(2023, 8, 15);
    private static final ZoneId LA = ZoneId.of("America/Los_Angeles");

    private final PvwattsImporter importer = new PvwattsImporter();

    private static ImportOptions days(LocalDate from, int days) {
        return ImportOptions.DEFAULTS.withProfile(new ProfileOptions("roof", from, days));
    }

    /** A reply for 4 kWdc whose hour i delivers {@code watts(i)}. */
    private static String json(IntToDoubleFunction watts) {
        return "{\"inputs\":{\"lat\":\"34.05\",\"lon\":\"-118.25\",\"system_capacity\":\"4\",\"timeframe\":\"hourly\"},"
                + "\"errors\":[],\"warnings\":[],\"version\":\"8.0.0\",\"station_info\":{\"tz\":-8,\"state\":\"CA\"},"
                + "\"outputs\":{\"ac_annual\":1.0,\"ac\":["
                + IntStream.range(0, 8760).mapToObj(i -> String.valueOf(watts.applyAsDouble(i))).collect(Collectors.joining(","))
                + "]}}";
    }

    private static String csv(IntToDoubleFunction watts) {
        StringBuilder text = new StringBuilder("\"PVWatts: Hourly PV Performance Data\",\n\"Requested Location:\",\"Los Angeles\"\n");
        text.append("\"Latitude (deg N):\",\"34.05\"\n\"DC System Size (kW):\",\"4\"\n");
        for (int i = 0; i < 27; i++) {
            text.append("\"Parameter ").append(i).append(":\",\"").append(i).append("\"\n");
        }
        text.append("\"Month\",\"Day\",\"Hour\",\"Beam Irradiance (W/m2)\",\"AC System Output (W)\"\n");
        LocalDateTime time = LocalDate.of(2023, 1, 1).atStartOfDay();
        for (int i = 0; i < 8760; i++) {
            text.append(String.format(Locale.ROOT, "\"%d\",\"%d\",\"%d\",\"0\",\"%s\"%n",
                    time.getMonthValue(), time.getDayOfMonth(), time.getHour(), watts.applyAsDouble(i)));
            time = time.plusHours(1);
        }
        return text.append("\"Totals\",\"\",\"\",\"\",\"123\"\n").toString();
    }

    private Reading<Imported> read(String name, String text, ImportOptions options) {
        return Broken.read(importer, name, Broken.utf8(text), options);
    }

    private static FolderSeries roof(Reading<Imported> reading) {
        return reading.orThrow().folder().find(new SeriesRole(SeriesRole.Type.PV_YIELD, "roof")).orElseThrow();
    }

    /** 15 August is day 227: midnight daylight time is hour 226 · 24 - 1 of standard time. Hour i yields i / 4 W per kW. */
    @Test
    void daylightTimeIsOneHourBehindTheFile() {
        FolderSeries roof = roof(read("la.json", json(i -> i / 10.0), days(DAY, 2)));

        assertEquals(Instant.parse("2023-08-15T07:00:00Z"), roof.first());
        assertEquals(Duration.ofHours(1), roof.step());
        assertEquals(48, roof.values().length());
        assertEquals((226 * 24 - 1) / 10.0 / 1000 / 4, roof.values().at(0), 1e-15);
        assertEquals((226 * 24 + 46) / 10.0 / 1000 / 4, roof.values().at(47), 1e-15);
        assertEquals(SeriesKind.DERIVED, roof.kind());
        assertTrue(roof.note().contains("typical meteorological year"), roof.note());
        assertTrue(roof.source().contains("lat 34.05"), roof.source());
    }

    @Test
    void theCsvOfTheWebToolSaysTheSame() {
        IntToDoubleFunction watts = i -> (i % 24) * 100;

        assertEquals(
                roof(read("a.json", json(watts), days(DAY, 7))).values(),
                roof(read("a.csv", csv(watts), days(DAY, 7))).values());
    }

    @Test
    void daysOf23And25HoursNeitherDoubleNorLoseAnHour() {
        IntToDoubleFunction watts = i -> i / 10.0;
        FolderSeries spring = roof(read("a.json", json(watts), days(LocalDate.of(2024, 3, 10), 1)));
        FolderSeries autumn = roof(read("a.json", json(watts), days(LocalDate.of(2023, 11, 5), 1)));

        assertEquals(23, spring.values().length());
        assertEquals(25, autumn.values().length());
        for (FolderSeries series : List.of(spring, autumn)) {
            for (int i = 1; i < series.values().length(); i++) {
                assertEquals(0.1 / 4000, series.values().at(i) - series.values().at(i - 1), 1e-12);
            }
        }
    }

    @Test
    void theLeapDayTakesTheDayBefore() {
        FolderSeries roof = roof(read("a.json", json(i -> i / 10.0), days(LocalDate.of(2024, 2, 28), 3)));

        assertEquals(72, roof.values().length());
        for (int hour = 0; hour < 24; hour++) {
            assertEquals(roof.values().at(hour), roof.values().at(24 + hour));
        }
        assertEquals((59 * 24) / 10.0 / 4000, roof.values().at(48), 1e-15);
    }

    /** Every hour of any days is the hour of the file with the same month, day and hour of standard time. */
    @Test
    void anyDaysGoThroughStandardTime() {
        SplittableRandom random = new SplittableRandom(8760);
        String text = json(i -> i / 10.0);
        for (int n = 0; n < 5 * Integer.getInteger("vpp.random.scale", 1); n++) {
            LocalDate from = LocalDate.of(1995, 1, 1).plusDays(random.nextInt(35_000));
            FolderSeries roof = roof(read("a.json", text, days(from, 1 + random.nextInt(400))));
            for (int i = 0; i < roof.values().length(); i++) {
                LocalDateTime standard =
                        LocalDateTime.ofInstant(roof.first().plus(Duration.ofHours(i)), ZoneOffset.ofHours(-8));
                if (standard.getMonthValue() == 2 && standard.getDayOfMonth() == 29) {
                    standard = standard.minusDays(1);
                }
                int hour = (standard.withYear(2023).getDayOfYear() - 1) * 24 + standard.getHour();
                assertEquals(hour / 10.0 / 4000, roof.values().at(i), 1e-15, standard.toString());
            }
            assertEquals(from.atStartOfDay(LA).toInstant(), roof.first());
        }
    }

    @Test
    void aByteOrderMarkAndWarningsOfTheServiceAreNoHindrance() {
        String text = "\uFEFF" + json(i -> 100).replace("\"warnings\":[]", "\"warnings\":[\"far away\"]");

        Reading<Imported> reading = read("a.json", text, days(DAY, 1));

        assertEquals(24, roof(reading).values().length());
        assertTrue(Broken.text(reading).contains("PVWatts warns: far away"), Broken.text(reading));
    }

    @Test
    void theDrawOfAnInverterAtNightBecomesZero() {
        Reading<Imported> reading = read("a.json", json(i -> i % 24 == 0 ? -1 : 500), days(DAY, 1));

        assertEquals(0, roof(reading).values().min());
        assertTrue(Broken.text(reading).contains("draws power at night"), Broken.text(reading));
    }

    @Test
    void sayingWhichDaysIsNeeded() {
        Broken.assertRefused(read("a.json", json(i -> 1), ImportOptions.DEFAULTS), "a typical year has no dates");
    }

    /** What is wrong with the file is told even where the days are not named, and before that. */
    @ParameterizedTest
    @ValueSource(strings = {"", "\0\1\2\u0007PNG"})
    void aBrokenFileIsToldBeforeTheMissingDays(String text) {
        Reading<Imported> reading = read("a.json", text, ImportOptions.DEFAULTS);

        assertTrue(reading.findings().getFirst().oneLine().contains("a.json"), Broken.text(reading));
        Broken.assertRefused(reading, "a typical year has no dates");
    }

    @Test
    void aYearWithLittleSunIsWorthAWarning() {
        Reading<Imported> reading = read("a.json", json(i -> 60), days(DAY, 1));

        assertEquals(0.015, roof(reading).values().max(), 1e-15);
        assertTrue(Broken.text(reading).contains("131.4 kWh per kWdc and year"), Broken.text(reading));
    }

    @Test
    void twoFilesNeedTwoNames() {
        ImportSource file = ImportSource.of("a.json", Broken.utf8(json(i -> 100)));

        Broken.assertRefused(importer.read(List.of(file, file), days(DAY, 1)), "two files for one profile");
        assertEquals(
                2,
                importer.read(
                                List.of(file, ImportSource.of("b.json", Broken.utf8(json(i -> 200)))),
                                ImportOptions.DEFAULTS.withProfile(new ProfileOptions("", DAY, 1)))
                        .orThrow()
                        .folder()
                        .series()
                        .size());
    }

    static Stream<Arguments> broken() {
        String json = json(i -> 100);
        String csv = csv(i -> 100);
        Stream<Arguments> own = Stream.of(
                of("errors", "{\"errors\":[\"bad latitude\",\"and more\"]}", "PVWatts answers: bad latitude"),
                of("error of the gateway", "{\"error\":{\"code\":\"API_KEY_INVALID\"}}", "refused the request"),
                of("errors as text", json.replace("\"errors\":[]", "\"errors\":\"overloaded\""), "overloaded"),
                of("no outputs", json.replace("\"outputs\"", "\"output\""), "outputs.ac"),
                of("monthly", json.replace("\"ac\":[", "\"ac_monthly\":["), "monthly values only"),
                of("an hour too few", json.replaceFirst("\\[100.0,", "["), "8759 values"),
                of("an hour too many", json.replaceFirst("\\[100.0,", "[1,1,"), "8761 values"),
                of("leap year", json.replaceFirst("\\[100.0,", "[" + "1,".repeat(25)), "8784 values"),
                of("null value", json.replaceFirst("\\[100.0,", "[null,"), "outputs.ac[0]"),
                of("text value", json.replaceFirst("\\[100.0,", "[\"100\","), "outputs.ac[0]"),
                of("NaN", json.replaceFirst("\\[100.0,", "[NaN,"), "malformed JSON"),
                of("huge value", json.replaceFirst("\\[100.0,", "[1e308,"), "does not fit a system"),
                of("kW instead of W", json(i -> 0.002), "perhaps the AC power is not in W"),
                of("sun day and night", json(i -> 1700), "perhaps the AC power is not in W"),
                of("CSV, kW instead of W under its name", csv(i -> 0.002), "0.0 kWh per kWdc and year"),
                of("very negative", json.replaceFirst("\\[100.0,", "[-500,"), "does not fit a system"),
                of("no capacity", json.replace("system_capacity", "capacity"), "inputs.system_capacity"),
                of("zero capacity", json.replace("\"system_capacity\":\"4\"", "\"system_capacity\":0"), "out of range"),
                of("capacity in words", json.replace("\"system_capacity\":\"4\"", "\"system_capacity\":\"four\""), "not a finite number"),
                of("no time zone", json.replace("\"tz\":-8,", ""), "station_info.tz"),
                of("odd time zone", json.replace("\"tz\":-8", "\"tz\":-8.1"), "not an offset from UTC"),
                of("wrong time zone type", json.replace("\"tz\":-8", "\"tz\":[]"), "station_info.tz"),
                of("ac is an object", json.replaceAll("\"ac\":\\[.*\\]", "\"ac\":{}"), "outputs.ac"),
                of("cut off", json.substring(0, json.length() / 2), "ends too early"),
                of("key twice", json.replace("\"inputs\"", "\"outputs\":{},\"inputs\""), "twice"),
                of("text behind", json + "{}", "malformed JSON"),
                of("CSV without size", csv.replace("DC System Size", "System Size"), "size of the system"),
                of("CSV, size in words", csv.replace("(kW):\",\"4\"", "(kW):\",\"four\""), "size of the system"),
                of("CSV without AC", csv.replace("AC System Output (W)", "DC Array Output (W)"), "ac_system_output_w"),
                of("CSV, kW instead of W", csv.replace("AC System Output (W)", "AC System Output (kW)"), "ac_system_output_w"),
                of("CSV, AC twice", csv.replace("Beam Irradiance (W/m2)", "AC System Output (W)"), "twice"),
                of("CSV with semicolons", csv.replace(",", ";"), "malformed CSV"),
                of("CSV with decimal commas", csv.replace("\"100.0\"", "\"100,0\""), "decimal point"),
                of("CSV, row missing", csv.replaceFirst("\"1\",\"1\",\"5\".*\\R", ""), "month 1, day 1, hour 5"),
                of("CSV, row twice", csv.replaceFirst("(\"1\",\"1\",\"5\".*\\R)", "$1$1"), "month 1, day 1, hour 6"),
                of("CSV, unsorted", csv.replaceFirst("(\"1\",\"1\",\"5\".*\\R)(.*\\R)", "$2$1"), "month 1, day 1, hour 5"),
                of("CSV, hours 1 to 24", csv.replaceFirst("\"1\",\"1\",\"0\"", "\"1\",\"1\",\"1\""), "month 1, day 1, hour 0"),
                of("CSV, leap day", csv.replaceFirst("(?m)^\"3\",\"1\",\"0\"", "\"2\",\"29\",\"0\""), "month 3, day 1, hour 0"),
                of("CSV, empty cell", csv.replaceFirst("\"0\",\"100.0\"", "\"0\",\"\""), "empty cell"),
                of("CSV cut off", csv.substring(0, csv.length() / 2), ""),
                of("CSV of months", "Month,Solar Radiation (kWh/m2/day)\n1,5\n", "no row of column names"),
                of("CSV, a year too many", csv.replace("\"Totals\"", "\"1\""), "more hours"));
        return Stream.concat(own, Stream.concat(Broken.variants(json), Broken.variants(csv)));
    }

    private static Arguments of(String what, String text, String message) {
        return Arguments.of(what, Broken.utf8(text), message);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void brokenFilesAreRefusedAsAWhole(String what, byte[] bytes, String message) {
        Broken.assertRefused(Broken.read(importer, "file", bytes, days(DAY, 7)), message);
    }

    static Stream<Arguments> badOptions() {
        return Stream.of(
                Arguments.of(new ProfileOptions("a b", DAY, 1), "not a name of a profile"),
                Arguments.of(new ProfileOptions("../x", DAY, 1), "not a name of a profile"),
                Arguments.of(new ProfileOptions("x".repeat(65), DAY, 1), "not a name of a profile"),
                Arguments.of(new ProfileOptions("x", DAY, 0), "days"),
                Arguments.of(new ProfileOptions("x", DAY, 3661), "days"),
                Arguments.of(new ProfileOptions("x", LocalDate.of(1700, 1, 1), 1), "from"));
    }

    @ParameterizedTest
    @MethodSource("badOptions")
    void oddOptionsAreRefused(ProfileOptions options, String message) {
        Broken.assertRefused(
                read("a.json", json(i -> 1), ImportOptions.DEFAULTS.withProfile(options)), message);
    }
}
