package org.vppworkbench.app.ui.fleet;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A local time; a wrong entry is explained under the field when it is left, and not taken. */
final class TimeField extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private final TextField field = new TextField();
    private final Label message = new Label();
    private final boolean optional;
    private final Consumer<Optional<LocalTime>> commit;
    private @Nullable LocalTime value;

    /**
     * @param id node id
     * @param explanation what it is
     * @param shown the time, or {@code null} for none
     * @param optional whether it may be empty
     */
    TimeField(String id, String explanation, @Nullable LocalTime shown, boolean optional, Consumer<Optional<LocalTime>> commit) {
        this.optional = optional;
        this.commit = commit;
        this.value = shown;
        field.setId(id);
        String all = explanation + ", local time such as 07:30" + (optional ? "; may be empty" : "");
        field.setTooltip(new Tooltip(all));
        field.setAccessibleText(all);
        field.setPrefColumnCount(4);
        field.setText(shown == null ? "" : shown.toString());
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

    private void take() {
        String typed = field.getText().strip();
        LocalTime entered = null;
        if (!typed.isEmpty() || !optional) {
            try {
                entered = LocalTime.parse(typed, TIME);
            } catch (DateTimeException e) {
                tell("“" + typed + "” is no time; such as 07:30.");
                return;
            }
        }
        tell("");
        if (!java.util.Objects.equals(entered, value)) {
            value = entered;
            commit.accept(Optional.ofNullable(entered));
        }
    }

    private void tell(String words) {
        message.setText(words);
        message.setVisible(!words.isEmpty());
        message.setManaged(!words.isEmpty());
        field.pseudoClassStateChanged(WRONG, !words.isEmpty());
    }
}
