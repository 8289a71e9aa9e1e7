package org.vppworkbench.app.figure;

import java.awt.Color;
import java.awt.Stroke;
import java.text.SimpleDateFormat;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.DateTickUnit;
import org.jfree.chart.axis.DateTickUnitType;
import org.jfree.chart.axis.LogarithmicAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.TextAnchor;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

/** The data of a market, one panel per quantity, over one time axis that zooms from all days to an hour. */
public final class MarketDataFigure {
    private static final double HOUR_MS = 3_600_000;

    /** Room above and below for the words that name an extreme, as a share of the range. */
    private static final double ROOM = 0.22;

    private MarketDataFigure() {}

    /**
     * What is drawn.
     *
     * @param horizon the days
     * @param prices of energy and reserves
     * @param loadKw load of the fleet without cars [kW]
     * @param pvKw what its roofs could yield [kW]
     * @param temperatureC air temperature [°C], or {@code null}
     */
    public record Content(Horizon horizon, MarketSeries prices, TimeSeries loadKw, TimeSeries pvKw, @Nullable TimeSeries temperatureC) {}

    /**
     * The figure.
     *
     * @param compressed whether prices stand on a logarithmic scale on both sides of zero, linear between −10 and 10
     * @param note the line that says what kind of numbers these are
     */
    public static Figure of(Content content, boolean compressed, String note) {
        Horizon horizon = content.horizon();
        MarketSeries prices = content.prices();
        List<XYPlot> plots = new ArrayList<>();
        TimePanel energy = new TimePanel(horizon, "Energy [$/MWh]");
        add(energy, "Energy, day-ahead", prices.energy(), FigureStyle.BLUE, FigureStyle.SOLID);
        add(energy, "Energy, real-time", prices.realTime(), FigureStyle.VERMILLION, FigureStyle.DASHED);
        XYPlot plot = energy.plot();
        extremes(plot, horizon, prices);
        if (compressed) {
            compress(plot);
        }
        plots.add(plot);
        if (prices.spin() != null || prices.nonSpin() != null) {
            TimePanel reserve = new TimePanel(horizon, "[$/MW-h]");
            add(reserve, "Spin", prices.spin(), FigureStyle.GREEN, FigureStyle.SOLID);
            add(reserve, "Non-spin", prices.nonSpin(), FigureStyle.BLACK, FigureStyle.DOTTED);
            XYPlot reserves = reserve.plot();
            if (compressed) {
                compress(reserves);
            }
            plots.add(reserves);
        }
        plots.add(new TimePanel(horizon, "[kW]")
                .steps("PV available", FigureStyle.ORANGE, FigureStyle.SOLID, content.pvKw()::at)
                .steps("Load without cars", FigureStyle.PURPLE, FigureStyle.DASH_DOT, content.loadKw()::at)
                .plot());
        TimeSeries temperature = content.temperatureC();
        if (temperature != null) {
            XYPlot air = new TimePanel(horizon, "[°C]").steps("Air temperature", FigureStyle.GREY, FigureStyle.SOLID, temperature::at).plot();
            ((org.jfree.chart.axis.NumberAxis) air.getRangeAxis()).setAutoRangeIncludesZero(false);
            plots.add(air);
        }
        CombinedDomainXYPlot all = new CombinedDomainXYPlot(axis(horizon));
        all.add(plots.getFirst(), 3);
        plots.subList(1, plots.size()).forEach(p -> all.add(p, 2));
        all.setDomainPannable(true);
        String title = "Market data and fleet" + (compressed ? ", prices on a logarithmic scale" : "");
        return Figure.wide("market-data", title, FigureStyle.chart(title, note, all, true), 7);
    }

    /** An axis whose ticks follow what is shown of it. */
    private static DateAxis axis(Horizon horizon) {
        TimeZone zone = TimeZone.getTimeZone(horizon.zone());
        DateAxis axis = new DateAxis("Local time, " + horizon.zone(), zone, Locale.ROOT);
        axis.setRange(Date.from(horizon.start()), Date.from(horizon.end()));
        axis.addChangeListener(event -> tick(axis, zone));
        tick(axis, zone);
        return axis;
    }

    private static void tick(DateAxis axis, TimeZone zone) {
        double hours = axis.getRange().getLength() / HOUR_MS;
        DateTickUnitType type = hours > 60 ? DateTickUnitType.DAY : hours > 5 ? DateTickUnitType.HOUR : DateTickUnitType.MINUTE;
        int count = hours > 24 * 60 ? 14 : hours > 24 * 22 ? 7 : hours > 24 * 10 ? 3 : hours > 60 ? 1
                : hours > 30 ? 6 : hours > 12 ? 3 : hours > 5 ? 1 : hours > 2 ? 30 : 15;
        DateTickUnit unit = new DateTickUnit(type, count);
        if (unit.equals(axis.getTickUnit()) && axis.getDateFormatOverride() != null) {
            return;
        }
        SimpleDateFormat format = new SimpleDateFormat(hours > 24 * 10 ? "d MMM" : hours > 60 ? "EEE d MMM" : hours > 30 ? "EEE HH:mm" : "HH:mm", Locale.ENGLISH);
        format.setTimeZone(zone);
        // the unit first and in silence: the format tells the listeners, which come back here
        axis.setTickUnit(unit, false, true);
        axis.setDateFormatOverride(format);
    }

    private static void add(TimePanel panel, String name, @Nullable TimeSeries series, Color colour, Stroke stroke) {
        if (series != null) {
            panel.steps(name, colour, stroke, series::at);
        }
    }

    /** Names the highest and, where it is negative, the lowest price. */
    private static void extremes(XYPlot plot, Horizon horizon, MarketSeries prices) {
        ValueMarker zero = new ValueMarker(0, FigureStyle.GREY, FigureStyle.SOLID);
        plot.addRangeMarker(zero);
        TimeSeries energy = prices.energy();
        TimeSeries realTime = prices.realTime();
        TimeSeries highest = realTime != null && (energy == null || realTime.max() > energy.max()) ? realTime : energy;
        TimeSeries lowest = realTime != null && (energy == null || realTime.min() < energy.min()) ? realTime : energy;
        if (highest != null && lowest != null) {
            mark(plot, horizon, highest, highest.max());
            if (lowest.min() < 0) {
                mark(plot, horizon, lowest, lowest.min());
            }
        }
    }

    private static void mark(XYPlot plot, Horizon horizon, TimeSeries series, double value) {
        int t = 0;
        while (series.at(t) != value) {
            t++;
        }
        String when = horizon.localStart(t).format(DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH));
        String number = String.format(Locale.ROOT, "%,.0f $/MWh, %s", value, when).replace('-', '−');
        XYTextAnnotation text = new XYTextAnnotation(number, horizon.intervalStart(t).toEpochMilli() + HOUR_MS / 2, value);
        text.setFont(FigureStyle.tickFont());
        text.setPaint(FigureStyle.BLACK);
        text.setTextAnchor(value < 0 ? TextAnchor.TOP_CENTER : TextAnchor.BOTTOM_CENTER);
        plot.getRangeAxis().setUpperMargin(ROOM);
        if (value < 0) {
            plot.getRangeAxis().setLowerMargin(ROOM);
        }
        plot.addAnnotation(text);
    }

    private static void compress(XYPlot plot) {
        ValueAxis linear = plot.getRangeAxis();
        LogarithmicAxis axis = new LogarithmicAxis(linear.getLabel());
        axis.setAllowNegativesFlag(true);
        axis.setLog10TickLabelsFlag(false);
        axis.setExpTickLabelsFlag(false);
        axis.setUpperMargin(ROOM);
        axis.setLowerMargin(ROOM);
        plot.setRangeAxis(axis);
    }
}
