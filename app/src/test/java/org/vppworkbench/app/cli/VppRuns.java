package org.vppworkbench.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.SmallRuns;
import org.vppworkbench.app.io.Bundle;
import org.vppworkbench.app.io.BundleReader;
import org.vppworkbench.app.io.ScenarioJson;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.SeriesKind;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.sample.folder.FolderSeries;
import org.vppworkbench.sample.folder.SeriesFolder;
import org.vppworkbench.sample.folder.SeriesFolderWriter;
import org.vppworkbench.sample.folder.SeriesRole;

/** The program as a user runs it, and what it says. */
final class VppRuns {
    private final LanguageDesk desk;
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    /** No key anywhere, and nobody to be asked. */
    VppRuns() {
        this(new LanguageDesk(name -> null, Path.of("no", "such", "folder"), question -> null));
    }

    VppRuns(LanguageDesk desk) {
        this.desk = desk;
    }

    /** Runs a command and returns its exit code; {@link #out} and {@link #err} are those of this command. */
    int run(Object... args) {
        out = new StringWriter();
        err = new StringWriter();
        String[] words = Arrays.stream(args).map(Object::toString).toArray(String[]::new);
        return CommandLineProgram.execute(
                words, new PrintWriter(out), new PrintWriter(err), SmallRuns.CLOCK, CancelToken.NEVER, desk);
    }

    /** Runs a command that must work. */
    void works(Object... args) {
        assertEquals(0, run(args), Arrays.toString(args) + "\n" + out + "\n" + err);
    }

    /** Runs a command that must be refused with a finding that has these words. */
    void refused(List<String> words, Object... args) {
        assertEquals(1, run(args), Arrays.toString(args) + "\n" + out + "\n" + err);
        words.forEach(word -> assertTrue(err().contains(word), word + " not in: " + err));
        assertTrue(err().contains("ERROR "), err());
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    static Scenario scenario(Path bundle) {
        return ScenarioJson.read(bundle.resolve(Bundle.SCENARIO)).orThrow();
    }

    static Bundle bundle(Path bundle) {
        return BundleReader.read(bundle).orThrow();
    }

    /** Every file is there, and but for those that hold wall times, or their hash, in both, with the same bytes. */
    static void assertSameBytes(Path first, Path second) throws IOException {
        List<String> names = names(first);
        assertEquals(names, names(second));
        for (String name : names) {
            if (!List.of(Bundle.MANIFEST, Bundle.MANIFEST_CHECKSUM, Bundle.BASELINE).contains(name)) {
                assertEquals(-1, Files.mismatch(first.resolve(name), second.resolve(name)), name);
            }
        }
    }

    private static List<String> names(Path bundle) throws IOException {
        try (Stream<Path> files = Files.walk(bundle)) {
            return files.filter(Files::isRegularFile).map(file -> bundle.relativize(file).toString()).sorted().toList();
        }
    }

    /** A folder of series with the market of a data set. */
    static Path folder(Path target, String id, DataSet data) {
        List<FolderSeries> series = new ArrayList<>();
        add(SeriesRole.Type.ENERGY, data.prices().energy(), data, series);
        add(SeriesRole.Type.SPIN, data.prices().spin(), data, series);
        add(SeriesRole.Type.NON_SPIN, data.prices().nonSpin(), data, series);
        add(SeriesRole.Type.REAL_TIME, data.prices().realTime(), data, series);
        Map<String, TimeSeries> drivers = data.drivers();
        add(SeriesRole.Type.LOAD_FORECAST, drivers.get(DataSet.LOAD_FORECAST_MW), data, series);
        add(SeriesRole.Type.SOLAR_FORECAST, drivers.get(DataSet.SOLAR_FORECAST_MW), data, series);
        assertEquals(
                List.of(),
                SeriesFolderWriter.write(target, new SeriesFolder(id, "My days", Horizon.LOS_ANGELES, series)));
        return target;
    }

    private static void add(SeriesRole.Type type, @Nullable TimeSeries values, DataSet data, List<FolderSeries> out) {
        if (values != null) {
            out.add(new FolderSeries(
                    SeriesRole.of(type), Duration.ofMinutes(15), data.horizon().start(), values, SeriesKind.REAL,
                    "publisher", "as published", "prices.csv", "0".repeat(64), ""));
        }
    }
}
