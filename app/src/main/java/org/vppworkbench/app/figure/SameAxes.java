package org.vppworkbench.app.figure;

import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.Range;
import org.jspecify.annotations.Nullable;

/** Two charts of the same figure on the same axes, so that lengths can be compared by eye. */
public final class SameAxes {
    private SameAxes() {}

    /** Gives both charts the values that either shows; charts of another build are left as they are. */
    public static void align(JFreeChart one, JFreeChart other) {
        align(one.getPlot(), other.getPlot());
    }

    private static void align(Plot one, Plot other) {
        if (one instanceof CategoryPlot a && other instanceof CategoryPlot b) {
            join(a.getRangeAxis(), b.getRangeAxis());
            // charts beside each other are narrow, and the words at the ends of their bars are not
            a.getRangeAxis().setRange(roomier(a.getRangeAxis().getRange()));
            b.getRangeAxis().setRange(a.getRangeAxis().getRange());
        } else if (one instanceof XYPlot a && other instanceof XYPlot b) {
            join(a.getDomainAxis(), b.getDomainAxis());
            if (a instanceof CombinedDomainXYPlot many && b instanceof CombinedDomainXYPlot same) {
                List<XYPlot> first = many.getSubplots();
                List<XYPlot> second = same.getSubplots();
                for (int i = 0; i < Math.min(first.size(), second.size()); i++) {
                    join(first.get(i).getRangeAxis(), second.get(i).getRangeAxis());
                }
            } else {
                join(a.getRangeAxis(), b.getRangeAxis());
            }
        }
    }

    private static Range roomier(Range range) {
        return new Range(range.getLowerBound(), range.getUpperBound() + 0.35 * range.getLength());
    }

    private static void join(@Nullable ValueAxis one, @Nullable ValueAxis other) {
        if (one != null && other != null) {
            Range both = Range.combine(one.getRange(), other.getRange());
            one.setRange(both);
            other.setRange(both);
        }
    }
}
