package org.vppworkbench.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vppworkbench.app.experiment.RunTables;
import org.vppworkbench.app.experiment.SmallRuns;
import org.vppworkbench.app.figure.catalogue.FigureCatalogue;
import org.vppworkbench.app.figure.catalogue.FigureEntry;
import org.vppworkbench.sample.FleetJson;

class ExportCommandTest {
    @TempDir static Path shared;
    @TempDir Path folder;

    private final VppRuns vpp = new VppRuns();

    /** Two days with all a figure can need, their shares, and a day without optimum. */
    @BeforeAll
    static void runs() throws IOException {
        VppRuns vpp = new VppRuns();
        Path fleet = Files.writeString(
                shared.resolve("four.json"), FleetJson.write(SmallRuns.scenario("rule", 1).fleet()));
        vpp.works(
                "run", "--fleet", fleet, "--from", "2023-08-16", "--days", "2", "--mechanism", "rule", "--forecast", "noisy:0.3",
                "--out", shared.resolve("full"));
        vpp.works("shares", "--bundle", shared.resolve("full"), "--out", shared.resolve("shares"));
        vpp.works(
                "run", "--fleet", fleet, "--from", "2023-08-16", "--mechanism", "no-vpp", "--no-optimum",
                "--out", shared.resolve("bare"));
    }

    private static Path full() {
        return shared.resolve("full");
    }

    private static List<String> names(Path out) throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @CsvSource({"one-column, 88, 150", "two-column, 180, 300"})
    void everyFigureIsDrawnInEveryFormat(String preset, double millimetres, int dpi) throws IOException {
        Path out = folder.resolve("out");
        vpp.works(
                "export", "--bundle", full(), "--figure", "all", "--format", "png,svg,pdf,csv", "--preset", preset, "--dpi", dpi,
                "--shares", shared.resolve("shares"), "--out", out);
        assertFalse(vpp.out().contains("left out"), vpp.out());
        List<String> expected = new ArrayList<>();
        for (FigureEntry entry : FigureCatalogue.all()) {
            Stream.of("png", "svg", "pdf", "csv").forEach(ending -> expected.add(entry.name() + "." + ending));
        }
        assertEquals(new TreeSet<>(expected), new TreeSet<>(names(out)));
        for (FigureEntry entry : FigureCatalogue.all()) {
            ExportedFile.png(out.resolve(entry.name() + ".png"), millimetres, dpi);
            ExportedFile.svg(out.resolve(entry.name() + ".svg"), millimetres);
            ExportedFile.pdf(out.resolve(entry.name() + ".pdf"), millimetres);
            List<String> rows = Files.readAllLines(out.resolve(entry.name() + ".csv"));
            assertEquals("panel,series,x,y,value", rows.getFirst());
            assertTrue(rows.size() > 2, entry.name() + ": " + rows);
        }
    }

    @Test
    void theSameFiguresAreTheSameBytesAndSayWhatTheyAre() throws IOException {
        for (String name : List.of("a", "b")) {
            vpp.works(
                    "export", "--bundle", full(), "--figure", "welfare,regret,dispatch", "--table", "all",
                    "--out", folder.resolve(name));
        }
        assertEquals(names(folder.resolve("a")), names(folder.resolve("b")));
        for (String name : names(folder.resolve("a"))) {
            assertEquals(-1, Files.mismatch(folder.resolve("a").resolve(name), folder.resolve("b").resolve(name)), name);
        }
        String words = ExportedFile.text(folder.resolve("a").resolve("regret.pdf"));
        for (String label : List.of("RULE", "STYLISED", "NOISY(0.3)", "SYNTHETIC", "optimum AWARE certified gap", "seed 1", "[$]")) {
            assertTrue(words.contains(label), label + " not in " + words);
        }
        String metrics = Files.readString(folder.resolve("a").resolve("table-metrics.tex"));
        assertTrue(metrics.contains("RULE") && metrics.contains("\\toprule") && metrics.contains("W\\textsuperscript{0}"), metrics);
        String homes = Files.readString(folder.resolve("a").resolve("table-homes.csv"));
        assertEquals(5, homes.lines().count(), homes);
        assertTrue(homes.startsWith("home,bill_usd,"), homes);
    }

    @Test
    void theTitleCanBeLeftToTheCaption() throws IOException {
        vpp.works("export", "--bundle", full(), "--figure", "days", "--format", "pdf", "--no-title", "--out", folder.resolve("out"));
        String words = ExportedFile.text(folder.resolve("out").resolve("days.pdf"));
        assertFalse(words.contains("Welfare above no VPP by day"), words);
        assertTrue(words.contains("RULE"), "the label stays: " + words);
    }

    @Test
    void whatABundleCannotSupportIsLeftOutWithItsReason() throws IOException {
        Path out = folder.resolve("out");
        vpp.works("export", "--bundle", shared.resolve("bare"), "--format", "svg", "--out", out);
        for (String reason : List.of(
                "left out regret: the central optimum was not solved", "left out days: the run has one day",
                "left out delivery: no contract cleared", "left out forecast: the forecast of the run is perfect",
                "left out offers: nothing was negotiated", "left out surplus-shares: the shares of the homes are not given")) {
            assertTrue(vpp.out().contains(reason), reason + " not in " + vpp.out());
        }
        assertTrue(names(out).contains("prices.svg") && !names(out).contains("offers.svg"), names(out).toString());
    }

    @Test
    void whatWasNamedAndCannotBeMadeIsRefusedAndNothingIsWritten() {
        Path out = folder.resolve("out");
        Path bare = shared.resolve("bare");
        vpp.refused(
                List.of("figure regret", "figure offers", "nothing was negotiated"), "export", "--bundle", bare, "--figure",
                "prices,regret,offers", "--out", out);
        vpp.refused(List.of("table optimum", "no row"), "export", "--bundle", bare, "--table", "optimum", "--out", out);
        vpp.refused(
                List.of("\"ENERGY@999\" was not traded"), "export", "--bundle", full(), "--figure", "offers", "--opportunity",
                "ENERGY@999", "--out", out);
        vpp.refused(
                List.of("\"home-999\" is no home"), "export", "--bundle", full(), "--figure", "utility", "--home", "home-999",
                "--out", out);
        vpp.refused(
                List.of("not the surplus of that home"), "export", "--bundle", bare, "--shares", shared.resolve("shares"), "--out",
                out);
        vpp.refused(List.of("cannot be read"), "export", "--bundle", full(), "--shares", bare, "--out", out);
        assertFalse(Files.exists(out));
    }

    @Test
    void wrongBundlesAndFoldersInUseAreRefused() throws IOException {
        Path out = folder.resolve("out");
        vpp.refused(List.of("no such folder"), "export", "--bundle", folder.resolve("none"), "--out", out);
        Path empty = Files.createDirectory(folder.resolve("empty"));
        vpp.refused(List.of("inputs.json", "missing"), "export", "--bundle", empty, "--out", out);
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.copy(full().resolve("inputs.json"), other.resolve("inputs.json"));
        vpp.refused(List.of("not a complete bundle"), "export", "--bundle", other, "--out", out);
        Path used = Files.createDirectory(folder.resolve("used"));
        Files.writeString(used.resolve("welfare.png"), "mine");
        vpp.refused(List.of("not empty"), "export", "--bundle", full(), "--figure", "welfare", "--out", used);
        assertEquals("mine", Files.readString(used.resolve("welfare.png")));
        assertEquals(List.of("welfare.png"), names(used));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--figure nonsense|--figure nonsense is unknown; allowed: welfare",
        "--table nonsense|--table nonsense is unknown; allowed: metrics",
        "--preset wide|allowed: one-column, two-column",
        "--dpi 20|--dpi 20 is out of range; allowed: [72, 1200]",
        "--format latex|--format names none for figures",
        "--table homes --format png|--format names none for tables",
        "--format gif|--format"
    })
    void aWrongCommandLineIsNamed(String words, String message) {
        List<Object> all = new ArrayList<>(List.of("export", "--bundle", full(), "--out", folder.resolve("out")));
        all.addAll(List.of((Object[]) words.split(" ")));
        assertEquals(2, vpp.run(all.toArray()), vpp.err());
        assertTrue(vpp.err().contains(message), vpp.err());
        assertFalse(Files.exists(folder.resolve("out")));
    }

    @Test
    void theListNeedsNoBundle() {
        vpp.works("export", "--figure", "list");
        FigureCatalogue.all().forEach(entry -> assertTrue(vpp.out().contains(entry.name()), entry.name()));
        RunTables.all().forEach(entry -> assertTrue(vpp.out().contains(entry.name()), entry.name()));
        assertEquals(2, vpp.run("export", "--figure", "all", "--out", folder.resolve("out")));
        assertTrue(vpp.err().contains("--bundle"), vpp.err());
    }
}
