package org.vppworkbench.app.ui.negotiation;

import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.vppworkbench.app.figure.LadderFigure;
import org.vppworkbench.app.ui.control.ChartPane;
import org.vppworkbench.app.ui.control.Em;

/** Asks and bids coming together round by round, and the coalition as it forms. */
final class OffersPane extends VBox {
    private final TransportViewModel transport;
    private final NegotiationViewModel model;
    private final BooleanProperty watched = new SimpleBooleanProperty(this, "watched", true);
    private final ChartPane ladder;
    private final CheckBox reservations = new CheckBox("Reservation prices (researcher only)");

    OffersPane(TransportViewModel transport, NegotiationViewModel model, Consumer<ChartPane> onSave) {
        this.transport = transport;
        this.model = model;
        getStyleClass().add("column");
        ladder = new ChartPane("offer-ladder", "Offers, round by round", "No offers yet for this opportunity.", onSave);
        ladder.setMinHeight(Em.of(17));
        VBox.setVgrow(ladder, Priority.ALWAYS);
        reservations.setId("show-reservations");
        String tooltip = "Marks what each home would sell for at the least [$/MWh, $/MW-h]; no other agent sees that";
        reservations.setTooltip(new Tooltip(tooltip));
        reservations.setAccessibleText(tooltip);
        reservations.setSelected(true);
        reservations.selectedProperty().addListener((o, was, is) -> show());
        getChildren().setAll(ladder, reservations, new CoalitionBars(model.coalitionProperty()));
        model.ladderProperty().addListener((o, was, is) -> show());
        model.whyProperty().addListener((o, was, is) -> show());
        watched.addListener((o, was, is) -> show());
        show();
    }

    /** Whether somebody looks; nothing is drawn for nobody. */
    BooleanProperty watchedProperty() {
        return watched;
    }

    private void show() {
        if (!watched.get()) {
            return;
        }
        LadderFigure.Data data = model.ladderProperty().get();
        Turn turn = model.selectedProperty().get();
        boolean none = data == null || data.isEmpty();
        Map<String, Double> prices = reservations.isSelected()
                ? Ladder.reservations(transport.detailProperty().get().trading())
                : Map.of();
        ladder.show(none || data == null ? null : LadderFigure.of(data, turn == null ? "" : turn.home(), transport.note(), prices));
    }
}
