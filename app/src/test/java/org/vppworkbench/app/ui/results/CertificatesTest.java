package org.vppworkbench.app.ui.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.vppworkbench.app.experiment.OptimumSet;
import org.vppworkbench.app.io.OptimumSummary;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.app.task.ManualTaskExecutor;
import org.vppworkbench.app.ui.ChangedLaboratory;
import org.vppworkbench.app.ui.SampleRun;
import org.vppworkbench.app.ui.session.Laboratory;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.optimizer.Mode;
import org.vppworkbench.optimizer.OptimumResult;

/** What is said about optima that are proved, not proved, or impossible. */
class CertificatesTest {
    @Test
    void aProofNamesStatusGapViolationAndSolver() {
        CertificateWords words = CertificateWords.of("the whole run", optimum(63.53, 63.54, "OPTIMAL", ""));

        assertEquals("✓ certified, gap 0.0100 $ (0.010 %)", words.badge());
        assertEquals("at most 63.54 $ ✓", words.brief());
        assertEquals("good", words.kind());
        for (String number : List.of("AWARE of the whole run", "63.5300 $", "63.5400 $", "2e−09 kW or kWh", "JOptimizer 5.0.0")) {
            assertTrue(words.lines().contains(number), number + " in\n" + words.lines());
        }
        assertTrue(words.rows().stream().noneMatch(row -> row.definition().isBlank()), "every number is explained");
    }

    @Test
    void whatIsNotProvedIsNotCalledCertified() {
        CertificateWords wide = CertificateWords.of("the whole run", optimum(60.0, 64.0, "NOT_PROVED", "iteration limit"));
        assertEquals("not proved, gap 4.0000 $ (4.000 %)", wide.badge());
        assertEquals("derived", wide.kind());
        assertTrue(wide.rows().stream().anyMatch(row -> row.definition().equals("iteration limit")));

        CertificateWords none = CertificateWords.of("the whole run", optimum(null, null, "INFEASIBLE", "home-003: no schedule"));
        assertEquals("✗ no certified schedule", none.badge());
        assertEquals("bad", none.kind());
    }

    /** A solver that ran out of time: nothing is measured by its points, and the tiles say why. */
    @Test
    void tilesDoNotShowWhatIsNotCertified() {
        OptimumSet wide = OptimumSet.of(Map.of(
                "home", summary(-80.0, 70.0, "NOT_PROVED", "time"),
                "aware", summary(63.53, 63.54, "OPTIMAL", ""),
                "blind", summary(80.0, 80.0, "OPTIMAL", "")));
        ManualTaskExecutor tasks = new ManualTaskExecutor();
        Workbench workbench = new Workbench(ChangedLaboratory.optima((inputs, cancel) -> wide), tasks);
        ResultsViewModel results = new ResultsViewModel(workbench);
        SampleRun.fourHomes(workbench, 1, "rule");
        workbench.startRun();
        tasks.doAll();

        assertEquals(3, results.optima().size());
        for (String title : List.of("Efficiency η", "Certified gap")) {
            Kpi kpi = results.kpis().stream().filter(k -> k.title().equals(title)).findFirst().orElseThrow();
            assertEquals("not certified: HOME", kpi.note());
            assertFalse(kpi.good(), title);
        }
        assertEquals("n/a", results.kpis().stream().filter(k -> k.title().startsWith("Eff")).findFirst().orElseThrow().value());
    }

    @Test
    void anImpossibleScenarioIsNamedByHomeConstraintAndAmount() {
        Finding missing = Finding.error("home-003, reserve floor, interval 12", "1.2 kWh missing",
                "a floor of 6 kWh cannot be kept", "4.8 kWh or less");
        ManualTaskExecutor tasks = new ManualTaskExecutor();
        Workbench workbench = new Workbench(refusing(missing), tasks);
        ResultsViewModel results = new ResultsViewModel(workbench);
        ExplanationsViewModel explanations = new ExplanationsViewModel(workbench);
        SampleRun.fourHomes(workbench, 1, "rule");
        workbench.startRun();
        tasks.doAll();

        assertEquals(List.of(missing), workbench.obstacles());
        for (String word : List.of("home-003", "reserve floor", "1.2 kWh missing", "4.8 kWh or less")) {
            assertTrue(results.noOptimumProperty().get().contains(word), results.noOptimumProperty().get());
            assertTrue(results.bestProperty().get().contains(word), results.bestProperty().get());
            assertTrue(explanations.emptyTextProperty().get().contains(word), explanations.emptyTextProperty().get());
            assertTrue(Objects.requireNonNull(workbench.noticeProperty().get()).text().contains(word), word);
        }
        assertNull(results.certificateProperty().get());
        assertTrue(results.kpis().stream().anyMatch(kpi -> kpi.note().equals("there is none")));

        SampleRun.fourHomes(workbench, 2, "rule");
        workbench.startRun();
        assertEquals(List.of(), workbench.obstacles(), "they are about the other run");
    }

    private static Laboratory refusing(Finding finding) {
        return ChangedLaboratory.optima((inputs, cancel) -> {
            throw new RefusedException(List.of(finding));
        });
    }

    private static OptimumSummary summary(Double objective, Double bound, String status, String message) {
        return new OptimumSummary(
                objective, objective, bound, 1e-4, 100.0, 2e-9, "JOptimizer 5.0.0", status, 1e-3, 42, 1.5, message);
    }

    private static OptimumResult optimum(Double objective, Double bound, String status, String message) {
        return OptimumSet.of(Map.of("aware", summary(objective, bound, status, message))).of(Mode.AWARE).orElseThrow();
    }
}
