package org.vppworkbench.app.ui.agents;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A number that may be left out; a wrong entry is explained under the field and not taken. */
final class OptionalField extends VBox {
    private final TextField field = new TextField();
    private final Label message = new Label();
    private final double most;
    private final boolean whole;
    private final Consumer<@Nullable Double> commit;

    /**
     * @param least allowed value
     * @param absent what an empty field means, such as {@code no limit}
     */
    OptionalField(
            String id, String tooltip, double least, double most, boolean whole, String absent, Consumer<@Nullable Double> commit) {
        this.most = most;
        this.whole = whole;
        this.commit = commit;
        field.setId(id);
        field.setPromptText(absent);
        field.setAlignment(Pos.CENTER_RIGHT);
        String all = tooltip + String.format(Locale.ROOT, "; %s to %s, empty for %s", text(least), text(most), absent);
        field.setTooltip(new Tooltip(all));
        field.setAccessibleText(all);
        message.getStyleClass().add("field-error");
        message.setWrapText(true);
        field.textProperty().addListener((o, was, is) -> {
            if (field.isFocused()) {
                take(is.strip(), least);
            }
        });
        tell("");
        getChildren().setAll(field, message);
    }

    void show(@Nullable Double value) {
        if (!field.isFocused()) {
            field.setText(value == null ? "" : text(value));
            tell("");
        }
    }

    private void take(String typed, double least) {
        if (typed.isEmpty()) {
            tell("");
            commit.accept(null);
            return;
        }
        try {
            double number = Double.parseDouble(typed);
            if (number >= least && number <= most && (!whole || number == Math.rint(number))) {
                tell("");
                commit.accept(number);
                return;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        tell("Allowed: " + text(least) + " to " + text(most) + (whole ? ", whole numbers" : "") + ", or nothing.");
    }

    private void tell(String words) {
        message.setText(words);
        message.setVisible(!words.isEmpty());
        message.setManaged(!words.isEmpty());
    }

    private static String text(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? String.format(Locale.ROOT, "%.0f", number)
                : Double.toString(number);
    }
}
