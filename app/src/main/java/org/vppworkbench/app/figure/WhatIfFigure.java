package org.vppworkbench.app.figure;

import java.awt.Color;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.physics.WhatIfResult;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

/** Battery energy of a home with and without a contract. */
public final class WhatIfFigure {
    private WhatIfFigure() {}

    /**
     * The figure.
     *
     * @param result the what-if
     * @param horizon days of the run
     * @param hour hour of the contract
     * @param capacityKwh battery [kWh]
     * @param floorKwh lowest energy the owner allows at the end of that hour [kWh]
     * @param note the line that says what kind of numbers these are
     */
    public static JFreeChart of(
            WhatIfResult result, Horizon horizon, int hour, double capacityKwh, double floorKwh, String note) {
        int dayStart = horizon.dayStart(horizon.dayOf(Math.min(result.fromInterval(), horizon.intervals() - 1)));
        XYSeriesCollection paths = new XYSeriesCollection();
        paths.addSeries(series("without the contract", result.bessWithoutKwh(), result.fromInterval() - dayStart));
        paths.addSeries(series("with it", result.bessWithKwh(), result.fromInterval() - dayStart));
        NumberAxis time = WindowLook.axis("Local time");
        double hours = result.bessWithKwh().length() * Horizon.DELTA_HOURS;
        time.setTickUnit(new ClockTicks(hours <= 4 ? 0.5 : hours <= 10 ? 1 : hours <= 24 ? 3 : 6, horizon.localStart(dayStart)));
        NumberAxis energy = WindowLook.axis("Battery [kWh]");
        energy.setRange(0, Math.max(1, capacityKwh * 1.03));
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, true);
        renderer.setSeriesPaint(0, WindowLook.MUTED);
        renderer.setSeriesStroke(0, WindowLook.dashed(1.8f));
        renderer.setSeriesShapesVisible(0, false);
        renderer.setSeriesPaint(1, WindowLook.BLUE);
        renderer.setSeriesStroke(1, WindowLook.line(2.2f));
        renderer.setSeriesShapesVisible(1, false);
        XYPlot plot = new XYPlot(paths, time, energy, renderer);
        WindowLook.style(plot);
        double from = (Horizon.firstInterval(hour) - dayStart) * Horizon.DELTA_HOURS;
        IntervalMarker contract = new IntervalMarker(from, from + 1, new Color(0xE6, 0x9F, 0x00, 50));
        plot.addDomainMarker(contract, Layer.BACKGROUND);
        if (floorKwh > 0) {
            ValueMarker floor = new ValueMarker(floorKwh, WindowLook.VERMILLION, WindowLook.dashed(1.2f));
            floor.setLabel(String.format(Locale.ROOT, "floor %.1f kWh", floorKwh));
            floor.setLabelFont(WindowLook.TICK);
            floor.setLabelPaint(WindowLook.VERMILLION);
            floor.setLabelAnchor(org.jfree.chart.ui.RectangleAnchor.BOTTOM_LEFT);
            floor.setLabelTextAnchor(org.jfree.chart.ui.TextAnchor.TOP_LEFT);
            floor.setLabelBackgroundColor(new Color(255, 255, 255, 0));
            plot.addRangeMarker(floor);
        }
        return WindowLook.chart(note, plot, true);
    }

    /**
     * The same with the power of the battery below, as it follows from the stored energy.
     *
     * @param bess the battery
     * @param storedKwh energy at the start of the paths [kWh]
     */
    public static JFreeChart withPower(
            WhatIfResult result, Horizon horizon, int hour, BessInputs bess, double floorKwh, double storedKwh, String note) {
        JFreeChart chart = of(result, horizon, hour, bess.capacityKwh(), floorKwh, note);
        XYPlot energy = chart.getXYPlot();
        int dayStart = horizon.dayStart(horizon.dayOf(Math.min(result.fromInterval(), horizon.intervals() - 1)));
        int first = result.fromInterval() - dayStart;
        XYSeriesCollection powers = new XYSeriesCollection();
        powers.addSeries(power("power without the contract", result.bessWithoutKwh(), first, bess, storedKwh));
        powers.addSeries(power("power with it", result.bessWithKwh(), first, bess, storedKwh));
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setSeriesPaint(0, WindowLook.MUTED);
        renderer.setSeriesStroke(0, WindowLook.dashed(1.6f));
        renderer.setSeriesPaint(1, WindowLook.BLUE);
        renderer.setSeriesStroke(1, WindowLook.line(1.8f));
        renderer.setDefaultSeriesVisibleInLegend(false);
        NumberAxis kw = WindowLook.axis("AC power, + out [kW]");
        XYPlot power = new XYPlot(powers, null, kw, renderer);
        WindowLook.style(power);
        power.setRangeZeroBaselineVisible(true);
        for (Object marker : energy.getDomainMarkers(Layer.BACKGROUND) == null ? java.util.List.of() : energy.getDomainMarkers(Layer.BACKGROUND)) {
            power.addDomainMarker((org.jfree.chart.plot.Marker) marker, Layer.BACKGROUND);
        }
        CombinedDomainXYPlot both = new CombinedDomainXYPlot(energy.getDomainAxis());
        energy.setDomainAxis(null);
        both.setGap(6);
        both.add(energy, 3);
        both.add(power, 2);
        return WindowLook.chart(note, both, true);
    }

    /** Mean power of every interval as a step, discharging above 0. */
    private static XYSeries power(String name, TimeSeries path, int first, BessInputs bess, double storedKwh) {
        XYSeries series = new XYSeries(name, false, true);
        double before = storedKwh;
        for (int i = 0; i < path.length(); i++) {
            double out = before - path.at(i);
            double kw = (out > 0 ? out * bess.etaDischarge() : out / bess.etaCharge()) / Horizon.DELTA_HOURS;
            series.add((first + i) * Horizon.DELTA_HOURS, kw);
            series.add((first + i + 1) * Horizon.DELTA_HOURS, kw);
            before = path.at(i);
        }
        return series;
    }

    /** Hours since the start of the local day as {@code 17:30}, also on the days the clocks change. */
    private static final class ClockTicks extends NumberTickUnit {
        private static final long serialVersionUID = 1L;
        private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

        private final ZonedDateTime midnight;

        ClockTicks(double hours, ZonedDateTime midnight) {
            super(hours);
            this.midnight = midnight;
        }

        @Override
        public String valueToString(double hours) {
            return CLOCK.format(midnight.plusMinutes(Math.round(60 * hours)));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof ClockTicks that && super.equals(other) && midnight.equals(that.midnight);
        }

        @Override
        public int hashCode() {
            return 31 * super.hashCode() + midnight.hashCode();
        }
    }

    private static XYSeries series(String name, TimeSeries path, int first) {
        XYSeries series = new XYSeries(name, false, true);
        for (int i = 0; i < path.length(); i++) {
            series.add((first + i + 1) * Horizon.DELTA_HOURS, path.at(i));
        }
        return series;
    }
}
