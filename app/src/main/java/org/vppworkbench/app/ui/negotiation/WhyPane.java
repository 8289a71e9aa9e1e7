package org.vppworkbench.app.ui.negotiation;

import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.figure.CostCurveFigure;
import org.vppworkbench.app.figure.WhatIfFigure;
import org.vppworkbench.app.ui.control.ChartPane;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.app.ui.control.EmptyState;
import org.vppworkbench.model.time.Horizon;

/** The reasons of the selected turn. */
final class WhyPane extends VBox {
    private final TransportViewModel transport;
    private final NegotiationViewModel model;
    private final CostCurveViewModel costs;
    private final Label title = new Label();
    private final GridPane rows = new GridPane();
    private final ChartPane chart;
    private final ChartPane curve;
    private final ToggleButton paths = toggle("why-paths", "Battery", "Energy [kWh] and power [kW] with and without the contract");
    private final ToggleButton cost = toggle("why-cost", "Cost by quantity", "What every quantity would have cost the home [$/MWh over kW]");
    private final HBox choice = new HBox(paths, cost);
    private final EmptyState empty =
            new EmptyState("mdal-help_outline", "Select a turn to see why it says what it says.");

    private final BooleanProperty watched = new SimpleBooleanProperty(this, "watched", true);

    WhyPane(TransportViewModel transport, NegotiationViewModel model, Consumer<ChartPane> onSave) {
        this.transport = transport;
        this.model = model;
        this.costs = new CostCurveViewModel(model);
        setId("why-pane");
        getStyleClass().add("why-pane");
        chart = new ChartPane("what-if", "What-if: battery with and without", "", onSave);
        curve = new ChartPane("cost-curve", "What every quantity costs", "", onSave);
        title.getStyleClass().add("section-title");
        title.setId("why-title");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        rows.getStyleClass().add("why-rows");
        rows.setMinHeight(USE_PREF_SIZE);
        ToggleGroup group = new ToggleGroup();
        group.getToggles().setAll(paths, cost);
        group.selectToggle(paths);
        group.selectedToggleProperty().addListener((o, was, is) -> choose(group, was, is));
        choice.getStyleClass().add("tight-row");
        for (ChartPane pane : new ChartPane[] {chart, curve}) {
            pane.setMinHeight(Em.of(21));
            VBox.setVgrow(pane, Priority.ALWAYS);
        }
        VBox.setVgrow(empty, Priority.ALWAYS);
        model.whyProperty().addListener((o, was, is) -> show(is));
        costs.curveProperty().addListener((o, was, is) -> showCurve());
        costs.wordsProperty().addListener((o, was, is) -> showCurve());
        watched.addListener((o, was, is) -> show(model.whyProperty().get()));
        show(model.whyProperty().get());
    }

    /** Whether somebody looks; nothing is drawn for nobody. */
    BooleanProperty watchedProperty() {
        return watched;
    }

    private void choose(ToggleGroup group, @Nullable Toggle was, @Nullable Toggle is) {
        if (is == null) {
            group.selectToggle(was);
            return;
        }
        costs.wantedProperty().set(cost.isSelected());
        show(model.whyProperty().get());
    }

    private void show(Why why) {
        if (!watched.get()) {
            return;
        }
        if (why.sections().isEmpty()) {
            getChildren().setAll(empty);
            return;
        }
        title.setText("Why " + why.title());
        rows.getChildren().clear();
        int r = 0;
        for (Why.Section section : why.sections()) {
            if (section.rows().isEmpty()) {
                continue;
            }
            Label heading = new Label(section.title());
            heading.getStyleClass().add("why-section");
            rows.add(heading, 0, r++, 2, 1);
            for (Why.Row row : section.rows()) {
                r = add(row, r);
            }
        }
        Why.Picture picture = why.picture();
        Horizon horizon = transport.horizon();
        if (picture != null && horizon != null) {
            double stored = picture.storedKwh();
            chart.show(WhatIfFigure.withPower(
                    picture.whatIf(), horizon, picture.hour(), picture.bess(), picture.floorKwh(), stored, transport.note()));
        } else {
            chart.setEmptyText(why.noChart());
            chart.show(null);
        }
        choice.setVisible(picture != null);
        choice.setManaged(picture != null);
        showCurve();
        getChildren().setAll(title, rows, choice, cost.isSelected() && picture != null ? curve : chart);
    }

    private int add(Why.Row row, int at) {
        Label name = new Label(row.name());
        name.getStyleClass().add("why-name");
        name.setWrapText(true);
        name.setMinWidth(Em.of(9));
        name.setMaxWidth(Em.of(9));
        name.setMinHeight(USE_PREF_SIZE);
        GridPane.setValignment(name, javafx.geometry.VPos.TOP);
        Label value = new Label(row.value());
        value.setWrapText(true);
        value.setMinHeight(USE_PREF_SIZE);
        value.getStyleClass().add("why-value");
        GridPane.setHgrow(value, Priority.ALWAYS);
        if (row.more().isEmpty()) {
            rows.addRow(at, name, value);
            return at + 1;
        }
        TextArea text = new TextArea(row.more());
        text.setEditable(false);
        text.setWrapText(true);
        text.setPrefRowCount(8);
        text.setAccessibleText(row.name());
        text.setVisible(false);
        text.setManaged(false);
        Hyperlink show = new Hyperlink("show");
        show.setTooltip(new Tooltip("Shows or hides the whole text"));
        show.setAccessibleText("Show or hide " + row.name());
        show.setMinWidth(USE_PREF_SIZE);
        show.setOnAction(event -> {
            boolean hidden = !text.isVisible();
            text.setVisible(hidden);
            text.setManaged(hidden);
            show.setText(hidden ? "hide" : "show");
        });
        HBox line = new HBox(value, show);
        line.getStyleClass().add("tight-row");
        rows.addRow(at, name, line);
        rows.add(text, 0, at + 1, 2, 1);
        return at + 2;
    }

    private void showCurve() {
        CostCurve known = costs.curveProperty().get();
        Why.Picture picture = model.whyProperty().get().picture();
        if (known == null || picture == null || known.points().isEmpty()) {
            curve.setEmptyText(costs.wordsProperty().get());
            curve.show(null);
            return;
        }
        double[] kw = known.points().stream().mapToDouble(CostCurve.Point::kw).toArray();
        double[] price = known.points().stream().mapToDouble(CostCurve.Point::reservationPerMwh).toArray();
        curve.show(CostCurveFigure.of(
                kw, price, Words.unit(picture.product()), costs.publishedPrice(picture), picture.whatIf().requestedKw(), transport.note()));
    }

    private static ToggleButton toggle(String id, String text, String tooltip) {
        ToggleButton button = new ToggleButton(text);
        button.setId(id);
        button.setTooltip(new Tooltip(tooltip));
        button.setAccessibleText(text + ": " + tooltip);
        button.getStyleClass().add("small");
        return button;
    }
}
