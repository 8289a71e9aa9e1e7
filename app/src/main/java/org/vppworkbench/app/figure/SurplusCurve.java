package org.vppworkbench.app.figure;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYStepAreaRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** The surplus of very many homes: sorted, without their names. */
final class SurplusCurve {
    private SurplusCurve() {}

    /**
     * The figure.
     *
     * @param surplusUsd one value per home, at least one [$]
     * @param note the line that says what kind of numbers these are
     */
    static Figure of(double[] surplusUsd, String note) {
        double[] sorted = Arrays.stream(surplusUsd).map(usd -> -usd).sorted().map(negative -> -negative).toArray();
        XYSeriesCollection data = new XYSeriesCollection();
        data.addSeries(steps("gain", sorted, usd -> Math.max(0, usd)));
        data.addSeries(steps("loss", sorted, usd -> Math.min(0, usd)));
        XYStepAreaRenderer renderer = new XYStepAreaRenderer(XYStepAreaRenderer.AREA);
        renderer.setSeriesPaint(0, FigureStyle.BLUE);
        renderer.setSeriesPaint(1, FigureStyle.VERMILLION);
        NumberAxis homes = new NumberAxis(label(sorted));
        homes.setRange(0, sorted.length);
        homes.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        NumberAxis values = new NumberAxis("Surplus S [$]");
        values.setAutoRangeMinimumSize(0.01);
        XYPlot plot = new XYPlot(data, homes, values, renderer);
        plot.setRangeZeroBaselineVisible(true);
        String title = "Surplus of " + sorted.length + " homes over their own plans without VPP, sorted";
        return Figure.wide("surplus", title, FigureStyle.chart(title, note, plot, false), 3.2);
    }

    private static String label(double[] sorted) {
        int n = sorted.length;
        double median = (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
        long worse = Arrays.stream(sorted).filter(usd -> usd < 0).count();
        return "Homes, from the highest surplus to the lowest \u00b7 median " + BarFigures.usd(median) + " $ \u00b7 "
                + worse + " below 0";
    }

    private static XYSeries steps(String name, double[] values, DoubleUnaryOperator part) {
        XYSeries series = new XYSeries(name, false, true);
        for (int i = 0; i < values.length; i++) {
            series.add(i, part.applyAsDouble(values[i]));
        }
        series.add(values.length, part.applyAsDouble(values[values.length - 1]));
        return series;
    }
}
