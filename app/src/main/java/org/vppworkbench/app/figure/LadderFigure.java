package org.vppworkbench.app.figure;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Map;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.StandardXYToolTipGenerator;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** How asks and bids of one opportunity come together, round by round. */
public final class LadderFigure {
    /**
     * @param round round of the negotiation
     * @param price [$/MWh, $/MW-h]
     */
    public record Point(int round, double price) {}

    /**
     * @param product name of the product
     * @param unit unit of prices
     * @param publishedPrice the published price
     * @param asks asks by home
     * @param bids the aggregator's bids by home
     * @param agreed prices that were accepted
     */
    public record Data(
            String product,
            String unit,
            double publishedPrice,
            Map<String, List<Point>> asks,
            Map<String, List<Point>> bids,
            List<Point> agreed) {
        public Data {
            asks = Map.copyOf(asks);
            bids = Map.copyOf(bids);
            agreed = List.copyOf(agreed);
        }

        /** Whether nothing was offered yet. */
        public boolean isEmpty() {
            return asks.isEmpty() && bids.isEmpty();
        }
    }

    private static final Rectangle2D DASH = new Rectangle2D.Double(-7, -1, 14, 2);

    private LadderFigure() {}

    /**
     * The figure.
     *
     * @param data what was offered
     * @param home home to stress, or an empty text
     * @param note the line that says what kind of numbers these are
     */
    public static JFreeChart of(Data data, String home, String note) {
        return of(data, home, note, Map.of());
    }

    /**
     * The figure with what homes would have sold for at the least. Of large fleets it shows the lowest, the median and the
     * highest offer, and the home to stress.
     *
     * @param reservations reservation prices by home, for the researcher only; empty for none
     */
    public static JFreeChart of(Data data, String home, String note, Map<String, Double> reservations) {
        NumberAxis rounds = WindowLook.axis("Round");
        rounds.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        rounds.setAutoRangeMinimumSize(1);
        NumberAxis prices = WindowLook.axis("Price [" + data.unit() + "]");
        XYPlot plot = new XYPlot(null, rounds, prices, null);
        WindowLook.style(plot);
        boolean many = data.asks().size() > OfferRange.MOST_LINES;
        addSeries(plot, 0, many ? OfferRange.of(data.asks(), home) : data.asks(), WindowLook.BLUE, home, false, "asks ");
        addSeries(plot, 1, many ? OfferRange.of(data.bids(), home) : data.bids(), WindowLook.ORANGE, home, true, "is bid ");
        addAgreed(plot, data.agreed());
        addReservations(plot, data, home, reservations);
        ValueMarker published = new ValueMarker(data.publishedPrice(), WindowLook.MUTED, WindowLook.dashed(1.2f));
        published.setLabel("published");
        published.setLabelFont(WindowLook.TICK);
        // offers begin on the left and leave the right free
        published.setLabelAnchor(RectangleAnchor.TOP_RIGHT);
        published.setLabelTextAnchor(TextAnchor.BOTTOM_RIGHT);
        published.setLabelPaint(WindowLook.MUTED);
        published.setLabelBackgroundColor(new Color(255, 255, 255, 0));
        plot.addRangeMarker(published);
        LegendItemCollection key = new LegendItemCollection();
        key.add(item(many ? "homes ask: lowest, median, highest of " + data.asks().size() : "homes ask", WindowLook.BLUE, new Ellipse2D.Double(-3, -3, 6, 6)));
        key.add(item("aggregator bids", WindowLook.ORANGE, new Rectangle2D.Double(-3, -3, 6, 6)));
        key.add(item("accepted", WindowLook.GREEN, new Ellipse2D.Double(-4, -4, 8, 8)));
        if (!reservations.isEmpty()) {
            key.add(item("reservation prices (researcher only)", WindowLook.PURPLE, DASH));
        }
        plot.setFixedLegendItems(key);
        return WindowLook.chart(note, plot, true);
    }

    private static LegendItem item(String text, Color colour, java.awt.Shape shape) {
        LegendItem item = new LegendItem(text, null, null, null, shape, colour);
        item.setLabelFont(WindowLook.TICK);
        item.setLabelPaint(WindowLook.INK);
        return item;
    }

    private static void addSeries(
            XYPlot plot, int index, Map<String, List<Point>> byHome, Color colour, String home, boolean dashed, String verb) {
        XYSeriesCollection series = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, true);
        Color faint = new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), home.isEmpty() ? 200 : 70);
        for (String id : byHome.keySet().stream().sorted().toList()) {
            XYSeries one = new XYSeries((index == 0 ? "" : " ") + id, false, true);
            byHome.getOrDefault(id, List.of()).forEach(p -> one.add(p.round(), p.price()));
            int s = series.getSeriesCount();
            series.addSeries(one);
            boolean stressed = id.equals(home);
            renderer.setSeriesPaint(s, stressed ? colour : faint);
            float width = stressed ? 2.8f : 1.3f;
            renderer.setSeriesStroke(s, dashed ? WindowLook.dashed(width) : WindowLook.line(width));
            renderer.setSeriesShape(
                    s, dashed ? new Rectangle2D.Double(-3, -3, 6, 6) : new Ellipse2D.Double(-3, -3, 6, 6));
        }
        renderer.setDefaultToolTipGenerator(
                new StandardXYToolTipGenerator(
                        "{0} " + verb + "{2} in round {1}", WindowLook.number("0"), WindowLook.number("0.00")));
        renderer.setDrawSeriesLineAsPath(true);
        plot.setDataset(index, series);
        plot.setRenderer(index, renderer);
    }

    private static void addAgreed(XYPlot plot, List<Point> agreed) {
        XYSeries deals = new XYSeries("accepted", false, true);
        agreed.forEach(p -> deals.add(p.round(), p.price()));
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        renderer.setSeriesPaint(0, WindowLook.GREEN);
        renderer.setSeriesShape(0, new Ellipse2D.Double(-5, -5, 10, 10));
        renderer.setSeriesShapesFilled(0, false);
        renderer.setSeriesOutlineStroke(0, WindowLook.line(2));
        renderer.setUseOutlinePaint(false);
        plot.setDataset(2, new XYSeriesCollection(deals));
        plot.setRenderer(2, renderer);
    }

    /** Beside the last round, where they hide no offer. */
    private static void addReservations(XYPlot plot, Data data, String home, Map<String, Double> reservations) {
        if (reservations.isEmpty()) {
            return;
        }
        int last = java.util.stream.Stream.concat(data.asks().values().stream(), data.bids().values().stream())
                .flatMap(List::stream).mapToInt(Point::round).max().orElse(1);
        XYSeriesCollection series = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        boolean known = reservations.containsKey(home);
        Color faint = new Color(
                WindowLook.PURPLE.getRed(), WindowLook.PURPLE.getGreen(), WindowLook.PURPLE.getBlue(), known ? 90 : 220);
        reservations.keySet().stream().sorted().forEach(id -> {
            XYSeries one = new XYSeries("  " + id, false, true);
            one.add(last + 0.3, reservations.get(id));
            int s = series.getSeriesCount();
            series.addSeries(one);
            renderer.setSeriesShape(s, DASH);
            renderer.setSeriesPaint(s, id.equals(home) ? WindowLook.PURPLE : faint);
        });
        renderer.setDefaultToolTipGenerator(new StandardXYToolTipGenerator(
                "{0} would sell from {2} on", WindowLook.number("0"), WindowLook.number("0.00")));
        plot.setDataset(3, series);
        plot.setRenderer(3, renderer);
    }
}
