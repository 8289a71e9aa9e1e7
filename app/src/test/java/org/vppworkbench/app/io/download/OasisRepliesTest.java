package org.vppworkbench.app.io.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.simulation.CancelToken;

/** Replies of OASIS that are not what was asked for: none is kept, each is told. */
class OasisRepliesTest extends OasisStandIn {
    @Test
    void tellsWhatOasisSaysInXml() throws IOException {
        server.answers(StandIn.zip(Zips.errorXml("No data returned for the specified selection")));

        assertRefused(fetchOne(), "OASIS answers: No data returned for the specified selection");
        assertEquals(1, server.asked().size());
    }

    @Test
    void doesNotResolveEntitiesOfTheErrorXml() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "top secret");
        server.answers(StandIn.zip(Zips.of(
                "INVALID_REQUEST.xml",
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><a><m:ERR_DESC>&x;</m:ERR_DESC></a>")));

        Reading<List<Download>> reading = fetchOne();

        assertRefused(reading, "OASIS answers: &x;");
    }

    @Test
    void refusesAWebPage() throws IOException {
        server.answers(StandIn.html());

        assertRefused(fetchOne(), "a web page came instead of a ZIP file");
        assertEquals(1, server.asked().size());
    }

    @Test
    void refusesAZipWithoutTable() throws IOException {
        server.answers(StandIn.zip(Zips.of("readme.txt", "hello")));

        assertRefused(fetchOne(), "there is no table in the ZIP file");
    }

    @Test
    void refusesAZipOfVeryManyEntries() throws IOException {
        String[] entries = new String[400];
        for (int i = 0; i < entries.length; i += 2) {
            entries[i] = i + ".csv";
            entries[i + 1] = "";
        }
        server.answers(StandIn.zip(Zips.of(entries)));

        assertRefused(fetchOne(), "too many entries");
    }

    @Test
    void refusesAZipThatUnpacksWithoutEnd() throws IOException {
        String zeros = "0".repeat(310_000_000);
        server.answers(StandIn.zip(Zips.of("bomb.csv", zeros)));

        assertRefused(fetchOne(), "the ZIP file unpacks to too much");
    }

    @Test
    void stopsAnEndlessReply() throws IOException {
        server.answers(StandIn.endless());

        assertRefused(fetchOne(), "the reply is larger than 1000000 bytes");
        assertEquals(1, server.asked().size());
    }

    @Test
    void stopsAReplyThatTrickles() throws IOException {
        server.answers(server.trickle());

        assertRefused(
                fetch(server.url(), Duration.ofMillis(200), ENERGY, DAY, 7, CancelToken.NEVER),
                "no complete reply within 0.2 s, after 5 attempts");
    }

    @Test
    void tellsWhenNobodyAnswers() throws IOException {
        String url = server.url();
        server.close();

        assertRefused(
                fetch(url, Duration.ofSeconds(20), ENERGY, DAY, 7, CancelToken.NEVER),
                "no connection: unknown server, or it refuses, after 5 attempts");
    }

    @Test
    void followsNoRedirectToAnotherServer() throws IOException {
        try (StandIn other = new StandIn().answers(StandIn.zip(ZIP))) {
            server.answers(StandIn.status(302, "Location", other.url() + "/SingleZip"));

            assertRefused(fetchOne(), "the service sends the request on to " + other.url());
            assertEquals(List.of(), other.asked());
        }
        assertEquals(1, server.asked().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://127.0.0.1/x", "http://user@127.0.0.1/x", "file:///etc/passwd", "http://[", ""})
    void followsNoOddRedirect(String location) throws IOException {
        server.answers(StandIn.status(301, "Location", location));

        Reading<List<Download>> reading = fetchOne();

        assertNull(reading.value());
        assertFalse(reading.findings().isEmpty());
    }

    @Test
    void followsARedirectOnTheSameServer() {
        server.answers(StandIn.status(302, "Location", "/moved"), StandIn.zip(ZIP));

        assertNotNull(fetchOne().value());
        assertEquals("/moved", server.asked().get(1).target());
    }

    @Test
    void doesNotFollowRedirectsInCircles() throws IOException {
        server.answers(StandIn.status(302, "Location", "/round"));

        assertRefused(fetchOne(), "the service redirects in circles");
        assertEquals(4, server.asked().size());
    }
}
