package org.vppworkbench.app.figure;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

/** What a run is up against: energy and reserve prices, PV and load of the fleet, on one time axis. */
public final class MarketFigure {
    private MarketFigure() {}

    /**
     * The figure.
     *
     * @param note the line that says what kind of numbers these are
     */
    public static Figure of(RunInputs inputs, String note) {
        Horizon horizon = inputs.horizon();
        MarketSeries prices = inputs.prices();
        TimePanel energy = new TimePanel(horizon, "Energy [$/MWh]");
        add(energy, "Energy, day-ahead", prices.energy(), FigureStyle.BLUE, FigureStyle.SOLID);
        add(energy, "Energy, real-time", prices.realTime(), FigureStyle.VERMILLION, FigureStyle.DASHED);
        TimePanel reserve = new TimePanel(horizon, "Reserve [$/MW-h]");
        add(reserve, "Spin", prices.spin(), FigureStyle.GREEN, FigureStyle.SOLID);
        add(reserve, "Non-spin", prices.nonSpin(), FigureStyle.BLACK, FigureStyle.DOTTED);
        TimePanel fleet =
                new TimePanel(horizon, "Fleet [kW]")
                        .steps("PV available", FigureStyle.ORANGE, FigureStyle.SOLID, sum(inputs, ProsumerInputs::pv))
                        .steps("Load without cars", FigureStyle.PURPLE, FigureStyle.DASH_DOT, sum(inputs, ProsumerInputs::load));
        String title = "Market and fleet";
        return Figure.wide(
                "market",
                title,
                FigureStyle.chart(title, note, TimePanel.stack(horizon, energy, reserve, fleet), true),
                6);
    }

    private static void add(
            TimePanel panel, String name, @Nullable TimeSeries series, java.awt.Color colour, java.awt.Stroke stroke) {
        if (series != null) {
            panel.steps(name, colour, stroke, series::at);
        }
    }

    private static java.util.function.IntToDoubleFunction sum(
            RunInputs inputs, Function<ProsumerInputs, TimeSeries> series) {
        return t -> inputs.prosumers().stream().mapToDouble(home -> series.apply(home).at(t)).sum();
    }
}
