package org.vppworkbench.app.figure;

import java.text.SimpleDateFormat;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.function.ToDoubleFunction;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.physics.HomeInterval;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

/** A home under its own plan: power, energy in its storage, and the prices of its tariff, on one time axis. */
public final class HomeWeekFigure {
    private HomeWeekFigure() {}

    /**
     * The figure.
     *
     * @param rows one per interval
     * @param bess whether there is a battery
     * @param ev whether there is a car
     * @param note the line that says what kind of numbers these are
     */
    public static Figure of(
            String home, Horizon horizon, List<HomeInterval> rows, boolean bess, boolean ev, TimeSeries importPrice,
            @Nullable TimeSeries exportPrice, String note) {
        TimePanel power = new TimePanel(horizon, "Power [kW]");
        power.steps("Load", FigureStyle.PURPLE, FigureStyle.DASH_DOT, of(rows, HomeInterval::loadKw));
        if (rows.stream().anyMatch(row -> row.pvKw() > 0)) {
            power.steps("PV available", FigureStyle.ORANGE, FigureStyle.SOLID, of(rows, HomeInterval::pvKw));
        }
        power.steps("Meter, + is feed-in", FigureStyle.BLACK, FigureStyle.SOLID, of(rows, HomeInterval::meterKw));
        if (ev) {
            power.steps("Car charging", FigureStyle.SKY, FigureStyle.DOTTED, of(rows, row -> row.evChargeKw() - row.evV2gKw()));
        }
        TimePanel energy = new TimePanel(horizon, "Stored [kWh]");
        if (bess) {
            energy.steps("Battery", FigureStyle.BLUE, FigureStyle.SOLID, of(rows, HomeInterval::bessKwh));
        }
        if (ev) {
            energy.steps("Car", FigureStyle.SKY, FigureStyle.DASHED, of(rows, HomeInterval::evKwh));
        }
        TimePanel price = new TimePanel(horizon, "Tariff [$/kWh]");
        price.steps("Import", FigureStyle.VERMILLION, FigureStyle.SOLID, importPrice::at);
        if (exportPrice != null) {
            price.steps("Export credit", FigureStyle.GREEN, FigureStyle.DASHED, exportPrice::at);
        }
        TimePanel[] panels = bess || ev ? new TimePanel[] {power, energy, price} : new TimePanel[] {power, price};
        String title = home + " under its own plan";
        CombinedDomainXYPlot plot = TimePanel.stack(horizon, panels);
        if (horizon.days() > 2 && plot.getDomainAxis() instanceof DateAxis axis) {
            // in the narrow pane of a home there is room for the day of the week only
            SimpleDateFormat days = new SimpleDateFormat("EEE", Locale.ENGLISH);
            days.setTimeZone(TimeZone.getTimeZone(horizon.zone()));
            axis.setDateFormatOverride(days);
            axis.setLabel("from " + horizon.firstDay() + ", " + horizon.zone());
        }
        return Figure.wide("home-week", title, FigureStyle.chart(title, note, plot, true), 6);
    }

    private static java.util.function.IntToDoubleFunction of(List<HomeInterval> rows, ToDoubleFunction<HomeInterval> value) {
        return t -> value.applyAsDouble(rows.get(t));
    }
}
