package org.vppworkbench.app.figure;

import org.jfree.chart.JFreeChart;

/**
 * A figure with the size it is made for.
 *
 * @param name file name without ending, such as {@code prices}
 * @param title for people
 * @param chart the chart
 * @param widthInches width on paper
 * @param heightInches height on paper
 */
public record Figure(
        String name, String title, JFreeChart chart, double widthInches, double heightInches) {
    /** Width of two columns of a journal page. */
    public static final double TWO_COLUMNS = 7.16;

    /** A figure that stands in the window, in the shape it has there. */
    public static Figure shown(String name, JFreeChart chart, double heightToWidth) {
        String title = chart.getTitle() == null ? name : chart.getTitle().getText();
        return new Figure(name, title, chart, TWO_COLUMNS, TWO_COLUMNS * heightToWidth);
    }

    /** The same with a chart of its own, which may be changed. */
    public Figure copy() {
        try {
            return new Figure(name, title, (JFreeChart) chart.clone(), widthInches, heightInches);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the chart " + name + " cannot be copied", e);
        }
    }

    static Figure wide(String name, String title, JFreeChart chart, double heightInches) {
        return new Figure(name, title, chart, TWO_COLUMNS, heightInches);
    }
}
