package org.vppworkbench.app.io.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;

/** A stand-in for OASIS on this machine, a clock that does not wait, and what is asked of them. */
abstract class OasisStandIn {
    static final byte[] ZIP = Zips.of("prices.csv", "INTERVALSTARTTIME_GMT,MW\n2023-08-15T07:00:00-00:00,50\n");
    static final LocalDate DAY = LocalDate.of(2023, 8, 15);
    static final List<OasisReport> ENERGY = List.of(OasisReport.DAY_AHEAD_ENERGY);

    @TempDir Path folder;

    final ManualClock clock = new ManualClock();
    StandIn server;

    @BeforeEach
    void start() throws IOException {
        server = new StandIn();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    Path cache() {
        return folder.resolve("cache");
    }

    Reading<List<Download>> fetch(List<OasisReport> reports, LocalDate first, int days, CancelToken cancel) {
        return fetch(server.url(), Duration.ofSeconds(20), reports, first, days, cancel);
    }

    Reading<List<Download>> fetch(
            String url, Duration limit, List<OasisReport> reports, LocalDate first, int days, CancelToken cancel) {
        Environment environment = name -> name.equals("OASIS_BASE_URL") ? url : null;
        try (Downloads downloads = Downloads.with(environment, clock, cache(), limit, 1_000_000, "test")) {
            return downloads.oasis().fetch(reports, OasisClient.SP15, first, days, ProgressSink.NONE, cancel);
        }
    }

    Reading<List<Download>> fetchOne() {
        return fetch(ENERGY, DAY, 7, CancelToken.NEVER);
    }

    static String text(Reading<?> reading) {
        return String.join("\n", reading.findings().stream().map(Finding::oneLine).toList());
    }

    long cached() throws IOException {
        if (!Files.exists(cache())) {
            return 0;
        }
        try (Stream<Path> files = Files.list(cache())) {
            return files.count();
        }
    }

    void assertRefused(Reading<?> reading, String message) throws IOException {
        assertNull(reading.value());
        assertTrue(text(reading).contains(message), text(reading));
        assertTrue(reading.findings().stream().anyMatch(Finding::isError));
        assertEquals(0, cached(), "a refused reply must not be kept");
    }
}
