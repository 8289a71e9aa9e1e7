package org.vppworkbench.sample.imports.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.sample.imports.ImportOptions;
import org.vppworkbench.sample.imports.Imported;
import org.vppworkbench.sample.imports.ImportedTable;

class AcnImporterTest {
    private static final String HEAD =
            "arrival,departure,estimated_departure,requested_energy_kwh,delivered_energy_kwh,station_id,session_id,claimed\n";

    /** Monday to Wednesday, and a Sunday; layout and values as published. */
    private static final String CSV = HEAD
            + "2021-08-02 08:00:00-07:00,2021-08-02 16:00:00-07:00,,20.0,10.0,AG-1F06,a,True\n"
            + "2021-08-03 09:00:00-07:00,2021-08-03 18:00:00-07:00,,,14.0,AG-1F06,b,True\n"
            + "2021-08-04 10:00:00-07:00,2021-08-05 02:00:00-07:00,,30.0,12.0,AG-1F03,c,False\n"
            + "2021-08-01 14:00:00-07:00,2021-08-01 15:30:00-07:00,,5.0,3.0,AG-1F03,d,True\n";

    private static final String JSON = """
            {"_items":[
            {"_id":"x1","sessionID":"a","connectionTime":"Mon, 02 Aug 2021 15:00:00 GMT",
             "disconnectTime":"Mon, 02 Aug 2021 23:00:00 GMT","doneChargingTime":null,"kWhDelivered":10.0,
             "siteID":"0002","spaceID":"CA-1","stationID":"2-39","timezone":"America/Los_Angeles","userID":"000000743",
             "userInputs":[{"kWhRequested":12.0},{"kWhRequested":20.0}]},
            {"_id":"x2","sessionID":"b","connectionTime":"Tue, 03 Aug 2021 16:00:00 GMT",
             "disconnectTime":"Wed, 04 Aug 2021 01:00:00 GMT","kWhDelivered":14.0,"timezone":"America/Los_Angeles",
             "userID":null,"userInputs":null},
            {"_id":"x3","sessionID":"c","connectionTime":"Wed, 04 Aug 2021 17:00:00 GMT",
             "disconnectTime":"Thu, 05 Aug 2021 09:00:00 GMT","kWhDelivered":12,"userInputs":[{"kWhRequested":30}]},
            {"_id":"x4","sessionID":"d","connectionTime":"Sun, 01 Aug 2021 21:00:00 GMT",
             "disconnectTime":"Sun, 01 Aug 2021 22:30:00 GMT","kWhDelivered":3.0,"userInputs":[{"kWhRequested":5.0}]}],
            "_meta":{"page":1}}""";

    private final AcnImporter importer = new AcnImporter();

    private Reading<Imported> read(String text) {
        return Broken.read(importer, "sessions", Broken.utf8(text), ImportOptions.DEFAULTS);
    }

    private static ImportedTable table(Reading<Imported> reading, String name) {
        return reading.orThrow().tables().stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
    }

    private static List<String> habit(Reading<Imported> reading, String dayType, String quantity) {
        return table(reading, "habits").rows().stream()
                .filter(row -> row.get(0).equals(dayType) && row.get(1).equals(quantity))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void sessionsStandInTheOrderOfArrivalInBothTimes() {
        List<List<String>> rows = table(read(CSV), "sessions").rows();

        assertEquals(List.of("d", "a", "b", "c"), rows.stream().map(List::getFirst).toList());
        assertEquals(
                List.of("a", "2021-08-02T15:00:00Z", "2021-08-02T23:00:00Z", "2021-08-02T08:00", "2021-08-02T16:00",
                        "10", "20", "true"),
                rows.get(1));
        assertEquals("", rows.get(2).get(6), "nothing was asked for");
    }

    /** Worked by hand: arrivals 8, 9, 10 h; departures 16, 18 and 2 o'clock on the next day, which is hour 26. */
    @Test
    void habitsAreQuantilesOfWeekdaysAndWeekends() {
        Reading<Imported> reading = read(CSV);

        assertEquals(
                List.of("weekday", "arrival", "local hour of day", "3", "3", "9", "8.1", "8.5", "9", "9.5", "9.9"),
                habit(reading, "weekday", "arrival"));
        assertEquals(
                List.of("20", "16.2", "17", "18", "22", "25.2"),
                habit(reading, "weekday", "departure").subList(5, 11));
        assertEquals(List.of("11", "8.1", "8.5", "9", "12.5", "15.3"), habit(reading, "weekday", "stay").subList(5, 11));
        assertEquals(List.of("12", "10.2", "11", "12", "13", "13.8"), habit(reading, "weekday", "energy").subList(5, 11));
        assertEquals(List.of("1.5", "1.5", "1.5"), habit(reading, "weekend", "stay").subList(5, 8));
    }

    @Test
    void theJsonOfTheApiSaysTheSame() {
        Reading<Imported> json = read(JSON);

        assertEquals(table(read(CSV), "sessions"), table(json, "sessions"));
        assertEquals(table(read(CSV), "habits"), table(json, "habits"));
        assertFalse(json.orThrow().toString().contains("000000743"), "ids of users are not read");
    }

    @Test
    void theTimeZoneOfTheStationDecidesTheLocalHour() {
        Reading<Imported> reading = read(JSON.replace("America/Los_Angeles", "America/New_York"));

        assertEquals("2021-08-02T11:00", table(reading, "sessions").rows().get(1).get(3));
    }

    @Test
    void implausibleSessionsAreToldMarkedAndNotCounted() {
        String text = CSV
                + "2021-08-02 08:00:00-07:00,2021-08-02 07:00:00-07:00,,,5.0,A,back,True\n"
                + "2021-08-02 08:00:00-07:00,2021-08-20 07:00:00-07:00,,,5.0,A,long,True\n"
                + "2021-08-02 08:00:00-07:00,2021-08-02 09:00:00-07:00,,,0.0,A,none,True\n"
                + "2021-08-02 08:00:00-07:00,2021-08-02 09:00:00-07:00,,,900,A,much,True\n"
                + "2021-08-02 08:00:00-07:00,2021-08-02 08:06:00-07:00,,,50,A,fast,True\n";

        Reading<Imported> reading = read(text);

        assertEquals(table(read(CSV), "habits"), table(reading, "habits"));
        assertEquals(
                List.of("back", "long", "none", "much", "fast").stream().sorted().toList(),
                table(reading, "sessions").rows().stream()
                        .filter(row -> row.getLast().equals("false"))
                        .map(List::getFirst)
                        .sorted()
                        .toList());
        for (String why : List.of("ends before it begins", "lasts too long", "energy is out of range", "mean power")) {
            assertTrue(Broken.text(reading).contains(why), Broken.text(reading));
        }
    }

    @Test
    void aSessionThatStandsThereTwiceCountsOnce() {
        String again = CSV + CSV.lines().skip(1).findFirst().orElseThrow() + "\n";

        Reading<Imported> reading = read(again);

        assertEquals(4, table(reading, "sessions").rows().size());
        assertTrue(Broken.text(reading).contains("stands here twice"), Broken.text(reading));
    }

    @Test
    void onePageOfSeveralIsTold() {
        Reading<Imported> reading =
                read(JSON.replace("\"_meta\"", "\"_links\":{\"next\":{\"href\":\"sessions?page=2\"}},\"_meta\""));

        assertEquals(4, table(reading, "sessions").rows().size());
        assertTrue(Broken.text(reading).contains("one page of several"), Broken.text(reading));
    }

    @Test
    void columnsAreFoundByName() {
        String api = """
                kWhDelivered,sessionID,disconnectTime,connectionTime
                10.0,a,"Mon, 02 Aug 2021 23:00:00 GMT","Mon, 02 Aug 2021 15:00:00 GMT"
                """;

        assertEquals("2021-08-02T08:00", table(read("\uFEFF" + api), "sessions").rows().getFirst().get(3));
    }

    static Stream<Arguments> broken() {
        Stream<Arguments> own = Stream.of(
                of("no arrival column", CSV.replace("arrival,", "came,"), "column arrival"),
                of("no departure column", CSV.replace(",departure,", ",left,"), "column departure"),
                of("no energy column", CSV.replace("delivered_energy_kwh", "wh"), "column delivered_energy_kwh"),
                of("no id column", CSV.replace("session_id", "id"), "column session_id"),
                of("column twice", CSV.replace("estimated_departure", "arrival"), "twice"),
                of("semicolons", CSV.replace(",", ";"), "semicolons"),
                of("tabs", CSV.replace(",", "\t"), "tabs"),
                of("decimal comma", CSV.replace(",10.0,", ",\"10,0\","), "not a finite number"),
                of("thousands", CSV.replace(",10.0,", ",\"1,000.0\","), "not a finite number"),
                of("time without offset", CSV.replace("08:00:00-07:00", "08:00:00"), "offset from UTC"),
                of("American date", CSV.replace("2021-08-02 08", "08/02/2021 08"), "not a time"),
                of("30 February", CSV.replace("2021-08-02 08", "2021-02-30 08"), "not a time"),
                of("hour 25", CSV.replace("02 08:00", "02 25:00"), "not a time"),
                of("the year 21", CSV.replace("2021-08-02 08", "0021-08-02 08"), "not a time"),
                of("empty time", CSV.replace("2021-08-02 08:00:00-07:00", ""), "empty"),
                of("empty energy", CSV.replace(",10.0,", ",,"), "empty"),
                of("energy in words", CSV.replace(",10.0,", ",ten,"), "not a finite number"),
                of("NaN", CSV.replace(",10.0,", ",NaN,"), "not a finite number"),
                of("infinite", CSV.replace(",10.0,", ",1e999,"), "not a finite number"),
                of("empty id", CSV.replace(",a,True", ",,True"), "empty cell"),
                of("one id, two sessions", CSV.replace(",b,True", ",a,True"), "two different sessions"),
                of("short row", CSV + "2021-08-02 08:00:00-07:00\n", "too short"),
                of("long row", CSV + "1,2,3,4,5,6,7,8,9\n", "more cells"),
                of("header only", HEAD, "no rows below the header"),
                of("nothing plausible", HEAD + "2021-08-02 08:00:00Z,2021-08-02 07:00:00Z,,,5,A,x,True\n", "no plausible session"),
                of("no items", "{\"items\":[]}", "no list of sessions"),
                of("items is text", "{\"_items\":\"x\"}", "no list of sessions"),
                of("no session", "{\"_items\":[]}", "no plausible session"),
                of("item is a number", "{\"_items\":[7]}", "not an object"),
                of("JSON without time", JSON.replace("connectionTime", "time"), "connectionTime"),
                of("JSON, wrong weekday", JSON.replace("Mon, 02", "Fri, 02"), "not a time"),
                of("JSON, local time", JSON.replace("Mon, 02 Aug 2021 15:00:00 GMT", "2021-08-02 08:00"), "not a time"),
                of("JSON, energy null", JSON.replace("10.0", "null"), "kWhDelivered"),
                of("JSON, energy a list", JSON.replace("10.0", "[1]"), "kWhDelivered"),
                of("JSON, no id", JSON.replace("\"_id\":\"x1\",\"sessionID\":\"a\",", ""), "sessionID"),
                of("JSON, odd zone", JSON.replace("America/Los_Angeles", "Mars/Crater"), "unknown time zone"),
                of("JSON cut off", JSON.substring(0, 600), "too early"),
                of("JSON of Python", JSON.replace("null", "None"), "malformed JSON"));
        return Stream.concat(own, Stream.concat(Broken.variants(CSV), Broken.variants(JSON)));
    }

    private static Arguments of(String what, String text, String message) {
        return Arguments.of(what, Broken.utf8(text), message);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void brokenFilesAreRefusedAsAWhole(String what, byte[] bytes, String message) {
        Broken.assertRefused(Broken.read(importer, "file", bytes, ImportOptions.DEFAULTS), message);
    }
}
