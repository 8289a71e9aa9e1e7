package org.vppworkbench.app.ui.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jfree.chart.plot.CategoryPlot;
import org.junit.jupiter.api.Test;
import org.vppworkbench.app.figure.catalogue.FigureCatalogue;
import org.vppworkbench.app.ui.SampleRun;
import org.vppworkbench.app.ui.session.ScenarioEdits;
import org.vppworkbench.app.ui.session.Workbench;

class FiguresViewModelTest {
    private static Workbench fourHomes() {
        Workbench workbench = SampleRun.fresh();
        SampleRun.fourHomes(workbench, 1, "rule");
        return workbench;
    }

    @Test
    void theListIsTheCatalogueInGroups() {
        List<FigureRow> rows = FigureRow.all();
        assertEquals(FigureCatalogue.all(), rows.stream().map(FigureRow::entry).toList());
        List<String> heads = rows.stream().filter(FigureRow::first).map(FigureRow::group).toList();
        assertEquals(heads.stream().distinct().toList(), heads, "a group stands together");
        assertEquals(rows.size(), rows.stream().map(FigureRow::title).distinct().count());
    }

    @Test
    void withoutARunOrAnOptimumItSaysWhatHelps() {
        Workbench workbench = fourHomes();
        FiguresViewModel model = new FiguresViewModel(workbench);
        assertTrue(model.reasonProperty().get().contains("F5"), model.reasonProperty().get());
        workbench.startRun();
        assertNotNull(model.figureProperty().get());
        assertEquals("", model.reasonProperty().get());
        model.choose("regret");
        assertNull(model.figureProperty().get());
        assertTrue(model.reasonProperty().get().contains("F6"), model.reasonProperty().get());
        workbench.solveOptimum();
        assertNotNull(model.figureProperty().get(), "the optimum brings it");
    }

    @Test
    void sharesAreWorkedOutAndForgottenWithTheRun() {
        Workbench workbench = fourHomes();
        FiguresViewModel model = new FiguresViewModel(workbench);
        workbench.startRun();
        model.choose("surplus-shares");
        assertTrue(model.reasonProperty().get().contains("Work out shares"), model.reasonProperty().get());
        model.workOutShares();
        assertFalse(model.sharingProperty().get());
        assertNotNull(model.figureProperty().get());
        workbench.solveOptimum();
        assertNotNull(model.sharesProperty().get(), "a better judged run is the same run");
        workbench.startRun();
        assertNull(model.sharesProperty().get());
    }

    @Test
    void everyHeadlineNumberAndEveryMetricHasItsDefinition() {
        Workbench workbench = fourHomes();
        ResultsViewModel model = new ResultsViewModel(workbench);
        assertNull(model.explained("welfareUsd"));
        workbench.startRun();
        model.kpis().forEach(kpi -> assertNotNull(model.explained(kpi.key()), kpi.key()));
        model.metrics().forEach(row -> assertNotNull(model.explained(row.key()), row.key()));
        NumberWords words = model.explained("efficiencyAware");
        assertNotNull(words);
        assertTrue(words.value().contains("not solved"), words.value());
        assertEquals(3, words.inputs().size());
        assertTrue(words.text().contains("docs/model.md"), words.text());
    }

    @Test
    void twoRunsAreComparedOnTheSameAxesAndTheirDifferencesAreTold() {
        Workbench workbench = fourHomes();
        ComparisonViewModel model = new ComparisonViewModel(workbench);
        workbench.startRun();
        assertEquals("", model.differencesProperty().get());
        workbench.history().edit("mechanism", workbench.document().with(
                ScenarioEdits.mechanism(workbench.document().scenario(), "posted-price")));
        workbench.startRun();
        String told = model.differencesProperty().get();
        assertTrue(told.contains("mechanism: rule \u2192 posted-price"), told);
        assertTrue(told.contains("events are the same, but for what was chosen; event"), told);
        ComparisonViewModel.Pair pair = model.pairProperty().get();
        assertNotNull(pair);
        var first = (CategoryPlot) java.util.Objects.requireNonNull(pair.first()).chart().getPlot();
        var other = (CategoryPlot) java.util.Objects.requireNonNull(pair.other()).chart().getPlot();
        assertEquals(first.getRangeAxis().getRange(), other.getRangeAxis().getRange());
        model.figureProperty().set(model.figures().stream().filter(row -> row.entry().name().equals("regret")).findFirst().orElseThrow());
        pair = model.pairProperty().get();
        assertNotNull(pair);
        assertNull(pair.first());
        assertFalse(pair.firstReason().isBlank());
    }
}
