package org.vppworkbench.app.ui.control;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** A small bar, filled as far as a share goes. */
public final class ShareBar extends Pane {
    private final Region fill = new Region();
    private double share;

    /** @param widthEm of the whole bar [em] */
    public ShareBar(double widthEm) {
        getStyleClass().add("gauge");
        fill.getStyleClass().add("gauge-fill");
        setMinSize(Em.of(widthEm), Em.of(0.6));
        setPrefSize(Em.of(widthEm), Em.of(0.6));
        setMaxSize(Em.of(widthEm), Em.of(0.6));
        getChildren().setAll(fill);
    }

    /** Fills it; beyond [0..1] it is empty or full. */
    public void show(double newShare) {
        share = Math.clamp(newShare, 0, 1);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        fill.resizeRelocate(0, 0, getWidth() * share, getHeight());
    }
}
