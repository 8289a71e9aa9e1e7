package org.vppworkbench.app.ui.control;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** Read-only table columns: text at the left, numbers at the right with their unit in the heading. */
public final class Columns {
    /** Width of an average character and the padding of cells. */
    private static final double BREADTH = 1.1;

    private Columns() {}

    /** A column of words. */
    public static <T> TableColumn<T, String> text(
            String title, String tooltip, double widthEm, Function<T, String> value) {
        TableColumn<T, String> column = column(title, tooltip, widthEm);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setCellFactory(c -> new TextCell<>());
        return column;
    }

    /** A column of numbers; {@code NaN} is shown as a dash. */
    public static <T> TableColumn<T, Double> number(
            String title, String tooltip, double widthEm, String format, ToDoubleFunction<T> value) {
        TableColumn<T, Double> column = column(title, tooltip, widthEm);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.applyAsDouble(row.getValue())));
        column.setCellFactory(c -> new NumberCell<>(format));
        column.getStyleClass().add("number-column");
        return column;
    }

    /** An empty column with its heading. */
    public static <T, V> TableColumn<T, V> column(String title, String tooltip, double widthEm) {
        TableColumn<T, V> column = new TableColumn<>();
        Label heading = new Label(title);
        heading.setTooltip(new Tooltip(tooltip));
        heading.setAccessibleText(title.replace('\n', ' ') + ": " + tooltip);
        column.setGraphic(heading);
        column.setUserData(title.replace('\n', ' '));
        column.setPrefWidth(Em.of(widthEm * BREADTH));
        return column;
    }

    private static final class TextCell<T> extends TableCell<T, String> {
        @Override
        protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? null : item);
            setTooltip(empty || item == null || item.length() < 24 ? null : new Tooltip(item));
        }
    }

    private static final class NumberCell<T> extends TableCell<T, Double> {
        private final String format;

        NumberCell(String format) {
            this.format = format;
            setAlignment(Pos.CENTER_RIGHT);
        }

        @Override
        protected void updateItem(@Nullable Double item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? null : Numbers.format(format, item));
        }
    }
}
