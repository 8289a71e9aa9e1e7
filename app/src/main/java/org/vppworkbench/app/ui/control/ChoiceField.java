package org.vppworkbench.app.ui.control;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A choice among values that are shown in words. */
public final class ChoiceField<T> extends ComboBox<T> {
    private boolean showing;

    /**
     * @param id node id
     * @param tooltip what is chosen
     * @param words of a value
     * @param commit takes what the user chose
     */
    public ChoiceField(String id, String tooltip, List<T> values, Function<T, String> words, Consumer<T> commit) {
        getItems().setAll(values);
        setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public @Nullable T fromString(String text) {
                return null;
            }
        });
        setButtonCell(new Shown(words));
        setId(id);
        setTooltip(new Tooltip(tooltip));
        setAccessibleText(tooltip);
        setMaxWidth(Double.MAX_VALUE);
        setOnAction(event -> {
            T chosen = getValue();
            if (!showing && chosen != null) {
                commit.accept(chosen);
            }
        });
    }

    /** Shows a value without committing it. */
    public void show(@Nullable T value) {
        showing = true;
        // after other values were offered the same value again would change nothing, and the field stay empty
        getSelectionModel().clearSelection();
        setValue(value);
        showing = false;
    }

    /** Replaces the values to choose from. */
    public void offer(List<T> values) {
        if (!getItems().equals(values)) {
            showing = true;
            getItems().setAll(values);
            showing = false;
        }
    }

    /** What is chosen, from the value itself: after other values were offered the list may not know it yet. */
    private final class Shown extends ListCell<T> {
        private final Function<T, String> words;

        private Shown(Function<T, String> words) {
            this.words = words;
        }

        @Override
        protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            T value = getValue();
            setText(value == null ? getPromptText() : words.apply(value));
        }
    }
}
