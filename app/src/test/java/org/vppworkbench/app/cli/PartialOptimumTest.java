package org.vppworkbench.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vppworkbench.app.experiment.SmallRuns;
import org.vppworkbench.app.io.Bundle;
import org.vppworkbench.app.io.OptimumSummary;
import org.vppworkbench.sample.FleetJson;

/** Optima solved again one by one, to other gaps, or not to the end. */
class PartialOptimumTest {
    @TempDir Path folder;

    private final VppRuns vpp = new VppRuns();
    private Path fleet = Path.of("none");

    @BeforeEach
    void fleet() throws IOException {
        fleet = Files.writeString(
                folder.resolve("four.json"), FleetJson.write(SmallRuns.scenario("rule", 1).fleet()));
    }

    private static Map<String, OptimumSummary> optima(Path bundle) {
        return Objects.requireNonNull(VppRuns.bundle(bundle).baseline()).optima();
    }

    private static OptimumSummary of(Path bundle, String mode) {
        return Objects.requireNonNull(optima(bundle).get(mode), mode);
    }

    private static double number(Double value) {
        return Objects.requireNonNull(value);
    }

    @Test
    void aModeSolvedAgainToAWiderGapReplacesNothingBetter() {
        for (String day : List.of("2023-08-16", "2023-08-19")) {
            Path run = folder.resolve(day);
            vpp.works("run", "--fleet", fleet, "--from", day, "--mechanism", "no-vpp", "--out", run);
            Map<String, OptimumSummary> before = optima(run);
            vpp.works("baseline", "--bundle", run, "--mode", "home", "--gap", "1");
            assertFalse(vpp.out().contains("BROKEN"), vpp.out());
            double bound = Double.NEGATIVE_INFINITY;
            for (Map.Entry<String, OptimumSummary> known : before.entrySet()) {
                OptimumSummary now = of(run, known.getKey());
                assertEquals(1e-3, now.tolerance(), "what was asked for " + known.getKey() + " on " + day);
                assertEquals("OPTIMAL", now.status());
                assertTrue(number(now.objective()) >= number(known.getValue().objective()), known.getKey());
                assertTrue(number(now.upperBound()) <= number(known.getValue().upperBound()), known.getKey());
                assertTrue(bound <= number(now.upperBound()), "UB(BLIND) >= UB(AWARE) >= UB(HOME)");
                bound = number(now.upperBound());
            }
            double stake = Math.max(1, number(of(run, "aware").upperBound()) - number(of(run, "home").upperBound()));
            for (OptimumSummary now : optima(run).values()) {
                assertEquals(stake, number(now.yardstick()), 1e-12, "one yardstick");
            }
            vpp.works("validate", "--bundle", run);
            assertTrue(vpp.out().contains("0 findings"), vpp.out());
        }
    }

    @Test
    void aSmallerGapThatIsNotReachedIsRefusedAndTheOldProofStays() {
        Path run = folder.resolve("run");
        vpp.works("run", "--fleet", fleet, "--from", "2023-08-16", "--mechanism", "no-vpp", "--out", run);
        assertEquals(1, vpp.run("baseline", "--bundle", run, "--mode", "aware", "--gap", "1e-15"));
        assertTrue(vpp.err().contains("not certified within the gap asked for"), vpp.err());
        assertEquals("OPTIMAL", of(run, "aware").status(), "within 1e-3 it still is");
        assertEquals(1e-3, of(run, "aware").tolerance());
        assertTrue(VppRuns.bundle(run).manifest() != null, "the manifest still fits");
    }

    /** What is not certified is marked wherever it is shown, and measures nothing. */
    @Test
    void whatIsNotCertifiedIsMarkedEverywhere() throws IOException {
        Path run = folder.resolve("run");
        Path other = folder.resolve("other");
        vpp.works("run", "--fleet", fleet, "--from", "2023-08-16", "--mechanism", "no-vpp", "--no-optimum", "--out", run);
        vpp.works("run", "--fleet", fleet, "--from", "2023-08-16", "--mechanism", "rule", "--out", other);
        assertEquals(1, vpp.run("baseline", "--bundle", run, "--gap", "1e-15"));
        assertTrue(vpp.out().contains("NOT_PROVED"), vpp.out());
        String metrics = Files.readString(run.resolve(Bundle.METRICS));
        assertTrue(metrics.contains("not certified within the gap asked for: "), metrics);
        assertFalse(metrics.contains("\"efficiencyAware\": 0") || metrics.contains("\"efficiencyAware\": -"), metrics);
        assertTrue(Files.readString(run.resolve("figures/welfare.svg")).contains("not certified"));
        vpp.works("validate", "--bundle", run);
        assertTrue(vpp.err().contains("WARNING") && vpp.err().contains("NOT_PROVED"), vpp.out() + vpp.err());
        vpp.works("compare", run, other, "--out", folder.resolve("out"));
        assertTrue(vpp.out().contains("n/a  run, Efficiency η: the central optimum is not certified"), vpp.out());
        assertFalse(vpp.out().contains("n/a  other, Efficiency"), vpp.out());
    }
}
