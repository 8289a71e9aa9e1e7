package org.vppworkbench.app.ui.control;

/** Where code needs a length: one em. Everything else says em in the style sheet. */
public final class Em {
    /** The font size of the root in {@code workbench.css} [px]. */
    private static final double ROOT_PX = 13;

    /** Read and written on the JavaFX thread; views made before a change keep their lengths, so they are made again. */
    private static double scale = 1;

    private Em() {}

    /** One em [px]. */
    public static double px() {
        return ROOT_PX * scale;
    }

    /** Takes the font size the user chose, as a factor; once for all windows, like the theme. */
    public static void scale(double factor) {
        scale = factor;
    }

    /** {@code count} em [px]. */
    public static double of(double count) {
        return count * px();
    }
}
