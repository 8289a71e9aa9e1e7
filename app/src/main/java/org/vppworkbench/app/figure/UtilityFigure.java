package org.vppworkbench.app.figure;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.negotiation.utility.UtilityPoint;
import org.vppworkbench.negotiation.utility.UtilitySpace;

/** One bilateral negotiation in utility space. */
public final class UtilityFigure {
    private static final Shape DOT = new Ellipse2D.Double(-1, -1, 2, 2);
    private static final Shape CIRCLE = new Ellipse2D.Double(-4, -4, 8, 8);
    private static final Shape SQUARE = new Rectangle2D.Double(-6.5, -6.5, 13, 13);
    private static final Shape DIAMOND = polygon(0, -6, 6, 0, 0, 6, -6, 0);
    private static final Shape UP = polygon(0, -5, 5, 4, -5, 4);
    private static final Shape DOWN = polygon(0, 5, 5, -4, -5, -4);

    private UtilityFigure() {}

    /**
     * The figure.
     *
     * @param title what was negotiated, and who did
     * @param space what was possible
     * @param asks the home's terms, in order
     * @param bids the aggregator's terms, in order
     * @param agreement what was agreed; empty for nothing
     * @param note the line that says what kind of numbers these are
     */
    public static Figure of(
            String title,
            UtilitySpace space,
            List<UtilityPoint> asks,
            List<UtilityPoint> bids,
            List<UtilityPoint> agreement,
            String note) {
        XYSeriesCollection data = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        // what is drawn first lies on top
        add(data, renderer, "Agreement", agreement, FigureStyle.VERMILLION, DIAMOND, false);
        add(data, renderer, "Nash", space.nash().stream().toList(), FigureStyle.GREEN, CIRCLE, false);
        add(data, renderer, "Kalai\u2013Smorodinsky", space.kalaiSmorodinsky().stream().toList(), FigureStyle.PURPLE, SQUARE, false);
        add(data, renderer, "Asks of the home", asks, FigureStyle.ORANGE, UP, false);
        add(data, renderer, "Bids of the aggregator", bids, FigureStyle.SKY, DOWN, false);
        add(data, renderer, "Pareto front", space.front(), FigureStyle.BLUE, null, true);
        List<UtilityPoint> others = space.points().stream().filter(UtilityPoint::rational).toList();
        add(data, renderer, "Deals better than none for both", others, new Color(0xBBBBBB), DOT, false);
        NumberAxis home = new NumberAxis("Surplus of the home [$]");
        NumberAxis aggregator = new NumberAxis("Expected profit of the aggregator [$]");
        for (NumberAxis axis : List.of(home, aggregator)) {
            axis.setAutoRangeMinimumSize(0.01);
            axis.setAutoRangeIncludesZero(true);
            axis.setAutoRangeStickyZero(false);
        }
        XYPlot plot = new XYPlot(data, home, aggregator, renderer);
        plot.setDomainZeroBaselineVisible(true);
        plot.setRangeZeroBaselineVisible(true);
        return new Figure("utility", title, FigureStyle.chart(title, note, plot, true), 5.2, 5.2);
    }

    private static void add(
            XYSeriesCollection data,
            XYLineAndShapeRenderer renderer,
            String name,
            List<UtilityPoint> points,
            Color colour,
            @Nullable Shape shape,
            boolean line) {
        XYSeries series = new XYSeries(name, false, true);
        points.forEach(point -> series.add(point.homeUsd(), point.aggregatorUsd()));
        int index = data.getSeriesCount();
        data.addSeries(series);
        renderer.setSeriesPaint(index, colour);
        renderer.setSeriesLinesVisible(index, line);
        renderer.setSeriesStroke(index, FigureStyle.SOLID);
        renderer.setSeriesShapesVisible(index, shape != null);
        if (shape != null) {
            renderer.setSeriesShape(index, shape);
        }
        renderer.setSeriesVisibleInLegend(index, !points.isEmpty());
    }

    private static Shape polygon(double... xy) {
        Path2D path = new Path2D.Double();
        path.moveTo(xy[0], xy[1]);
        for (int i = 2; i < xy.length; i += 2) {
            path.lineTo(xy[i], xy[i + 1]);
        }
        path.closePath();
        return path;
    }
}
