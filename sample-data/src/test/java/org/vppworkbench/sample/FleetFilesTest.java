package org.vppworkbench.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vppworkbench.model.fleet.Bess;
import org.vppworkbench.model.fleet.CarPlanKind;
import org.vppworkbench.model.fleet.Ev;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.fleet.HomePlanKind;
import org.vppworkbench.model.fleet.NegotiatorStyle;
import org.vppworkbench.model.fleet.Preference;
import org.vppworkbench.model.fleet.Pv;
import org.vppworkbench.model.fleet.Strength;
import org.vppworkbench.model.fleet.TariffPlan;
import org.vppworkbench.model.fleet.Trip;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Reading;

class FleetFilesTest {
    private static final Fleet LA_20 = SampleLibrary.fleet("la-20").orThrow();

    private static final String JSON = FleetJson.write(LA_20);

    private static final String CSV = FleetCsv.write(LA_20);

    /** Awkward on purpose: odd numbers, quotes, commas, line ends and other alphabets. */
    private static final Fleet AWKWARD = new Fleet(
            "odd",
            "Odd \"fleet\", näher",
            List.of(new Home(
                    "h.1",
                    TariffPlan.WHOLESALE,
                    HomePlanKind.TOU,
                    CarPlanKind.OFF_PEAK,
                    "profile, \"one\"",
                    1.0 / 3,
                    0.1 + 0.2,
                    1e-7,
                    new Pv(1e5, "p"),
                    new Bess("α; \"β\"", 13.5, 5e-10, 1234567.891, 0.9487, 0, 1, 0.5, 0.05),
                    new Ev(
                            "",
                            75,
                            11.5,
                            0.92,
                            0,
                            1,
                            0,
                            0,
                            List.of(
                                    new Trip(
                                            EnumSet.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY),
                                            LocalTime.of(23, 45),
                                            LocalTime.of(0, 5),
                                            8.123456789),
                                    new Trip(EnumSet.noneOf(DayOfWeek.class), LocalTime.NOON, LocalTime.NOON, 0))),
                    new NegotiatorStyle(0.1, 2),
                    List.of(
                            new Preference.ReserveFloor(Strength.SOFT, 2.7, 0.5, "line one\nline \"two\", and ; more"),
                            new Preference.EvReadyBy(Strength.HARD, 60, 0, ""),
                            new Preference.EvReadyBy(
                                    Strength.SOFT, 7, EnumSet.of(DayOfWeek.SUNDAY, DayOfWeek.FRIDAY), null, 0.5, ""),
                            new Preference.EvReadyBy(Strength.HARD, 7, EnumSet.noneOf(DayOfWeek.class), LocalTime.of(6, 55), 0, ""),
                            new Preference.EvReadyBy(
                                    Strength.HARD, 7, EnumSet.of(DayOfWeek.MONDAY), LocalTime.MIDNIGHT, 0, "by twelve"),
                            new Preference.BlackoutWindow(
                                    Strength.SOFT, LocalTime.of(22, 30), LocalTime.of(6, 0), 0.25, "ночь"),
                            new Preference.DailyDischargeCap(Strength.HARD, 8.1, 0, ""),
                            new Preference.PriceFloor(-0.05, "even if it costs"),
                            new Preference.MaxEventsPerDay(3, "")))));

    private static List<Finding> errors(Reading<Fleet> reading) {
        assertNull(reading.value());
        List<Finding> errors = reading.findings().stream().filter(Finding::isError).toList();
        assertTrue(!errors.isEmpty());
        return errors;
    }

    @Test
    void jsonReadsBackToTheSameFleet() {
        for (Fleet fleet : List.of(LA_20, AWKWARD)) {
            String text = FleetJson.write(fleet);
            Reading<Fleet> reading = FleetJson.read(text, "fleet.json");
            assertEquals(fleet, reading.orThrow());
            assertTrue(reading.findings().isEmpty());
            assertEquals(text, FleetJson.write(reading.orThrow()));
        }
    }

    @Test
    void csvReadsBackToTheSameFleet() {
        for (Fleet fleet : List.of(LA_20, AWKWARD)) {
            String text = FleetCsv.write(fleet);
            Reading<Fleet> reading = FleetCsv.read(text, "fleet.csv", fleet.id(), fleet.name());
            assertEquals(fleet, reading.orThrow());
            assertTrue(reading.findings().isEmpty());
        }
        assertTrue(CSV.indexOf('\r') < 0);
        assertEquals(String.join(",", FleetCsv.COLUMNS), CSV.lines().findFirst().orElseThrow());
    }

    @Test
    void lineEndsOfOtherSystemsAreRead() {
        assertEquals(LA_20, FleetCsv.read(CSV.replace("\n", "\r\n"), "f", "la-20", LA_20.name()).orThrow());
    }

    @Test
    void columnsMayStandInAnyOrder() {
        // a flat home has no quoted cells, so that its columns can be turned round by hand
        Home plain = LA_20.homes().get(14);
        Fleet one = new Fleet("one", "one", List.of(plain));
        List<String> turned = FleetCsv.write(one)
                .lines()
                .map(line -> String.join(",", List.of(line.split(",", -1)).reversed()))
                .toList();
        assertEquals(one, FleetCsv.read(String.join("\n", turned), "f", "one", "one").orThrow());
    }

    /** A need at every departure is written as it always was; days and time stand only where they are named. */
    @Test
    void daysAndTimeOfACarNeed() {
        String json = FleetJson.write(AWKWARD);
        assertEquals(2, json.split("\"by\"", -1).length - 1);
        assertTrue(json.contains("\"by\": \"06:55\""), json);
        String need = "{\"type\": \"EvReadyBy\", \"strength\": \"HARD\", \"limit\": 7%s}";
        String empty = json.replaceAll("(?s)\"preferences\": \\[.*", "\"preferences\": [");
        for (String old : List.of("", ", \"days\": []", ", \"days\": [\"MON\",\"TUE\",\"WED\",\"THU\",\"FRI\",\"SAT\",\"SUN\"], \"by\": null")) {
            assertEquals(
                    List.of(new Preference.EvReadyBy(Strength.HARD, 7, 0, "")),
                    FleetJson.read(empty + need.formatted(old) + "]}]}", "f").orThrow().homes().getFirst().preferences());
        }
        for (String bad : List.of(", \"by\": \"\"", ", \"by\": \"7\"", ", \"by\": 7", ", \"days\": [\"NODAY\"]", ", \"days\": \"MON\"")) {
            Finding finding = errors(FleetJson.read(empty + need.formatted(bad) + "]}]}", "f")).getFirst();
            assertTrue(finding.where().contains("preferences[0]." + (bad.contains("by") ? "by" : "days")), finding.oneLine());
        }
    }

    @Test
    void numbersThatAreNoneCannotBeWritten() {
        assertThrows(IllegalArgumentException.class, () -> FleetJson.number(Double.NaN));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"capacityKwh\": 13.5     | \"capacityKwh\": \"13.5\" | home-001, bess.capacityKwh",
        "\"capacityKwh\": 13.5     | \"capacityKwh\": 1e999    | home-001, bess.capacityKwh",
        "\"capacityKwh\": 13.5,    | ''                        | home-001, bess.capacityKwh",
        "TOU_D_PRIME_NBT           | TOU_D_PRIM                | home-001, tariff",
        "\"departure\": \"07:30\"  | \"departure\": \"25:30\"  | home-001, ev.trips[0].departure",
        "\"MONDAY\"                | \"MOONDAY\"               | home-001, ev.trips[0].days",
        "\"strength\": \"HARD\"    | \"strength\": \"FIRM\"    | home-001, preferences[0].strength",
        "\"type\": \"ReserveFloor\"| \"type\": \"Floor\"       | home-001, preferences[0].type",
        "\"unit\": \"kWh.h\"       | \"unit\": \"%\"           | home-001, preferences[0].unit",
        "\"id\": \"home-002\"      | \"id\": \"home-001\"      | home-001, id",
        "\"id\": \"home-002\"      | \"id\": 2                 | id",
        "\"homes\": [              | \"homes\": [ 7,           | homes[0]",
        "vpp-fleet/1               | vpp-fleet/2               | format",
        "\"style\": {              | \"style\": 3, \"x\": {    | home-001, style"
    })
    void wrongFieldsAreNamed(String good, String bad, String where) {
        String broken = JSON.replaceFirst(java.util.regex.Pattern.quote(good),
                java.util.regex.Matcher.quoteReplacement(bad == null ? "" : bad));
        assertTrue(!broken.equals(JSON), good);
        Finding finding = errors(FleetJson.read(broken, "fleet.json")).get(0);
        assertTrue(finding.where().startsWith("fleet.json"), finding.oneLine());
        assertTrue(finding.where().contains(where), finding.oneLine());
        assertNotNull(finding.allowed(), finding.oneLine());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"capacityKwh\": 13.5 | \"capacityKwh\": NaN | line 23",
        "\"tariff\":           | tariff:              | line 8",
        "\"homes\": [          | \"homes\": [[        | line ",
        "\"name\":             | /* a */ \"name\":   | line 4"
    })
    void malformedJsonTellsLineAndColumn(String good, String bad, String told) {
        String broken = JSON.replaceFirst(java.util.regex.Pattern.quote(good),
                java.util.regex.Matcher.quoteReplacement(bad));
        Finding finding = errors(FleetJson.read(broken, "fleet.json")).get(0);
        assertTrue(finding.where().contains(told), finding.oneLine());
        assertTrue(finding.where().contains(", column "), finding.oneLine());
        assertTrue(!finding.oneLine().contains("http"), finding.oneLine());
    }

    @Test
    void otherBadText() {
        for (String text : List.of("", "   ", "[]", "7", "null", "{}", "{\"format\":", JSON + "x", JSON + JSON)) {
            errors(FleetJson.read(text, "fleet.json"));
        }
        Finding cut = errors(FleetJson.read(JSON.substring(0, JSON.length() / 2), "fleet.json")).get(0);
        assertTrue(cut.where().contains("line "), cut.oneLine());
        Finding twice = errors(FleetJson.read(JSON.replaceFirst("\"id\"", "\"id\": \"x\", \"id\""), "f")).get(0);
        assertTrue(twice.message().contains("twice"), twice.oneLine());
    }

    @Test
    void unknownKeysAreWarnings() {
        String more = JSON.replaceFirst("\"load\"", "\"swimmingPool\": true, \"load\"");
        Reading<Fleet> reading = FleetJson.read(more, "fleet.json");
        assertEquals(LA_20, reading.orThrow());
        assertEquals(1, reading.findings().size());
        assertEquals(Finding.Severity.WARNING, reading.findings().get(0).severity());
        assertEquals("fleet.json, home-001, swimmingPool", reading.findings().get(0).where());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "13.5             | NaN           | row 2, column bess_capacity_kwh",
        "13.5             | ''            | row 2, column bess_capacity_kwh",
        "13.5             | 13;5          | row 2, column bess_capacity_kwh",
        "TOU_D_PRIME_NBT  | PRIME         | row 2, column tariff",
        "home-003         | home-002      | row 4, column id",
        "home-003         | ''            | row 4, column id",
        "07:30-17:45      | 07:30 - noon  | row 2, column ev_trips",
        "home-002,        | home-002,,    | row 3",
        "bess_capacity_kwh| bess_size     | row 1, column bess_capacity_kwh",
        "ReserveFloor     | Floor         | row 2, column preferences, preferences[0].type"
    })
    void csvFindingsHaveRowAndColumn(String good, String bad, String where) {
        String broken = CSV.replaceFirst(java.util.regex.Pattern.quote(good), bad == null ? "" : bad);
        Finding finding = errors(FleetCsv.read(broken, "fleet.csv", "x", "x")).get(0);
        assertTrue(finding.where().startsWith("fleet.csv, " + where), finding.oneLine());
        assertNotNull(finding.allowed());
    }

    @Test
    void malformedCsv() {
        errors(FleetCsv.read("", "fleet.csv", "x", "x"));
        errors(FleetCsv.read(CSV.replaceFirst("home-002", "\"home-002"), "fleet.csv", "x", "x"));
        errors(FleetCsv.read(CSV.replaceFirst("tariff", "id"), "fleet.csv", "x", "x"));
    }

    @Test
    void filesThatCannotBeRead(@TempDir Path folder) throws IOException {
        Finding missing = errors(FleetJson.read(folder.resolve("none.json"))).get(0);
        assertTrue(missing.where().endsWith("none.json"));
        assertEquals("no such file", missing.message());
        errors(FleetJson.read(folder));
        Path latin = folder.resolve("latin.json");
        Files.write(latin, "{\"name\":\"ü\"}".getBytes(StandardCharsets.ISO_8859_1));
        assertTrue(errors(FleetJson.read(latin)).get(0).message().contains("UTF-8"));
        Path good = folder.resolve("good.json");
        Files.writeString(good, "\uFEFF" + JSON);
        assertEquals(LA_20, FleetJson.read(good).orThrow());
        assertNull(FleetCsv.read(folder.resolve("none.csv"), "x", "x").value());
    }
}
