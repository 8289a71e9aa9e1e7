package org.vppworkbench.app.figure.paper;

import java.awt.Color;
import java.text.SimpleDateFormat;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.DateTickUnit;
import org.jfree.chart.axis.DateTickUnitType;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.Marker;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.title.Title;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.figure.Figure;

/** Turns a figure of the window or of a bundle into one for print: its width, one font in 7 to 9 pt, labels that have room. */
public final class PaperStyle {
    // 1/100 inch is 0.72 pt
    private static final double TITLE = 12.0; // 8.6 pt
    private static final double AXIS = 11.0; // 7.9 pt
    static final double SMALL = 9.8; // 7.1 pt
    static final Color INK = new Color(0x222222);
    private static final double DAY_MILLIS = 86_400_000.0;

    /** Room a date such as {@code 16 Aug} and the space beside it need [1/100 inch]. */
    private static final double DATE_UNITS = 38;

    /** Numbers and label of the axis on the left, and the margin on the right [1/100 inch]. */
    private static final double BESIDE_UNITS = 70;

    private final Preset preset;
    private final boolean titled;
    private @Nullable TextTitle note;

    private PaperStyle(Preset preset, boolean titled) {
        this.preset = preset;
        this.titled = titled;
    }

    /**
     * The figure for print. The chart is changed and must not be shown in a window as well.
     *
     * @param figure freshly made
     * @param titled whether the title is in the picture; journals set it below, as the caption
     */
    public static Figure of(Figure figure, Preset preset, boolean titled) {
        double height = preset.heightInches(figure);
        new PaperStyle(preset, titled).apply(figure);
        return new Figure(figure.name(), figure.title(), figure.chart(), preset.widthInches(), height);
    }

    private void apply(Figure figure) {
        JFreeChart chart = figure.chart();
        chart.setPadding(new RectangleInsets(3, 3, 3, preset == Preset.ONE_COLUMN ? 10 : 14));
        titles(figure);
        plot(chart.getPlot());
    }

    private void titles(Figure figure) {
        JFreeChart chart = figure.chart();
        boolean found = false;
        List<Title> all = List.copyOf(chart.getSubtitles());
        for (Title title : all) {
            switch (title) {
                case TextTitle text when text.getText().equals(figure.title()) -> {
                    found = true;
                    text(text, TITLE);
                    if (!titled) {
                        chart.removeSubtitle(text);
                    }
                }
                case TextTitle text -> {
                    text(text, SMALL);
                    note = text;
                    if (text.getText().isBlank()) {
                        chart.removeSubtitle(text);
                    }
                }
                case LegendTitle legend -> {
                    legend.setItemFont(PaperFont.of(SMALL));
                    legend.setItemPaint(INK);
                    legend.setItemLabelPadding(new RectangleInsets(1, 3, 1, 10));
                }
                case PaintScaleLegend scale -> {
                    axis(scale.getAxis());
                    if (preset == Preset.ONE_COLUMN) {
                        across(scale);
                    }
                }
                default -> { }
            }
        }
        if (titled && !found) {
            TextTitle title = new TextTitle(figure.title());
            title.setHorizontalAlignment(HorizontalAlignment.LEFT);
            title.setTextAlignment(HorizontalAlignment.LEFT);
            text(title, TITLE);
            chart.addSubtitle(0, title);
        }
    }

    /** Adds to the line that says what kind of numbers these are. */
    private void remark(String words) {
        TextTitle line = note;
        if (line != null) {
            line.setText(line.getText() + " \u00b7 " + PaperFont.printable(words));
        }
    }

    /** Below the plot, where a narrow figure has the room for a colour scale. */
    private static void across(PaintScaleLegend scale) {
        scale.setPosition(RectangleEdge.BOTTOM);
        scale.setAxisLocation(org.jfree.chart.axis.AxisLocation.BOTTOM_OR_LEFT);
        scale.setStripWidth(9);
        scale.setMargin(new RectangleInsets(4, 40, 2, 6));
    }

    private static void text(TextTitle title, double size) {
        title.setText(PaperFont.printable(title.getText()));
        title.setFont(PaperFont.of(size));
        title.setPaint(INK);
        title.setPadding(new RectangleInsets(1, 4, 2, 4));
    }

    private void plot(Plot plot) {
        plot.setNoDataMessageFont(PaperFont.of(AXIS));
        switch (plot) {
            case CombinedDomainXYPlot combined -> {
                axis(combined.getDomainAxis());
                combined.getSubplots().forEach(this::plot);
            }
            case XYPlot xy -> {
                axis(xy.getDomainAxis());
                axis(xy.getRangeAxis());
                markers(xy);
                keys(xy.getFixedLegendItems());
            }
            case CategoryPlot bars -> {
                axis(bars.getDomainAxis());
                axis(bars.getRangeAxis());
                BarLabels.fit(bars, preset).ifPresent(this::remark);
            }
            default -> { }
        }
    }

    private static void keys(@Nullable LegendItemCollection items) {
        for (int i = 0; items != null && i < items.getItemCount(); i++) {
            items.get(i).setLabelFont(PaperFont.of(SMALL));
            items.get(i).setLabelPaint(INK);
        }
    }

    private static void markers(XYPlot plot) {
        for (Layer layer : List.of(Layer.FOREGROUND, Layer.BACKGROUND)) {
            for (boolean domain : new boolean[] {true, false}) {
                var markers = domain ? plot.getDomainMarkers(layer) : plot.getRangeMarkers(layer);
                if (markers != null) {
                    for (Object marker : markers) {
                        ((Marker) marker).setLabelFont(PaperFont.of(SMALL));
                        ((Marker) marker).setLabelPaint(INK);
                    }
                }
            }
        }
    }

    private void axis(@Nullable Axis axis) {
        if (axis == null) {
            return;
        }
        axis.setLabelFont(PaperFont.of(AXIS));
        axis.setTickLabelFont(PaperFont.of(SMALL));
        axis.setLabelPaint(INK);
        axis.setTickLabelPaint(INK);
        if (axis.getLabel() != null) {
            axis.setLabel(PaperFont.printable(axis.getLabel()));
        }
        if (preset == Preset.ONE_COLUMN && axis instanceof DateAxis dates) {
            narrow(dates);
        }
        if (preset == Preset.ONE_COLUMN && axis instanceof NumberAxis numbers && numbers.isAutoTickUnitSelection()) {
            numbers.setTickLabelInsets(new RectangleInsets(2, 3, 2, 3));
        }
        if (preset == Preset.ONE_COLUMN && axis instanceof NumberAxis numbers && numbers.getRange().getLength() == 24
                && !numbers.isAutoTickUnitSelection()) {
            numbers.setTickUnit(new NumberTickUnit(6));
        }
    }

    /** Fewer and shorter dates. */
    private void narrow(DateAxis axis) {
        double days = axis.getRange().getLength() / DAY_MILLIS;
        double room = preset.widthInches() * PictureFormat.UNITS_PER_INCH - BESIDE_UNITS;
        String label = axis.getLabel();
        if (label != null && PaperFont.width(label, AXIS) > room && label.endsWith(")")) {
            int bracket = label.lastIndexOf(" (");
            axis.setLabel(label.substring(0, bracket));
            remark("times of " + label.substring(bracket + 2, label.length() - 1));
        }
        if (days > 2.1) {
            int step = (int) Math.max(1, Math.ceil(days * DATE_UNITS / room));
            axis.setTickUnit(new DateTickUnit(DateTickUnitType.DAY, step), false, true);
            SimpleDateFormat format = new SimpleDateFormat("d MMM", Locale.ENGLISH);
            format.setTimeZone(axis.getTimeZone());
            axis.setDateFormatOverride(format);
        } else {
            axis.setTickUnit(new DateTickUnit(DateTickUnitType.HOUR, days > 1.1 ? 12 : 4), false, true);
        }
    }
}
