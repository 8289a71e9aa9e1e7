package org.vppworkbench.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vppworkbench.app.experiment.RunComparison;
import org.vppworkbench.app.experiment.SmallRuns;
import org.vppworkbench.app.io.ComparisonFiles;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.optimizer.solver.LpSolvers;
import org.vppworkbench.sample.FleetJson;

class CompareCommandTest {
    @TempDir Path folder;

    private final VppRuns vpp = new VppRuns();
    private Path fleet = Path.of("none");

    @BeforeEach
    void fleet() throws IOException {
        fleet = Files.writeString(
                folder.resolve("four.json"), FleetJson.write(SmallRuns.scenario("rule", 1).fleet()));
    }

    private Path run(String name, Object... more) {
        Path target = folder.resolve(name);
        Object[] words = {"run", "--fleet", fleet, "--out", target};
        Object[] all = Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        vpp.works(all);
        return target;
    }

    private List<List<String>> rows(Path out) throws IOException {
        return Files.readAllLines(out.resolve(ComparisonFiles.RUNS)).stream()
                .map(line -> List.of(line.split(",", -1)))
                .toList();
    }

    private static String cell(List<List<String>> rows, int run, String column) {
        return rows.get(run + 1).get(rows.getFirst().indexOf(column));
    }

    @Test
    void mechanismsOnTheSameInputsAreComparable() throws IOException {
        Path rule = run("rule", "--from", "2023-08-16", "--mechanism", "rule");
        Path none = run("none", "--from", "2023-08-16", "--mechanism", "no-vpp");
        Path out = folder.resolve("out");
        vpp.works("compare", rule, none, "--out", out);
        assertFalse(vpp.out().contains("NOTE"), vpp.out());
        List<List<String>> rows = rows(out);
        assertEquals(List.of("rule", "none"), List.of(cell(rows, 0, "run"), cell(rows, 1, "run")));
        assertEquals("true", cell(rows, 1, "same_inputs"));
        assertEquals(cell(rows, 0, "inputs_sha256"), cell(rows, 1, "inputs_sha256"));
        assertEquals("0.0", cell(rows, 1, "vppValueUsd"));
        String metrics = Files.readString(rule.resolve("metrics.json"));
        assertTrue(metrics.contains("\"welfareUsd\": " + cell(rows, 0, "welfareUsd")), metrics);
        assertTrue(Double.parseDouble(cell(rows, 0, "efficiencyAware")) > Double.parseDouble(cell(rows, 1, "efficiencyAware")));
        // no trade, no share of it: undefined, with its reason
        assertEquals("", cell(rows, 1, "homesShareOfSurplusShare"));
        String reasons = Files.readString(out.resolve(ComparisonFiles.METRICS));
        assertTrue(reasons.contains("none,homesShareOfSurplusShare,Homes' share of the VPP value,share,,the VPP value is below"), reasons);
        for (String name : List.of("welfare.png", "welfare.svg", "efficiency.png", "efficiency.svg")) {
            assertTrue(Files.size(out.resolve(name)) > 1000, name);
        }
    }

    @Test
    void otherInputsAreNamedWithWhatTheyMakeMeaningless() throws IOException {
        Path first = run("first", "--from", "2023-08-16", "--no-optimum");
        Path day = run("day", "--from", "2023-08-15", "--no-optimum", "--energy-kw", "3");
        Path forecast = run("forecast", "--from", "2023-08-16", "--no-optimum", "--forecast", "noisy:0.3");
        Path out = folder.resolve("out");
        vpp.works("compare", first, day, forecast, "--out", out);
        assertTrue(vpp.out().contains("day has other inputs than first: days, prices, requirement"), vpp.out());
        assertTrue(vpp.out().contains("no amount of money"), vpp.out());
        assertTrue(vpp.out().contains("forecast has other inputs than first: price forecasts; welfare, efficiency"), vpp.out());
        assertTrue(vpp.out().contains("n/a  first, Efficiency"), vpp.out());
        assertEquals("false", cell(rows(out), 1, "same_inputs"));
        RunComparison comparison = RunComparison.of(
                List.of(VppRuns.bundle(first), VppRuns.bundle(day), VppRuns.bundle(forecast)), SmallRuns.CLOCK, CancelToken.NEVER);
        assertEquals(
                List.of(true, false, true), IntStream.range(0, 3).mapToObj(comparison::comparable).toList());
        // money of another day never stands beside that of the first
        String figure = Files.readString(out.resolve("welfare.svg"));
        assertTrue(figure.contains("not compared: other inputs"), "one bar has no length");
        Path alone = run("away/first", "--from", "2023-08-16", "--no-optimum");
        vpp.works("compare", first, alone, first, "--out", folder.resolve("names"));
        assertEquals(
                List.of("first", "away/first", folder.getFileName() + "/first"),
                rows(folder.resolve("names")).stream().skip(1).map(List::getFirst).toList());
    }

    @Test
    void refusesOneBundleWhatIsNoBundleAndAFolderInUse() {
        Path first = run("first", "--from", "2023-08-16", "--no-optimum");
        assertEquals(2, vpp.run("compare", first, "--out", folder.resolve("out")));
        assertTrue(vpp.err().contains("name two or more"), vpp.err());
        vpp.refused(List.of("no such folder"), "compare", first, folder.resolve("none"), "--out", folder.resolve("out"));
        vpp.refused(List.of("not empty"), "compare", first, first, "--out", first);
    }

    @Test
    void anotherSolverGivesTheSameOptimumUnderTheSameCertificate() throws IOException {
        Path first = run("first", "--from", "2023-08-16");
        String before = vpp.out();
        vpp.works("baseline", "--bundle", first, "--solver", "ojalgo");
        String json = Files.readString(first.resolve("baseline.json"));
        assertTrue(json.contains("ojAlgo") && !json.contains("NOT_PROVED"), json);
        for (String mode : List.of("HOME", "AWARE", "BLIND")) {
            String words = "  optimum " + mode;
            double ours = welfare(before, words);
            assertEquals(ours, welfare(vpp.out(), words), 1e-3, mode);
        }
        if (LpSolvers.find("glop").isEmpty()) {
            vpp.refused(List.of("not part of this build", "-Pglop"), "baseline", "--bundle", first, "--solver", "glop");
        }
        vpp.refused(List.of("unknown solver"), "baseline", "--bundle", first, "--solver", "cplex");
    }

    private static double welfare(String text, String head) {
        String line = text.lines().filter(l -> l.startsWith(head)).findFirst().orElseThrow();
        String from = line.substring(line.indexOf(" W ") + 3).strip();
        return Double.parseDouble(from.substring(0, from.indexOf(' ')));
    }

    @Test
    void theBenchCertifiesEverySolverOnTheSmallestCase() throws IOException {
        Path file = folder.resolve("bench.csv");
        vpp.works("bench", "optimum", "--cases", "1x96", "--solvers", "joptimizer,ojalgo", "--repeats", "1", "--out", file);
        List<String> rows = Files.readAllLines(file);
        assertEquals(3, rows.size(), rows::toString);
        assertTrue(rows.get(1).contains("CERTIFIED") && rows.get(2).contains("CERTIFIED"), rows::toString);
        assertEquals(2, vpp.run("bench", "optimum", "--cases", "0x96"));
        assertTrue(vpp.err().contains("--cases 0x96 is not a size; allowed: HOMESxINTERVALS"), vpp.err());
        assertEquals(2, vpp.run("bench"));
    }
}
