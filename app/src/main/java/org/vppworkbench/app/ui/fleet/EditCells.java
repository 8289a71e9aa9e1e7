package org.vppworkbench.app.ui.fleet;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.TableColumn;
import javafx.scene.control.cell.ComboBoxTableCell;
import javafx.scene.control.cell.TextFieldTableCell;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.ui.control.Columns;
import org.vppworkbench.model.fleet.Home;

/** Editable columns of the fleet table. */
final class EditCells {
    private final FleetViewModel model;
    private final Runnable refresh;

    EditCells(FleetViewModel model, Runnable refresh) {
        this.model = model;
        this.refresh = refresh;
    }

    /** A number; {@code NaN} means the home has no such device, and nothing can be entered. */
    TableColumn<Home, String> number(
            String title, String tooltip, double widthEm, ToDoubleFunction<Home> value, BiFunction<Home, Double, Home> change) {
        TableColumn<Home, String> column = Columns.column(title, tooltip + "; double-click to edit", widthEm);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(text(value.applyAsDouble(row.getValue()))));
        column.setCellFactory(c -> {
            TextFieldTableCell<Home, String> cell = new TextFieldTableCell<>(new SameText());
            cell.setAlignment(Pos.CENTER_RIGHT);
            return cell;
        });
        column.setComparator((a, b) -> Double.compare(parse(a), parse(b)));
        column.getStyleClass().addAll("number-column", "editable-column");
        column.setOnEditStart(event -> model.clearMessage());
        column.setOnEditCommit(event -> {
            Home home = event.getRowValue();
            double entered = parse(event.getNewValue());
            if (Double.isNaN(entered)) {
                model.refuse(event.getNewValue(), title);
            } else if (!Double.isNaN(value.applyAsDouble(home))) {
                model.edit(title, home, change.apply(home, entered));
            }
            refresh.run();
        });
        return column;
    }

    /** One of a few values. */
    <V> TableColumn<Home, V> choice(
            String title, String tooltip, double widthEm, List<V> values, Function<V, String> words, Function<Home, V> value, BiFunction<Home, V, Home> change) {
        TableColumn<Home, V> column = Columns.column(title, tooltip + "; double-click to edit", widthEm);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        StringConverter<V> converter = new StringConverter<>() {
            @Override
            public String toString(@Nullable V v) {
                return v == null ? "" : words.apply(v);
            }

            @Override
            public @Nullable V fromString(String text) {
                return null;
            }
        };
        column.setCellFactory(c -> new ComboBoxTableCell<>(converter, javafx.collections.FXCollections.observableArrayList(values)));
        column.getStyleClass().add("editable-column");
        column.setOnEditStart(event -> model.clearMessage());
        column.setOnEditCommit(event -> {
            model.edit(title, event.getRowValue(), change.apply(event.getRowValue(), event.getNewValue()));
            refresh.run();
        });
        return column;
    }

    private static String text(double value) {
        return Double.isNaN(value) ? "–" : Double.toString(value).replaceAll("\\.0$", "");
    }

    private static double parse(@Nullable String text) {
        try {
            return text == null ? Double.NaN : Double.parseDouble(text.strip().replace('−', '-'));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static final class SameText extends StringConverter<String> {
        @Override
        public String toString(@Nullable String text) {
            return text == null ? "" : text;
        }

        @Override
        public String fromString(String text) {
            return text;
        }
    }
}
