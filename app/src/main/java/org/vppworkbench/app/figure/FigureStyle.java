package org.vppworkbench.app.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Stroke;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/**
 * The look of all figures: white, thin grid, colours that colour-blind readers can tell apart and
 * that differ in line style too. Lengths are in 1/100 inch.
 */
public final class FigureStyle {
    // Okabe and Ito (2008), Color universal design.
    public static final Color BLUE = new Color(0x0072B2);
    public static final Color VERMILLION = new Color(0xD55E00);
    public static final Color GREEN = new Color(0x009E73);
    public static final Color ORANGE = new Color(0xE69F00);
    public static final Color PURPLE = new Color(0xCC79A7);
    public static final Color SKY = new Color(0x56B4E9);
    public static final Color BLACK = new Color(0x222222);
    public static final Color GREY = new Color(0x8A8A8A);

    public static final Stroke SOLID = line(1.6f);
    public static final Stroke DASHED = line(1.6f, 6, 3);
    public static final Stroke DOTTED = line(1.6f, 1.6f, 2.4f);
    public static final Stroke DASH_DOT = line(1.6f, 7, 3, 1.6f, 3);

    private static final String FAMILY = Font.SANS_SERIF;
    private static final Font TITLE = new Font(FAMILY, Font.BOLD, 13);
    private static final Font NOTE = new Font(FAMILY, Font.PLAIN, 9);
    private static final Font AXIS = new Font(FAMILY, Font.PLAIN, 11);
    private static final Font TICK = new Font(FAMILY, Font.PLAIN, 10);
    private static final Color TEXT = new Color(0x222222);
    private static final Color NOTE_TEXT = new Color(0x5A5A5A);
    private static final Color GRID = new Color(0xDDDDDD);

    private FigureStyle() {}

    static Font tickFont() {
        return TICK;
    }

    /** A chart with title, the line that says what kind of numbers these are, and legend. */
    static JFreeChart chart(String title, String note, Plot plot, boolean legend) {
        JFreeChart chart = new JFreeChart(null, TITLE, plot, false);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setAntiAlias(true);
        chart.setTextAntiAlias(true);
        chart.setPadding(new RectangleInsets(4, 4, 4, 18));
        chart.addSubtitle(text(title, TITLE, TEXT));
        chart.addSubtitle(text(note, NOTE, NOTE_TEXT));
        if (legend) {
            LegendTitle keys = new LegendTitle(plot);
            keys.setItemFont(TICK);
            keys.setItemPaint(TEXT);
            keys.setFrame(BlockBorder.NONE);
            keys.setBackgroundPaint(Color.WHITE);
            keys.setPosition(RectangleEdge.BOTTOM);
            chart.addSubtitle(keys);
        }
        clean(plot);
        return chart;
    }

    static void axis(Axis axis) {
        axis.setLabelFont(AXIS);
        axis.setLabelPaint(TEXT);
        axis.setTickLabelFont(TICK);
        axis.setTickLabelPaint(TEXT);
        axis.setAxisLinePaint(GREY);
        axis.setTickMarkPaint(GREY);
    }

    private static void clean(Plot plot) {
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlineVisible(false);
        plot.setNoDataMessage("no data");
        plot.setNoDataMessageFont(AXIS);
        switch (plot) {
            case CombinedDomainXYPlot combined -> {
                combined.setGap(12);
                for (Object part : combined.getSubplots()) {
                    clean((XYPlot) part);
                }
                axis(combined.getDomainAxis());
            }
            case XYPlot xy -> {
                xy.setDomainGridlinePaint(GRID);
                xy.setDomainGridlineStroke(line(0.6f));
                xy.setRangeGridlinePaint(GRID);
                xy.setRangeGridlineStroke(line(0.6f));
                xy.setAxisOffset(RectangleInsets.ZERO_INSETS);
                if (xy.getDomainAxis() != null) {
                    axis(xy.getDomainAxis());
                }
                axis(xy.getRangeAxis());
            }
            case CategoryPlot bars -> {
                bars.setRangeGridlinePaint(GRID);
                bars.setRangeGridlineStroke(line(0.6f));
                bars.setAxisOffset(RectangleInsets.ZERO_INSETS);
                axis(bars.getDomainAxis());
                axis(bars.getRangeAxis());
            }
            default -> { }
        }
    }

    private static TextTitle text(String words, Font font, Color colour) {
        TextTitle title = new TextTitle(words, font);
        title.setPaint(colour);
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        title.setTextAlignment(HorizontalAlignment.LEFT);
        title.setPosition(RectangleEdge.TOP);
        title.setPadding(new RectangleInsets(1, 6, 1, 0));
        return title;
    }

    private static Stroke line(float width, float... dash) {
        return dash.length == 0
                ? new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
                : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0);
    }
}
