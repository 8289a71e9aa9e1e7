package org.vppworkbench.app.ui.negotiation;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.model.inputs.ProsumerInputs;

/**
 * A small picture of who speaks: a home with what it has (solar roof, battery, car), the aggregator as a mast with wires. The
 * colour comes from the id alone, so a home looks the same in every run.
 */
final class HomeAvatar extends Canvas {
    private static final Color[] COLOURS = {Color.web("#0072B2"), Color.web("#B26F00"), Color.web("#00795A"), Color.web("#B84C00"),
            Color.web("#A8487C"), Color.web("#2E7FA8")};

    HomeAvatar() {
        super(Em.of(2.4), Em.of(2.4));
        setMouseTransparent(true);
    }

    /** Draws the aggregator. */
    void showAggregator() {
        GraphicsContext g = begin(Color.web("#57606a"));
        g.strokeLine(16, 6, 10, 27);
        g.strokeLine(16, 6, 22, 27);
        g.strokeLine(12.5, 18, 19.5, 18);
        g.strokeLine(8, 11, 24, 11);
        g.strokeLine(8, 11, 8, 14);
        g.strokeLine(24, 11, 24, 14);
        g.restore();
    }

    /**
     * Draws a home.
     *
     * @param home what it has, or {@code null} where that is not known
     */
    void show(String id, @Nullable ProsumerInputs home) {
        GraphicsContext g = begin(COLOURS[Math.floorMod(id.hashCode(), COLOURS.length)]);
        g.strokePolygon(new double[] {7, 7, 16, 25, 25}, new double[] {26, 14, 6, 14, 26}, 5);
        if (home != null) {
            if (sun(home)) {
                g.setLineWidth(3);
                g.setStroke(Color.web("#F0C929"));
                g.strokeLine(17.5, 6.5, 26, 14);
                g.setLineWidth(1.8);
                g.setStroke(Color.WHITE);
            }
            if (home.bess() != null) {
                g.strokeRect(10, 17, 4.5, 7);
                g.fillRect(11.2, 15, 2.2, 2);
                g.fillRect(11, 20, 2.6, 3.2);
            }
            if (home.ev() != null) {
                g.fillRoundRect(16.5, 20.5, 7, 3, 1.5, 1.5);
                g.fillRoundRect(18, 18, 4, 3, 1.5, 1.5);
                g.fillOval(17.2, 22.6, 2.2, 2.2);
                g.fillOval(20.8, 22.6, 2.2, 2.2);
            }
        }
        g.restore();
    }

    private static boolean sun(ProsumerInputs home) {
        for (int t = 0; t < home.pv().length(); t++) {
            if (home.pv().at(t) > 0) {
                return true;
            }
        }
        return false;
    }

    /** A disc of 32 units across. */
    private GraphicsContext begin(Color colour) {
        GraphicsContext g = getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        g.save();
        g.scale(getWidth() / 32, getHeight() / 32);
        g.setFill(colour);
        g.fillOval(0, 0, 32, 32);
        g.setStroke(Color.WHITE);
        g.setFill(Color.WHITE);
        g.setLineWidth(1.8);
        return g;
    }
}
