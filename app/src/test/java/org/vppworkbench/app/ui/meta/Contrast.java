package org.vppworkbench.app.ui.meta;

import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;

/** Contrast of colours as the Web Content Accessibility Guidelines 2.2 define it. */
final class Contrast {
    /** What text must have (success criterion 1.4.3, level AA). */
    static final double OF_TEXT = 4.5;

    private Contrast() {}

    /** Ratio of two opaque colours [1..21]. */
    static double ratio(Color a, Color b) {
        double first = luminance(a);
        double second = luminance(b);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    /** A colour with transparency on an opaque one. */
    static Color over(Color above, Color below) {
        double a = above.getOpacity();
        return Color.color(
                a * above.getRed() + (1 - a) * below.getRed(),
                a * above.getGreen() + (1 - a) * below.getGreen(),
                a * above.getBlue() + (1 - a) * below.getBlue());
    }

    /** What is wrong with a text on screen, in words; empty for what can be read, is not shown or is switched off. */
    static Optional<String> faint(Node node) {
        if (!(node instanceof Text text) || text.getText().isBlank() || !(text.getFill() instanceof Color ink) || isIcon(text)
                || isOff(node)) {
            return Optional.empty();
        }
        Color paper = behind(text);
        double ratio = ratio(over(ink, paper), paper);
        return ratio >= OF_TEXT
                ? Optional.empty()
                : Optional.of(String.format(Locale.ROOT, "%.2f “%s” %s on %s", ratio, text.getText(), ink, paper));
    }

    private static boolean isIcon(Text text) {
        return text.getStyleClass().contains("ikonli-font-icon");
    }

    /** Switched-off controls are exempt, as in the guidelines. */
    private static boolean isOff(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.isDisabled() || !at.isVisible()) {
                return true;
            }
        }
        return false;
    }

    private static Color behind(Node node) {
        for (Parent at = node.getParent(); at != null; at = at.getParent()) {
            Color fill = at instanceof Region region ? fill(region.getBackground()) : Color.TRANSPARENT;
            if (fill.getOpacity() == 1) {
                return fill;
            }
            if (fill.getOpacity() > 0) {
                return over(fill, behind(at));
            }
        }
        return node.getScene() != null && node.getScene().getFill() instanceof Color fill ? fill : Color.WHITE;
    }

    private static Color fill(Background background) {
        if (background == null || background.getFills().isEmpty()) {
            return Color.TRANSPARENT;
        }
        Color below = Color.TRANSPARENT;
        for (BackgroundFill fill : background.getFills()) {
            if (fill.getFill() instanceof Color colour && colour.getOpacity() > 0) {
                below = colour.getOpacity() == 1 || below.getOpacity() == 0 ? colour : over(colour, below);
            }
        }
        return below;
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed()) + 0.7152 * linear(colour.getGreen()) + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
