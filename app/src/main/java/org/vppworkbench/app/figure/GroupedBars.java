package org.vppworkbench.app.figure;

import java.awt.Color;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.data.category.DefaultCategoryDataset;

/** Several values beside each other per group, such as a day or a home. */
final class GroupedBars {
    private final DefaultCategoryDataset data = new DefaultCategoryDataset();
    private final BarRenderer renderer = new BarRenderer();
    private int series;

    GroupedBars() {
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setItemMargin(0.08);
        renderer.setMaximumBarWidth(0.06);
        renderer.setDrawBarOutline(true);
        renderer.setDefaultOutlinePaint(FigureStyle.BLACK);
    }

    /** The colour of the next series; they have the order in which {@link #add} names them first. */
    GroupedBars series(Color colour) {
        renderer.setSeriesPaint(series++, colour);
        return this;
    }

    GroupedBars add(String name, String group, double value) {
        data.addValue(value, name, group);
        return this;
    }

    /** Groups below each other where {@code rows}, else beside each other. */
    CategoryPlot plot(String valueLabel, boolean rows) {
        NumberAxis values = new NumberAxis(valueLabel);
        values.setAutoRangeMinimumSize(0.01);
        values.setUpperMargin(0.06);
        CategoryAxis groups = new CategoryAxis();
        groups.setMaximumCategoryLabelWidthRatio(rows ? 0.5f : 1.6f);
        groups.setCategoryMargin(0.25);
        CategoryPlot plot = new CategoryPlot(data, groups, values, renderer);
        plot.setOrientation(rows ? PlotOrientation.HORIZONTAL : PlotOrientation.VERTICAL);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.setRangeZeroBaselineVisible(true);
        return plot;
    }
}
