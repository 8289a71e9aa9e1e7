package org.vppworkbench.app.figure;

import java.awt.Color;
import java.awt.Stroke;
import java.util.Arrays;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.time.TimeSeries;

/** For what share of the time a price was at least so high. */
public final class DurationFigure {
    private final XYSeriesCollection data = new XYSeriesCollection();
    private final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);

    private DurationFigure() {
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setDefaultLegendShape(new java.awt.geom.Rectangle2D.Double(-8, -1, 16, 2));
    }

    /**
     * The figure.
     *
     * @param note the line that says what kind of numbers these are
     */
    public static Figure of(MarketSeries prices, String note) {
        DurationFigure energy = new DurationFigure()
                .add("Energy, day-ahead", FigureStyle.BLUE, FigureStyle.SOLID, prices.energy())
                .add("Energy, real-time", FigureStyle.VERMILLION, FigureStyle.DASHED, prices.realTime());
        DurationFigure reserve = new DurationFigure()
                .add("Spin", FigureStyle.GREEN, FigureStyle.SOLID, prices.spin())
                .add("Non-spin", FigureStyle.BLACK, FigureStyle.DOTTED, prices.nonSpin());
        NumberAxis share = new NumberAxis("Share of the time [%]");
        share.setRange(0, 100);
        share.setTickUnit(new NumberTickUnit(20));
        CombinedDomainXYPlot plot = new CombinedDomainXYPlot(share);
        int panels = energy.addTo(plot, "Energy [$/MWh]") + reserve.addTo(plot, "Reserve [$/MW-h]");
        String title = "Duration curves of the market prices";
        return Figure.wide(
                "price-duration", title, FigureStyle.chart(title, note, plot, true), 1.2 + 1.6 * Math.max(1, panels));
    }

    private DurationFigure add(String name, Color colour, Stroke stroke, @Nullable TimeSeries values) {
        if (values == null) {
            return this;
        }
        double[] rising = values.toArray();
        Arrays.sort(rising);
        XYSeries series = new XYSeries(name, false, true);
        int n = rising.length;
        for (int k = 0; k < n; k++) {
            double price = rising[n - 1 - k];
            series.add(100.0 * k / n, price);
            series.add(100.0 * (k + 1) / n, price);
        }
        int index = data.getSeriesCount();
        data.addSeries(series);
        renderer.setSeriesPaint(index, colour);
        renderer.setSeriesStroke(index, stroke);
        return this;
    }

    private int addTo(CombinedDomainXYPlot plot, String label) {
        if (data.getSeriesCount() == 0) {
            return 0;
        }
        NumberAxis prices = new NumberAxis(label);
        prices.setAutoRangeIncludesZero(true);
        plot.add(new XYPlot(data, null, prices, renderer), 1);
        return 1;
    }
}
