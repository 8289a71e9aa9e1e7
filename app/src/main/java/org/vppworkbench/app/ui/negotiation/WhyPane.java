package org.vppworkbench.app.ui.negotiation;

import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.vppworkbench.app.figure.WhatIfFigure;
import org.vppworkbench.app.ui.control.ChartPane;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.app.ui.control.EmptyState;
import org.vppworkbench.model.physics.WhatIfResult;
import org.vppworkbench.model.time.Horizon;

/** The reasons of the selected message. */
final class WhyPane extends VBox {
    private final TransportViewModel transport;
    private final NegotiationViewModel model;
    private final Label title = new Label();
    private final GridPane rows = new GridPane();
    private final ChartPane chart;
    private final EmptyState empty =
            new EmptyState("mdal-help_outline", "Select a message to see why it says what it says.");

    WhyPane(TransportViewModel transport, NegotiationViewModel model, Consumer<ChartPane> onSave) {
        this.transport = transport;
        this.model = model;
        setId("why-pane");
        getStyleClass().add("why-pane");
        chart = new ChartPane(
                "what-if",
                "What-if: battery with and without",
                "",
                onSave);
        title.getStyleClass().add("section-title");
        title.setId("why-title");
        rows.getStyleClass().add("why-rows");
        rows.setMinHeight(USE_PREF_SIZE);
        chart.setMinHeight(Em.of(16.5));
        VBox.setVgrow(chart, Priority.ALWAYS);
        VBox.setVgrow(empty, Priority.ALWAYS);
        model.whyProperty().addListener((o, was, is) -> show(is));
        show(model.whyProperty().get());
    }

    private void show(Why why) {
        if (why.rows().isEmpty()) {
            getChildren().setAll(empty);
            return;
        }
        title.setText("Why " + why.title());
        rows.getChildren().clear();
        int r = 0;
        for (Why.Row row : why.rows()) {
            Label name = new Label(row.name());
            name.getStyleClass().add("why-name");
            name.setMinWidth(USE_PREF_SIZE);
            Label value = new Label(row.value());
            value.setWrapText(true);
            value.getStyleClass().add("why-value");
            GridPane.setHgrow(value, Priority.ALWAYS);
            rows.addRow(r++, name, value);
        }
        WhatIfResult whatIf = why.whatIf();
        Horizon horizon = transport.horizon();
        Turn turn = model.selectedProperty().get();
        if (whatIf != null
                && horizon != null
                && why.capacityKwh() > 0
                && turn != null
                && turn.sent() != null) {
            chart.show(WhatIfFigure.of(whatIf, horizon, turn.sent().message().envelope().hour(), why.capacityKwh(), why.floorKwh(), transport.note()));
        } else {
            chart.setEmptyText(why.noChart());
            chart.show(null);
        }
        getChildren().setAll(title, rows, chart);
    }
}
