package org.vppworkbench.app.figure;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
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
import org.vppworkbench.model.time.Horizon;

/** A row per home over local time, the value as colour. */
final class HeatMap {
    /** A value of a home in an interval. */
    @FunctionalInterface
    interface Value {
        double at(int home, int interval);
    }

    /**
     * What the colours say.
     *
     * @param label with unit
     * @param low value of the first colour
     * @param high value of the last colour
     * @param tick distance of the numbers beside the colours
     * @param stops colours from low to high, evenly spaced
     */
    record Scale(String label, double low, double high, double tick, List<Color> stops) {
        Scale {
            stops = List.copyOf(stops);
        }

        Scale(String label, double low, double high, double tick, int... stops) {
            this(label, low, high, tick, Arrays.stream(stops).mapToObj(Color::new).toList());
        }
    }

    /** Steps of colour. */
    private static final int STEPS = 50;

    private final Horizon horizon;
    private final List<String> ids;
    private final Scale scale;

    /**
     * @param ids homes from above
     */
    HeatMap(Horizon horizon, List<String> ids, Scale scale) {
        this.horizon = horizon;
        this.ids = List.copyOf(ids);
        this.scale = scale;
    }

    /** Intervals per cell: one for short runs, those of an hour for long ones. */
    static int step(Horizon horizon) {
        return horizon.days() <= 2 ? 1 : Horizon.INTERVALS_PER_HOUR;
    }

    /**
     * The figure.
     *
     * @param series what a value is
     * @param value of a home and the first interval of a cell of {@link #step} intervals
     */
    Figure draw(String name, String title, String note, String series, Value value) {
        int step = step(horizon);
        int cells = horizon.intervals() / step;
        double[][] xyz = new double[3][ids.size() * cells];
        String[] names = new String[ids.size()];
        int n = 0;
        for (int row = 0; row < ids.size(); row++) {
            names[ids.size() - 1 - row] = ids.get(row);
            for (int cell = 0; cell < cells; cell++) {
                xyz[0][n] = horizon.intervalStart(cell * step).toEpochMilli();
                xyz[1][n] = ids.size() - 1 - row;
                xyz[2][n++] = value.at(row, cell * step);
            }
        }
        DefaultXYZDataset data = new DefaultXYZDataset();
        data.addSeries(series, xyz);
        XYBlockRenderer renderer = new XYBlockRenderer();
        LookupPaintScale colours = colours();
        renderer.setPaintScale(colours);
        renderer.setBlockWidth(step * Horizon.DELTA_HOURS * 3_600_000);
        renderer.setBlockHeight(0.9);
        renderer.setBlockAnchor(RectangleAnchor.LEFT);
        XYPlot plot = new XYPlot(data, TimePanel.timeAxis(horizon), homeAxis(names), renderer);
        var chart = FigureStyle.chart(title, note, plot, false);
        plot.setRangeGridlinesVisible(false);
        chart.addSubtitle(legend(colours));
        double height = Math.clamp(1.6 + 0.17 * ids.size(), 2.4, 8);
        return Figure.wide(name, title, chart, height);
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

    private PaintScaleLegend legend(LookupPaintScale colours) {
        NumberAxis axis = new NumberAxis(scale.label());
        axis.setRange(scale.low(), scale.high());
        axis.setTickUnit(new NumberTickUnit(scale.tick()));
        FigureStyle.axis(axis);
        PaintScaleLegend legend = new PaintScaleLegend(colours, axis);
        legend.setPosition(RectangleEdge.RIGHT);
        legend.setAxisLocation(org.jfree.chart.axis.AxisLocation.BOTTOM_OR_RIGHT);
        legend.setBackgroundPaint(Color.WHITE);
        legend.setStripWidth(12);
        legend.setStripOutlineVisible(false);
        legend.setSubdivisionCount(STEPS);
        legend.setMargin(new RectangleInsets(6, 6, 30, 2));
        return legend;
    }

    private LookupPaintScale colours() {
        double span = scale.high() - scale.low();
        List<Color> stops = scale.stops();
        LookupPaintScale colours = new LookupPaintScale(
                scale.low() - span * 1e-5, scale.high() + span * 1e-5, stops.getFirst());
        for (int step = 0; step < STEPS; step++) {
            double at = (double) step / STEPS * (stops.size() - 1);
            int k = (int) at;
            colours.add(
                    scale.low() + span * step / STEPS, mix(stops.get(k), stops.get(k + 1), at - k));
        }
        return colours;
    }

    private static Color mix(Color a, Color b, double share) {
        return new Color(
                (int) Math.round(a.getRed() + share * (b.getRed() - a.getRed())),
                (int) Math.round(a.getGreen() + share * (b.getGreen() - a.getGreen())),
                (int) Math.round(a.getBlue() + share * (b.getBlue() - a.getBlue())));
    }
}
