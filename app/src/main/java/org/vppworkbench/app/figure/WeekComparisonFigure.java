package org.vppworkbench.app.figure;

import java.awt.Color;
import java.awt.Stroke;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Two weeks laid over each other, by hour of the week. */
public final class WeekComparisonFigure {
    private static final int HOURS_OF_DAY = 24;

    private WeekComparisonFigure() {}

    /**
     * One week.
     *
     * @param name what it is called in the legend
     * @param byHour one value per hour of the week from Monday 00:00 local time; {@code NaN} where there is none
     */
    public record Week(String name, List<Double> byHour) {
        public Week {
            byHour = List.copyOf(byHour);
        }
    }

    /**
     * The figure.
     *
     * @param quantity what is compared
     * @param unit its unit
     * @param weeks at most two
     * @param note the line that says what kind of numbers these are
     */
    public static Figure of(String quantity, String unit, List<Week> weeks, String note) {
        XYSeriesCollection data = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        Color[] colours = {FigureStyle.BLUE, FigureStyle.VERMILLION};
        Stroke[] strokes = {FigureStyle.SOLID, FigureStyle.DASHED};
        for (int i = 0; i < weeks.size(); i++) {
            Week week = weeks.get(i);
            XYSeries series = new XYSeries(weeks.size() == 2 && weeks.get(0).name().equals(week.name()) && i == 1 ? week.name() + " (again)" : week.name(), false, true);
            for (int h = 0; h < week.byHour().size(); h++) {
                series.add((double) h, week.byHour().get(h));
                series.add(h + 1.0, week.byHour().get(h));
            }
            data.addSeries(series);
            renderer.setSeriesPaint(i, colours[i]);
            renderer.setSeriesStroke(i, strokes[i]);
        }
        NumberAxis hours = new NumberAxis("Hour of the week, local time, from Monday 00:00");
        hours.setRange(0, 7 * HOURS_OF_DAY);
        hours.setTickUnit(new NumberTickUnit(HOURS_OF_DAY) {
            @Override
            public String valueToString(double value) {
                int day = (int) (value / HOURS_OF_DAY);
                return day >= 0 && day < 7 ? java.time.DayOfWeek.of(day + 1).getDisplayName(java.time.format.TextStyle.SHORT, Locale.ENGLISH) : "";
            }
        });
        NumberAxis values = new NumberAxis("[" + unit + "]");
        XYPlot plot = new XYPlot(data, hours, values, renderer);
        plot.addRangeMarker(new ValueMarker(0, FigureStyle.GREY, FigureStyle.SOLID));
        plot.setDomainPannable(true);
        String title = quantity + ": two weeks by hour of the week";
        return Figure.wide("weeks", title, FigureStyle.chart(title, note, plot, true), 4);
    }
}
