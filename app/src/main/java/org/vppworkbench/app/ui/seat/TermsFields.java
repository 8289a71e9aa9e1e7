package org.vppworkbench.app.ui.seat;

import java.util.Locale;
import javafx.beans.property.DoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.ui.control.Em;

/** Quantity and price of an offer: a slider and a field each, which show the same number. */
final class TermsFields extends GridPane {
    private static final double LEAST_RANGE = 1;

    private final SeatViewModel model;
    private final Slider kw;
    private final Slider price;
    private final TextField kwField;
    private final TextField priceField;

    TermsFields(SeatViewModel model) {
        this.model = model;
        getStyleClass().add("why-rows");
        kw = slider("seat-kw-slider", "Quantity [kW]", model.kwProperty());
        price = slider("seat-price-slider", "Price [$/MWh]", model.priceProperty());
        kwField = field("seat-kw", "Quantity of the offer [kW], above 0", model.kwProperty());
        priceField = field("seat-price", "Price of the offer [$/MWh]; the gate tells what it lets pass", model.priceProperty());
        row(0, "Quantity", kw, kwField, "kW");
        row(1, "Price", price, priceField, "$/MWh");
    }

    private void row(int row, String name, Slider slider, TextField field, String unit) {
        Label label = new Label(name);
        label.setLabelFor(field);
        label.setMinWidth(USE_PREF_SIZE);
        Label suffix = new Label(unit);
        suffix.getStyleClass().add("muted");
        suffix.setMinWidth(USE_PREF_SIZE);
        GridPane.setHgrow(slider, Priority.ALWAYS);
        addRow(row, label, slider, field, suffix);
    }

    private static Slider slider(String id, String tooltip, DoubleProperty value) {
        Slider slider = new Slider();
        slider.setId(id);
        slider.setTooltip(new Tooltip(tooltip));
        slider.setAccessibleText(tooltip);
        slider.setMinWidth(Em.of(6));
        // only what the user moves is taken: a value outside the range must not be clamped
        slider.valueProperty().addListener((o, was, is) -> {
            if (slider.isFocused() || slider.isValueChanging()) {
                value.set(Math.round(is.doubleValue() * 100) / 100.0);
            }
        });
        slider.setOnMousePressed(event -> slider.requestFocus());
        value.addListener((o, was, is) -> {
            if (!slider.isFocused() && !slider.isValueChanging()) {
                slider.setValue(is.doubleValue());
            }
        });
        return slider;
    }

    private static TextField field(String id, String tooltip, DoubleProperty value) {
        TextField field = new TextField();
        field.setId(id);
        field.setPrefColumnCount(6);
        field.setMinWidth(Em.of(6));
        field.setAlignment(Pos.CENTER_RIGHT);
        field.setTooltip(new Tooltip(tooltip));
        field.setAccessibleText(tooltip);
        field.textProperty().addListener((o, was, is) -> {
            if (field.isFocused()) {
                try {
                    double number = Double.parseDouble(is.strip().replace('\u2212', '-'));
                    if (Double.isFinite(number)) {
                        value.set(number);
                    }
                } catch (NumberFormatException e) {
                    // still being typed
                }
            }
        });
        field.focusedProperty().addListener((o, was, is) -> {
            if (!is) {
                field.setText(text(value.get()));
            }
        });
        value.addListener((o, was, is) -> {
            if (!field.isFocused()) {
                field.setText(text(is.doubleValue()));
            }
        });
        field.setText(text(value.get()));
        return field;
    }

    /** What follows Enter in a field. */
    void onEnter(Runnable action) {
        kwField.setOnAction(event -> action.run());
        priceField.setOnAction(event -> action.run());
    }

    /** The largest values of the sliders have changed. */
    void range(SeatTurn turn) {
        kw.setMax(Math.max(LEAST_RANGE, Math.max(model.mostKw(), turn.aggregator() ? turn.requiredKw() : 0)));
        price.setMax(Math.max(LEAST_RANGE, turn.topUsdPerMwh()));
        if (!kw.isFocused()) {
            kw.setValue(model.kwProperty().get());
        }
        if (!price.isFocused()) {
            price.setValue(model.priceProperty().get());
        }
    }

    void show(@Nullable SeatTurn turn, boolean deciding) {
        setDisable(!deciding);
        if (turn != null) {
            range(turn);
        }
        if (!kwField.isFocused()) {
            kwField.setText(text(model.kwProperty().get()));
        }
        if (!priceField.isFocused()) {
            priceField.setText(text(model.priceProperty().get()));
        }
    }

    private static String text(double number) {
        String digits = String.format(Locale.ROOT, "%.3f", number);
        return digits.endsWith("0") ? digits.substring(0, digits.length() - 1) : digits;
    }
}
