package org.vppworkbench.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vppworkbench.app.Launcher;
import org.vppworkbench.app.experiment.SmallRuns;
import org.vppworkbench.app.io.Bundle;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.sample.FleetJson;

/** A command that is stopped, wherever it is: nothing is there, or all of it, and it is never called a bug. */
class CancelTest {
    /** How many of the places where a command asks are tried; the last ones always are. */
    private static final int PLACES = 6;

    private static final int LAST_PLACES = 4;

    @TempDir private Path folder;

    private final StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    private int vpp(CancelToken cancel, Object... args) {
        err = new StringWriter();
        String[] words = Arrays.stream(args).map(Object::toString).toArray(String[]::new);
        return CommandLineProgram.execute(words, new PrintWriter(out), new PrintWriter(err), SmallRuns.CLOCK, cancel);
    }

    private Path fourHomes() throws IOException {
        return Files.writeString(folder.resolve("four.json"), FleetJson.write(SmallRuns.scenario("rule", 1).fleet()));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /** The command, stopped after each of a choice of the times it asks, and not stopped at all. */
    private void stopsCleanly(Object... command) throws IOException {
        List<Path> before = files();
        AtomicInteger asked = new AtomicInteger();
        int whole = vpp(() -> asked.incrementAndGet() < 0, with(command, folder.resolve("whole")));
        assertEquals(0, whole, err.toString());
        List<Path> after = files();
        int all = asked.get();
        assertTrue(all > 0, "it asks at all");
        TreeSet<Integer> places = new TreeSet<>();
        for (int i = 0; i < PLACES; i++) {
            places.add(i * all / PLACES);
        }
        for (int i = 1; i <= LAST_PLACES; i++) {
            places.add(Math.max(0, all - i));
        }
        for (int place : places) {
            AtomicInteger count = new AtomicInteger();
            int code = vpp(() -> count.incrementAndGet() > place, with(command, folder.resolve("stopped")));

            String where = "stopped after " + place + " of " + all + ": " + err;
            assertEquals(130, code, where);
            assertTrue(err.toString().contains("cancelled; nothing was written"), where);
            assertFalse(err.toString().contains("a bug"), where);
            assertEquals(after, files(), where);
        }
        assertTrue(after.size() > before.size(), "unstopped it writes");
    }

    private static Object[] with(Object[] command, Path out) {
        List<Object> words = new ArrayList<>(List.of(command));
        words.add("--out");
        words.add(out);
        return words.toArray();
    }

    @Test
    void run() throws IOException {
        stopsCleanly("run", "--fleet", fourHomes(), "--no-optimum");
    }

    @Test
    void branchAndRerun() throws IOException {
        Path run = folder.resolve("run");
        assertEquals(0, vpp(CancelToken.NEVER, "run", "--fleet", fourHomes(), "--no-optimum", "--out", run), err.toString());
        long late = Files.readAllLines(run.resolve(Bundle.EVENTS)).size() - 3L;

        stopsCleanly("rerun", "--bundle", run, "--no-optimum");
        Files.move(folder.resolve("whole"), folder.resolve("again"));
        stopsCleanly("branch", "--bundle", run, "--at", late, "--home", "home-001", "--refuses", "--no-optimum");
    }

    @Test
    void comparisonBundleByBundleAndFigureByFigure() throws IOException {
        Path run = folder.resolve("run");
        assertEquals(0, vpp(CancelToken.NEVER, "run", "--fleet", fourHomes(), "--no-optimum", "--out", run), err.toString());
        stopsCleanly("compare", run, run);

        AtomicInteger two = new AtomicInteger();
        vpp(() -> two.incrementAndGet() < 0, "compare", run, run, "--out", folder.resolve("two"));
        AtomicInteger three = new AtomicInteger();
        vpp(() -> three.incrementAndGet() < 0, "compare", run, run, run, "--out", folder.resolve("three"));
        assertTrue(three.get() >= two.get() + 2, "before each bundle is read, and before it is evaluated: " + two + ", " + three);
        try (Stream<Path> pictures = Files.list(folder.resolve("two"))) {
            long drawn = pictures.filter(file -> file.toString().matches(".*[.](png|svg)")).count();
            assertTrue(two.get() >= 4 + drawn, "before each of " + drawn + " pictures: " + two);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "data --sample synthetic:1:2023-01-01:5",
        "fleet --homes 3",
        "forecast --method persistence --days 2",
    })
    void others(String line) throws IOException {
        stopsCleanly((Object[]) line.split(" "));
    }

    @Test
    void imports() throws IOException {
        Path prices = Files.writeString(
                folder.resolve("prices.csv"),
                """
                interval_start_utc,interval_end_utc,market,location,location_type,lmp
                2023-08-15T07:00:00Z,2023-08-15T08:00:00Z,DAY_AHEAD_HOURLY,TH_SP15_GEN-APND,Trading Hub,30
                2023-08-15T08:00:00Z,2023-08-15T09:00:00Z,DAY_AHEAD_HOURLY,TH_SP15_GEN-APND,Trading Hub,31
                """);

        stopsCleanly("import", "--format", "gridstatus", prices);
    }

    @Test
    void validate() {
        assertEquals(130, vpp(() -> true, "validate"));
        assertTrue(err.toString().contains("cancelled"), err.toString());
    }

    /** While the process ends, much fails that otherwise works. */
    @Test
    void failureAfterTheSignalIsNoBug() {
        int code = CommandLineProgram.report(
                new IllegalStateException("Shutdown in progress"), new Console(new PrintWriter(out), new PrintWriter(err)),
                () -> true);

        assertEquals(130, code);
        assertTrue(err.toString().contains("cancelled"), err.toString());
    }

    /**
     * A real process and a real signal: all or nothing, with the exit code that says which. A shell may have its background
     * jobs ignore Ctrl-C (INT), which then end with 0; nobody ignores TERM.
     */
    @ParameterizedTest
    @CsvSource({"INT, 130, false", "TERM, 143, false", "TERM, 143, true"})
    @DisabledOnOs(OS.WINDOWS)
    void signal(String name, int stopped, boolean whileFiguresAreWritten) throws Exception {
        Path run = folder.resolve("run");
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Launcher.class.getName(),
                        "run", "--fleet", fourHomes().toString(), "--no-optimum", "--out", run.toString())
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        StringBuilder said = new StringBuilder();
        boolean sent = false;
        try (BufferedReader errors = process.errorReader()) {
            for (String line = errors.readLine(); line != null; line = errors.readLine()) {
                said.append(line).append('\n');
                if (!sent && line.contains("settlement and metrics")) {
                    Path figures = folder.resolve("run.part").resolve(Bundle.FIGURES);
                    while (whileFiguresAreWritten && process.isAlive() && !Files.exists(figures)) {
                        TimeUnit.MILLISECONDS.sleep(1);
                    }
                    new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
                    sent = true;
                }
            }
        }
        int code = process.waitFor();

        assertTrue(sent, said.toString());
        assertFalse(said.toString().contains("a bug"), said.toString());
        assertFalse(Files.exists(folder.resolve("run.part")), said.toString());
        assertEquals(code == 0, Files.exists(run.resolve(Bundle.MANIFEST)), code + "\n" + said);
        assertTrue(code == 0 || code == stopped, code + "\n" + said);
        assertEquals(code != 0, said.toString().contains("cancelled; nothing was written"), code + "\n" + said);
    }
}
