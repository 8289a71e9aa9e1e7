package org.vppworkbench.app.io.download;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;

class OasisClientTest extends OasisStandIn {
    @Test
    void asksForWholeLocalDaysInGmt() {
        server.answers(StandIn.zip(ZIP));

        Download download = fetchOne().orThrow().getFirst();

        assertArrayEquals(ZIP, download.bytes());
        assertEquals(clock.now(), download.retrieved());
        assertFalse(download.fromCache());
        assertEquals("oasis-PRC_LMP-DAM-TH_SP15_GEN-APND-2023-08-15_2023-08-21.zip", download.fileName());
        String asked = "/SingleZip?queryname=PRC_LMP&market_run_id=DAM&node=TH_SP15_GEN-APND"
                + "&startdatetime=20230815T07:00-0000&enddatetime=20230822T07:00-0000&version=1&resultformat=6";
        assertEquals(asked, server.asked().getFirst().target());
        assertEquals(server.url() + asked, download.url().toString());
        assertNull(server.asked().getFirst().key());
    }

    @Test
    void splitsLongSpansAndKeepsItsDistance() {
        server.answers(StandIn.zip(ZIP));

        List<Download> downloads = fetch(ENERGY, LocalDate.of(2023, 10, 15), 60, CancelToken.NEVER).orThrow();

        // 31 local days from 15 October would be 745 hours: the clock goes back on 5 November.
        assertEquals(
                List.of("20231015T07:00-0000 20231114T08:00-0000", "20231114T08:00-0000 20231214T08:00-0000"),
                downloads.stream().map(OasisClientTest::span).toList());
        assertEquals(List.of(Duration.ofSeconds(5)), clock.pauses());
    }

    private static String span(Download download) {
        String url = download.url().toString();
        return url.replaceAll(".*startdatetime=([^&]*)&enddatetime=([^&]*)&.*", "$1 $2");
    }

    @Test
    void asksForOneReserveProductAtATimeOverAtMost25Days() {
        server.answers(StandIn.zip(ZIP));

        List<Download> downloads =
                fetch(List.of(OasisReport.DAY_AHEAD_SPIN, OasisReport.DAY_AHEAD_NON_SPIN), DAY, 30, CancelToken.NEVER)
                        .orThrow();

        assertEquals(4, downloads.size());
        assertEquals(
                List.of("SR", "SR", "NR", "NR"),
                downloads.stream().map(d -> d.url().toString().replaceAll(".*anc_type=(\\w+)&.*", "$1")).toList());
        assertEquals("20230815T07:00-0000 20230909T07:00-0000", span(downloads.getFirst()));
        assertTrue(clock.pauses().stream().allMatch(Duration.ofSeconds(5)::equals), clock.pauses().toString());
        assertEquals(3, clock.pauses().size());
    }

    @Test
    void aSecondDownloadComesFromTheCache() throws IOException {
        server.answers(StandIn.zip(ZIP), StandIn.status(500));
        Download first = fetchOne().orThrow().getFirst();

        Reading<List<Download>> again = fetchOne();

        Download kept = again.orThrow().getFirst();
        assertTrue(kept.fromCache());
        assertEquals(first.sha256(), kept.sha256());
        assertEquals(first.retrieved(), kept.retrieved());
        assertEquals(List.of(), again.findings());
        assertEquals(1, server.asked().size());
        assertEquals(2, cached());
    }

    @ParameterizedTest
    @ValueSource(strings = {".bin", ".json"})
    void aDamagedEntryIsToldAndFetchedAgain(String suffix) throws IOException {
        server.answers(StandIn.zip(ZIP));
        fetchOne().orThrow();
        try (Stream<Path> files = Files.list(cache())) {
            Path victim = files.filter(file -> file.toString().endsWith(suffix)).findFirst().orElseThrow();
            Files.writeString(victim, "{\"format\":\"vpp-download/1\",\"url\":7}");
        }

        Reading<List<Download>> again = fetchOne();

        assertArrayEquals(ZIP, again.orThrow().getFirst().bytes());
        assertFalse(again.orThrow().getFirst().fromCache());
        assertTrue(text(again).contains("was damaged and is downloaded again"), text(again));
        assertEquals(2, server.asked().size());
        assertTrue(fetchOne().orThrow().getFirst().fromCache(), "the new reply takes the place of the damaged one");
    }

    @Test
    void daysThatMayStillChangeAreNotKept() throws IOException {
        server.answers(StandIn.zip(ZIP));

        fetch(ENERGY, LocalDate.of(2026, 5, 28), 3, CancelToken.NEVER).orThrow();

        assertEquals(0, cached());
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void asksAgainAfterPassingTrouble(int status) {
        server.answers(StandIn.status(status), StandIn.status(status), StandIn.zip(ZIP));

        assertArrayEquals(ZIP, fetchOne().orThrow().getFirst().bytes());
        assertEquals(List.of(Duration.ofSeconds(6), Duration.ofSeconds(12)), clock.pauses());
    }

    @Test
    void waitsAsLongAsTheServiceAsks() {
        server.answers(
                StandIn.status(429, "Retry-After", "17"),
                StandIn.status(503, "Retry-After", "Mon, 01 Jun 2026 12:01:00 GMT"),
                StandIn.status(503, "Retry-After", "soon"),
                StandIn.zip(ZIP));

        fetchOne().orThrow();

        assertEquals(List.of(Duration.ofSeconds(17), Duration.ofSeconds(43), Duration.ofSeconds(24)), clock.pauses());
    }

    @Test
    void doesNotWaitForHours() throws IOException {
        server.answers(StandIn.status(429, "Retry-After", "7200"));

        Reading<List<Download>> reading = fetchOne();

        assertRefused(reading, "the service asks to wait 7200 s");
        assertTrue(text(reading).contains("2026-06-01T14:00:00Z"), text(reading));
        assertEquals(List.of(), clock.pauses());
    }

    @Test
    void givesUpAfterFiveAttempts() throws IOException {
        server.answers(StandIn.status(429));

        assertRefused(fetchOne(), "the service answers 429, after 5 attempts");
        assertEquals(5, server.asked().size());
        assertEquals(
                List.of(6L, 12L, 24L, 48L), clock.pauses().stream().map(Duration::toSeconds).toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410, 422})
    void doesNotRepeatWhatIsRefused(int status) throws IOException {
        server.answers(StandIn.status(status));

        assertRefused(fetchOne(), "the service answers " + status);
        assertEquals(1, server.asked().size());
    }

    @Test
    void asksAgainWhenAReplyBreaksOff() {
        byte[] half = java.util.Arrays.copyOf(ZIP, ZIP.length / 2);
        server.answers(
                StandIn.truncated(ZIP), StandIn.zip(half), StandIn.zip(new byte[0]), StandIn.zip(ZIP));

        assertArrayEquals(ZIP, fetchOne().orThrow().getFirst().bytes());
        assertEquals(4, server.asked().size());
    }

    @Test
    void cancelStopsAReplyThatNeverComes() {
        server.answers(server.silence());
        CancelToken onceAsked = () -> !server.asked().isEmpty();

        assertThrows(CancellationException.class, () -> fetch(ENERGY, DAY, 7, onceAsked));
        assertEquals(1, server.asked().size());
    }

    @Test
    void cancelStopsABodyThatTrickles() throws IOException {
        server.answers(server.trickle());
        AtomicInteger polls = new AtomicInteger();

        assertThrows(
                CancellationException.class,
                () -> fetch(ENERGY, DAY, 7, () -> !server.asked().isEmpty() && polls.incrementAndGet() > 5));
        assertEquals(0, cached());
    }

    @Test
    void cancelStopsAPause() {
        server.answers(StandIn.status(503));
        AtomicBoolean stop = new AtomicBoolean();
        SystemDownloadClock real = new SystemDownloadClock(java.time.Clock.systemUTC());
        CancelToken token = () -> stop.getAndSet(true);

        assertThrows(CancellationException.class, () -> real.pause(Duration.ofDays(1), token));
    }

    @Test
    void whatWasFetchedBeforeACancelIsNotAskedAgain() {
        server.answers(StandIn.zip(ZIP));
        LocalDate first = LocalDate.of(2023, 1, 1);
        CancelToken afterTwo = () -> server.asked().size() > 2;
        assertThrows(CancellationException.class, () -> fetch(ENERGY, first, 365, afterTwo));
        int before = server.asked().size();

        List<Download> all = fetch(ENERGY, first, 365, CancelToken.NEVER).orThrow();

        assertEquals(12, all.size());
        assertTrue(server.asked().size() < before + 12, "kept replies are used");
        assertTrue(all.getFirst().fromCache());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "a&b=c", "../x", "TH_SP15_GEN-APND\n"})
    void refusesOddNodesWithoutAskingAnybody(String node) {
        Environment environment = name -> server.url();
        try (Downloads downloads = Downloads.with(environment, clock, null, Duration.ofSeconds(1), 1000, "test")) {
            Reading<List<Download>> reading =
                    downloads.oasis().fetch(ENERGY, node, DAY, 1, ProgressSink.NONE, CancelToken.NEVER);
            assertNull(reading.value());
        }
        assertEquals(List.of(), server.asked());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 3661})
    void refusesOddNumbersOfDays(int days) {
        assertNull(fetch(ENERGY, DAY, days, CancelToken.NEVER).value());
        assertEquals(List.of(), server.asked());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://x", "oasis.caiso.com", "http://", "http://a b", "http://u:p@h/", "http://h/?q=1"})
    void refusesOddAddresses(String url) throws IOException {
        assertRefused(fetch(url, Duration.ofSeconds(1), ENERGY, DAY, 1, CancelToken.NEVER), "not a usable address");
    }

    @Test
    void aCacheThatCannotBeWrittenCostsOnlyAWarning() throws IOException {
        Files.writeString(cache(), "a file where the folder should be");
        server.answers(StandIn.zip(ZIP));

        Reading<List<Download>> reading = fetchOne();

        assertArrayEquals(ZIP, reading.orThrow().getFirst().bytes());
        assertTrue(text(reading).contains("could not be kept"), text(reading));
    }
}
