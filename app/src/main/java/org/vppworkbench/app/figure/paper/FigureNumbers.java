package org.vppworkbench.app.figure.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.XYZDataset;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.figure.Figure;
import org.vppworkbench.app.io.TableText;

/** The points a figure draws, one per row: panel, series, x, y and, of a heat map, the value. */
final class FigureNumbers {
    private static final List<String> COLUMNS = List.of("panel", "series", "x", "y", "value");

    private final List<List<String>> rows = new ArrayList<>();

    private FigureNumbers() {}

    static void write(Figure figure, OutputStream out) throws IOException {
        FigureNumbers numbers = new FigureNumbers();
        numbers.add(figure.chart().getPlot(), null);
        out.write(TableText.csv(COLUMNS, numbers.rows).getBytes(StandardCharsets.UTF_8));
    }

    private void add(Plot plot, @Nullable ValueAxis shared) {
        switch (plot) {
            case CombinedDomainXYPlot combined -> combined.getSubplots().forEach(panel -> add(panel, combined.getDomainAxis()));
            case XYPlot xy -> {
                ValueAxis x = shared == null ? xy.getDomainAxis() : shared;
                for (int i = 0; i < xy.getDatasetCount(); i++) {
                    if (xy.getDataset(i) != null) {
                        points(xy.getDataset(i), x, xy.getRangeAxis());
                    }
                }
            }
            case CategoryPlot bars -> bars(bars.getDataset(), label(bars.getRangeAxis()));
            default -> throw new IllegalArgumentException("a plot without numbers: " + plot.getPlotType());
        }
    }

    private void points(XYDataset data, ValueAxis x, ValueAxis y) {
        for (int s = 0; s < data.getSeriesCount(); s++) {
            String series = String.valueOf(data.getSeriesKey(s)).strip();
            for (int k = 0; k < data.getItemCount(s); k++) {
                String value = data instanceof XYZDataset cells ? number(cells.getZValue(s, k)) : "";
                rows.add(List.of(
                        label(y), series, at(x, data.getXValue(s, k)), at(y, data.getYValue(s, k)), value));
            }
        }
    }

    private void bars(CategoryDataset data, String panel) {
        for (int row = 0; row < data.getRowCount(); row++) {
            for (int column = 0; column < data.getColumnCount(); column++) {
                Number value = data.getValue(row, column);
                rows.add(List.of(
                        panel, String.valueOf(data.getRowKey(row)), String.valueOf(data.getColumnKey(column)),
                        value == null ? "" : number(value.doubleValue()), ""));
            }
        }
    }

    private static String label(Axis axis) {
        return axis.getLabel() == null ? "" : axis.getLabel();
    }

    private static String at(ValueAxis axis, double value) {
        return switch (axis) {
            case DateAxis dates -> {
                ZoneId zone = dates.getTimeZone().toZoneId();
                yield DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(Instant.ofEpochMilli((long) value).atZone(zone));
            }
            case SymbolAxis names when value >= 0 && value < names.getSymbols().length -> names.getSymbols()[(int) value];
            default -> number(value);
        };
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value + 0.0);
    }
}
