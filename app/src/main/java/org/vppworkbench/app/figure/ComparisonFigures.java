package org.vppworkbench.app.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.experiment.OptimumSet;
import org.vppworkbench.app.experiment.RunComparison;
import org.vppworkbench.model.metrics.Metric;
import org.vppworkbench.optimizer.Mode;

/** Runs side by side. */
public final class ComparisonFigures {
    private ComparisonFigures() {}

    /** Welfare above no VPP, and what share of the possible gains that is. */
    public static List<Figure> of(RunComparison comparison) {
        String kinds = RunFigures.note(comparison.results().getFirst()).replaceFirst("^.*?\\) \u00b7 ", "");
        String note = comparison.warnings().isEmpty()
                ? kinds
                : "runs with different inputs: see the column differences of comparison.csv; optima are those of "
                        + comparison.runs().getFirst().name();
        return List.of(
                BarFigures.welfare(welfare(comparison), note), BarFigures.efficiency(efficiency(comparison), note));
    }

    private static List<BarFigures.Bar> welfare(RunComparison comparison) {
        List<BarFigures.Bar> bars = new ArrayList<>();
        for (int k = 0; k < comparison.runs().size(); k++) {
            ExperimentResult result = comparison.results().get(k);
            double gained = result.welfareUsd() - result.referenceWelfareUsd();
            String name = comparison.runs().get(k).name();
            bars.add(comparison.comparable(k)
                    ? new BarFigures.Bar(name, gained, BarFigures.usd(gained), FigureStyle.BLUE)
                    : new BarFigures.Bar(name, 0, "not compared: other inputs", FigureStyle.GREY));
        }
        ExperimentResult first = comparison.results().getFirst();
        OptimumSet optimum = first.optimum();
        if (optimum != null) {
            RunFigures.optimum(optimum, Mode.HOME, "Homes at their best", first.referenceWelfareUsd(), FigureStyle.ORANGE, bars);
            RunFigures.optimum(optimum, Mode.AWARE, "Optimum AWARE", first.referenceWelfareUsd(), FigureStyle.GREEN, bars);
            RunFigures.optimum(optimum, Mode.BLIND, "Optimum BLIND", first.referenceWelfareUsd(), FigureStyle.SKY, bars);
        }
        return bars;
    }

    private static List<BarFigures.Bar> efficiency(RunComparison comparison) {
        List<BarFigures.Bar> bars = new ArrayList<>();
        for (int k = 0; k < comparison.runs().size(); k++) {
            Metric metric = comparison.results().get(k).metrics().metric("efficiencyAware").orElse(null);
            @Nullable Double value = metric == null ? null : metric.value();
            String label = value == null
                    ? "not defined" + (metric == null ? "" : ": " + metric.reason())
                    : String.format(Locale.ROOT, "%.3f", value).replace('-', '\u2212');
            bars.add(new BarFigures.Bar(
                    comparison.runs().get(k).name(), value == null ? 0 : value, label, FigureStyle.BLUE));
        }
        return bars;
    }
}
