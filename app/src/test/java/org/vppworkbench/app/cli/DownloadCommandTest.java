package org.vppworkbench.app.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vppworkbench.app.io.Sha256;
import org.vppworkbench.app.io.download.ManualClock;
import org.vppworkbench.app.io.download.StandIn;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.sample.folder.FolderSeries;
import org.vppworkbench.sample.folder.SeriesFolder;
import org.vppworkbench.sample.folder.SeriesFolderReader;
import org.vppworkbench.sample.folder.SeriesRole;
import picocli.CommandLine;

class DownloadCommandTest {
    private static final String KEY = "0123456789+secret/KEY==";

    @TempDir Path folder;

    private final ManualClock clock = new ManualClock();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Map<String, String> environment = new HashMap<>();
    private StandIn server;

    @BeforeEach
    void start() throws IOException {
        server = new StandIn();
        for (String name : List.of("OASIS_BASE_URL", "GRIDSTATUS_BASE_URL", "NREL_BASE_URL")) {
            environment.put(name, server.url());
        }
        environment.put("GRIDSTATUS_API_KEY", KEY);
        environment.put("NREL_API_KEY", KEY);
        environment.put("XDG_CACHE_HOME", folder.resolve("home-cache").toString());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private int vpp(CancelToken cancel, Object... args) {
        String[] words = Arrays.stream(args).map(Object::toString).toArray(String[]::new);
        CommandLine line = DownloadCommand.create(environment::get, clock, cancel);
        PrintWriter writer = new PrintWriter(out);
        PrintWriter errors = new PrintWriter(err);
        line.setOut(writer);
        line.setErr(errors);
        line.setExecutionExceptionHandler((e, command, result) -> CommandLineProgram.report(e, new Console(writer, errors), CancelToken.NEVER));
        return line.execute(words);
    }

    private int vpp(Object... args) {
        return vpp(CancelToken.NEVER, args);
    }

    private FolderSeries series(Path made, SeriesRole role) {
        SeriesFolder data = SeriesFolderReader.read(made.resolve("data")).orThrow();
        return data.find(role).orElseThrow();
    }

    private FolderSeries series(Path made, SeriesRole.Type type) {
        return series(made, SeriesRole.of(type));
    }

    private void assertNothingIsLeft(Path made) throws IOException {
        assertFalse(Files.exists(made));
        try (Stream<Path> files = Files.walk(folder)) {
            assertEquals(List.of(), files.filter(file -> file.toString().contains(".part")).toList());
        }
    }

    @Test
    void fourPricesOfTwoMonthsFromOasis() throws IOException {
        server.answers(PublishedPrices.oasis());
        Path made = folder.resolve("autumn");

        int code = vpp("oasis", "--from", "2023-10-20", "--days", 60, "--out", made);

        assertEquals(0, code, err.toString());
        FolderSeries energy = series(made, SeriesRole.Type.ENERGY);
        assertEquals(Instant.parse("2023-10-20T07:00:00Z"), energy.first());
        assertEquals(60 * 24 + 1, energy.values().length(), "one day has 25 hours");
        FolderSeries spin = series(made, SeriesRole.Type.SPIN);
        for (int i = 0; i < energy.values().length(); i++) {
            Instant time = energy.first().plus(Duration.ofHours(i));
            assertEquals(PublishedPrices.energy(time), energy.values().at(i));
            assertEquals(4 * PublishedPrices.region(time), spin.values().at(i), 1e-9);
        }
        assertEquals(Duration.ofMinutes(15), series(made, SeriesRole.Type.REAL_TIME).step());
        assertEquals(spin.values(), series(made, SeriesRole.Type.NON_SPIN).values());
        assertTrue(clock.pauses().stream().allMatch(Duration.ofSeconds(5)::equals));
        assertEquals(server.asked().size() - 1, clock.pauses().size());
    }

    @Test
    void theListOfRepliesSaysWhatWasAskedAndHoldsTheirHashes() throws IOException {
        server.answers(PublishedPrices.oasis());
        Path made = folder.resolve("day");

        assertEquals(0, vpp("oasis", "--series", "energy", "--from", "2023-08-15", "--days", 1, "--out", made), err.toString());

        JsonObject list = JsonParser.parseString(Files.readString(made.resolve("downloads.json"))).getAsJsonObject();
        assertEquals("vpp-downloads/1", list.get("format").getAsString());
        JsonObject only = list.getAsJsonArray("files").get(0).getAsJsonObject();
        byte[] raw = Files.readAllBytes(made.resolve(only.get("file").getAsString()));
        assertEquals(Sha256.of(raw), only.get("sha256").getAsString());
        assertEquals(raw.length, only.get("bytes").getAsInt());
        assertTrue(only.get("url").getAsString().startsWith(server.url() + "/SingleZip?queryname=PRC_LMP"));
        assertEquals("2026-06-01T12:00:00Z", only.get("retrieved").getAsString());
        assertEquals(Sha256.of(raw), series(made, SeriesRole.Type.ENERGY).originSha256());
    }

    @Test
    void aSecondDownloadAsksNobodyAndWritesTheSameBytes() throws IOException {
        server.answers(PublishedPrices.oasis());
        Object[] asked = {"oasis", "--from", "2023-08-15", "--days", 2, "--cache", folder.resolve("kept"), "--out"};
        assertEquals(0, vpp(with(asked, folder.resolve("a"))), err.toString());
        int before = server.asked().size();

        assertEquals(0, vpp(with(asked, folder.resolve("b"))), err.toString());

        assertEquals(before, server.asked().size());
        assertTrue(out.toString().contains("4 of them kept from earlier"), out.toString());
        try (Stream<Path> files = Files.walk(folder.resolve("a"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path twin = folder.resolve("b").resolve(folder.resolve("a").relativize(file));
                if (!file.endsWith("data.json")) {
                    assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(twin), file.toString());
                }
            }
        }
    }

    private static Object[] with(Object[] words, Object last) {
        Object[] all = Arrays.copyOf(words, words.length + 1);
        all[words.length] = last;
        return all;
    }

    @Test
    void gridStatusSaysTheSameAsOasis() {
        server.answers(PublishedPrices.gridStatus());
        Path made = folder.resolve("gs");

        int code = vpp("gridstatus", "--series", "energy,spin,nonSpin", "--from", "2023-08-15", "--days", 3, "--out", made);

        assertEquals(0, code, err.toString());
        FolderSeries energy = series(made, SeriesRole.Type.ENERGY);
        FolderSeries spin = series(made, SeriesRole.Type.SPIN);
        assertEquals(72, energy.values().length());
        for (int i = 0; i < 72; i++) {
            Instant time = energy.first().plus(Duration.ofHours(i));
            assertEquals(PublishedPrices.energy(time), energy.values().at(i));
            assertEquals(4 * PublishedPrices.region(time), spin.values().at(i), 1e-9);
        }
        assertTrue(server.asked().size() > 5, "several pages");
    }

    @Test
    void theYieldOfPvwattsLiesOnTheDaysAskedFor() {
        server.answers(PublishedPrices.pvwatts());
        Path made = folder.resolve("roof");

        int code = vpp("pvwatts", "--lat", "34.05", "--lon", "-118.25", "--capacity", "6", "--name", "la-roof",
                "--from", "2023-08-15", "--days", 7, "--out", made);

        assertEquals(0, code, err.toString());
        FolderSeries roof = series(made, new SeriesRole(SeriesRole.Type.PV_YIELD, "la-roof"));
        assertEquals(168, roof.values().length());
        // midnight daylight time is 23 o'clock standard time
        assertEquals(0.023, roof.values().at(0), 1e-12);
        assertEquals(0, roof.values().at(1), 1e-12);
    }

    /** The raw reply is complete: importing it by hand gives the same series. */
    @Test
    void theRawReplyCanBeImportedAgain() {
        server.answers(PublishedPrices.pvwatts());
        Path made = folder.resolve("roof");
        Path again = folder.resolve("again");
        assertEquals(0, vpp("pvwatts", "--lat", "34", "--lon", "-118", "--name", "la", "--from", "2024-03-09", "--days", 3,
                "--out", made), err.toString());

        String[] words = {
            "import", "--format", "pvwatts", made.resolve("raw/pvwatts-v8.json").toString(),
            "--name", "la", "--from", "2024-03-09", "--days", "3", "--out", again.toString()
        };
        int code = CommandLineProgram.execute(
                words, new PrintWriter(out), new PrintWriter(err), java.time.Clock.systemUTC(), CancelToken.NEVER);

        assertEquals(0, code, err.toString());
        SeriesRole role = new SeriesRole(SeriesRole.Type.PV_YIELD, "la");
        assertEquals(series(made, role).values(), SeriesFolderReader.read(again).orThrow().find(role).orElseThrow().values());
        assertEquals(71, series(made, role).values().length(), "the clock goes forward on 10 March 2024");
    }

    @Test
    void keysAreWrittenNowhere() throws IOException {
        server.answers(PublishedPrices.pvwatts());
        vpp("pvwatts", "--lat", "34", "--lon", "-118", "--from", "2023-08-15", "--days", 1, "--out", folder.resolve("a"));
        server.answers(PublishedPrices.gridStatus());
        vpp("gridstatus", "--series", "energy", "--from", "2023-08-15", "--days", 1, "--out", folder.resolve("b"));
        server.close();
        vpp("pvwatts", "--lat", "35", "--lon", "-118", "--from", "2023-08-15", "--days", 1, "--out", folder.resolve("c"));

        assertTrue(server.asked().stream().allMatch(asked -> KEY.equals(asked.key())), "the service gets the key");
        List<String> everything = new ArrayList<>(List.of(out.toString(), err.toString()));
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                everything.add(file.toString());
                everything.add(Files.isRegularFile(file)
                        ? new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                        : "");
            }
        }
        assertTrue(everything.size() > 10);
        for (String text : everything) {
            assertFalse(text.contains(KEY) || text.contains("0123456789%2Bsecret"), text);
        }
    }

    @Test
    void aMissingKeyIsNamed() throws IOException {
        environment.remove("NREL_API_KEY");
        Path made = folder.resolve("roof");

        int code = vpp("pvwatts", "--lat", "34", "--lon", "-118", "--from", "2023-08-15", "--days", 1, "--out", made);

        assertEquals(1, code);
        assertTrue(err.toString().contains("NREL_API_KEY"), err.toString());
        assertTrue(err.toString().contains("https://developer.nlr.gov/signup/"), err.toString());
        assertNothingIsLeft(made);
    }

    @Test
    void dataThatCannotBeImportedIsNotWritten() throws IOException {
        StandIn.Answer good = PublishedPrices.oasis();
        server.answers(exchange -> {
            if (exchange.getRequestURI().toString().contains("PRC_AS")) {
                StandIn.zip(org.vppworkbench.app.io.download.Zips.of("x.csv", "a,b\n1,2\n")).send(exchange);
            } else {
                good.send(exchange);
            }
        });
        Path made = folder.resolve("half");

        assertEquals(1, vpp("oasis", "--from", "2023-08-15", "--days", 1, "--out", made));
        assertTrue(err.toString().contains("ERROR"), err.toString());
        assertNothingIsLeft(made);
    }

    /** The service answers every question with its first day only, as it does for days it no longer has. */
    @Test
    void aReplyThatIsShortAtItsEndIsRefused() throws IOException {
        server.answers(PublishedPrices.oasis(1));
        Path made = folder.resolve("short");

        assertEquals(1, vpp("oasis", "--series", "energy,spin", "--from", "2023-08-15", "--days", 3, "--out", made));
        assertTrue(err.toString().contains("do not hold all days"), err.toString());
        assertTrue(err.toString().contains("2023-08-15T07:00:00Z to 2023-08-16T07:00:00Z"), err.toString());
        assertNothingIsLeft(made);
    }

    @Test
    void cancelLeavesNothingUnderTheName() throws IOException {
        server.answers(PublishedPrices.oasis());
        Path made = folder.resolve("stopped");

        int code = vpp(() -> server.asked().size() >= 3, "oasis", "--from", "2023-08-15", "--days", 7, "--out", made);

        assertEquals(130, code, err.toString());
        assertNothingIsLeft(made);
    }

    @Test
    void aFolderThatIsNotEmptyIsRefusedBeforeAnythingIsAsked() throws IOException {
        Path made = Files.createDirectory(folder.resolve("full"));
        Files.writeString(made.resolve("mine.txt"), "mine");

        assertEquals(1, vpp("oasis", "--from", "2023-08-15", "--days", 7, "--out", made));
        assertEquals(List.of(), server.asked());
        assertEquals("mine", Files.readString(made.resolve("mine.txt")));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "oasis --from 2023-08-15 --days 7 --series gold",
        "oasis --from 2023-08-15 --days 7 --fill magic",
        "oasis --from 2023-08-15 --days 7 --cache x --no-cache",
        "oasis --from yesterday --days 7",
        "oasis --from 2023-08-15",
        "pvwatts --from 2023-08-15 --days 7 --lat 34",
        "pvwatts --from 2023-08-15 --days 7 --lat north --lon 0",
        "coal --from 2023-08-15 --days 7"
    })
    void aWrongCommandLineIsTold(String line) {
        List<Object> words = new ArrayList<>(List.of((Object[]) line.split(" ", -1)));
        words.addAll(List.of("--out", folder.resolve("x")));

        assertEquals(2, vpp(words.toArray()));
        assertEquals(List.of(), server.asked());
        assertFalse(Files.exists(folder.resolve("x")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--days 0", "--days -7", "--days 99999"})
    void oddDaysAreRefused(String days) {
        String[] words = days.split(" ", -1);

        assertEquals(1, vpp("oasis", "--from", "2023-08-15", words[0], words[1], "--out", folder.resolve("x")));
        assertTrue(err.toString().contains("allowed: [1, 3660]"), err.toString());
        assertEquals(List.of(), server.asked());
    }

    @Test
    void nothingIsKeptWhereNobodyWantsIt() {
        server.answers(PublishedPrices.oasis());
        Object[] asked = {"oasis", "--series", "energy", "--from", "2023-08-15", "--days", 1, "--no-cache", "--out"};

        assertEquals(0, vpp(with(asked, folder.resolve("a"))), err.toString());
        assertEquals(0, vpp(with(asked, folder.resolve("b"))), err.toString());

        assertEquals(2, server.asked().size());
        assertFalse(Files.exists(folder.resolve("home-cache")));
    }

    @Test
    void withoutServiceItExplainsItself() {
        assertEquals(0, vpp());
        assertTrue(out.toString().contains("oasis"), out.toString());
    }
}
