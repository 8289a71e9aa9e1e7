package org.vppworkbench.app.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.CategoryPlot;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.experiment.PreferenceSummary;
import org.vppworkbench.model.metrics.ProsumerScore;

/** How the homes fare beside money: their preferences and their satisfaction. */
public final class HomeFigures {
    private HomeFigures() {}

    /** Share of checks that held, by kind of preference, hard and soft apart. */
    public static Figure compliance(ExperimentResult result) {
        List<BarFigures.Bar> bars = new ArrayList<>();
        for (PreferenceSummary.Kind kind : PreferenceSummary.kinds(result)) {
            Double share = kind.compliance();
            if (share != null) {
                String name = String.format(
                        Locale.ROOT, "%s, %s: %,d of %,d", kind.type(), kind.strength(), kind.checks() - kind.violations(), kind.checks());
                bars.add(new BarFigures.Bar(
                        name, 100 * share, percent(share), kind.hard() ? FigureStyle.BLUE : FigureStyle.ORANGE));
            }
        }
        return upTo(100, 20, BarFigures.plain(
                "compliance", "Preferences kept, by kind", "Checks that held [%]", bars, RunFigures.note(result)));
    }

    /** Satisfaction of every home, the least satisfied last. */
    public static Figure satisfaction(ExperimentResult result) {
        List<BarFigures.Bar> bars = result.metrics().prosumers().stream()
                .filter(score -> score.satisfaction() != null)
                .sorted(java.util.Comparator.comparingDouble(HomeFigures::satisfied).reversed())
                .map(score -> new BarFigures.Bar(
                        score.prosumer(), satisfied(score), String.format(Locale.ROOT, "%.2f", satisfied(score)),
                        score.hardViolations() > 0 ? FigureStyle.VERMILLION : FigureStyle.GREEN))
                .toList();
        return upTo(1, 0.2, BarFigures.plain(
                "satisfaction", "Satisfaction per home: half money, half preferences", "Satisfaction [0 to 1]", bars,
                RunFigures.note(result)));
    }

    /** An axis whose last number is the most there can be, with room for labels beyond. */
    private static Figure upTo(double most, double step, Figure figure) {
        if (figure.chart().getPlot() instanceof CategoryPlot plot && plot.getRangeAxis() instanceof NumberAxis axis) {
            axis.setRange(0, 1.12 * most);
            axis.setTickUnit(new NumberTickUnit(step));
        }
        return figure;
    }

    private static double satisfied(ProsumerScore score) {
        Double value = score.satisfaction();
        return value == null ? 0 : value;
    }

    /** Never 100 % where something was broken. */
    private static String percent(double share) {
        double percent = Math.floor(1000 * share) / 10;
        return String.format(Locale.ROOT, percent == 100 ? "%.0f %%" : "%.1f %%", percent);
    }
}
