package org.vppworkbench.app.figure;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.CategoryItemLabelGenerator;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.IntervalBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultIntervalCategoryDataset;

/** How one sum of money becomes another, part by part: each bar begins where the one above it ends. */
public final class Waterfall {
    private final List<String> names = new ArrayList<>();
    private final List<Double> from = new ArrayList<>();
    private final List<Double> to = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();
    private final List<Color> colours = new ArrayList<>();

    /** A sum, from 0. */
    public Waterfall sum(String name, double usd, Color colour) {
        return bar(name, 0, usd, BarFigures.usd(usd), colour);
    }

    /** A part, from where the last bar ended. */
    public Waterfall part(String name, double usd, Color colour) {
        double start = to.getLast();
        String amount = BarFigures.usd(usd);
        return bar(name, start, start + usd, usd >= 0 && !amount.startsWith("\u2212") ? "+" + amount : amount, colour);
    }

    private Waterfall bar(String name, double start, double end, String label, Color colour) {
        names.add(name);
        from.add(start);
        to.add(end);
        labels.add(label);
        colours.add(colour);
        return this;
    }

    /** The figure. */
    public Figure draw(String name, String title, String note, String axisLabel) {
        int n = names.size();
        Number[] low = new Number[n];
        Number[] high = new Number[n];
        for (int i = 0; i < n; i++) {
            low[i] = Math.min(from.get(i), to.get(i));
            high[i] = Math.max(from.get(i), to.get(i));
        }
        DefaultIntervalCategoryDataset data = new DefaultIntervalCategoryDataset(
                new Comparable<?>[] {"value"}, names.toArray(Comparable<?>[]::new), new Number[][] {low}, new Number[][] {high});
        NumberAxis values = new NumberAxis(axisLabel);
        values.setUpperMargin(0.2);
        CategoryAxis rows = new CategoryAxis();
        rows.setMaximumCategoryLabelWidthRatio(0.5f);
        CategoryPlot plot = new CategoryPlot(data, rows, values, new Bars(labels, colours));
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeZeroBaselineVisible(true);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        return Figure.wide(name, title, FigureStyle.chart(title, note, plot, false), 1.3 + 0.34 * n);
    }

    private static final class Bars extends IntervalBarRenderer {
        private static final long serialVersionUID = 1L;

        private final transient List<Color> colours;

        Bars(List<String> labels, List<Color> colours) {
            this.colours = List.copyOf(colours);
            setBarPainter(new StandardBarPainter());
            setShadowVisible(false);
            setMaximumBarWidth(0.12);
            setDefaultItemLabelGenerator(new Labels(List.copyOf(labels)));
            setDefaultItemLabelsVisible(true);
            setDefaultItemLabelFont(FigureStyle.tickFont());
            setDefaultPositiveItemLabelPosition(
                    new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
            setDefaultNegativeItemLabelPosition(
                    new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
        }

        @Override
        public java.awt.Paint getItemPaint(int row, int column) {
            return colours.get(column);
        }
    }

    private record Labels(List<String> labels) implements CategoryItemLabelGenerator {
        @Override
        public String generateRowLabel(CategoryDataset dataset, int row) {
            return String.valueOf(dataset.getRowKey(row));
        }

        @Override
        public String generateColumnLabel(CategoryDataset dataset, int column) {
            return String.valueOf(dataset.getColumnKey(column));
        }

        @Override
        public String generateLabel(CategoryDataset dataset, int row, int column) {
            return labels.get(column);
        }
    }
}
