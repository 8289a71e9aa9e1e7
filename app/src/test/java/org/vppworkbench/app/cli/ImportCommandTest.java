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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vppworkbench.app.experiment.SmallRuns;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.time.SeriesKind;
import org.vppworkbench.sample.folder.SeriesFolder;
import org.vppworkbench.sample.folder.SeriesFolderReader;
import org.vppworkbench.sample.folder.SeriesRole;

class ImportCommandTest {
    private static final String MAPPING = """
            {"format":"vpp-mapping/1","separator":";","decimal":",","time":{"column":"t","zone":"UTC","label":"beginning"},
             "columns":[{"column":"p","role":"spin","unit":"$/kWh"}]}
            """;

    @TempDir private Path folder;

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();
    private Path prices = Path.of("set before each test");

    @BeforeEach
    void writePrices() throws IOException {
        StringBuilder text = new StringBuilder("interval_start_utc,interval_end_utc,market,location,location_type,lmp\n");
        for (int hour = 0; hour < 24; hour++) {
            Instant start = Instant.parse("2023-08-15T07:00:00Z").plus(Duration.ofHours(hour));
            text.append(start).append(',').append(start.plusSeconds(3600)).append(",DAY_AHEAD_HOURLY,TH_SP15_GEN-APND,Trading Hub,").append(30 + hour).append('\n');
        }
        prices = Files.writeString(folder.resolve("prices.csv"), text);
    }

    private int vpp(Object... args) {
        out = new StringWriter();
        err = new StringWriter();
        String[] words = Arrays.stream(args).map(Object::toString).toArray(String[]::new);
        return CommandLineProgram.execute(words, new PrintWriter(out), new PrintWriter(err), SmallRuns.CLOCK, CancelToken.NEVER);
    }

    @Test
    void importsShowsAndWrites() {
        Path week = folder.resolve("my week");
        assertEquals(0, vpp("import", "--format", "gridstatus", prices, "--out", week), err.toString());
        assertTrue(out.toString().contains("energy") && out.toString().contains("41.50"), out.toString());
        SeriesFolder read = SeriesFolderReader.read(week).orThrow();
        assertEquals("my-week", read.id());
        assertEquals(53, read.find(SeriesRole.Type.ENERGY).orElseThrow().values().at(23));
        assertEquals(1, vpp("import", "--format", "gridstatus", prices, "--out", week));
        assertTrue(err.toString().contains("not empty"), err.toString());
    }

    @Test
    void mappingsAndMerging() throws IOException {
        Path week = folder.resolve("week");
        assertEquals(0, vpp("import", "--format", "gridstatus", prices, "--out", week, "--kind", "synthetic"), err.toString());
        Path mapping = Files.writeString(folder.resolve("map.json"), MAPPING);
        Path spin = Files.writeString(folder.resolve("spin.csv"), "t;p\n2023-08-15 07:00;0,5\n2023-08-15 08:00;0,25\n");
        assertEquals(0, vpp("import", "--format", "csv", spin, "--mapping", mapping, "--out", week, "--merge"), err.toString());
        SeriesFolder read = SeriesFolderReader.read(week).orThrow();
        assertEquals(500, read.find(SeriesRole.Type.SPIN).orElseThrow().values().at(0));
        assertEquals(SeriesKind.SYNTHETIC, read.find(SeriesRole.Type.ENERGY).orElseThrow().kind());
        Files.writeString(mapping, MAPPING.replace("spin", "spun"));
        assertEquals(1, vpp("import", "--format", "csv", spin, "--mapping", mapping, "--preview"));
        assertTrue(err.toString().contains("columns[0].role"), err.toString());
    }

    @Test
    void previewWritesNothing() {
        Path week = folder.resolve("week");
        assertEquals(0, vpp("import", "--format", "gridstatus", prices, "--out", week, "--preview"), err.toString());
        assertTrue(out.toString().contains("2023-08-16T06:00:00Z"), out.toString());
        assertFalse(Files.exists(week));
    }

    @Test
    void badFilesAreRefusedAndNothingIsWritten() throws IOException {
        Path week = folder.resolve("week");
        Files.writeString(prices, Files.readString(prices).replace(",35", ",NaN"));
        assertEquals(1, vpp("import", "--format", "gridstatus", prices, "--out", week));
        assertTrue(err.toString().contains("prices.csv, row 7, column lmp"), err.toString());
        assertFalse(err.toString().contains("\tat "), "no stack trace at the user");
        assertFalse(Files.exists(week));
        assertEquals(1, vpp("import", "--format", "oasis", folder.resolve("absent.zip"), "--out", week));
        assertTrue(err.toString().contains("no such file"), err.toString());
    }

    @Test
    void wrongCommandLines() {
        assertEquals(2, vpp("import", "--format", "excel", prices, "--preview"));
        assertTrue(err.toString().contains("oasis, gridstatus, eia"), err.toString());
        assertEquals(2, vpp("import", "--format", "gridstatus", prices));
        assertEquals(2, vpp("import", "--format", "gridstatus", "--preview"));
        assertEquals(2, vpp("import", "--format", "eia", prices, "--preview", "--fill", "magic"));
        assertEquals(2, vpp("import", "--format", "eia", prices, "--preview", "--mapping", prices));
        assertEquals(2, vpp("import", prices, "--preview"));
        assertEquals(0, vpp("import", "--help"));
        assertTrue(out.toString().contains("oasis"), out.toString());
    }
}
