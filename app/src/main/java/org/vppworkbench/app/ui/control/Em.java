package org.vppworkbench.app.ui.control;

/** Where code needs a length: one em. Everything else says em in the style sheet. */
public final class Em {
    /** The font size of the root in {@code workbench.css} [px]. */
    private static final double ROOT_PX = 13;

    private Em() {}

    /** One em [px]. */
    public static double px() {
        return ROOT_PX;
    }

    /** {@code count} em [px]. */
    public static double of(double count) {
        return count * px();
    }
}
