package org.vppworkbench.app.io.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;

class PvwattsClientTest {
    private static final String KEY = "nrel/KEY+0123456789=abc";
    private static final String GOOD =
            "{\"inputs\":{\"lat\":\"34\"},\"errors\":[],\"warnings\":[],\"outputs\":{\"ac\":[0,1,2]}}";
    private static final PvwattsQuery LOS_ANGELES = new PvwattsQuery(34.05, -118.25, 4, 20, 180, 1, 0, 14, "nsrdb");

    @TempDir Path folder;

    private final ManualClock clock = new ManualClock();
    private StandIn server;

    @BeforeEach
    void start() throws IOException {
        server = new StandIn();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Reading<Download> fetch(PvwattsQuery query) {
        Map<String, String> environment = Map.of("NREL_API_KEY", KEY, "NREL_BASE_URL", server.url() + "/");
        try (Downloads downloads = Downloads.with(
                environment::get, clock, folder.resolve("cache"), Duration.ofSeconds(20), 1_000_000, "test")) {
            return downloads.pvwatts().fetch(query, ProgressSink.NONE, CancelToken.NEVER);
        }
    }

    private static String text(Reading<?> reading) {
        return String.join("\n", reading.findings().stream().map(Finding::oneLine).toList());
    }

    @Test
    void asksForTheHourlyYieldWithTheKeyInAHeader() {
        server.answers(StandIn.json(GOOD));

        Download download = fetch(LOS_ANGELES).orThrow();

        assertEquals(GOOD, new String(download.bytes(), StandardCharsets.UTF_8));
        assertEquals(
                new StandIn.Asked(
                        "/pvwatts/v8.json?lat=34.05&lon=-118.25&system_capacity=4&tilt=20&azimuth=180&array_type=1"
                                + "&module_type=0&losses=14&dataset=nsrdb&timeframe=hourly",
                        KEY),
                server.asked().getFirst());
    }

    @Test
    void tellsTheErrorsOfTheService() {
        server.answers(StandIn.json("{\"errors\":[\"system_capacity must be positive\",\"lat missing\"]}"));

        Reading<Download> reading = fetch(LOS_ANGELES);

        assertNull(reading.value());
        assertTrue(
                text(reading).contains("PVWatts answers: system_capacity must be positive; lat missing"), text(reading));
        assertEquals(1, server.asked().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"errors\":[]}",
        "{\"errors\":[],\"outputs\":{}}",
        "{\"errors\":[],\"outputs\":{\"ac\":5}}",
        "{\"errors\":\"overloaded\",\"outputs\":{\"ac\":[1]}}",
        "{\"errors\":[{\"code\":7}],\"outputs\":{\"ac\":[1]}}",
        "{\"error\":{\"code\":\"OVER_RATE_LIMIT\"}}",
        "<?xml version=\"1.0\"?><response/>",
        "ac\n1\n"
    })
    void refusesRepliesWithoutYield(String body) {
        server.answers(StandIn.json(body));

        Reading<Download> reading = fetch(LOS_ANGELES);

        assertNull(reading.value());
        assertTrue(reading.findings().stream().anyMatch(Finding::isError));
    }

    @ParameterizedTest
    @CsvSource({
        "91, 0, 4, 20, 180, 1, 0, 14, nsrdb, latitude",
        "NaN, 0, 4, 20, 180, 1, 0, 14, nsrdb, latitude",
        "34, -181, 4, 20, 180, 1, 0, 14, nsrdb, longitude",
        "34, 0, 0.04, 20, 180, 1, 0, 14, nsrdb, capacity",
        "34, 0, 4, 91, 180, 1, 0, 14, nsrdb, tilt",
        "34, 0, 4, 20, 360, 1, 0, 14, nsrdb, azimuth",
        "34, 0, 4, 20, NaN, 1, 0, 14, nsrdb, azimuth",
        "34, 0, 4, 20, 180, 5, 0, 14, nsrdb, array type",
        "34, 0, 4, 20, 180, 1, 3, 14, nsrdb, module type",
        "34, 0, 4, 20, 180, 1, 0, 100, nsrdb, losses",
        "34, 0, 4, 20, 180, 1, 0, 14, pvgis, dataset"
    })
    void refusesWhatIsOutOfRangeWithoutAskingAnybody(
            double latitude, double longitude, double capacity, double tilt, double azimuth,
            int array, int module, double losses, String dataset, String field) {
        Reading<Download> reading = fetch(
                new PvwattsQuery(latitude, longitude, capacity, tilt, azimuth, array, module, losses, dataset));

        assertNull(reading.value());
        assertTrue(text(reading).contains(field), text(reading));
        assertEquals(List.of(), server.asked());
    }

    /** A server that repeats everything it was sent, in every form it may take. */
    @Test
    void theKeyIsWrittenNowhere() throws IOException {
        String encoded = java.net.URLEncoder.encode(KEY, StandardCharsets.UTF_8);
        String json = KEY.replace("/", "\\/");
        String echo = GOOD.replace(
                "\"34\"", "\"34\",\"api_key\":\"" + KEY + "\",\"q\":\"" + encoded + "\",\"j\":\"" + json + "\"");
        byte[] said = ("{\"errors\":[\"bad " + KEY + " " + encoded + "\"]}").getBytes(StandardCharsets.UTF_8);
        server.answers(
                StandIn.reply(503, said, "Content-Type", "application/json"),
                StandIn.json(echo),
                StandIn.json(new String(said, StandardCharsets.UTF_8)),
                StandIn.reply(401, said, "Content-Type", "application/json"),
                StandIn.status(302, "Location", "http://elsewhere.example/?api_key=" + encoded));

        List<String> everything = new ArrayList<>();
        Reading<Download> good = fetch(LOS_ANGELES);
        everything.add(text(good));
        everything.add(new String(good.orThrow().bytes(), StandardCharsets.UTF_8));
        everything.add(good.orThrow().url() + good.orThrow().fileName());
        for (int i = 1; i <= 3; i++) {
            Reading<Download> bad = fetch(new PvwattsQuery(30 + i, -118.25, 4, 20, 180, 1, 0, 14, "nsrdb"));
            assertNull(bad.value());
            everything.add(text(bad));
        }
        everything.add(ApiKey.from(_ -> KEY, "NREL_API_KEY", "").orThrow().toString());
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                everything.add(file.toString());
                everything.add(Files.isRegularFile(file) ? Files.readString(file) : "");
            }
        }

        assertEquals(5, server.asked().size());
        for (String text : everything) {
            assertFalse(text.contains(KEY) || text.contains(encoded) || text.contains(json), text);
        }
        assertTrue(text(good).contains("the reply repeated the key"), text(good));
        assertTrue(everything.get(1).contains("\"api_key\":\"****"), everything.get(1));
    }
}
