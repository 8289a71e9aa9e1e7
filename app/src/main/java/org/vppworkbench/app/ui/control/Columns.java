package org.vppworkbench.app.ui.control;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** Read-only table columns: text at the left, numbers at the right with their unit in the heading. */
public final class Columns {
    /** Width of an average character and the padding of cells. */
    private static final double BREADTH = 1.1;

    /** What a column that fills the table is at least wide [px]. */
    private static final String LEAST = "least";

    private static final String DISPENSABLE = "dispensable";
    /** Of the scroll bar and the borders. */
    private static final double BESIDE_EM = 1.3;

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

    /** The column takes the room that the others leave, but never less than it has now; see {@link #fill}. */
    public static <T, V> TableColumn<T, V> filling(TableColumn<T, V> column) {
        column.getProperties().put(LEAST, column.getPrefWidth());
        return column;
    }

    /** The same; without room the column is not there. It can still be copied and saved. */
    public static <T, V> TableColumn<T, V> dispensable(TableColumn<T, V> column) {
        column.getProperties().put(DISPENSABLE, true);
        return filling(column);
    }

    /** Keeps the filling column of a table, at most one, as wide as there is room. */
    public static void fill(TableView<?> table) {
        InvalidationListener share = changed -> share(table);
        table.widthProperty().addListener(share);
        table.getColumns().addListener(share);
        share(table);
    }

    private static void share(TableView<?> table) {
        double others = table.getColumns().stream()
                .filter(column -> !column.getProperties().containsKey(LEAST))
                .mapToDouble(TableColumn::getPrefWidth)
                .sum();
        double room = table.getWidth() - others - Em.of(BESIDE_EM);
        for (TableColumn<?, ?> column : table.getColumns()) {
            if (column.getProperties().get(LEAST) instanceof Double least) {
                column.setPrefWidth(Math.max(least, room));
                column.setVisible(room >= least || !column.getProperties().containsKey(DISPENSABLE));
            }
        }
    }

    private static final class TextCell<T> extends TableCell<T, String> {
        @Override
        protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? null : item);
            setTooltip(empty || item == null || item.length() < 8 ? null : new Tooltip(item));
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
