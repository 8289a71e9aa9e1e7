package org.vppworkbench.optimizer.glop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.optimizer.CentralOptimum;
import org.vppworkbench.optimizer.Mode;
import org.vppworkbench.optimizer.OptimumResult;
import org.vppworkbench.optimizer.Options;
import org.vppworkbench.optimizer.Progress;
import org.vppworkbench.optimizer.certificate.Certificate;
import org.vppworkbench.optimizer.repair.ScheduleRepair;
import org.vppworkbench.optimizer.schedule.Directionality;
import org.vppworkbench.optimizer.schedule.FleetSchedule;

/**
 * How far UB(AWARE) is above the best that contracts flat over the hour and devices with one direction can do: 1 to 3 homes,
 * one day each. Writes {@code target/tightness.csv}, which must say what {@code docs/tightness.csv} says, from which the tables of
 * {@code docs/tightness.md} are made.
 */
class TightnessTest {
    private static final int CASES = Boolean.getBoolean("vpp.deep") ? 100 : 3;
    private static final int SECONDS = Integer.getInteger("vpp.tightness.seconds", 20);

    /**
     * @param stakeUsd UB(AWARE) − UB(HOME)
     * @param flatUsd UB(AWARE) less the best with flat contracts and one direction
     * @param exclusiveUsd UB(AWARE) less the best with one direction, contracts shaped freely
     * @param correctedUsd UB(AWARE) less the corrected schedule, one direction too
     * @param proven whether both best ones are proven
     */
    record Case(
            long seed, int homes, int day, double stakeUsd, double flatUsd, double exclusiveUsd, double correctedUsd,
            boolean proven) {}

    @Test
    void boundIsAboveAndCloseToWhatContractsCanDo() throws IOException {
        List<Case> cases = IntStream.range(0, CASES).parallel().mapToObj(TightnessTest::one).toList();
        StringBuilder csv = new StringBuilder("seed,homes,day,stake_usd,flat_usd,exclusive_usd,corrected_usd,proven\n");
        cases.forEach(c -> csv.append(String.format(Locale.ROOT, "%d,%d,%d,%.7f,%.7f,%.7f,%.7f,%b%n", c.seed(), c.homes(),
                c.day(), c.stakeUsd(), c.flatUsd(), c.exclusiveUsd(), c.correctedUsd(), c.proven())));
        Files.writeString(Path.of("target", "tightness.csv"), csv);
        assertTrue(cases.stream().anyMatch(Case::proven), "none was proven");
        for (Case c : cases) {
            assertTrue(c.exclusiveUsd() >= -1e-6 && c.flatUsd() >= -1e-6, c::toString);
            assertTrue(!c.proven() || c.correctedUsd() >= c.exclusiveUsd() - 1e-4, c::toString);
            assertTrue(!c.proven() || c.flatUsd() >= c.exclusiveUsd() - 1e-4, c::toString);
        }
        isWhatWasPublished(cases);
    }

    /** Distances of proven cases are those of the page, to the gap of the bound. */
    private static void isWhatWasPublished(List<Case> cases) throws IOException {
        List<String> published = Files.readAllLines(Path.of("..", "docs", "tightness.csv"));
        for (int k = 0; k < cases.size(); k++) {
            Case c = cases.get(k);
            String[] cells = published.get(k + 1).split(",", -1);
            String seen = c + ", published " + published.get(k + 1);
            assertEquals(c.seed() + "," + c.homes() + "," + c.day(), cells[0] + "," + cells[1] + "," + cells[2]);
            double gap = 1e-3 * Math.max(1, c.stakeUsd());
            assertEquals(Double.parseDouble(cells[3]), c.stakeUsd(), 2 * gap, seen);
            assertEquals(Double.parseDouble(cells[6]), c.correctedUsd(), gap, seen);
            if (c.proven()) {
                assertEquals(Double.parseDouble(cells[4]), c.flatUsd(), gap, seen);
                assertEquals(Double.parseDouble(cells[5]), c.exclusiveUsd(), gap, seen);
            }
        }
    }

    private static Case one(int k) {
        int homes = 1 + k % 3;
        int day = k % 7;
        long seed = 100L + k;
        RunInputs inputs = SampleFleets.of(homes, seed, day, 1, 1);
        OptimumResult home = CentralOptimum.solveRelaxation(inputs, Mode.HOME, Options.DEFAULT, Progress.NONE, () -> false);
        OptimumResult aware = CentralOptimum.solve(inputs, Mode.AWARE, Options.DEFAULT, Progress.NONE, () -> false);
        FlatContracts flat = FlatContracts.solve(inputs, Mode.AWARE, true, SECONDS);
        FlatContracts exclusive = FlatContracts.solve(inputs, Mode.AWARE, false, SECONDS);
        return new Case(
                seed, homes, day, aware.upperBoundUsd() - home.upperBoundUsd(), below(inputs, aware, flat),
                below(inputs, aware, exclusive), aware.upperBoundUsd() - aware.feasibleUsd(),
                flat.proven() && exclusive.proven());
    }

    /** How far a schedule is below the bound, by our own arithmetic; it must be one that can be carried out. */
    private static double below(RunInputs inputs, OptimumResult aware, FlatContracts found) {
        FleetSchedule replayed =
                ScheduleRepair.repair(inputs, Mode.AWARE, Directionality.EXCLUSIVE, found.schedule());
        Certificate certificate =
                Certificate.of(inputs, Mode.AWARE, Directionality.EXCLUSIVE, replayed, aware.multipliers());
        assertTrue(certificate.maxViolation() <= 1e-6, certificate::toString);
        return aware.upperBoundUsd() - certificate.welfareUsd();
    }
}
