package org.vppworkbench.app.figure;

import java.awt.Color;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.LookupPaintScale;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYZDataset;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.physics.DispatchTable;
import org.vppworkbench.model.physics.HomeInterval;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

/** Figures over time, from plain numbers. */
public final class FigureFactory {
    private FigureFactory() {}

    /**
     * Day-ahead and real-time energy prices above, reserve prices below.
     *
     * @param note the line that says what kind of numbers these are
     */
    public static Figure prices(Horizon horizon, MarketSeries prices, String note) {
        TimePanel energy = new TimePanel(horizon, "Energy [$/MWh]");
        TimeSeries realTime = prices.realTime();
        series(energy, "Energy, day-ahead", FigureStyle.BLUE, FigureStyle.SOLID, prices.energy());
        series(energy, "Energy, real-time", FigureStyle.VERMILLION, FigureStyle.DASHED, realTime);
        TimePanel reserve = new TimePanel(horizon, "Reserve [$/MW-h]");
        series(reserve, "Spin", FigureStyle.GREEN, FigureStyle.SOLID, prices.spin());
        series(reserve, "Non-spin", FigureStyle.BLACK, FigureStyle.DOTTED, prices.nonSpin());
        var plot = TimePanel.stack(horizon, energy, reserve);
        return Figure.wide(
                "prices", "Market prices", FigureStyle.chart("Market prices", note, plot, true), 4.4);
    }

    /** Energy sold against what is required, and the fleet's own flows. */
    public static Figure power(RunInputs inputs, DispatchTable dispatch, String note) {
        Horizon horizon = inputs.horizon();
        TimePanel sold =
                new TimePanel(horizon, "Sold energy [kW]")
                        .steps("Energy sold", FigureStyle.BLUE, FigureStyle.SOLID,
                                t -> sum(dispatch, t, HomeInterval::soldKw))
                        .steps("Energy required", FigureStyle.GREY, FigureStyle.DASHED,
                                t -> inputs.required().kw(Product.ENERGY, Horizon.hourOf(t)));
        TimePanel flows =
                new TimePanel(horizon, "Fleet power [kW]")
                        .steps("PV", FigureStyle.ORANGE, FigureStyle.SOLID,
                                t -> sum(dispatch, t, HomeInterval::pvKw))
                        .steps("Load + cars", FigureStyle.BLACK, FigureStyle.DASH_DOT,
                                t -> sum(dispatch, t, h -> h.loadKw() + h.evChargeKw()))
                        .steps("Batteries (+ discharge)", FigureStyle.GREEN, FigureStyle.DASHED,
                                t -> sum(dispatch, t, h -> h.dischargeKw() - h.chargeKw()))
                        .steps("Meter (+ injection)", FigureStyle.PURPLE, FigureStyle.SOLID,
                                t -> sum(dispatch, t, HomeInterval::meterKw));
        String title = "Fleet power";
        return Figure.wide(
                "fleet-power", title,
                FigureStyle.chart(title, note, TimePanel.stack(horizon, sold, flows), true), 4.8);
    }

    /** Spinning and non-spinning reserve held against what is required. */
    public static Figure reserves(RunInputs inputs, DispatchTable dispatch, String note) {
        Horizon horizon = inputs.horizon();
        TimePanel spin =
                new TimePanel(horizon, "Spin [kW]")
                        .steps("Spin held", FigureStyle.GREEN, FigureStyle.SOLID,
                                t -> sum(dispatch, t, HomeInterval::spinKw))
                        .steps("Spin required", FigureStyle.GREY, FigureStyle.DASHED,
                                t -> inputs.required().kw(Product.SPIN, Horizon.hourOf(t)));
        TimePanel nonSpin =
                new TimePanel(horizon, "Non-spin [kW]")
                        .steps("Non-spin held", FigureStyle.PURPLE, FigureStyle.SOLID,
                                t -> sum(dispatch, t, HomeInterval::nonSpinKw))
                        .steps("Non-spin required", FigureStyle.GREY, FigureStyle.DASHED,
                                t -> inputs.required().kw(Product.NONSPIN, Horizon.hourOf(t)));
        String title = "Reserve sold and required";
        return Figure.wide(
                "reserves", title,
                FigureStyle.chart(title, note, TimePanel.stack(horizon, spin, nonSpin), true), 4.4);
    }

    /** Welfare gained over the home plans as it accumulates. */
    public static Figure cumulativeGain(
            Horizon horizon, String mechanism, double[] gainUsd, String note) {
        TimePanel panel =
                new TimePanel(horizon, "Welfare above no VPP, cumulative [$]")
                        .curve("No VPP", FigureStyle.GREY, FigureStyle.DASHED, new double[gainUsd.length])
                        .curve(mechanism, FigureStyle.BLUE, FigureStyle.SOLID, gainUsd);
        String title = "Cumulative welfare, stored energy at its end value";
        return Figure.wide(
                "cumulative-welfare", title,
                FigureStyle.chart(title, note, TimePanel.stack(horizon, panel), true), 3.2);
    }

    /** State of charge of every battery as colour. */
    public static Figure stateOfCharge(RunInputs inputs, DispatchTable dispatch, String note) {
        List<Integer> homes =
                java.util.stream.IntStream.range(0, inputs.prosumers().size())
                        .filter(i -> inputs.prosumers().get(i).bess() != null)
                        .boxed()
                        .toList();
        Horizon horizon = inputs.horizon();
        // One cell per interval for short runs, per hour for long ones.
        int step = horizon.days() <= 2 ? 1 : Horizon.INTERVALS_PER_HOUR;
        int cells = horizon.intervals() / step;
        double[][] xyz = new double[3][homes.size() * cells];
        String[] ids = new String[homes.size()];
        int n = 0;
        for (int row = 0; row < homes.size(); row++) {
            int i = homes.get(row);
            ids[homes.size() - 1 - row] = inputs.prosumers().get(i).id();
            var bess = inputs.prosumers().get(i).bess();
            double capacity = bess == null ? 1 : bess.capacityKwh();
            for (int cell = 0; cell < cells; cell++) {
                xyz[0][n] = horizon.intervalStart(cell * step).toEpochMilli();
                xyz[1][n] = homes.size() - 1 - row;
                xyz[2][n++] = 100 * dispatch.at(i, cell * step + step - 1).bessKwh() / capacity;
            }
        }
        DefaultXYZDataset data = new DefaultXYZDataset();
        data.addSeries("state of charge", xyz);
        XYBlockRenderer renderer = new XYBlockRenderer();
        LookupPaintScale scale = percentScale();
        renderer.setPaintScale(scale);
        renderer.setBlockWidth(step * Horizon.DELTA_HOURS * 3_600_000);
        renderer.setBlockHeight(0.9);
        renderer.setBlockAnchor(RectangleAnchor.LEFT);
        XYPlot plot = new XYPlot(data, TimePanel.timeAxis(horizon), homeAxis(ids), renderer);
        String title = "State of charge of the home batteries, end of interval";
        var chart = FigureStyle.chart(title, note, plot, false);
        plot.setRangeGridlinesVisible(false);
        chart.addSubtitle(legend(scale));
        double height = Math.clamp(1.6 + 0.17 * homes.size(), 2.4, 8);
        return Figure.wide("state-of-charge", title, chart, height);
    }

    /** Names of the homes from below; of too many only how many they are. */
    private static ValueAxis homeAxis(String... ids) {
        if (ids.length > BarFigures.MOST_NAMED) {
            NumberAxis homes = new NumberAxis(ids.length + " homes, fleet order downwards");
            homes.setRange(-0.5, ids.length - 0.5);
            homes.setTickLabelsVisible(false);
            homes.setTickMarksVisible(false);
            return homes;
        }
        SymbolAxis homes = new SymbolAxis(null, ids);
        homes.setGridBandsVisible(false);
        return homes;
    }

    private static PaintScaleLegend legend(LookupPaintScale scale) {
        NumberAxis axis = new NumberAxis("State of charge [% of capacity]");
        axis.setRange(0, 100);
        axis.setTickUnit(new org.jfree.chart.axis.NumberTickUnit(20));
        FigureStyle.axis(axis);
        PaintScaleLegend legend = new PaintScaleLegend(scale, axis);
        legend.setPosition(RectangleEdge.RIGHT);
        legend.setAxisLocation(org.jfree.chart.axis.AxisLocation.BOTTOM_OR_RIGHT);
        legend.setBackgroundPaint(Color.WHITE);
        legend.setStripWidth(12);
        legend.setStripOutlineVisible(false);
        legend.setSubdivisionCount(50);
        legend.setMargin(new RectangleInsets(6, 6, 30, 2));
        return legend;
    }

    /** Dark blue over green to yellow; also ordered in grey. After viridis (van der Walt, Smith). */
    private static LookupPaintScale percentScale() {
        int[] stops = {0x440154, 0x3B528B, 0x21918C, 0x5EC962, 0xFDE725};
        LookupPaintScale scale = new LookupPaintScale(-0.001, 100.001, new Color(stops[0]));
        for (int percent = 0; percent < 100; percent += 2) {
            double at = percent / 100.0 * (stops.length - 1);
            int k = (int) at;
            scale.add(percent, mix(new Color(stops[k]), new Color(stops[k + 1]), at - k));
        }
        return scale;
    }

    private static Color mix(Color a, Color b, double share) {
        return new Color(
                (int) Math.round(a.getRed() + share * (b.getRed() - a.getRed())),
                (int) Math.round(a.getGreen() + share * (b.getGreen() - a.getGreen())),
                (int) Math.round(a.getBlue() + share * (b.getBlue() - a.getBlue())));
    }

    private static void series(
            TimePanel panel, String name, Color colour, java.awt.Stroke stroke,
            @org.jspecify.annotations.Nullable TimeSeries values) {
        if (values == null) {
            panel.steps(
                    String.format(Locale.ROOT, "%s (not traded)", name), colour, stroke, t -> Double.NaN);
        } else {
            panel.steps(name, colour, stroke, values::at);
        }
    }

    private static double sum(
            DispatchTable dispatch, int interval, ToDoubleFunction<HomeInterval> value) {
        double total = 0;
        for (int i = 0; i < dispatch.prosumers(); i++) {
            total += value.applyAsDouble(dispatch.at(i, interval));
        }
        return total;
    }
}
