package org.vppworkbench.app.figure.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.data.category.IntervalCategoryDataset;
import org.junit.jupiter.api.Test;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.experiment.RunTables;
import org.vppworkbench.app.experiment.SmallRuns;
import org.vppworkbench.app.figure.Figure;
import org.vppworkbench.app.figure.RunFigures;

class FigureCatalogueTest {
    private static Figure drawn(String name, ExperimentResult run) {
        Drawing drawing = FigureCatalogue.find(name).orElseThrow().draw(FigureSource.of(run, null));
        return assertInstanceOf(Drawing.Drawn.class, drawing, name).figure();
    }

    @Test
    void namesAreUniqueAndDocumented() throws IOException {
        List<String> names = Stream.concat(
                        FigureCatalogue.all().stream().map(FigureEntry::name), RunTables.all().stream().map(t -> "table " + t.name()))
                .toList();
        assertEquals(names.size(), names.stream().distinct().count());
        String page = Files.readString(Path.of("..", "docs", "exporting.md"));
        for (String name : names) {
            assertTrue(page.contains("| `" + name.replace("table ", "") + "` |"), name + " is not in docs/exporting.md");
        }
        for (FigureEntry entry : FigureCatalogue.all()) {
            assertTrue(entry.name().matches("[a-z][a-z-]*"), entry.name());
            assertTrue(entry.shows().endsWith(".") && !entry.needs().isBlank(), entry.toString());
        }
    }

    @Test
    void everyFigureOfABundleIsInIt() {
        List<String> names = FigureCatalogue.all().stream().map(FigureEntry::name).toList();
        List<String> bundle =
                RunFigures.of(SmallRuns.run("rule", 1, false)).stream().map(Figure::name).collect(Collectors.toList());
        bundle.removeAll(names);
        assertEquals(List.of(), bundle);
    }

    @Test
    void figuresHaveTheNameOfTheirEntry() {
        ExperimentResult run = SmallRuns.run("rule", 1, true);
        int drawn = 0;
        for (FigureEntry entry : FigureCatalogue.all()) {
            switch (entry.draw(FigureSource.of(run, null))) {
                case Drawing.Drawn one -> {
                    assertEquals(entry.name(), one.figure().name());
                    drawn++;
                }
                case Drawing.Impossible no -> assertFalse(no.reason().isBlank(), entry.name());
            }
        }
        assertTrue(drawn >= 13, drawn + " drawn");
    }

    /** The bars of the waterfall end where the next begins, and the last is what the metrics say. */
    @Test
    void theRegretWaterfallAddsUp() {
        ExperimentResult run = SmallRuns.run("rule", 1, true);
        CategoryPlot plot = (CategoryPlot) drawn("regret", run).chart().getPlot();
        IntervalCategoryDataset bars = (IntervalCategoryDataset) plot.getDataset();
        int last = bars.getColumnCount() - 1;
        double gained = run.welfareUsd() - run.referenceWelfareUsd();
        double end = bars.getEndValue(0, 0).doubleValue();
        assertEquals(gained, end, 1e-9);
        for (int i = 1; i < last; i++) {
            double low = bars.getStartValue(0, i).doubleValue();
            double high = bars.getEndValue(0, i).doubleValue();
            assertTrue(Math.abs(low - end) < 1e-9 || Math.abs(high - end) < 1e-9, i + ": " + low + " to " + high + " after " + end);
            end = Math.abs(low - end) < 1e-9 ? high : low;
        }
        double regret = run.metrics().metric("regretTotalUsd").orElseThrow().value();
        assertEquals(gained + regret, bars.getEndValue(0, last).doubleValue(), 1e-9);
        assertEquals(end, bars.getEndValue(0, last).doubleValue(), 1e-6, "the parts add up to the whole");
    }
}
