package org.vppworkbench.app.ui.describe;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.ui.control.Columns;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.app.ui.describe.FieldRow.Origin;

/** The values of a described home, beside the words they rest on. */
final class FieldsTable extends TableView<FieldRow> {
    private static final PseudoClass UNSAID = PseudoClass.getPseudoClass("unsaid");

    private final DescribeViewModel model;
    private final Consumer<FieldRow> chosen;
    private boolean showing;

    /**
     * @param chosen takes the row that the user selected; not one that was selected by the caret
     */
    FieldsTable(DescribeViewModel model, Consumer<FieldRow> chosen, Node empty) {
        super(model.rows());
        this.model = model;
        this.chosen = chosen;
        setId("describe-fields");
        setAccessibleText("Values of the described home");
        setFixedCellSize(Em.of(2.1));
        setPlaceholder(empty);
        getColumns().add(Columns.text("Field", "What the value is about", 10.5, FieldRow::name));
        getColumns().add(Columns.text("Value", "Value with its unit; corrected under the table", 9.2, FieldRow::valueWithUnit));
        TableColumn<FieldRow, FieldRow> sure = Columns.column("How sure",
                "Probability that the reading is right; or default, where nobody said it; or corrected by hand", 9.6);
        sure.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        sure.setCellFactory(c -> new SureCell());
        sure.setSortable(false);
        getColumns().add(sure);
        getColumns().add(Columns.filling(Columns.text("From the words", "The words it rests on, and what else is to be said", 9, FieldRow::from)));
        Columns.fill(this);
        setRowFactory(table -> new Row());
        getSelectionModel().selectedItemProperty().addListener((o, was, is) -> choose(is));
        model.selectedProperty().addListener((o, was, is) -> mark(is));
    }

    private void choose(@Nullable FieldRow row) {
        if (showing || row == null) {
            return;
        }
        model.selectedProperty().set(row);
        chosen.accept(row);
    }

    private void mark(@Nullable FieldRow row) {
        showing = true;
        if (row == null) {
            getSelectionModel().clearSelection();
        } else if (!row.equals(getSelectionModel().getSelectedItem())) {
            getSelectionModel().select(row);
            // so that the row stands in the middle, not at the edge
            scrollTo(Math.max(0, getItems().indexOf(row) - 3));
        }
        showing = false;
    }

    /** Pale where nobody said the value. */
    private static final class Row extends TableRow<FieldRow> {
        @Override
        protected void updateItem(@Nullable FieldRow row, boolean empty) {
            super.updateItem(row, empty);
            pseudoClassStateChanged(UNSAID, !empty && row != null && row.origin() == Origin.DEFAULT);
            setAccessibleText(empty || row == null ? null : row.spoken());
        }
    }
}
