package org.vppworkbench.app.figure.paper;

import org.jfree.chart.plot.CategoryPlot;
import org.vppworkbench.app.figure.Figure;

/** How wide a figure is printed. */
public enum Preset {
    /** One column of usual journals. */
    ONE_COLUMN("one-column", 88),
    /** Both columns. */
    TWO_COLUMN("two-column", 180);

    private static final double MM_PER_INCH = 25.4;

    /** Room for the words above and below, which need more lines in a narrow figure [inch]. */
    private static final double MORE_LINES_INCHES = 0.55;

    /** How flat a narrow figure is, relative to that of two columns. */
    private static final double NARROW_HEIGHT = 0.75;

    private final String word;
    private final double millimetres;

    Preset(String word, double millimetres) {
        this.word = word;
        this.millimetres = millimetres;
    }

    /** Width of the figure [mm]. */
    public double millimetres() {
        return millimetres;
    }

    /** Width of the figure [inch]. */
    public double widthInches() {
        return millimetres / MM_PER_INCH;
    }

    /** Height of a figure made for {@link Figure#TWO_COLUMNS} or less [inch]. */
    double heightInches(Figure figure) {
        if (this == TWO_COLUMN) {
            return figure.heightInches() * Math.min(1, widthInches() / figure.widthInches());
        }
        // rows of bars need the same height in any width
        boolean rows = figure.chart().getPlot() instanceof CategoryPlot;
        return (rows ? figure.heightInches() : NARROW_HEIGHT * figure.heightInches()) + MORE_LINES_INCHES;
    }

    /** The word of the command line. */
    @Override
    public String toString() {
        return word;
    }
}
