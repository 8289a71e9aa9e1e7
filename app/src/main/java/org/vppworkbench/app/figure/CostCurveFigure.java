package org.vppworkbench.app.figure;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** What every quantity costs a home. */
public final class CostCurveFigure {
    private CostCurveFigure() {}

    /**
     * The figure.
     *
     * @param kw quantities, ascending [kW]
     * @param price least price of each [in the unit given]
     * @param unit unit of prices
     * @param published the published price
     * @param asked quantity of the message [kW]
     * @param note the line that says what kind of numbers these are
     */
    public static JFreeChart of(double[] kw, double[] price, String unit, double published, double asked, String note) {
        XYSeries series = new XYSeries("least price of the home", false, true);
        for (int i = 0; i < kw.length; i++) {
            series.add(kw[i], price[i]);
        }
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, true);
        renderer.setSeriesPaint(0, WindowLook.BLUE);
        renderer.setSeriesStroke(0, WindowLook.line(2));
        NumberAxis quantity = WindowLook.axis("Quantity through the hour [kW]");
        quantity.setAutoRangeIncludesZero(true);
        XYPlot plot = new XYPlot(
                new XYSeriesCollection(series), quantity, WindowLook.axis("Reservation price [" + unit + "]"), renderer);
        WindowLook.style(plot);
        ValueMarker market = new ValueMarker(published, WindowLook.MUTED, WindowLook.dashed(1.2f));
        market.setLabel("published");
        market.setLabelFont(WindowLook.TICK);
        market.setLabelPaint(WindowLook.MUTED);
        market.setLabelAnchor(org.jfree.chart.ui.RectangleAnchor.TOP_RIGHT);
        market.setLabelTextAnchor(org.jfree.chart.ui.TextAnchor.BOTTOM_RIGHT);
        market.setLabelBackgroundColor(new java.awt.Color(255, 255, 255, 0));
        plot.addRangeMarker(market);
        plot.addDomainMarker(new ValueMarker(asked, WindowLook.ORANGE, WindowLook.line(1.4f)));
        return WindowLook.chart(note, plot, true);
    }
}
