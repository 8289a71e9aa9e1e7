package org.vppworkbench.app.figure.paper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jfree.chart.labels.CategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.CategoryItemRenderer;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.IntervalCategoryDataset;

/** The words at the ends of bars: room is made for them, and in a narrow figure what stands in brackets goes into the note. */
final class BarLabels {
    private static final Pattern BRACKETS = Pattern.compile("(.*?)\\s{2,}\\((.*)\\)");

    /** Room beside the longest name: margins, marks and the gap before a label [1/100 inch]. */
    private static final double MARGINS = 40;

    /** Most of the plot that labels to the right of bars get; the bars keep the rest. */
    private static final double MOST_OF_ONE = 0.7;

    /** The same for either side, where there are labels to the left and to the right. */
    private static final double MOST_OF_TWO = 0.35;

    /** Before and after a label [1/100 inch]. */
    private static final double GAP = 9;

    private static final int ROUNDS = 30;

    private final CategoryPlot plot;
    private final CategoryItemLabelGenerator labels;
    private final Preset preset;

    private BarLabels(CategoryPlot plot, CategoryItemLabelGenerator labels, Preset preset) {
        this.plot = plot;
        this.labels = labels;
        this.preset = preset;
    }

    /** Sets the labels in the font of print; returns what has to go into the note. */
    static Optional<String> fit(CategoryPlot plot, Preset preset) {
        CategoryItemRenderer renderer = plot.getRenderer();
        renderer.setDefaultItemLabelFont(PaperFont.of(PaperStyle.SMALL));
        renderer.setDefaultItemLabelPaint(PaperStyle.INK);
        CategoryItemLabelGenerator given = renderer.getDefaultItemLabelGenerator();
        return given == null ? Optional.empty() : new BarLabels(plot, given, preset).fit();
    }

    private Optional<String> fit() {
        CategoryDataset data = plot.getDataset();
        List<String> moved = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < data.getColumnCount(); i++) {
            String label = PaperFont.printable(labels.generateLabel(data, 0, i));
            Matcher brackets = BRACKETS.matcher(label);
            if (preset == Preset.ONE_COLUMN && brackets.matches()) {
                kept.add(brackets.group(1));
                moved.add(data.getColumnKey(i) + ": " + brackets.group(2));
            } else {
                kept.add(label);
            }
        }
        plot.getRenderer().setDefaultItemLabelGenerator(new PrintableLabels(kept));
        if (PlotOrientation.HORIZONTAL.equals(plot.getOrientation())) {
            makeRoom(data, kept);
        }
        return moved.isEmpty() ? Optional.empty() : Optional.of(String.join(" \u00b7 ", moved));
    }

    private void makeRoom(CategoryDataset data, List<String> kept) {
        double total = preset.widthInches() * PictureFormat.UNITS_PER_INCH;
        double names = 0;
        for (int i = 0; i < kept.size(); i++) {
            names = Math.max(names, PaperFont.width(String.valueOf(data.getColumnKey(i)), PaperStyle.SMALL));
        }
        double room = total - Math.min(names, total / 2) - MARGINS;
        double[] ends = IntStream.range(0, kept.size()).mapToDouble(i -> end(data, i)).toArray();
        double low = Math.min(0, Arrays.stream(ends).min().orElse(0));
        double high = Math.max(0, Arrays.stream(ends).max().orElse(0));
        double most = low < 0 && high > 0 ? MOST_OF_TWO : MOST_OF_ONE;
        // a label takes the same room whatever the range is, so a wider range needs more of it: this settles
        for (int round = 0; round < ROUNDS; round++) {
            double span = high - low;
            for (int i = 0; i < ends.length; i++) {
                double share = Math.min(most, (PaperFont.width(kept.get(i), PaperStyle.SMALL) + GAP) / room);
                if (ends[i] >= 0) {
                    high = Math.max(high, ends[i] + share * span);
                } else {
                    low = Math.min(low, ends[i] - share * span);
                }
            }
        }
        if (high > low) {
            plot.getRangeAxis().setRange(low, high);
        }
    }

    private static double end(CategoryDataset data, int column) {
        Number value = data instanceof IntervalCategoryDataset bars ? bars.getEndValue(0, column) : data.getValue(0, column);
        return value == null ? 0 : value.doubleValue();
    }
}
