package org.vppworkbench.app.ui.negotiation;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.app.ui.control.Numbers;

/** One battery: how full it is, and where its owner's floor lies. */
final class ChargeCell extends ListCell<HomeCharge> {
    private final Label name = new Label();
    private final Label value = new Label();
    private final Gauge gauge = new Gauge();
    private final HBox row = new HBox(name, gauge, value);
    private final Tooltip tooltip = new Tooltip();

    ChargeCell() {
        getStyleClass().add("charge-cell");
        row.getStyleClass().add("tight-row");
        row.setAlignment(Pos.CENTER_LEFT);
        name.setMinWidth(Em.of(5));
        // the longest text of usual batteries, so that all gauges are equally long
        value.setMinWidth(Em.of(8.4));
        value.setPrefWidth(Em.of(8.4));
        value.setAlignment(Pos.CENTER_RIGHT);
        HBox.setHgrow(gauge, Priority.ALWAYS);
        setTooltip(tooltip);
    }

    @Override
    protected void updateItem(@Nullable HomeCharge charge, boolean empty) {
        super.updateItem(charge, empty);
        if (empty || charge == null) {
            setGraphic(null);
            return;
        }
        name.setText(charge.home());
        name.setStyle(charge.concerned() ? "-fx-font-weight: bold;" : "");
        value.setText(Numbers.format("%.1f", charge.storedKwh()) + " / " + Numbers.format("%.1f kWh", charge.capacityKwh()));
        gauge.show(charge);
        String words = charge.home() + ": " + Numbers.format("%.2f of ", charge.storedKwh())
                + Numbers.format("%.2f kWh stored, ", charge.capacityKwh()) + Numbers.format("floor %.2f kWh, ", charge.floorKwh())
                + "selling " + Words.kw(charge.sellingKw());
        tooltip.setText(words + (charge.concerned() ? "\nTakes part in the trading shown (bold)." : ""));
        setAccessibleText(words);
        setGraphic(row);
    }

    private static final class Gauge extends Pane {
        private final Region fill = new Region();
        private final Region floor = new Region();
        private double share;
        private double floorShare;

        Gauge() {
            getStyleClass().add("gauge");
            fill.getStyleClass().add("gauge-fill");
            floor.getStyleClass().add("gauge-floor");
            setPrefHeight(Em.of(0.8));
            setMaxHeight(Em.of(0.8));
            setMinWidth(Em.of(3));
            getChildren().setAll(fill, floor);
        }

        void show(HomeCharge charge) {
            share = charge.storedKwh() / Math.max(1e-9, charge.capacityKwh());
            floorShare = charge.floorKwh() / Math.max(1e-9, charge.capacityKwh());
            requestLayout();
        }

        @Override
        protected void layoutChildren() {
            fill.resizeRelocate(0, 0, getWidth() * Math.clamp(share, 0, 1), getHeight());
            floor.resizeRelocate(getWidth() * floorShare - 1, 0, 2, getHeight());
        }
    }
}
