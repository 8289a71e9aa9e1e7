package org.vppworkbench.app.ui.control;

import javafx.collections.ObservableList;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.scenario.Finding;

/** Findings with an icon per severity. */
public final class FindingsTable extends TableView<Finding> {
    public FindingsTable(ObservableList<Finding> findings) {
        super(findings);
        setId("findings");
        setFixedCellSize(Em.of(2.2));
        setAccessibleText("Findings about the scenario and the fleet");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TableColumn<Finding, String> severity = Columns.text("", "Severity", 2.6, f -> f.severity().name());
        severity.setCellFactory(c -> new IconCell());
        severity.setMinWidth(Em.of(2.6));
        severity.setMaxWidth(Em.of(2.6));
        getColumns().add(severity);
        getColumns().add(Columns.text("Where", "File, row, column or id", 13, Finding::where));
        getColumns().add(Columns.text("What", "What is wrong or worth knowing", 16, Finding::message));
        getColumns().add(Columns.text("Value", "The value found", 6, f -> orEmpty(f.value())));
        getColumns().add(Columns.text("Allowed", "Allowed range, or what may help", 10, f -> orEmpty(f.allowed())));
        setPlaceholder(new EmptyState("mdal-check_circle", "No findings: everything checked is in range."));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static final class IconCell extends TableCell<Finding, String> {
        @Override
        protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            setGraphic(empty || item == null ? null : SeverityIcon.of(Finding.Severity.valueOf(item)));
            setAccessibleText(item);
        }
    }
}
