package org.vppworkbench.app.figure;

import java.awt.Color;
import java.awt.Stroke;
import java.text.SimpleDateFormat;
import java.util.Date;
import java.util.Locale;
import java.util.TimeZone;
import java.util.function.IntToDoubleFunction;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.DateTickUnit;
import org.jfree.chart.axis.DateTickUnitType;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.vppworkbench.model.time.Horizon;

/**
 * One panel over local time. Values hold for a whole interval and are drawn as steps; the points are
 * expanded, so that each series is one path.
 */
final class TimePanel {
    private final Horizon horizon;
    private final XYSeriesCollection data = new XYSeriesCollection();
    private final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    private final String yLabel;

    TimePanel(Horizon horizon, String yLabel) {
        this.horizon = horizon;
        this.yLabel = yLabel;
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setDefaultLegendShape(new java.awt.geom.Rectangle2D.Double(-8, -1, 16, 2));
    }

    /** Adds a value per interval. */
    TimePanel steps(String name, Color colour, Stroke stroke, IntToDoubleFunction value) {
        XYSeries series = new XYSeries(name, false, true);
        int last = horizon.intervals() - 1;
        for (int t = 0; t <= last; t++) {
            double y = value.applyAsDouble(t);
            if (t == 0 || value.applyAsDouble(t - 1) != y) {
                series.add(millis(t), y);
            }
            if (t == last || value.applyAsDouble(t + 1) != y) {
                series.add(millis(t + 1), y);
            }
        }
        return add(series, colour, stroke);
    }

    /** Adds a value per interval end, joined by lines. */
    TimePanel curve(String name, Color colour, Stroke stroke, double[] atEnd) {
        XYSeries series = new XYSeries(name, false, true);
        series.add(millis(0), 0);
        for (int t = 0; t < atEnd.length; t++) {
            series.add(millis(t + 1), atEnd[t]);
        }
        return add(series, colour, stroke);
    }

    XYPlot plot() {
        NumberAxis y = new NumberAxis(yLabel);
        y.setAutoRangeIncludesZero(true);
        y.setUpperMargin(0.06);
        y.setNumberFormatOverride(new java.text.DecimalFormat(
                "#,##0.##", java.text.DecimalFormatSymbols.getInstance(Locale.ROOT)));
        XYPlot plot = new XYPlot(data, null, y, renderer);
        plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
        return plot;
    }

    /** Panels below each other over one time axis. */
    static CombinedDomainXYPlot stack(Horizon horizon, TimePanel... panels) {
        CombinedDomainXYPlot all = new CombinedDomainXYPlot(timeAxis(horizon));
        for (TimePanel panel : panels) {
            all.add(panel.plot(), 1);
        }
        return all;
    }

    static DateAxis timeAxis(Horizon horizon) {
        TimeZone zone = TimeZone.getTimeZone(horizon.zone());
        DateAxis axis = new DateAxis("Local time, " + horizon.zone(), zone, Locale.ROOT);
        axis.setRange(Date.from(horizon.start()), Date.from(horizon.end()));
        boolean few = horizon.days() <= 2;
        SimpleDateFormat format = new SimpleDateFormat(few ? "HH:mm" : DayTicks.pattern(horizon.days()), Locale.ENGLISH);
        if (few) {
            axis.setLabel(days(horizon) + ", local time (" + horizon.zone() + ")");
        }
        format.setTimeZone(zone);
        axis.setDateFormatOverride(format);
        axis.setTickUnit(
                few
                        ? new DateTickUnit(DateTickUnitType.HOUR, horizon.days() == 1 ? 3 : 6)
                        : DayTicks.unit(horizon.days()),
                false, true);
        axis.setTickMarkPosition(org.jfree.chart.axis.DateTickMarkPosition.START);
        FigureStyle.axis(axis);
        return axis;
    }

    private static String days(Horizon horizon) {
        var format = java.time.format.DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
        String first = horizon.date(0).format(format);
        return horizon.days() == 1 ? first : first + " and the day after";
    }

    private TimePanel add(XYSeries series, Color colour, Stroke stroke) {
        int index = data.getSeriesCount();
        data.addSeries(series);
        renderer.setSeriesPaint(index, colour);
        renderer.setSeriesStroke(index, stroke);
        return this;
    }

    private double millis(int interval) {
        return horizon.intervalStart(interval).toEpochMilli();
    }
}
