package org.vppworkbench.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
                "--metric", "welfareUsd,agreements");
        assertTrue(vpp.out().contains("A  rule, GATE_"), vpp.out());
        assertTrue(vpp.out().contains("B  zi-c, GATE_"), vpp.out());
        assertEquals(2, vpp.out().lines().filter(line -> line.contains("(n = 2)")).count(), vpp.out());
        vpp.refused(List.of("one condition"), "conditions", folder.resolve("rule1000"), folder.resolve("rule1001"));
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
