package org.vppworkbench.app.figure;

import java.awt.Color;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
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
                new TimePanel(horizon, "Welfare above no VPP [$]")
                        .curve("No VPP", FigureStyle.GREY, FigureStyle.DASHED, new double[gainUsd.length])
                        .curve(mechanism, FigureStyle.BLUE, FigureStyle.SOLID, gainUsd);
        String title = "Cumulative welfare, stored energy at its end value";
        return Figure.wide(
                "cumulative-welfare", title,
                FigureStyle.chart(title, note, TimePanel.stack(horizon, panel), true), 3.2);
    }

    /** State of charge of every battery as colour. */
    public static Figure stateOfCharge(RunInputs inputs, DispatchTable dispatch, String note) {
        List<Integer> homes = withBattery(inputs);
        Horizon horizon = inputs.horizon();
        int last = HeatMap.step(horizon) - 1;
        // Dark blue over green to yellow; also ordered in grey. After viridis (van der Walt, Smith).
        HeatMap.Scale percent = new HeatMap.Scale(
                "State of charge [% of capacity]", 0, 100, 20, 0x440154, 0x3B528B, 0x21918C, 0x5EC962, 0xFDE725);
        return new HeatMap(horizon, ids(inputs, homes), percent)
                .draw(
                        "state-of-charge", "State of charge of the home batteries, end of interval", note,
                        "state of charge",
                        (row, t) -> {
                            var bess = inputs.prosumers().get(homes.get(row)).bess();
                            double capacity = bess == null ? 1 : bess.capacityKwh();
                            return 100 * dispatch.at(homes.get(row), t + last).bessKwh() / capacity;
                        });
    }

    /** Power of every home's battery and car at the device as colour: discharge above 0, charge below. */
    public static Figure storagePower(RunInputs inputs, DispatchTable dispatch, String note) {
        List<Integer> homes = withBattery(inputs);
        Horizon horizon = inputs.horizon();
        int step = HeatMap.step(horizon);
        HeatMap.Value mean = (row, t) -> {
            double total = 0;
            for (int k = t; k < t + step; k++) {
                HomeInterval at = dispatch.at(homes.get(row), k);
                total += at.dischargeKw() + at.evV2gKw() - at.chargeKw() - at.evChargeKw();
            }
            return total / step;
        };
        double most = 0.1;
        for (int row = 0; row < homes.size(); row++) {
            for (int t = 0; t < horizon.intervals(); t += step) {
                most = Math.max(most, Math.abs(mean.at(row, t)));
            }
        }
        double tick = most > 20 ? 10 : most > 8 ? 5 : most > 3 ? 2 : most > 1 ? 1 : 0.1;
        double end = tick * Math.ceil(most / tick);
        // From vermillion over white to blue, two colours that colour-blind readers tell apart.
        HeatMap.Scale kw = new HeatMap.Scale(
                "Discharge (+), charge (\u2212) [kW]", -end, end, tick, 0x8C3D00, 0xD55E00, 0xF5F5F5, 0x0072B2, 0x00365A);
        return new HeatMap(horizon, ids(inputs, homes), kw)
                .draw("dispatch", "Power of batteries and cars", note, "discharge less charge", mean);
    }

    /** Homes with a battery, by their place in the fleet. */
    static List<Integer> withBattery(RunInputs inputs) {
        return java.util.stream.IntStream.range(0, inputs.prosumers().size())
                .filter(i -> inputs.prosumers().get(i).bess() != null)
                .boxed()
                .toList();
    }

    private static List<String> ids(RunInputs inputs, List<Integer> homes) {
        return homes.stream().map(i -> inputs.prosumers().get(i).id()).toList();
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

    static double sum(
            DispatchTable dispatch, int interval, ToDoubleFunction<HomeInterval> value) {
        double total = 0;
        for (int i = 0; i < dispatch.prosumers(); i++) {
            total += value.applyAsDouble(dispatch.at(i, interval));
        }
        return total;
    }
}
