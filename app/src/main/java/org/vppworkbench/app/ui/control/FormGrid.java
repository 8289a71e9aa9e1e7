package org.vppworkbench.app.ui.control;

import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Rows of name, field and unit. */
public final class FormGrid extends GridPane {
    /** Height of a field. */
    private static final double FIELD_EM = 2.5;

    private int rows;

    public FormGrid() {
        getStyleClass().add("form");
    }

    /** Adds a heading over the rows that follow. */
    public FormGrid section(String title) {
        Label label = new Label(title);
        label.getStyleClass().add("section-title");
        add(label, 0, rows++, 3, 1);
        return this;
    }

    /** Adds a row. */
    public FormGrid row(String name, Node field, String unit) {
        Label label = new Label(name);
        label.setLabelFor(field);
        label.setMinWidth(USE_PREF_SIZE);
        besideField(label);
        Label suffix = new Label(unit);
        suffix.getStyleClass().add("muted");
        suffix.setMinWidth(USE_PREF_SIZE);
        besideField(suffix);
        GridPane.setHgrow(field, Priority.ALWAYS);
        add(label, 0, rows);
        add(field, 1, rows);
        if (unit.isEmpty()) {
            GridPane.setColumnSpan(field, 2);
            rows++;
        } else {
            add(suffix, 2, rows++);
        }
        return this;
    }

    /** As high as a field and at the top of the row: a message under the field leaves name and unit beside it. */
    private static void besideField(Label label) {
        GridPane.setValignment(label, VPos.TOP);
        label.setMinHeight(Em.of(FIELD_EM));
        label.setAlignment(Pos.CENTER_LEFT);
    }
}
