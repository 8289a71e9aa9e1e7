package org.vppworkbench.app.io.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;

class GridStatusClientTest {
    private static final String KEY = "gs-0123456789abcdef";
    private static final String ROW = "{\"interval_start_utc\":\"2023-08-15T07:00:00+00:00\",\"lmp\":50.5}";
    private static final String MORE = "{\"data\":[" + ROW + "],\"meta\":{\"page\":1,\"hasNextPage\":true}}";
    private static final String LAST = "{\"data\":[" + ROW + "],\"meta\":{\"page\":2,\"hasNextPage\":false}}";
    private static final LocalDate DAY = LocalDate.of(2023, 8, 15);

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

    private Reading<List<Download>> fetch(Map<String, String> environment, GridStatusDataset... datasets) {
        try (Downloads downloads = Downloads.with(
                environment::get, clock, folder.resolve("cache"), Duration.ofSeconds(20), 1_000_000, "test")) {
            return downloads.gridStatus()
                    .fetch(List.of(datasets), OasisClient.SP15, DAY, 7, ProgressSink.NONE, CancelToken.NEVER);
        }
    }

    private Reading<List<Download>> fetch(GridStatusDataset... datasets) {
        return fetch(Map.of("GRIDSTATUS_API_KEY", KEY, "GRIDSTATUS_BASE_URL", server.url()), datasets);
    }

    private static String text(Reading<?> reading) {
        return String.join("\n", reading.findings().stream().map(Finding::oneLine).toList());
    }

    @Test
    void asksPageByPageWithTheKeyInAHeader() {
        server.answers(StandIn.json(MORE), StandIn.json(LAST));

        List<Download> pages = fetch(GridStatusDataset.DAY_AHEAD_ENERGY).orThrow();

        assertEquals(2, pages.size());
        assertEquals(
                List.of("/datasets/caiso_lmp_day_ahead_hourly/query?start_time=2023-08-15T07:00:00Z"
                                + "&end_time=2023-08-22T07:00:00Z&filter_column=location&filter_value=TH_SP15_GEN-APND"
                                + "&page=1&page_size=10000&return_format=json",
                        "/datasets/caiso_lmp_day_ahead_hourly/query?start_time=2023-08-15T07:00:00Z"
                                + "&end_time=2023-08-22T07:00:00Z&filter_column=location&filter_value=TH_SP15_GEN-APND"
                                + "&page=2&page_size=10000&return_format=json"),
                server.asked().stream().map(StandIn.Asked::target).toList());
        assertTrue(server.asked().stream().allMatch(asked -> KEY.equals(asked.key())));
        assertEquals(List.of(Duration.ofSeconds(2)), clock.pauses());
        assertEquals(
                "gridstatus-caiso_lmp_day_ahead_hourly-TH_SP15_GEN-APND-2023-08-15_2023-08-21-page001.json",
                pages.getFirst().fileName());
    }

    @Test
    void asksForReservesOfAllRegions() {
        server.answers(StandIn.json(LAST));

        fetch(GridStatusDataset.DAY_AHEAD_RESERVES).orThrow();

        assertFalse(server.asked().getFirst().target().contains("filter"), "regional prices add up, all are needed");
    }

    @Test
    void dropsAnEmptyLastPage() {
        server.answers(StandIn.json(MORE), StandIn.json("{\"data\":[],\"meta\":{\"hasNextPage\":false}}"));

        assertEquals(1, fetch(GridStatusDataset.DAY_AHEAD_ENERGY).orThrow().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"data\":[],\"meta\":{\"hasNextPage\":true}}",
        "{\"data\":[],\"meta\":{\"hasNextPage\":false}}",
        "{\"data\":{},\"meta\":{\"hasNextPage\":false}}",
        "{\"data\":[1],\"meta\":{\"hasNextPage\":\"no\"}}",
        "{\"data\":[1],\"meta\":{}}",
        "{\"data\":[1]}",
        "{\"meta\":{\"hasNextPage\":false}}",
        "{\"detail\":\"Invalid dataset\"}",
        "[]",
        "null",
        "7",
        "{\"data\":[NaN],\"meta\":{\"hasNextPage\":false}}",
        "{\"data\":[1],\"meta\":{\"hasNextPage\":false}",
        "{data:1}",
        "<html>login</html>",
        "",
        "time,lmp\n1,2\n"
    })
    void refusesWhatIsNoPage(String body) {
        server.answers(StandIn.json(body));

        Reading<List<Download>> reading = fetch(GridStatusDataset.DAY_AHEAD_ENERGY);

        assertNull(reading.value());
        assertTrue(reading.findings().stream().anyMatch(Finding::isError), "a finding says why");
        assertTrue(server.asked().size() <= 5);
    }

    @Test
    void aFailureOnALaterPageLeavesNothing() {
        server.answers(StandIn.json(MORE), StandIn.status(500));

        assertNull(fetch(GridStatusDataset.DAY_AHEAD_ENERGY).value());
    }

    @Test
    void pagesWithoutEndAreStopped() {
        server.answers(StandIn.json(MORE));

        Reading<List<Download>> reading = fetch(GridStatusDataset.DAY_AHEAD_ENERGY);

        assertNull(reading.value());
        assertTrue(text(reading).contains("too many pages"), text(reading));
        assertEquals(1000, server.asked().size());
    }

    @Test
    void saysWhichVariableIsMissingAndWhereToGetAKey() {
        Reading<List<Download>> reading =
                fetch(Map.of("GRIDSTATUS_BASE_URL", server.url()), GridStatusDataset.DAY_AHEAD_ENERGY);

        assertNull(reading.value());
        assertTrue(text(reading).contains("GRIDSTATUS_API_KEY"), text(reading));
        assertTrue(text(reading).contains("https://www.gridstatus.io"), text(reading));
        assertEquals(List.of(), server.asked());
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "with blank 123456", "line\nbreak 123456", "ключ-ключ-ключ"})
    void aKeyThatCannotBeOneIsRefusedButNotShown(String key) {
        Reading<List<Download>> reading = fetch(
                Map.of("GRIDSTATUS_BASE_URL", server.url(), "GRIDSTATUS_API_KEY", key),
                GridStatusDataset.DAY_AHEAD_ENERGY);

        assertNull(reading.value());
        assertFalse(text(reading).contains(key), text(reading));
        assertEquals(List.of(), server.asked());
    }

    @Test
    void neverSendsAKeyUnencryptedToAnotherMachine() {
        Reading<List<Download>> reading = fetch(
                Map.of("GRIDSTATUS_BASE_URL", "http://api.example.org", "GRIDSTATUS_API_KEY", KEY),
                GridStatusDataset.DAY_AHEAD_ENERGY);

        assertNull(reading.value());
        assertTrue(text(reading).contains("never sent unencrypted"), text(reading));
    }

    @Test
    void tellsThatTheKeyIsNotAcceptedWithoutShowingIt() {
        byte[] said = ("{\"detail\":\"Invalid API key " + KEY + "\"}").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        server.answers(StandIn.reply(403, said, "Content-Type", "application/json"));

        Reading<List<Download>> reading = fetch(GridStatusDataset.DAY_AHEAD_ENERGY);

        assertTrue(text(reading).contains("a valid key in GRIDSTATUS_API_KEY"), text(reading));
        assertTrue(text(reading).contains("Invalid API key ****"), text(reading));
        assertFalse(text(reading).contains(KEY), text(reading));
    }
}
