package org.vppworkbench.app.ui.fleet;

import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.control.cell.TextFieldTableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.vppworkbench.app.ui.control.Columns;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.app.ui.control.EmptyState;
import org.vppworkbench.model.fleet.ParameterEntry;

/** All parameters of a generated fleet with meaning, unit, range and source; the values can be changed. */
final class ParameterTable {
    private ParameterTable() {}

    static Node of(GenerateFleetViewModel model) {
        FilteredList<ParameterEntry> shown = new FilteredList<>(model.parameters());
        TextField filter = new TextField();
        filter.setId("parameter-filter");
        filter.setPromptText("filter parameters: battery, driving, tariff …");
        filter.setTooltip(new Tooltip("Shows parameters whose name or meaning contains these words"));
        filter.setAccessibleText("Filter parameters");
        HBox.setHgrow(filter, Priority.ALWAYS);
        filter.textProperty().addListener((o, was, is) -> shown.setPredicate(e -> (e.path() + " " + e.quantity().meaning()).toLowerCase(Locale.ROOT)
                .contains(is.strip().toLowerCase(Locale.ROOT))));
        Button reset = new Button("As the preset");
        reset.setId("parameter-reset");
        reset.setTooltip(new Tooltip("Takes all changes of parameters back"));
        reset.setAccessibleText("All parameters as in the preset");
        reset.setOnAction(event -> model.reset());
        HBox row = new HBox(filter, reset);
        row.getStyleClass().add("tight-row");
        row.setAlignment(Pos.CENTER_LEFT);
        Label refused = new Label();
        refused.setId("parameter-message");
        refused.getStyleClass().add("field-error");
        refused.managedProperty().bind(refused.textProperty().isNotEmpty());
        TableView<ParameterEntry> table = table(model, shown, refused);
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox box = new VBox(row, refused, table);
        box.getStyleClass().add("column");
        return box;
    }

    private static TableView<ParameterEntry> table(GenerateFleetViewModel model, FilteredList<ParameterEntry> shown, Label refused) {
        TableView<ParameterEntry> table = new TableView<>(shown);
        table.setId("parameter-table");
        table.setEditable(true);
        table.setAccessibleText("Parameters of the generated fleet");
        table.setFixedCellSize(Em.of(2.1));
        table.setPlaceholder(new EmptyState("mdal-casino", "No parameter passes the filter."));
        table.getColumns().add(Columns.text("Meaning", "What it means; the name in the file is the tooltip of its cell", 20, e -> e.quantity().meaning()));
        TableColumn<ParameterEntry, String> value = Columns.column("Value", "In the unit beside it; double-click to change", 6);
        value.setCellValueFactory(r -> new ReadOnlyObjectWrapper<>(GenerateFleetViewModel.number(r.getValue().value())
                + (model.isChanged(r.getValue().path()) ? " *" : "")));
        value.setCellFactory(c -> {
            TextFieldTableCell<ParameterEntry, String> cell = new TextFieldTableCell<>(new javafx.util.converter.DefaultStringConverter());
            cell.setAlignment(Pos.CENTER_RIGHT);
            return cell;
        });
        value.getStyleClass().addAll("number-column", "editable-column");
        value.setOnEditCommit(event -> {
            String typed = event.getNewValue().replace("*", "").strip();
            try {
                refused.setText(model.change(event.getRowValue(), Double.parseDouble(typed)));
            } catch (NumberFormatException e) {
                refused.setText("“" + typed + "” is not a number.");
            }
            table.refresh();
        });
        table.getColumns().add(value);
        table.getColumns().add(Columns.text("Unit", "Unit; none is a share or a plain number", 7, e -> e.quantity().unit()));
        table.getColumns().add(Columns.text("Allowed", "Range [unit]", 7, e -> GenerateFleetViewModel.number(e.quantity().min()) + " to "
                + GenerateFleetViewModel.number(e.quantity().max())));
        table.getColumns().add(Columns.text("Source", "Where the number of the preset comes from", 9, e -> e.quantity().source()));
        table.getColumns().add(Columns.text("Name", "As in the parameter file", 16, ParameterEntry::path));
        return table;
    }
}
