package org.vppworkbench.app.figure;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.text.SimpleDateFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.LookupPaintScale;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.data.xy.DefaultXYZDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.vppworkbench.sample.folder.SeriesRole;
import org.vppworkbench.sample.quality.InspectedData;
import org.vppworkbench.sample.quality.InspectedSeries;
import org.vppworkbench.sample.quality.QualityReport;
import org.vppworkbench.sample.quality.QualityRow;

/**
 * The quality of data at a glance: every price by local day and hour as colour, single intervals that a check points at
 * as circles, and below how much of every day each series covers.
 */
public final class QualityFigure {
    private static final Color ABSENT = new Color(0xE9E9E9);

    /** Upper bounds of the colour classes [$/MWh]; the first is for prices below 0. */
    private static final double[] BOUNDS = {0, 5, 20, 35, 50, 70, 100, 200, 500, 1000};

    private static final String[] CLASSES = {
        "below 0", "0\u20135", "5\u201320", "20\u201335", "35\u201350", "50\u201370", "70\u2013100", "100\u2013200",
        "200\u2013500", "500\u20131000", "above 1000"
    };
    private static final Color[] COLOURS = {
        FigureStyle.SKY, new Color(0x440154), new Color(0x482878), new Color(0x3E4989), new Color(0x31688E),
        new Color(0x26828E), new Color(0x1F9E89), new Color(0x35B779), new Color(0x6DCD59), new Color(0xB4DE2C),
        new Color(0xFDE725)
    };

    private static final double DAY_MILLIS = 86_400_000;
    /** Height of a bar of the completeness panel, in rows. */
    private static final double BAR = 0.5;

    private static final double INCHES_PER_PRICE = 1.15;
    private static final double INCHES_PER_ROW = 0.2;
    private static final Shape CIRCLE = new Ellipse2D.Double(-3.5, -3.5, 7, 7);
    private static final Shape SQUARE = new Rectangle2D.Double(-5, -5, 10, 10);

    private final QualityReport report;
    private final InspectedData data;
    private final LocalDate first;
    private final int days;

    private QualityFigure(QualityReport report) {
        this.report = report;
        this.data = report.data();
        Instant start = data.series().stream().map(InspectedSeries::first).min(Comparator.naturalOrder()).orElseThrow();
        Instant last = data.series().stream()
                .map(s -> s.first().plus(s.step().multipliedBy(s.values().length() - 1L)))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        this.first = start.atZone(data.zone()).toLocalDate();
        this.days = (int) (last.atZone(data.zone()).toLocalDate().toEpochDay() - first.toEpochDay()) + 1;
    }

    /**
     * The figure.
     *
     * @param report about at least one series
     * @param note the line that says what kind of numbers these are
     */
    public static Figure of(QualityReport report, String note) {
        return new QualityFigure(report).draw(note);
    }

    private Figure draw(String note) {
        CombinedDomainXYPlot all = new CombinedDomainXYPlot(dayAxis());
        int prices = 0;
        for (InspectedSeries series : data.series()) {
            if (isPrice(series)) {
                all.add(pricePanel(series), 10);
                prices++;
            }
        }
        List<Cover> covers = covers();
        double coverInches = 0.25 + INCHES_PER_ROW * covers.size();
        all.add(coverPanel(covers), Math.max(1, (int) Math.round(10 * coverInches / INCHES_PER_PRICE)));
        all.setFixedLegendItems(legend(prices > 0));
        String title = "Data quality: " + data.id();
        var chart = FigureStyle.chart(title, note, all, true);
        for (XYPlot panel : all.getSubplots()) {
            panel.setBackgroundPaint(ABSENT);
            panel.setDomainGridlinesVisible(false);
            panel.setRangeGridlinesVisible(false);
        }
        double height = 1.55 + INCHES_PER_PRICE * prices + coverInches;
        return Figure.wide("data-quality", title, chart, Math.min(height, 11));
    }

    private static boolean isPrice(InspectedSeries series) {
        return switch (series.type()) {
            case ENERGY, SPIN, NON_SPIN, REAL_TIME -> true;
            default -> false;
        };
    }

    private XYPlot pricePanel(InspectedSeries series) {
        List<double[]> cells = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            for (int hour = 0; hour < 24; hour++) {
                double mean = mean(series, first.plusDays(day), hour);
                if (!Double.isNaN(mean)) {
                    cells.add(new double[] {millis(day), hour, priceClass(mean)});
                }
            }
        }
        NumberAxis hours = new NumberAxis(name(series.type()));
        hours.setRange(0, 24);
        hours.setTickUnit(new NumberTickUnit(6));
        XYPlot plot = new XYPlot(dataset(cells), null, hours, blocks(1, scale(COLOURS)));
        flags(plot, series);
        return plot;
    }

    private static String name(SeriesRole.Type type) {
        return switch (type) {
            case ENERGY -> "Energy";
            case SPIN -> "Spin";
            case NON_SPIN -> "Non-spin";
            case REAL_TIME -> "Real time";
            default -> type.name();
        };
    }

    /** Circles around the single intervals that a check points at. */
    private void flags(XYPlot plot, InspectedSeries series) {
        XYSeries points = new XYSeries("flagged", false, true);
        for (QualityRow row : report.rows()) {
            if (List.of(row.series().split(", ")).contains(series.label())) {
                for (Instant time : row.where()) {
                    ZonedDateTime local = time.atZone(data.zone());
                    int day = (int) (local.toLocalDate().toEpochDay() - first.toEpochDay());
                    double hour = local.getHour() + local.getMinute() / 60.0;
                    points.add(millis(day) + DAY_MILLIS / 2, hour + 0.125);
                }
            }
        }
        XYLineAndShapeRenderer circles = new XYLineAndShapeRenderer(false, true);
        circles.setSeriesShape(0, CIRCLE);
        circles.setSeriesPaint(0, Color.WHITE);
        circles.setSeriesOutlinePaint(0, FigureStyle.BLACK);
        circles.setUseOutlinePaint(true);
        circles.setUseFillPaint(false);
        plot.setDataset(1, new XYSeriesCollection(points));
        plot.setRenderer(1, circles);
        plot.setDatasetRenderingOrder(org.jfree.chart.plot.DatasetRenderingOrder.FORWARD);
    }

    /** Mean over the quarter hours of a local hour that have a value, or {@code NaN} where none has. */
    private double mean(InspectedSeries series, LocalDate day, int hour) {
        double total = 0;
        int count = 0;
        for (int quarter = 0; quarter < 4; quarter++) {
            ZonedDateTime local = day.atTime(hour, 15 * quarter).atZone(data.zone());
            if (local.getHour() == hour && series.covers(local.toInstant())) {
                total += series.at(local.toInstant());
                count++;
            }
        }
        return count == 0 ? Double.NaN : total / count;
    }

    private static int priceClass(double price) {
        int index = 0;
        while (index < BOUNDS.length && price >= BOUNDS[index]) {
            index++;
        }
        return index;
    }

    /**
     * How much of each day a series, or the worst of a group, covers.
     *
     * @param name of the row
     * @param series one series, or several profiles of a kind
     */
    private record Cover(String name, List<InspectedSeries> series) {}

    private List<Cover> covers() {
        List<Cover> rows = new ArrayList<>();
        data.series().stream().filter(s -> !s.type().named()).forEach(s -> rows.add(new Cover(s.label(), List.of(s))));
        for (SeriesRole.Type type : List.of(SeriesRole.Type.LOAD, SeriesRole.Type.PV_YIELD)) {
            List<InspectedSeries> group = data.series().stream().filter(s -> s.type() == type).toList();
            if (!group.isEmpty()) {
                rows.add(new Cover(group.size() + (type == SeriesRole.Type.LOAD ? " loads" : " roofs"), group));
            }
        }
        return rows;
    }

    private XYPlot coverPanel(List<Cover> covers) {
        List<double[]> cells = new ArrayList<>();
        String[] names = new String[covers.size()];
        for (int row = 0; row < names.length; row++) {
            int y = names.length - 1 - row;
            Cover cover = covers.get(row);
            names[y] = cover.name();
            for (int day = 0; day < days; day++) {
                LocalDate date = first.plusDays(day);
                double least = cover.series().stream().mapToDouble(s -> share(s, date)).min().orElse(0);
                if (least > 0) {
                    cells.add(new double[] {millis(day), y - BAR / 2, least >= 1 ? 0 : 1});
                }
            }
        }
        SymbolAxis axis = new SymbolAxis(null, names);
        axis.setGridBandsVisible(false);
        LookupPaintScale scale = scale(FigureStyle.GREEN, FigureStyle.ORANGE);
        return new XYPlot(dataset(cells), null, axis, blocks(BAR, scale));
    }

    private double share(InspectedSeries series, LocalDate day) {
        Instant from = day.atStartOfDay(data.zone()).toInstant();
        Instant to = day.plusDays(1).atStartOfDay(data.zone()).toInstant();
        Instant end = series.first().plus(series.step().multipliedBy(series.values().length()));
        Instant low = series.first().isAfter(from) ? series.first() : from;
        Instant high = end.isBefore(to) ? end : to;
        return high.isAfter(low)
                ? (double) Duration.between(low, high).toSeconds() / Duration.between(from, to).toSeconds()
                : 0;
    }

    private static DefaultXYZDataset dataset(List<double[]> cells) {
        double[][] xyz = new double[3][cells.size()];
        for (int i = 0; i < cells.size(); i++) {
            for (int k = 0; k < 3; k++) {
                xyz[k][i] = cells.get(i)[k];
            }
        }
        DefaultXYZDataset dataset = new DefaultXYZDataset();
        dataset.addSeries("cells", xyz);
        return dataset;
    }

    private static XYBlockRenderer blocks(double height, LookupPaintScale scale) {
        XYBlockRenderer renderer = new XYBlockRenderer();
        renderer.setBlockWidth(DAY_MILLIS * 0.985);
        renderer.setBlockHeight(height);
        renderer.setBlockAnchor(RectangleAnchor.BOTTOM_LEFT);
        renderer.setPaintScale(scale);
        return renderer;
    }

    private static LookupPaintScale scale(Color... colours) {
        LookupPaintScale scale = new LookupPaintScale(-0.5, colours.length - 0.5, colours[0]);
        for (int i = 0; i < colours.length; i++) {
            scale.add(i - 0.5, colours[i]);
        }
        return scale;
    }

    private static LegendItemCollection legend(boolean prices) {
        LegendItemCollection items = new LegendItemCollection();
        if (prices) {
            for (int i = 0; i < CLASSES.length; i++) {
                items.add(item(CLASSES[i] + (i == CLASSES.length - 1 ? " $/MWh" : ""), SQUARE, COLOURS[i]));
            }
            items.add(new LegendItem(
                    "flagged interval", null, null, null, true, CIRCLE, true, Color.WHITE, true, FigureStyle.BLACK,
                    FigureStyle.SOLID, false, SQUARE, FigureStyle.SOLID, Color.WHITE));
        }
        items.add(item("no value", SQUARE, ABSENT));
        items.add(item("whole day", SQUARE, FigureStyle.GREEN));
        items.add(item("part of a day", SQUARE, FigureStyle.ORANGE));
        return items;
    }

    private static LegendItem item(String label, Shape shape, Color colour) {
        return new LegendItem(label, null, null, null, shape, colour);
    }

    /** Days of equal width: local dates read as UTC, so that a change of the clock moves nothing. */
    private ValueAxis dayAxis() {
        TimeZone utc = TimeZone.getTimeZone("UTC");
        DateAxis axis = new DateAxis("Local day, " + data.zone() + "; hours 0\u201324 upwards", utc, Locale.ROOT);
        axis.setRange(millis(0), millis(days));
        SimpleDateFormat format = new SimpleDateFormat(DayTicks.pattern(days), Locale.ENGLISH);
        format.setTimeZone(utc);
        axis.setDateFormatOverride(format);
        axis.setTickUnit(DayTicks.unit(days), false, true);
        axis.setTickMarkPosition(org.jfree.chart.axis.DateTickMarkPosition.START);
        return axis;
    }

    private double millis(int day) {
        return first.plusDays(day).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
}
