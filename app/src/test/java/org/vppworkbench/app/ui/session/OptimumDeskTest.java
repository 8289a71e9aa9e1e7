package org.vppworkbench.app.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.experiment.OptimumSet;
import org.vppworkbench.app.experiment.OptimumStore;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.app.task.ManualTaskExecutor;
import org.vppworkbench.app.task.TaskStatus;
import org.vppworkbench.app.ui.ChangedLaboratory;
import org.vppworkbench.app.ui.SampleRun;
import org.vppworkbench.app.ui.control.Numbers;
import org.vppworkbench.app.ui.results.DayStory;
import org.vppworkbench.app.ui.results.ResultsViewModel;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.optimizer.Mode;
import org.vppworkbench.optimizer.OptimumResult;
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

    /** A run without preferences ends its days below the owners' floors, where no schedule keeps them. */
    @Test
    void aDayBegunBelowAFloorIsBoundedWithPreferencesAside() {
        run(2, "blind");
        workbench.showDay(1);
        tasks.doAll();

        DayOptimum day = Objects.requireNonNull(workbench.dayOptimumProperty().get());
        OptimumSet optima = Objects.requireNonNull(day.optima(), day.obstacles().toString());
        assertEquals(OptimumStatus.INFEASIBLE, optima.of(Mode.AWARE).orElseThrow().status());
        OptimumResult blind = optima.of(Mode.BLIND).orElseThrow();
        assertEquals(OptimumStatus.OPTIMAL, blind.status());
        double w = outcome().metrics().days().get(1).metrics().stream()
                .filter(m -> m.key().equals("welfareUsd")).findFirst().orElseThrow().value();
        assertTrue(w <= blind.upperBoundUsd() + 1e-6, w + " above " + blind.upperBoundUsd());
        DayStory story = Objects.requireNonNull(results.dayProperty().get());
        assertTrue(story.text().contains(Numbers.format("of at most %.2f $", blind.upperBoundUsd())), story.text());
        assertTrue(story.text().contains("preferences aside: the run began this day below the owner's floor in home-00"), story.text());
        assertEquals("BLIND of Wed 16 Aug alone", Objects.requireNonNull(story.certificate()).title());

        // the same inputs as a run of their own are impossible, whatever was kept of the day
        Laboratory laboratory = workbench.laboratory();
        assertTrue(laboratory.knownOptimum(day.inputs()).isEmpty());
        assertThrows(RefusedException.class,
                () -> laboratory.optimum(day.inputs(), ProgressSink.NONE, CancelToken.NEVER));
        int asked = tasks.tasks().size();
        workbench.showDay(0);
        tasks.doAll();
        workbench.showDay(1);
        assertEquals(asked + 1, tasks.tasks().size(), "kept: only the first day was solved meanwhile");
        assertEquals(1, Objects.requireNonNull(workbench.dayOptimumProperty().get()).day());
    }

    @Test
    void whileTheRunIsSolvedADayWaits() {
        run(3, "rule");
        workbench.showDay(1);
        tasks.doNext();
        tasks.doNext();
        assertTrue(running("Certified optimum"));
        workbench.showDay(2);
        assertFalse(running("Optimum of"), "two solves would slow each other down");
        assertNull(workbench.dayOptimumProperty().get(), "the other day is not on screen");
        workbench.showDay(1);
        assertEquals(1, Objects.requireNonNull(workbench.dayOptimumProperty().get()).day(), "known, so there at once");
        workbench.showDay(2);

        tasks.doNext();
        assertTrue(running("Optimum of 17 Aug alone"));
        tasks.doAll();
        assertEquals(2, Objects.requireNonNull(workbench.dayOptimumProperty().get()).day());
        assertNotNull(outcome().optimum());
    }

    @Test
    void aCancelOfOneTaskStopsAllOptimaOfTheRun() {
        run(3, "rule");
        workbench.showDay(1);
        tasks.doNext();
        tasks.doNext();
        TaskStatus whole = tasks.tasks().getFirst();
        assertTrue(whole.title().startsWith("Certified optimum"));
        workbench.showDay(2);
        whole.cancel();
        tasks.doAll();

        assertEquals(List.of(), tasks.tasks().stream().filter(task -> task.title().contains("17 Aug")).toList());
        assertNull(workbench.dayOptimumProperty().get());
        assertNull(outcome().optimum());
        assertFalse(workbench.solvingProperty().get());
    }

    /** Out of memory, say: the next try may do better. */
    @Test
    void whatIsNotProvedIsSolvedAgainWhenSomebodyAsks() {
        StandardLaboratory real = new StandardLaboratory();
        AtomicBoolean fails = new AtomicBoolean(true);
        OptimumStore store = new OptimumStore((inputs, progress, cancel) -> {
            OptimumSet solved = real.optimum(inputs, progress, cancel);
            return fails.get() ? ChangedLaboratory.notProved(solved) : solved;
        });
        Workbench own = new Workbench(
                ChangedLaboratory.optima((inputs, cancel) -> store.of(inputs, ProgressSink.NONE, cancel)), tasks);
        SampleRun.fourHomes(own, 1, "rule");
        own.startRun();
        tasks.doAll();
        ExperimentResult first = Objects.requireNonNull(own.outcomeProperty().get());
        assertFalse(Objects.requireNonNull(first.optimum()).allProved());
        assertNull(first.metrics().metric("efficiencyAware").orElseThrow().value());

        fails.set(false);
        own.solveOptimum();
        tasks.doAll();
        ExperimentResult second = Objects.requireNonNull(own.outcomeProperty().get());
        assertTrue(Objects.requireNonNull(second.optimum()).allProved());
        assertNotNull(second.metrics().metric("efficiencyAware").orElseThrow().value());
        int asked = tasks.tasks().size();
        own.solveOptimum();
        assertEquals(asked, tasks.tasks().size(), "what is proved is not solved again");
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
