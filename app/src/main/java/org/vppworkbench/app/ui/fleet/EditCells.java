package org.vppworkbench.app.ui.fleet;

import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.TableColumn;
import javafx.scene.control.cell.ComboBoxTableCell;
import javafx.scene.control.cell.TextFieldTableCell;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.ui.control.Columns;
import org.vppworkbench.model.fleet.Home;

/** The columns of the fleet table with their cells. Sorting is left to the model, which reads numbers as numbers. */
final class EditCells {
    private final FleetViewModel model;
    private final Runnable refresh;

    EditCells(FleetViewModel model, Runnable refresh) {
        this.model = model;
        this.refresh = refresh;
    }

    /** The column of the table; its id is that of the column. */
    TableColumn<Home, ?> of(FleetColumn column) {
        TableColumn<Home, ?> made = switch (column) {
            case FleetColumn.Words words -> Columns.text(words.title(), words.tooltip(), words.widthEm(), words.value());
            case FleetColumn.Quantity number -> number(number);
            case FleetColumn.Choice<?> choice -> choice(choice);
        };
        made.setId("column-" + column.id());
        return made;
    }

    /** A number; where the home has no such device there is a dash, and nothing can be entered. */
    private TableColumn<Home, String> number(FleetColumn.Quantity number) {
        var change = number.change();
        TableColumn<Home, String> column = Columns.column(
                number.title(), number.tooltip() + (change == null ? "" : "; double-click to edit"), number.widthEm());
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(shown(number, row.getValue())));
        column.setCellFactory(c -> {
            TextFieldTableCell<Home, String> cell = new TextFieldTableCell<>(new SameText());
            cell.setAlignment(Pos.CENTER_RIGHT);
            return cell;
        });
        column.setEditable(change != null);
        column.getStyleClass().addAll("number-column", "editable-column");
        column.setOnEditStart(event -> model.clearMessage());
        if (change != null) {
            column.setOnEditCommit(event -> {
                Home home = event.getRowValue();
                double entered = parse(event.getNewValue());
                if (Double.isNaN(entered)) {
                    model.refuse(event.getNewValue(), number.title());
                } else if (!Double.isNaN(number.value().applyAsDouble(home))) {
                    model.edit(number.title(), home, change.apply(home, entered));
                }
                refresh.run();
            });
        }
        return column;
    }

    /** One of a few values. */
    private <V extends Enum<V>> TableColumn<Home, V> choice(FleetColumn.Choice<V> choice) {
        TableColumn<Home, V> column = Columns.column(choice.title(), choice.tooltip() + "; double-click to edit", choice.widthEm());
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(choice.value().apply(row.getValue())));
        StringConverter<V> converter = new StringConverter<>() {
            @Override
            public String toString(@Nullable V v) {
                return v == null ? "" : choice.words().apply(v);
            }

            @Override
            public @Nullable V fromString(String text) {
                return null;
            }
        };
        column.setCellFactory(c -> new ComboBoxTableCell<>(converter, FXCollections.observableArrayList(choice.values())));
        column.getStyleClass().add("editable-column");
        column.setOnEditStart(event -> model.clearMessage());
        column.setOnEditCommit(event -> {
            model.edit(choice.title(), event.getRowValue(), choice.change().apply(event.getRowValue(), event.getNewValue()));
            refresh.run();
        });
        return column;
    }

    private static String shown(FleetColumn.Quantity number, Home home) {
        double value = number.value().applyAsDouble(home);
        if (Double.isNaN(value)) {
            return "–";
        }
        // generated sizes have many digits; whoever edits or copies meets them all
        double rounded = Math.rint(value * 1000) / 1000;
        return String.format(Locale.ROOT, "%s", rounded).replaceAll("\\.0$", "");
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
