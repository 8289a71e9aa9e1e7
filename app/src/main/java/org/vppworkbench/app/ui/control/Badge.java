package org.vppworkbench.app.ui.control;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/** A short honest label, such as {@code RULE} or {@code DERIVED}. */
public final class Badge extends Label {
    /**
     * @param text what stands on it
     * @param kind style class suffix: {@code neutral}, {@code good}, {@code bad}, {@code derived}, {@code info}
     * @param explanation tooltip
     */
    public Badge(String text, String kind, String explanation) {
        super(text);
        getStyleClass().addAll("badge", "badge-" + kind);
        setTooltip(new Tooltip(explanation));
        setAccessibleText(text + ": " + explanation);
        setMinWidth(USE_PREF_SIZE);
    }

    /** Changes text and kind. */
    public void show(String text, String kind, String explanation) {
        setText(text);
        getStyleClass().setAll("label", "badge", "badge-" + kind);
        getTooltip().setText(explanation);
        setAccessibleText(text + ": " + explanation);
    }
}
