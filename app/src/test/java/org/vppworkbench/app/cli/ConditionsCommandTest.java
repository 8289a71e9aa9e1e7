package org.vppworkbench.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vppworkbench.app.experiment.SmallRuns;
import org.vppworkbench.sample.FleetJson;

class ConditionsCommandTest {
    @TempDir Path folder;

    private final VppRuns vpp = new VppRuns();

    private Path run(Path fleet, String mechanism, int seed, Object... more) {
        Path target = folder.resolve(mechanism + seed);
        Object[] words = {
            "run", "--fleet", fleet, "--from", "2023-08-16", "--mechanism", mechanism, "--seed", seed, "--no-optimum", "--out", target};
        Object[] all = java.util.Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        vpp.works(all);
        return target;
    }

    @Test
    void bundlesAreComparedSeedBySeed() throws IOException {
        Path fleet = Files.writeString(folder.resolve("four.json"), FleetJson.write(SmallRuns.scenario("rule", 1).fleet()));
        vpp.works(
                "conditions", run(fleet, "rule", 1000), run(fleet, "zi-c", 1000), run(fleet, "rule", 1001), run(fleet, "zi-c", 1001),
                "--metric", "welfareUsd,agreements", "--csv", folder.resolve("cells.csv"));
        assertTrue(vpp.out().contains("A  rule, GATE_"), vpp.out());
        assertTrue(vpp.out().contains("B  zi-c, GATE_"), vpp.out());
        assertEquals(2, vpp.out().lines().filter(line -> line.contains("(n = 2)")).count(), vpp.out());
        List<String> lines = Files.readAllLines(folder.resolve("cells.csv"));
        assertEquals(3, lines.size(), "a header and two cells");
        List<String> columns = List.of(lines.getFirst().split(",", -1));
        List<String> rule = List.of(lines.get(1).split(",", -1));
        List<String> random = List.of(lines.get(2).split(",", -1));
        assertEquals("A,2,2,,false", String.join(",", rule.subList(0, 5)));
        assertEquals("zi-c", random.get(columns.indexOf("mechanism")));
        assertEquals("GATE_FULL", rule.get(columns.indexOf("agents.gate")));
        double mean = 0.5 * (welfare("rule1000") + welfare("rule1001"));
        assertEquals(mean, Double.parseDouble(rule.get(columns.indexOf("welfareUsd"))), 1e-9);
        vpp.refused(
                List.of("exists already"), "conditions", folder.resolve("rule1000"), folder.resolve("zi-c1000"), "--csv",
                folder.resolve("cells.csv"));
        vpp.refused(List.of("one condition"), "conditions", folder.resolve("rule1000"), folder.resolve("rule1001"));
    }

    private double welfare(String bundle) throws IOException {
        return JsonParser.parseString(Files.readString(folder.resolve(bundle).resolve("metrics.json")))
                .getAsJsonObject().getAsJsonObject("week").get("welfareUsd").getAsDouble();
    }

    @Test
    void permutedDaysAreDerivedAndBoundByTheirOwnOptimum() throws IOException {
        Path fleet = Files.writeString(folder.resolve("four.json"), FleetJson.write(SmallRuns.scenario("rule", 1).fleet()));
        Path permuted = folder.resolve("permuted");
        vpp.works(
                "run", "--fleet", fleet, "--from", "2023-08-15", "--days", 2, "--mechanism", "rule", "--permute-days", 3, "--out", permuted);
        assertTrue(vpp.out().contains("prices REAL, DERIVED") || vpp.out().contains("DERIVED"), vpp.out());
        assertEquals(3L, VppRuns.scenario(permuted).market().dayPermutation());
        assertEquals(0, vpp.run("validate", "--bundle", permuted), vpp.out() + vpp.err());
        vpp.refused(
                List.of("change places"), "run", "--fleet", fleet, "--from", "2023-08-15", "--mechanism", "rule", "--permute-days", 3,
                "--out", folder.resolve("one"));
    }
}
