package org.vppworkbench.app.ui.control;

import java.util.Locale;
import java.util.function.DoubleConsumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** A number with a range; a wrong entry is explained under the field when it is left, and not taken. */
public final class NumberField extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final TextField field = new TextField();
    private final Label message = new Label();
    private final double min;
    private final String tooltip;
    private double max;
    private final boolean whole;
    private final DoubleConsumer commit;
    private double value;
    private String explanation = "";

    /**
     * @param id node id
     * @param tooltip what it is, with unit
     * @param commit takes a valid entry
     */
    public NumberField(String id, String tooltip, double min, double max, boolean whole, DoubleConsumer commit) {
        this.min = min;
        this.max = max;
        this.whole = whole;
        this.commit = commit;
        field.setId(id);
        this.tooltip = tooltip;
        field.setTooltip(new Tooltip());
        setMax(max);
        field.setPrefColumnCount(6);
        field.getStyleClass().add("number-field");
        message.getStyleClass().add("field-error");
        message.setWrapText(true);
        tell("");
        field.setOnAction(event -> take());
        field.focusedProperty().addListener((o, was, is) -> {
            if (!is) {
                take();
            }
        });
        getChildren().setAll(field, message);
    }

    /** Shows a value without committing it. */
    public void show(double shown) {
        value = shown;
        field.setText(text(shown));
        explain("");
    }

    /** Changes the largest value that is taken. */
    public void setMax(double largest) {
        max = largest;
        String all = tooltip + ", " + text(min) + " to " + text(max);
        field.getTooltip().setText(all);
        field.setAccessibleText(all);
    }

    /** Says something about the value shown; an empty text takes it away. */
    public void explain(String words) {
        explanation = words;
        tell(words);
    }

    private void take() {
        String typed = field.getText().strip().replace('−', '-');
        double entered;
        try {
            entered = Double.parseDouble(typed);
        } catch (NumberFormatException e) {
            tell("“" + typed + "” is not a number. Allowed: " + text(min) + " to " + text(max) + ".");
            return;
        }
        if (!(entered >= min && entered <= max) || (whole && entered != Math.rint(entered))) {
            tell(text(entered) + " is outside " + text(min) + " to " + text(max) + (whole ? ", whole numbers." : "."));
            return;
        }
        tell(explanation);
        if (Double.compare(entered, value) != 0) {
            value = entered;
            commit.accept(entered);
        }
    }

    private void tell(String words) {
        message.setText(words);
        message.setVisible(!words.isEmpty());
        message.setManaged(!words.isEmpty());
        field.pseudoClassStateChanged(WRONG, !words.isEmpty());
    }

    private String text(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? String.format(Locale.ROOT, "%.0f", number)
                : Double.toString(number);
    }
}
