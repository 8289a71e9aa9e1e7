package org.vppworkbench.app.ui.control;

import java.util.function.Function;
import javafx.collections.ObservableList;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.scenario.Finding;

/** Findings with an icon per severity. */
public final class FindingsTable extends TableView<Finding> {
    public FindingsTable(ObservableList<Finding> findings) {
        super(findings);
        setId("findings");
        setAccessibleText("Findings about the scenario and the fleet");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TableColumn<Finding, String> severity = Columns.text("", "Severity", 2.6, f -> f.severity().name());
        severity.setCellFactory(c -> new IconCell());
        severity.setMinWidth(Em.of(2.6));
        severity.setMaxWidth(Em.of(2.6));
        getColumns().add(severity);
        getColumns().add(wrapped("Where", "File, row, column or id", 9, Finding::where));
        getColumns().add(wrapped("What", "What is wrong or worth knowing", 17, Finding::message));
        getColumns().add(wrapped("Value", "The value found", 6, f -> orEmpty(f.value())));
        getColumns().add(wrapped("Allowed", "Allowed range, or what may help", 9, f -> orEmpty(f.allowed())));
        setPlaceholder(new EmptyState("mdal-check_circle", "No findings: everything checked is in range."));
    }

    private static TableColumn<Finding, String> wrapped(
            String title, String tooltip, double widthEm, Function<Finding, String> value) {
        TableColumn<Finding, String> column = Columns.text(title, tooltip, widthEm, value);
        column.setCellFactory(c -> new WrappedCell(column));
        return column;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** As high as its words need at the width of its column. */
    private static final class WrappedCell extends TableCell<Finding, String> {
        private final Text words = new Text();

        WrappedCell(TableColumn<Finding, String> column) {
            words.wrappingWidthProperty().bind(column.widthProperty().subtract(Em.of(1.4)));
            words.getStyleClass().add("cell-words");
        }

        @Override
        protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            words.setText(item == null ? "" : item);
            setGraphic(empty || item == null ? null : words);
        }
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
