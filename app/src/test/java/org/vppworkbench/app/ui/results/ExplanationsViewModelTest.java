package org.vppworkbench.app.ui.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.task.ManualTaskExecutor;
import org.vppworkbench.app.ui.ChangedLaboratory;
import org.vppworkbench.app.ui.SampleRun;
import org.vppworkbench.app.ui.results.ExplanationRow.Kind;
import org.vppworkbench.app.ui.session.StandardLaboratory;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.optimizer.Mode;
import org.vppworkbench.optimizer.explain.Explanation;

/** What binds, on demand and in the background. */
class ExplanationsViewModelTest {
    private final ManualTaskExecutor tasks = new ManualTaskExecutor();
    private final Workbench workbench = new Workbench(new StandardLaboratory(), tasks);
    private final ExplanationsViewModel model = new ExplanationsViewModel(workbench);

    @Test
    void nothingIsWorkedOutUntilSomebodyLooksAndThenItIsWhatTheCommandLineSays() {
        solved(1);
        int before = tasks.tasks().size();
        assertTrue(model.rows().isEmpty());

        model.watchedProperty().set(true);
        assertEquals(before + 1, tasks.tasks().size());
        assertTrue(model.workingProperty().get());
        assertTrue(model.emptyTextProperty().get().startsWith("Working"), model.emptyTextProperty().get());
        tasks.doAll();
        assertFalse(model.workingProperty().get());

        ExperimentResult result = Objects.requireNonNull(workbench.outcomeProperty().get());
        Explanation same = Explanation.of(
                        result.scenario().inputs(), Objects.requireNonNull(result.optimum()).of(Mode.AWARE).orElseThrow())
                .orElseThrow();
        assertEquals(same.required().size(), count(Kind.REQUIRED));
        assertEquals(same.limits().stream().mapToLong(limit -> 1 + limit.parts().size()).sum(), count(Kind.LIMITS));
        assertEquals(same.reasons().size(), count(Kind.REASONS));
        assertTrue(count(Kind.REASONS) > 20);
        assertEquals(List.of("home-001", "home-002", "home-003", "home-004"), model.homes());
        assertEquals("AWARE of the whole run", Objects.requireNonNull(model.certificateProperty().get()).title());

        model.watchedProperty().set(false);
        model.watchedProperty().set(true);
        assertEquals(0, tasks.waiting(), "worked out once");
    }

    @Test
    void rowsAreFilteredByHomeHourProductAndConstraintAndSayWhatTheyMean() {
        solved(1);
        model.watchedProperty().set(true);
        tasks.doAll();
        model.kindProperty().set(Kind.REASONS);
        var hour = model.hours().getLast();

        model.filterProperty().set(new ExplanationFilter("home-002", hour, Product.ENERGY, null));
        assertEquals(1, model.rows().size());
        ExplanationRow row = model.rows().getFirst();
        assertTrue(row.detail().startsWith("home-002, " + ExplanationRow.text(hour)), row.detail());
        assertTrue(row.detail().contains("kW of energy"), row.detail());

        model.filterProperty().set(new ExplanationFilter(null, null, null, row.what()));
        assertTrue(model.rows().stream().allMatch(r -> r.what().equals(row.what())));
        model.filterProperty().set(new ExplanationFilter("home-099", null, null, null));
        assertEquals("Nothing matches the filter.", model.emptyTextProperty().get());

        model.filterProperty().set(ExplanationFilter.ALL);
        model.kindProperty().set(Kind.REQUIRED);
        List<Double> worth = model.rows().stream().map(ExplanationRow::usd).toList();
        assertEquals(worth.stream().sorted((a, b) -> Double.compare(b, a)).toList(), worth, "what is worth most first");
        assertTrue(worth.getFirst() > 0);
    }

    @Test
    void aStopIsObeyedUntilSomebodyAsksAgain() {
        solved(1);
        model.watchedProperty().set(true);
        model.stop();
        tasks.doAll();
        assertTrue(model.isEmpty());
        assertEquals("Nothing is worked out. Press “Explain”.", model.emptyTextProperty().get());

        model.explain();
        tasks.doAll();
        assertFalse(model.isEmpty());
    }

    @Test
    void anotherRunIsNotExplainedByTheOneBefore() {
        solved(1);
        model.watchedProperty().set(true);
        SampleRun.fourHomes(workbench, 1, "no-vpp");
        workbench.startRun();
        assertTrue(model.isEmpty(), "what is shown now has no optimum yet");
        assertNull(model.certificateProperty().get());

        tasks.doAll();
        assertFalse(model.isEmpty(), "the same inputs, so the same optimum, worked out for this run");
    }

    @Test
    void theDayOnScreenIsExplainedUntilTheRunIsSolved() {
        SampleRun.fourHomes(workbench, 2, "rule");
        workbench.startRun();
        workbench.showDay(1);
        model.watchedProperty().set(true);
        assertTrue(model.emptyTextProperty().get().contains("Solve it first"), model.emptyTextProperty().get());
        tasks.doNext();
        assertTrue(model.emptyTextProperty().get().contains("being solved"), model.emptyTextProperty().get());
        tasks.doNext();
        assertEquals("AWARE of Wed 16 Aug alone", Objects.requireNonNull(model.certificateProperty().get()).title());

        tasks.doAll();
        assertEquals("AWARE of the whole run", Objects.requireNonNull(model.certificateProperty().get()).title());
        assertTrue(model.hours().stream().map(h -> h.toLocalDate()).distinct().count() == 2);
    }

    @Test
    void whatIsNotCertifiedIsNotExplained() {
        StandardLaboratory real = new StandardLaboratory();
        Workbench own = new Workbench(
                ChangedLaboratory.optima((inputs, cancel) ->
                        ChangedLaboratory.notProved(real.optimum(inputs, ProgressSink.NONE, cancel))),
                tasks);
        ExplanationsViewModel explanations = new ExplanationsViewModel(own);
        explanations.watchedProperty().set(true);
        SampleRun.fourHomes(own, 1, "rule");
        own.startRun();
        tasks.doAll();

        ExperimentResult result = Objects.requireNonNull(own.outcomeProperty().get());
        assertTrue(Objects.requireNonNull(result.optimum()).of(Mode.AWARE).orElseThrow().multipliers() != null);
        assertTrue(explanations.isEmpty());
        assertNull(explanations.certificateProperty().get());
        assertTrue(explanations.emptyTextProperty().get().startsWith("The optimum AWARE is not certified"),
                explanations.emptyTextProperty().get());
        assertTrue(tasks.tasks().stream().noneMatch(task -> task.title().startsWith("Explain")));
    }

    @Test
    void withoutARunItSaysSo() {
        assertTrue(model.emptyTextProperty().get().startsWith("Nothing was run yet"));
    }

    private long count(Kind kind) {
        model.kindProperty().set(kind);
        return model.rows().size();
    }

    private void solved(int days) {
        SampleRun.fourHomes(workbench, days, "rule");
        workbench.startRun();
        tasks.doAll();
    }
}
