package org.vppworkbench.app.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.task.ManualTaskExecutor;
import org.vppworkbench.app.task.TaskStatus;
import org.vppworkbench.app.ui.SampleRun;
import org.vppworkbench.app.ui.results.DayStory;
import org.vppworkbench.app.ui.results.ResultsViewModel;
import org.vppworkbench.optimizer.Mode;
import org.vppworkbench.optimizer.OptimumStatus;

/** Optima beside the run: the day on screen first, never those of another run, and none that somebody stopped. */
class OptimumDeskTest {
    private final ManualTaskExecutor tasks = new ManualTaskExecutor();
    private final Workbench workbench = new Workbench(new StandardLaboratory(), tasks);
    private final ResultsViewModel results = new ResultsViewModel(workbench);

    @Test
    void aRunOfOneDayIsSolvedBesideItAndJudgedWithoutBeingAsked() {
        run(1, "rule");
        assertTrue(running("Certified optimum"), "begins with the run");
        assertNull(workbench.outcomeProperty().get());

        tasks.doAll();
        ExperimentResult judged = outcome();
        assertNotNull(judged.optimum());
        assertNotNull(judged.metrics().metric("efficiencyAware").orElseThrow().value());
        assertNotNull(results.certificateProperty().get());
        assertNull(workbench.dayOptimumProperty().get(), "the run is the day");
        assertEquals(judged, workbench.shelf().runs().getLast().outcome(), "also when one comes back to it");
    }

    @Test
    void ofSeveralDaysTheOneOnScreenComesFirstThenTheRun() {
        run(3, "rule");
        workbench.showDay(1);
        assertFalse(workbench.solvingProperty().get(), "its midnight is not known before the run is there");

        tasks.doNext();
        assertTrue(running("Optimum of 16 Aug alone"));
        assertFalse(running("Certified optimum"));
        assertTrue(workbench.solvingProperty().get());

        tasks.doNext();
        DayOptimum day = Objects.requireNonNull(workbench.dayOptimumProperty().get());
        assertEquals(workbench.data().horizon().firstDay().plusDays(1), day.date());
        assertEquals(OptimumStatus.OPTIMAL, Objects.requireNonNull(day.optima()).of(Mode.AWARE).orElseThrow().status());
        assertNull(outcome().optimum(), "the run is not judged by the best of one of its days");
        assertTrue(running("Certified optimum"));

        tasks.doAll();
        assertNotNull(outcome().optimum());
        assertNotNull(workbench.dayOptimumProperty().get());
        assertFalse(workbench.solvingProperty().get());
        assertEquals(6, results.certificates().size(), "three of the run, three of the day");
        assertEquals("whole run", results.certificates().getFirst().scope());
    }

    @Test
    void theDayQuotesItsOwnBoundAndSaysThatItIsAlone() {
        run(2, "rule");
        workbench.showDay(1);
        tasks.doAll();

        DayStory story = Objects.requireNonNull(results.dayProperty().get());
        double w = outcome().metrics().days().get(1).metrics().stream()
                .filter(m -> m.key().equals("welfareUsd")).findFirst().orElseThrow().value();
        DayOptimum day = Objects.requireNonNull(workbench.dayOptimumProperty().get());
        double bound = Objects.requireNonNull(day.optima()).of(Mode.AWARE).orElseThrow().upperBoundUsd();
        assertTrue(w <= bound + 1e-6, w + " above " + bound);
        assertTrue(story.text().contains("alone"), story.text());
        assertTrue(story.text().contains("from the energy it began with"), story.text());
        assertTrue(DayStory.MEANING.contains("not the part of the whole run's optimum"));
    }

    @Test
    void anotherDayOnScreenTakesThePlaceOfTheOneThatIsSolved() {
        run(3, "rule");
        workbench.showDay(1);
        tasks.doNext();
        workbench.showDay(2);
        assertTrue(running("Optimum of 17 Aug alone"));

        tasks.doAll();
        assertEquals(2, Objects.requireNonNull(workbench.dayOptimumProperty().get()).day());
        assertNotNull(outcome().optimum());

        workbench.showDay(1);
        tasks.doAll();
        int asked = tasks.tasks().size();
        workbench.showDay(2);
        assertEquals(asked, tasks.tasks().size(), "solved before, so it is there at once");
        assertEquals(2, Objects.requireNonNull(workbench.dayOptimumProperty().get()).day());
    }

    @Test
    void whatIsSolvedForARunIsNeverShownForAnother() {
        run(3, "rule");
        workbench.showDay(1);
        tasks.doNext();
        LiveRun first = Objects.requireNonNull(workbench.runProperty().get());
        run(2, "posted-price");

        tasks.doAll();
        assertEquals(1, workbench.shelf().runs().stream().filter(kept -> kept.outcome().optimum() != null).count());
        assertNull(workbench.shelf().of(first).orElseThrow().outcome().optimum());
        assertEquals(2, outcome().scenario().inputs().horizon().days());
        DayOptimum day = workbench.dayOptimumProperty().get();
        assertTrue(day == null || day.live().same(workbench.runProperty().get()));
    }

    @Test
    void aStopHoldsUntilSomebodyAsks() {
        run(3, "rule");
        workbench.showDay(1);
        tasks.doNext();
        assertTrue(running("Optimum of 16 Aug alone"));
        tasks.tasks().getFirst().cancel();
        tasks.doAll();

        assertNull(workbench.dayOptimumProperty().get());
        assertNull(outcome().optimum());
        assertFalse(workbench.solvingProperty().get());
        workbench.showDay(2);
        assertEquals(0, tasks.waiting(), "not begun again by looking elsewhere");

        workbench.solveOptimum();
        tasks.doAll();
        assertEquals(2, Objects.requireNonNull(workbench.dayOptimumProperty().get()).day());
        assertNotNull(outcome().optimum());
    }

    @Test
    void anotherMechanismOnTheSameInputsIsJudgedAtOnce() {
        run(2, "rule");
        tasks.doAll();
        run(2, "no-vpp");
        tasks.doNext();

        assertNotNull(outcome().optimum(), "solved once");
        tasks.doAll();
        assertEquals(1, tasks.tasks().stream().filter(task -> task.title().startsWith("Certified optimum")).count());
    }

    @Test
    void whatNobodyAskedForDoesNotHoldTheWindowOpen() {
        run(1, "rule");
        tasks.doNext();
        assertEquals(List.of("Run rule, 2023-08-15, 1 day: still running"),
                workbench.lostOnClosing().stream().filter(loss -> loss.endsWith("still running")).toList());
        tasks.doAll();
        workbench.optimaByItselfProperty().set(false);
        run(2, "rule");
        tasks.doNext();
        assertEquals(0, tasks.waiting());
        workbench.solveOptimum();
        assertTrue(workbench.lostOnClosing().stream().anyMatch(loss -> loss.startsWith("Certified optimum")));
    }

    private ExperimentResult outcome() {
        return Objects.requireNonNull(workbench.outcomeProperty().get());
    }

    private void run(int days, String mechanism) {
        SampleRun.fourHomes(workbench, days, mechanism);
        workbench.startRun();
    }

    private boolean running(String title) {
        return tasks.tasks().stream().filter(TaskStatus::isRunning).anyMatch(task -> task.title().startsWith(title));
    }
}
