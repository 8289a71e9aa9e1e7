package org.vppworkbench.app.figure;

import java.awt.Color;
import java.awt.Paint;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.CategoryItemLabelGenerator;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;

/** Bar figures, from plain numbers. */
public final class BarFigures {
    /**
     * One bar.
     *
     * @param name below or beside the bar, unique
     * @param value its length
     * @param label at its end
     * @param colour its colour
     */
    public record Bar(String name, double value, String label, Color colour) {}

    /** Bars whose names are still legible at the greatest height of the figure. */
    static final int MOST_NAMED = 60;

    private BarFigures() {}

    /** Welfare above no VPP of what is compared. */
    public static Figure welfare(List<Bar> bars, String note) {
        String title = "Welfare above no VPP";
        CategoryPlot plot = plot("W \u2212 W\u2070 [$]", bars, 0.5);
        double height = Math.max(2.2, 1.3 + 0.34 * bars.size());
        return Figure.wide(
                "welfare", title, FigureStyle.chart(title, note, plot, false), height);
    }

    /** Efficiency of what is compared. */
    public static Figure efficiency(List<Bar> bars, String note) {
        String title = "Efficiency: share of the possible gains from trade";
        CategoryPlot plot = plot("\u03b7 = (W \u2212 W_home)/(W* \u2212 W_home)", bars, 0.15);
        double height = Math.max(2.2, 1.3 + 0.34 * bars.size());
        return Figure.wide("efficiency", title, FigureStyle.chart(title, note, plot, false), height);
    }

    /** Surplus of every home: a bar for each, or one sorted curve where names would no longer be legible. */
    public static Figure surplus(List<Bar> bars, String note) {
        if (bars.size() > MOST_NAMED) {
            return SurplusCurve.of(bars.stream().mapToDouble(Bar::value).toArray(), note);
        }
        String title = "Surplus per home over its own plan without VPP";
        CategoryPlot plot = plot("Surplus S [$]", bars, 0.2);
        double height = Math.max(2.2, 1.3 + 0.16 * bars.size());
        return Figure.wide("surplus", title, FigureStyle.chart(title, note, plot, false), height);
    }

    /** Bars from 0 with a name and a label each; at most {@link #MOST_NAMED}. */
    static Figure plain(String name, String title, String axis, List<Bar> bars, String note) {
        double height = Math.max(2.2, 1.3 + (bars.size() > 14 ? 0.2 : 0.3) * bars.size());
        return Figure.wide(name, title, FigureStyle.chart(title, note, plot(axis, bars, 0.5), false), height);
    }

    /** Dollars with the decimals that matter at their size. */
    public static String usd(double value) {
        String pattern = Math.abs(value) >= 100 ? "#,##0.0" : "0.00";
        String text = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(value)
                .replace('-', '\u2212');
        return text.matches("\u2212[0.]+") ? text.substring(1) : text;
    }

    /** Less than half a cent is written as 0.00 and drawn so: noise of a solver must not open the side of the losses. */
    private static double drawn(Bar bar) {
        return Math.abs(bar.value()) < 0.005 ? 0 : bar.value();
    }

    private static CategoryPlot plot(String valueLabel, List<Bar> bars, double roomForLabels) {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        for (Bar bar : bars) {
            data.addValue(drawn(bar), "value", bar.name());
        }
        NumberAxis values = new NumberAxis(valueLabel);
        values.setUpperMargin(roomForLabels);
        boolean below = bars.stream().anyMatch(b -> drawn(b) < 0);
        values.setLowerMargin(below ? roomForLabels : 0);
        values.setAutoRangeMinimumSize(0.01);
        CategoryAxis names = new CategoryAxis();
        names.setMaximumCategoryLabelWidthRatio(0.5f);
        CategoryPlot plot = new CategoryPlot(data, names, values, new Coloured(bars));
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeZeroBaselineVisible(true);
        plot.setRangeAxisLocation(org.jfree.chart.axis.AxisLocation.BOTTOM_OR_LEFT);
        return plot;
    }

    private static final class Coloured extends BarRenderer {
        private static final long serialVersionUID = 1L;

        private final transient List<Bar> bars;

        Coloured(List<Bar> bars) {
            this.bars = bars;
            setBarPainter(new StandardBarPainter());
            setShadowVisible(false);
            setMaximumBarWidth(0.12);
            setDefaultItemLabelGenerator(new Labels(bars));
            setDefaultItemLabelsVisible(true);
            setDefaultItemLabelFont(FigureStyle.tickFont());
            setDefaultPositiveItemLabelPosition(
                    new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
            setDefaultNegativeItemLabelPosition(
                    new ItemLabelPosition(ItemLabelAnchor.OUTSIDE9, TextAnchor.CENTER_RIGHT));
        }

        @Override
        public Paint getItemPaint(int row, int column) {
            return bars.get(column).colour();
        }
    }

    private record Labels(List<Bar> bars) implements CategoryItemLabelGenerator {
        @Override
        public String generateRowLabel(CategoryDataset dataset, int row) {
            return String.valueOf(dataset.getRowKey(row));
        }

        @Override
        public String generateColumnLabel(CategoryDataset dataset, int column) {
            return bars.get(column).name();
        }

        @Override
        public String generateLabel(CategoryDataset dataset, int row, int column) {
            return bars.get(column).label();
        }
    }
}
