package org.vppworkbench.sample.folder;

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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.SeriesKind;
import org.vppworkbench.model.time.TimeSeries;

class SeriesFolderTest {
    private static final Instant START = Instant.parse("2023-08-15T07:00:00Z");

    @TempDir private Path parent;

    private static FolderSeries series(SeriesRole role, int minutes, Instant first, double... values) {
        return new FolderSeries(role, Duration.ofMinutes(minutes), first, TimeSeries.of(values), SeriesKind.DERIVED, "a \"source\", of mine",
                "licence", "file.zip", "ab12", "note; with, signs");
    }

    private static SeriesFolder folder(FolderSeries... series) {
        return new SeriesFolder("my-week", "My week – ä", Horizon.LOS_ANGELES, List.of(series));
    }

    private static SeriesFolder prices() {
        return folder(
                series(SeriesRole.of(SeriesRole.Type.ENERGY), 60, START, 1, 2.5, -3),
                series(SeriesRole.of(SeriesRole.Type.SPIN), 60, START, 0.1, 1.0 / 3, 1e-7),
                series(SeriesRole.of(SeriesRole.Type.REAL_TIME), 15, START, 5, 6, 7, 8, 9),
                series(new SeriesRole(SeriesRole.Type.LOAD, "home-1"), 60, START.plusSeconds(3600), 0.5, 0.25));
    }

    private static void assertWritten(List<Finding> findings) {
        assertTrue(findings.isEmpty(), findings::toString);
    }

    @Test
    void writtenAndReadBack() {
        Path place = parent.resolve("week");
        assertWritten(SeriesFolderWriter.write(place, prices()));
        assertEquals(prices(), SeriesFolderReader.read(place).orThrow());
        assertFalse(Files.exists(parent.resolve("week.part")));
    }

    @Test
    void randomFoldersRoundTripAndGiveTheSameBytes() throws IOException {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 10 * Integer.getInteger("vpp.random.scale", 1); i++) {
            List<FolderSeries> all = new ArrayList<>();
            for (int k = 0; k < 1 + random.nextInt(6); k++) {
                double[] values = random.doubles(1 + random.nextInt(200), 0, 1e5).toArray();
                all.add(series(new SeriesRole(SeriesRole.Type.LOAD, "h" + k), random.nextBoolean() ? 15 : 60,
                        START.plus(Duration.ofHours(random.nextInt(100))), values));
            }
            SeriesFolder folder = folder(all.toArray(FolderSeries[]::new));
            Path one = parent.resolve("a" + i);
            Path two = parent.resolve("b" + i);
            assertWritten(SeriesFolderWriter.write(one, folder));
            assertWritten(SeriesFolderWriter.write(two, folder));
            assertEquals(folder, SeriesFolderReader.read(one).orThrow());
            try (Stream<Path> files = Files.list(one)) {
                for (Path file : files.toList()) {
                    assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(two.resolve(file.getFileName())));
                }
            }
        }
    }

    @Test
    void nothingIsOverwritten() throws IOException {
        Path place = Files.createDirectory(parent.resolve("week"));
        assertWritten(SeriesFolderWriter.write(place, prices()));
        assertTrue(SeriesFolderWriter.write(place, prices()).get(0).message().contains("not empty"));
        assertTrue(SeriesFolderWriter.write(Files.writeString(parent.resolve("f"), "x"), prices()).get(0).isError());
        Files.createDirectory(parent.resolve("busy.part"));
        assertTrue(SeriesFolderWriter.write(parent.resolve("busy"), prices()).get(0).message().contains("still going on"));
        assertTrue(Files.exists(parent.resolve("busy.part")));
        assertTrue(SeriesFolderWriter.write(Path.of("/"), prices()).get(0).isError());
    }

    @Test
    void seriesAndTablesAreAdded() throws IOException {
        Path place = parent.resolve("week");
        assertWritten(SeriesFolderWriter.write(place, prices(), Map.of("table-sessions.csv", "id\n1\n"), CancelToken.NEVER));
        SeriesFolder more = folder(series(SeriesRole.of(SeriesRole.Type.NON_SPIN), 60, START, 4, 5));
        assertWritten(SeriesFolderWriter.merge(place, more, Map.of("table-homes.csv", "id\n2\n"), CancelToken.NEVER));
        SeriesFolder merged = SeriesFolderReader.read(place).orThrow();
        assertEquals(5, merged.series().size());
        assertEquals("id\n1\n", Files.readString(place.resolve("table-sessions.csv")));
        assertEquals("id\n2\n", Files.readString(place.resolve("table-homes.csv")));
        assertTrue(SeriesFolderWriter.merge(place, more, Map.of(), CancelToken.NEVER).get(0).message().contains("has a series of this role"));
        SeriesFolder other = folder(series(SeriesRole.of(SeriesRole.Type.TEMPERATURE), 60, START, 4));
        assertTrue(SeriesFolderWriter.merge(place, other, Map.of("table-homes.csv", ""), CancelToken.NEVER).get(0).message().contains("table already"));
        Files.writeString(place.resolve("mine.txt"), "x");
        assertTrue(SeriesFolderWriter.merge(place, other, Map.of(), CancelToken.NEVER).get(0).message().contains("not series"));
        assertEquals("x", Files.readString(place.resolve("mine.txt")));
        assertEquals(merged, SeriesFolderReader.read(place).orThrow());
        assertFalse(Files.exists(parent.resolve("week.old")));
        assertWritten(SeriesFolderWriter.merge(parent.resolve("new"), other, Map.of(), CancelToken.NEVER));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "vpp-data/1|vpp-data/2|format", "\"energy\"|\"power\"|series[0].role", "\"energy\"|\"spin\"|series", "$/MWh|kW|series[0].unit", "\"stepMinutes\": 60|\"stepMinutes\": 7|stepMinutes",
        "series-60min-1.csv|../x.csv|file", "DERIVED|GUESSED|kind", "America/Los_Angeles|Mars|zone", "my-week|my week|id", "\"title\"|\"name\"|title", "\"series\": [|\"none\": [|series",
        "energy_usd_per_mwh|price|column price", "\"sha256\": \"|\"sha256\": \"0|series-60min-1.csv", "{|[|data.json"
    })
    void brokenIndex(String what, String with, String where) throws IOException {
        Path place = parent.resolve("week");
        assertWritten(SeriesFolderWriter.write(place, prices()));
        Path index = place.resolve("data.json");
        String text = Files.readString(index);
        assertTrue(text.contains(what), text);
        Files.writeString(index, text.replace(what, with));
        refused(place, where);
    }

    private static void refused(Path place, String where) {
        Reading<SeriesFolder> reading = SeriesFolderReader.read(place);
        assertNull(reading.value());
        assertTrue(reading.findings().stream().anyMatch(finding -> finding.isError() && finding.where().contains(where)),
                () -> reading.findings().toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2.5|NaN|row 3, column energy_usd_per_mwh", "2.5|x|row 3, column energy_usd_per_mwh", "2.5||row 3, column energy_usd_per_mwh", "2.5|1e6|row 3, column energy_usd_per_mwh",
        "T08:00|T08:15|row 3, column interval_start_utc", "T08:00:00Z|T08:00:00|row 3, column interval_start_utc", "T08:00|T07:00|row 3, column interval_start_utc"
    })
    void brokenCells(String what, String with, String where) throws IOException {
        Path place = parent.resolve("week");
        assertWritten(SeriesFolderWriter.write(place, prices()));
        Path csv = place.resolve("series-60min-1.csv");
        byte[] before = Files.readAllBytes(csv);
        Files.writeString(csv, Files.readString(csv).replace(what, with == null ? "" : with));
        refused(place, "series-60min-1.csv");
        Path index = place.resolve("data.json");
        Files.writeString(index, Files.readString(index)
                .replace(FolderFiles.sha256(before), FolderFiles.sha256(Files.readAllBytes(csv))));
        refused(place, where);
    }

    @Test
    void missingFiles() throws IOException {
        refused(parent.resolve("absent"), "data.json");
        Path place = parent.resolve("week");
        assertWritten(SeriesFolderWriter.write(place, prices()));
        Files.delete(place.resolve("series-15min-2.csv"));
        refused(place, "series-15min-2.csv");
    }

    @Test
    void rolesReadAsTheyAreWritten() {
        for (FolderSeries series : prices().series()) {
            assertEquals(series.role(), SeriesRole.parse(series.role().text()).orElseThrow());
            assertEquals(series.role(), SeriesColumns.role(series.role().column()).orElseThrow());
        }
        for (String wrong : List.of("", "load", "load:", "load:a b", "energy:x", "pvYield:../a", "Energy")) {
            assertTrue(SeriesRole.parse(wrong).isEmpty(), wrong);
        }
        assertThrows(IllegalArgumentException.class, () -> new SeriesRole(SeriesRole.Type.ENERGY, "x"));
        assertThrows(IllegalArgumentException.class, () -> folder(prices().series().get(0), prices().series().get(0)));
    }
}
