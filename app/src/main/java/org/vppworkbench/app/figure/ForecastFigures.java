package org.vppworkbench.app.figure;

import java.awt.Color;
import java.awt.Stroke;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.forecast.ForecastReport;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

/** Pictures of a price forecast: against what came true over time, and its error by local hour of day. */
public final class ForecastFigures {
    private static final double PANEL_INCHES = 1.75;
    private static final double FRAME_INCHES = 1.1;

    private ForecastFigures() {}

    /**
     * Forecast and realised price over time, a panel per product.
     *
     * @param note the line that says what kind of numbers these are
     */
    public static Figure prices(Horizon horizon, MarketSeries prices, MarketSeries forecasts, String note) {
        List<TimePanel> panels = new ArrayList<>();
        for (Product product : Product.values()) {
            TimeSeries price = prices.of(product);
            TimeSeries forecast = forecasts.of(product);
            if (price != null && forecast != null) {
                panels.add(new TimePanel(horizon, name(product))
                        .steps("realised", FigureStyle.BLACK, FigureStyle.SOLID, price::at)
                        // dots: the gaps of longer dashes hide the peaks of single hours
                        .steps("forecast", FigureStyle.VERMILLION, FigureStyle.DOTTED, forecast::at));
            }
        }
        CombinedDomainXYPlot plot = TimePanel.stack(horizon, panels.toArray(TimePanel[]::new));
        return figure("forecast", "Price forecast and what came true", note, plot, panels.size());
    }

    /** Mean absolute error by local hour of day, beside that of persistence, a panel per product. */
    public static Figure errors(ForecastReport report, String note) {
        NumberAxis hours = new NumberAxis("Local hour of day");
        hours.setRange(0, 24);
        hours.setTickUnit(new NumberTickUnit(3));
        CombinedDomainXYPlot plot = new CombinedDomainXYPlot(hours);
        int panels = 0;
        for (Product product : Product.values()) {
            List<ForecastReport.Row> rows = report.rows().stream()
                    .filter(row -> row.product() == product && row.clockHour() != null)
                    .toList();
            if (!rows.isEmpty()) {
                plot.add(panel(name(product), rows), 1);
                panels++;
            }
        }
        return figure("forecast-error", "Mean absolute error of the price forecast by hour of day", note, plot, panels);
    }

    private static Figure figure(
            String name, String title, String note, CombinedDomainXYPlot plot, int panels) {
        var chart = FigureStyle.chart(title, note, plot, true);
        // every panel has the same lines, so the first one's keys stand for all
        if (chart.getLegend() != null && !plot.getSubplots().isEmpty()) {
            chart.getLegend().setSources(new org.jfree.chart.LegendItemSource[] {plot.getSubplots().getFirst()});
        }
        return Figure.wide(name, title, chart, FRAME_INCHES + PANEL_INCHES * Math.max(1, panels));
    }

    private static XYPlot panel(String label, List<ForecastReport.Row> rows) {
        XYSeriesCollection data = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        add(data, renderer, "forecast", FigureStyle.VERMILLION, FigureStyle.SOLID, rows, ForecastReport.Row::mae);
        add(
                data, renderer, "persistence", FigureStyle.GREY, FigureStyle.DASHED, rows,
                ForecastReport.Row::persistenceMae);
        NumberAxis errors = new NumberAxis(label);
        errors.setAutoRangeIncludesZero(true);
        return new XYPlot(data, null, errors, renderer);
    }

    private static void add(
            XYSeriesCollection data, XYLineAndShapeRenderer renderer, String name, Color colour, Stroke stroke,
            List<ForecastReport.Row> rows, Function<ForecastReport.Row, @Nullable Double> value) {
        XYSeries series = new XYSeries(name, false, true);
        for (ForecastReport.Row row : rows) {
            Integer hour = row.clockHour();
            Double error = value.apply(row);
            if (hour != null && error != null) {
                series.add(hour, error);
                series.add(Integer.valueOf(hour + 1), error);
            }
        }
        data.addSeries(series);
        int index = data.getSeriesCount() - 1;
        renderer.setSeriesPaint(index, colour);
        renderer.setSeriesStroke(index, stroke);
    }

    private static String name(Product product) {
        return word(product) + " [" + unit(product) + "]";
    }

    /** The product for people. */
    static String word(Product product) {
        return switch (product) {
            case ENERGY -> "Energy";
            case SPIN -> "Spin";
            case NONSPIN -> "Non-spin";
        };
    }

    /** Unit of its prices. */
    static String unit(Product product) {
        return product.isReserve() ? "$/MW-h" : "$/MWh";
    }

    /** What the forecast is and how far off for energy, for the note of a figure. */
    public static String summary(ForecastReport report, boolean synthetic) {
        String label = report.label() + (synthetic ? ", a synthetic error on the truth" : " forecast");
        ForecastReport.Row energy = report.overall(Product.ENERGY);
        if (energy == null) {
            return label;
        }
        String skill = energy.skill() == null
                ? ""
                : String.format(Locale.ROOT, ", skill over persistence %.2f", energy.skill());
        return String.format(Locale.ROOT, "%s \u00b7 energy MAE %.2f $/MWh%s", label, energy.mae(), skill);
    }
}
