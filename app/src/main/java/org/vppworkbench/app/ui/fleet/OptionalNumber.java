package org.vppworkbench.app.ui.fleet;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A number with a range that may be left out; what is wrong with it stands under the field, and then nothing is set. */
final class OptionalNumber extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final TextField field = new TextField();
    private final Label message = new Label();
    private final double min;
    private final double max;

    /**
     * @param id node id
     * @param explanation what it is, with unit
     * @param commit takes every value while it is typed; {@code null} for none
     */
    OptionalNumber(String id, String explanation, double min, double max, Consumer<@Nullable Double> commit) {
        this.min = min;
        this.max = max;
        field.setId(id);
        String all = explanation + ", " + plain(min) + " to " + plain(max) + "; empty leaves it as it is";
        field.setTooltip(new Tooltip(all));
        field.setAccessibleText(all);
        field.setPromptText("as it is");
        field.setPrefColumnCount(6);
        field.getStyleClass().add("number-field");
        message.getStyleClass().add("field-error");
        message.setWrapText(true);
        tell("");
        field.textProperty().addListener((o, was, is) -> commit.accept(read(is)));
        getChildren().setAll(field, message);
    }

    private @Nullable Double read(@Nullable String text) {
        String typed = text == null ? "" : text.strip().replace('−', '-');
        if (typed.isEmpty()) {
            tell("");
            return null;
        }
        double value;
        try {
            value = Double.parseDouble(typed);
        } catch (NumberFormatException e) {
            tell("“" + typed + "” is not a number.");
            return null;
        }
        boolean good = value >= min && value <= max;
        tell(good ? "" : "Outside " + plain(min) + " to " + plain(max) + ".");
        return good ? value : null;
    }

    private void tell(String words) {
        message.setText(words);
        message.setVisible(!words.isEmpty());
        message.setManaged(!words.isEmpty());
        field.pseudoClassStateChanged(WRONG, !words.isEmpty());
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.format(Locale.ROOT, "%.0f", number) : Double.toString(number);
    }
}
