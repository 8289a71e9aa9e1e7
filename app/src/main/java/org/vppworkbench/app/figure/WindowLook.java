package org.vppworkbench.app.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** The label line, fonts, lines and the colour-blind-safe palette (Okabe and Ito 2008) of the figures of the window. */
public final class WindowLook {
    static final Color BLUE = new Color(0x0072B2);
    static final Color ORANGE = new Color(0xE69F00);
    static final Color GREEN = new Color(0x009E73);
    static final Color VERMILLION = new Color(0xD55E00);
    static final Color PURPLE = new Color(0xCC79A7);
    static final Color SKY = new Color(0x56B4E9);
    static final Color INK = new Color(0x24292F);
    static final Color MUTED = new Color(0x57606A);
    static final Color GRID = new Color(0xD8DEE4);
    static final Color[] HOMES = {BLUE, ORANGE, GREEN, VERMILLION, PURPLE, SKY};

    static final Font TICK = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
    static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    private static final Font NOTE = new Font(Font.SANS_SERIF, Font.PLAIN, 9);

    private WindowLook() {}

    static BasicStroke line(float width) {
        return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    static BasicStroke dashed(float width) {
        return new BasicStroke(
                width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {5, 4}, 0);
    }

    static NumberAxis axis(String label) {
        NumberAxis axis = new NumberAxis(label);
        style(axis);
        axis.setAutoRangeIncludesZero(false);
        return axis;
    }

    static DecimalFormat number(String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    }

    static void style(ValueAxis axis) {
        axis.setTickLabelFont(TICK);
        axis.setLabelFont(LABEL);
        axis.setTickLabelPaint(MUTED);
        axis.setLabelPaint(INK);
        axis.setAxisLinePaint(GRID);
        axis.setTickMarkPaint(GRID);
    }

    static void style(XYPlot plot) {
        plot.setBackgroundPaint(Color.WHITE);
        plot.setDomainGridlinePaint(GRID);
        plot.setRangeGridlinePaint(GRID);
        plot.setDomainGridlineStroke(line(0.7f));
        plot.setRangeGridlineStroke(line(0.7f));
        plot.setOutlineVisible(false);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    }

    static JFreeChart chart(String note, org.jfree.chart.plot.Plot plot, boolean legend) {
        JFreeChart chart = new JFreeChart(null, LABEL, plot, legend);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(4, 4, 4, 10));
        TextTitle line = new TextTitle(note, NOTE);
        line.setPaint(MUTED);
        line.setHorizontalAlignment(HorizontalAlignment.LEFT);
        line.setTextAlignment(HorizontalAlignment.LEFT);
        line.setPosition(RectangleEdge.TOP);
        chart.addSubtitle(line);
        LegendTitle key = chart.getLegend();
        if (key != null) {
            key.setItemFont(TICK);
            key.setItemPaint(INK);
            key.setItemLabelPadding(new RectangleInsets(2, 4, 2, 22));
            key.setFrame(org.jfree.chart.block.BlockBorder.NONE);
            key.setBackgroundPaint(Color.WHITE);
        }
        return chart;
    }
}
