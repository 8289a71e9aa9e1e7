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

    static Figure wide(String name, String title, JFreeChart chart, double heightInches) {
        return new Figure(name, title, chart, TWO_COLUMNS, heightInches);
    }
}
