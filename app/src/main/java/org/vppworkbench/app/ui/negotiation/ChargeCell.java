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

/** One home: how full its battery and its car are, where the owner's floor lies, and what reserve keeps back. */
final class ChargeCell extends ListCell<HomeCharge> {
    private final Label name = new Label();
    private final Label value = new Label();
    private final Gauge gauge = new Gauge("gauge-fill");
    private final Label carValue = new Label();
    private final Gauge car = new Gauge("gauge-car");
    private final HBox row = new HBox(name, gauge, value, car, carValue);
    private final Tooltip tooltip = new Tooltip();

    ChargeCell() {
        getStyleClass().add("charge-cell");
        row.getStyleClass().add("tight-row");
        row.setAlignment(Pos.CENTER_LEFT);
        name.setMinWidth(Em.of(5.8));
        name.setPrefWidth(Em.of(5.8));
        // the longest text of usual batteries, so that all gauges are equally long
        fix(value, 8.4);
        fix(carValue, 4.6);
        HBox.setHgrow(gauge, Priority.ALWAYS);
        car.setPrefWidth(Em.of(3));
        setTooltip(tooltip);
        setPrefWidth(0);
    }

    private static void fix(Label label, double em) {
        label.setMinWidth(Em.of(em));
        label.setPrefWidth(Em.of(em));
        label.setAlignment(Pos.CENTER_RIGHT);
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
        value.setText(charge.bess() ? of(charge.storedKwh(), charge.capacityKwh()) : "no battery");
        carValue.setText(charge.v2g() ? Numbers.format("car %.0f %%", 100 * charge.carKwh() / charge.carCapacityKwh()) : "");
        gauge.show(charge.storedKwh(), charge.floorKwh(), charge.reservedKwh(), charge.capacityKwh());
        car.show(charge.carKwh(), 0, 0, charge.carCapacityKwh());
        for (Region region : new Region[] {car, carValue}) {
            region.setVisible(charge.v2g());
            region.setManaged(charge.v2g());
        }
        car.setOpacity(charge.plugged() ? 1 : 0.45);
        String words = words(charge);
        tooltip.setText(words + (charge.concerned() ? "\nTakes part in the trading shown (bold)." : ""));
        setAccessibleText(words);
        setGraphic(row);
    }

    private static String words(HomeCharge charge) {
        String battery = charge.bess()
                ? Numbers.format("%.2f of ", charge.storedKwh()) + Numbers.format("%.2f kWh stored, ", charge.capacityKwh())
                        + Numbers.format("floor %.2f kWh, ", charge.floorKwh())
                        + (charge.reservedKwh() > 0 ? Numbers.format("%.2f kWh kept for reserve, ", charge.reservedKwh()) : "")
                        + "selling " + Words.kw(charge.sellingKw())
                : "no battery";
        String withCar = charge.v2g()
                ? "; car " + Numbers.format("%.2f of ", charge.carKwh()) + Numbers.format("%.2f kWh, ", charge.carCapacityKwh())
                        + (charge.plugged() ? "plugged in" : "away")
                : "";
        return charge.home() + ": " + battery + withCar;
    }

    private static String of(double kwh, double capacity) {
        return Numbers.format("%.1f", kwh) + " / " + Numbers.format("%.1f kWh", capacity);
    }

    private static final class Gauge extends Pane {
        private final Region fill = new Region();
        private final Region reserve = new Region();
        private final Region floor = new Region();
        private double share;
        private double floorShare;
        private double reserveShare;

        Gauge(String style) {
            getStyleClass().add("gauge");
            fill.getStyleClass().add(style);
            reserve.getStyleClass().add("gauge-reserve");
            floor.getStyleClass().add("gauge-floor");
            setPrefHeight(Em.of(0.8));
            setMaxHeight(Em.of(0.8));
            setMinWidth(Em.of(3));
            getChildren().setAll(fill, reserve, floor);
        }

        void show(double stored, double floorKwh, double reservedKwh, double capacity) {
            share = stored / Math.max(1e-9, capacity);
            floorShare = floorKwh / Math.max(1e-9, capacity);
            reserveShare = Math.min(reservedKwh / Math.max(1e-9, capacity), Math.max(0, share - floorShare));
            requestLayout();
        }

        @Override
        protected void layoutChildren() {
            double width = getWidth();
            fill.resizeRelocate(0, 0, width * Math.clamp(share, 0, 1), getHeight());
            reserve.resizeRelocate(width * floorShare, 0, width * reserveShare, getHeight());
            floor.resizeRelocate(width * floorShare - 1, 0, floorShare > 0 ? 2 : 0, getHeight());
        }
    }
}
