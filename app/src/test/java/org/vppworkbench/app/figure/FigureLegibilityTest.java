package org.vppworkbench.app.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.Tick;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.HardPreferences;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.market.RequiredCapacity;
import org.vppworkbench.model.physics.DispatchTable;
import org.vppworkbench.model.physics.HomeInterval;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.sample.SampleLibrary;
import org.vppworkbench.sample.quality.DataQuality;

/** Every figure is drawn at its size, and the axes are asked where their labels came to lie: none touches the next. */
class FigureLegibilityTest {
    /** Least room between two labels that stand side by side. */
    private static final double SPACE = 3;

    private static Horizon horizon(int days) {
        return new Horizon(LocalDate.of(2023, 8, 1), days, Horizon.LOS_ANGELES);
    }

    private static TimeSeries wave(int n, double scale) {
        return TimeSeries.generate(n, t -> scale * (1.2 + Math.sin(t / 15.0)));
    }

    private static Figure prices(int days) {
        Horizon horizon = horizon(days);
        int n = horizon.intervals();
        return FigureFactory.prices(
                horizon, new MarketSeries(wave(n, 1000), wave(n, 500), wave(n, 100), wave(n, 1200)), "note");
    }

    private static Figure stateOfCharge(int days, int homes) {
        Horizon horizon = horizon(days);
        int n = horizon.intervals();
        TimeSeries zero = TimeSeries.constant(n, 0);
        List<ProsumerInputs> prosumers = new ArrayList<>();
        HomeInterval[][] rows = new HomeInterval[homes][n];
        for (int i = 0; i < homes; i++) {
            prosumers.add(new ProsumerInputs(
                    "home-%04d".formatted(i + 1), wave(n, 0.2), zero, 0.2, 100, 100, zero, zero,
                    new BessInputs(10, 4, 4, 1, 1, 0, 10, 5, 0.05), null, HardPreferences.NONE, List.of()));
            for (int t = 0; t < n; t++) {
                rows[i][t] = new HomeInterval(0, 0, 0, 0, 0, 0, 5 + 4 * Math.sin(i + t / 20.0), 0, 0, 0, 0, 0, 0, 0);
            }
        }
        MarketSeries prices = new MarketSeries(wave(n, 100), null, null, null);
        TimeSeries need = TimeSeries.constant(horizon.hours(), 1);
        RunInputs inputs = new RunInputs(
                horizon, prices, prices, new RequiredCapacity(need, need, need), List.of(), prosumers);
        return FigureFactory.stateOfCharge(inputs, new DispatchTable(rows), "note");
    }

    private static Figure surplus(int homes) {
        List<BarFigures.Bar> bars = new ArrayList<>();
        for (int i = 0; i < homes; i++) {
            double usd = 1.5 + 3 * Math.sin(i);
            bars.add(new BarFigures.Bar("home-%04d".formatted(i + 1), usd, BarFigures.usd(usd), FigureStyle.BLUE));
        }
        return BarFigures.surplus(bars, "note");
    }

    /** Draws a figure and asks every axis. */
    private static void assertLegible(Figure figure) {
        int width = (int) Math.round(100 * figure.widthInches());
        int height = (int) Math.round(100 * figure.heightInches());
        assertTrue(height <= 1150, figure.name() + " fits on a page: " + height);
        Graphics2D g = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB).createGraphics();
        ChartRenderingInfo info = new ChartRenderingInfo();
        figure.chart().draw(g, new Rectangle2D.Double(0, 0, width, height), info);
        PlotRenderingInfo drawn = info.getPlotInfo();
        switch (figure.chart().getPlot()) {
            case CategoryPlot bars -> names(bars, drawn.getDataArea(), g, figure.name());
            case CombinedDomainXYPlot all -> {
                axis(all.getDomainAxis(), drawn.getDataArea(), RectangleEdge.BOTTOM, g, figure.name());
                for (int i = 0; i < all.getSubplots().size(); i++) {
                    XYPlot panel = all.getSubplots().get(i);
                    axis(panel.getRangeAxis(), drawn.getSubplotInfo(i).getDataArea(), RectangleEdge.LEFT, g, figure.name());
                }
            }
            case XYPlot plot -> {
                axis(plot.getDomainAxis(), drawn.getDataArea(), RectangleEdge.BOTTOM, g, figure.name());
                axis(plot.getRangeAxis(), drawn.getDataArea(), RectangleEdge.LEFT, g, figure.name());
            }
            default -> throw new AssertionError(figure.name());
        }
        g.dispose();
    }

    private record Label(String text, double from, double to) {}

    private static void axis(ValueAxis axis, Rectangle2D area, RectangleEdge edge, Graphics2D g, String where) {
        boolean across = edge.equals(RectangleEdge.BOTTOM);
        List<Label> labels = new ArrayList<>();
        for (Object one : axis.refreshTicks(g, new AxisState(), area, edge)) {
            String text = ((Tick) one).getText();
            if (!text.isEmpty() && axis.isTickLabelsVisible()) {
                double at = axis.valueToJava2D(((ValueTick) one).getValue(), area, edge);
                var metrics = g.getFontMetrics(axis.getTickLabelFont());
                double size = across ? metrics.stringWidth(text) + SPACE : metrics.getAscent();
                labels.add(new Label(text, at - size / 2, at + size / 2));
            }
        }
        String title = axis.getLabel();
        boolean titled = title != null && !title.isEmpty();
        if (axis instanceof SymbolAxis names) {
            assertEquals(names.getSymbols().length, labels.size(), where + ": every row has its name, or none");
        } else if (axis.isTickLabelsVisible()) {
            assertTrue(labels.size() >= 2, where + ": " + labels);
        } else {
            assertTrue(titled, where + ": an axis without numbers says what it is");
        }
        apart(labels, where);
        if (title != null && titled) {
            double size = g.getFontMetrics(axis.getLabelFont()).stringWidth(title);
            double room = across ? area.getWidth() : area.getHeight();
            assertTrue(size <= room + (across ? 60 : 8), where + ": \"" + title + "\" needs " + size + " of " + room);
        }
    }

    private static void names(CategoryPlot bars, Rectangle2D area, Graphics2D g, String where) {
        double height = g.getFontMetrics(bars.getDomainAxis().getTickLabelFont()).getAscent();
        List<Label> labels = new ArrayList<>();
        int n = bars.getCategories().size();
        for (int i = 0; i < n; i++) {
            double at = bars.getDomainAxis().getCategoryMiddle(i, n, area, RectangleEdge.LEFT);
            labels.add(new Label(String.valueOf(bars.getCategories().get(i)), at - height / 2, at + height / 2));
        }
        apart(labels, where);
        axis(bars.getRangeAxis(), area, RectangleEdge.BOTTOM, g, where);
    }

    private static void apart(List<Label> labels, String where) {
        labels.sort(Comparator.comparingDouble(Label::from));
        for (int i = 1; i < labels.size(); i++) {
            Label before = labels.get(i - 1);
            Label next = labels.get(i);
            assertTrue(before.to() <= next.from(), where + ": " + before + " touches " + next);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 9, 10, 14, 31, 62, 366})
    void datesStandApart(int days) {
        assertLegible(prices(days));
        assertLegible(FigureFactory.cumulativeGain(
                horizon(days), "rule", wave(horizon(days).intervals(), 10).toArray(), "note"));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 20", "1, 120", "1, 1000", "7, 20", "7, 120", "31, 20"})
    void chargeOfManyHomesOverManyDaysIsLegible(int days, int homes) {
        assertLegible(stateOfCharge(days, homes));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 20, 60, 61, 120, 1000})
    void homesStandApartOrHaveNoNames(int homes) {
        assertLegible(surplus(homes));
    }

    @Test
    void beyondSixtyHomesTheSurplusIsACurveThatSaysSo() {
        Figure many = surplus(120);
        assertTrue(many.title().contains("120 homes") && many.title().contains("sorted"), many.title());
        XYPlot plot = (XYPlot) many.chart().getPlot();
        assertTrue(plot.getDomainAxis().getLabel().contains("below 0"), plot.getDomainAxis().getLabel());
        assertEquals(120, ((NumberAxis) plot.getDomainAxis()).getRange().getUpperBound());
        for (int i = 1; i < plot.getDataset().getItemCount(0); i++) {
            assertTrue(plot.getDataset().getYValue(0, i) <= plot.getDataset().getYValue(0, i - 1), "falls");
        }
        assertTrue(surplus(60).chart().getPlot() instanceof CategoryPlot, "names where they are legible");
    }

    @Test
    void dataQualityNamesEveryRow() {
        Figure figure = QualityFigure.of(DataQuality.assess(SampleLibrary.load("la-2023-08").orThrow()), "note");
        assertLegible(figure);
    }
}
