package org.vppworkbench.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vppworkbench.app.experiment.SmallRuns;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.SeriesKind;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.sample.folder.FolderSeries;
import org.vppworkbench.sample.folder.SeriesFolder;
import org.vppworkbench.sample.folder.SeriesFolderWriter;
import org.vppworkbench.sample.folder.SeriesRole;

class DataCommandTest {
    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int vpp(Object... args) {
        String[] words = Arrays.stream(args).map(Object::toString).toArray(String[]::new);
        return CommandLineProgram.execute(
                words, new PrintWriter(out), new PrintWriter(err), SmallRuns.CLOCK, CancelToken.NEVER);
    }

    @Test
    void aSampleIsReportedAsTableAndFigure() throws IOException {
        Path target = folder.resolve("quality");

        assertEquals(0, vpp("data", "--sample", "sp15-2024-08", "--out", target), err.toString());

        List<String> rows = Files.readAllLines(target.resolve("quality.csv"));
        assertEquals("check,series,result,detail,interval_starts_utc", rows.get(0));
        assertTrue(rows.contains("gaps and duplicates,realTime,NOTE,filled 1 of 672 (2024-08-21T21:00:00Z) by linear"
                + " interpolation between the values before and after,2024-08-21T21:00:00Z"), rows.toString());
        assertTrue(out.toString().contains("NOTE     gaps and duplicates"), out.toString());
        assertTrue(out.toString().contains(" good, 2 notes, 1 warning"), out.toString());
        assertTrue(Files.size(target.resolve("data-quality.png")) > 10_000);
        assertTrue(Files.size(target.resolve("data-quality.svg")) > 10_000);
    }

    @Test
    void anInventedMarketSaysSo() {
        assertEquals(0, vpp("data", "--sample", "synthetic:4:2024-03-08:4"), err.toString());
        assertTrue(out.toString().contains("SYNTHETIC market, seed 4, 2024-03-08 to 2024-03-11"), out.toString());
        assertTrue(out.toString().contains("2024-03-10 has 23 hours"), out.toString());
        assertTrue(err.toString().contains("WARNING"), "summer homes in March are warned of: " + err);
    }

    @Test
    void aFolderOfOnesOwnIsReported() throws IOException {
        Instant midnight = Instant.parse("2022-06-06T07:00:00Z");
        FolderSeries energy = series(SeriesRole.Type.ENERGY, midnight, TimeSeries.generate(48, t -> 40 + t % 24));
        FolderSeries spin = series(SeriesRole.Type.SPIN, midnight, energy.values().map(p -> 0.15 * p));
        Path data = folder.resolve("my-week");
        SeriesFolderWriter.write(data, new SeriesFolder("my-week", "My week", Horizon.LOS_ANGELES, List.of(energy, spin)));

        assertEquals(0, vpp("data", "--folder", data), err.toString());

        assertTrue(out.toString().contains("WARNING  plausibility"), out.toString());
        assertTrue(out.toString().contains("a constant share, so it was computed"), out.toString());
        assertTrue(out.toString().contains("1 day repeats an earlier one: 2022-06-07"), out.toString());
    }

    private static FolderSeries series(SeriesRole.Type type, Instant first, TimeSeries values) {
        return new FolderSeries(
                SeriesRole.of(type), Duration.ofHours(1), first, values, SeriesKind.REAL, "source", "licence", "a.csv",
                "0".repeat(64), "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"data", "data --sample la-2023-08 --folder x", "data --out x"})
    void wrongCommandLineIsUsage(String line) {
        assertEquals(2, vpp((Object[]) line.split(" ")));
        assertTrue(err.toString().contains("see 'vpp data --help'"), err.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"la-2099", "synthetic:1", "synthetic:1:2023-08-01:9999"})
    void unknownSampleIsRefused(String id) {
        assertEquals(1, vpp("data", "--sample", id));
        assertTrue(err.toString().startsWith("ERROR sample"), err.toString());
        assertTrue(err.toString().contains(id), err.toString());
    }

    @Test
    void folderThatIsNoneIsRefused() {
        assertEquals(1, vpp("data", "--folder", folder.resolve("absent")));
        assertTrue(err.toString().contains("ERROR "), err.toString());
        assertFalse(err.toString().contains("a bug"), err.toString());
    }

    @Test
    void outThatIsNotEmptyIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve("mine.txt"), "mine");
        assertEquals(1, vpp("data", "--sample", "la-2023-08", "--out", folder));
        assertTrue(err.toString().contains("not empty"), err.toString());
        assertEquals("mine", Files.readString(folder.resolve("mine.txt")));
    }
}
