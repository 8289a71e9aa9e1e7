package org.vppworkbench.app.ui.results;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.ui.control.Columns;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.model.metrics.MetricTable;

/** Every metric, over the run and per day. */
final class MetricsTable extends TableView<MetricRow> {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

    MetricsTable(ResultsViewModel model) {
        super(model.metrics());
        setId("metrics-table");
        setAccessibleText("Metrics of the run and per day");
        setFixedCellSize(Em.of(2.1));
        model.resultProperty().addListener((o, was, is) -> makeColumns(is));
        makeColumns(model.resultProperty().get());
        setTooltip(new Tooltip("Double-click or Enter: what the number is, its formula and what was put in"));
        setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                explain(model);
            }
        });
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                explain(model);
            }
        });
        Columns.fill(this);
    }

    private void explain(ResultsViewModel model) {
        MetricRow row = getSelectionModel().getSelectedItem();
        NumberWords words = row == null ? null : model.explained(row.key());
        if (words != null) {
            NumberPopOver.show(this, words);
        }
    }

    private void makeColumns(@Nullable ExperimentResult result) {
        getColumns().clear();
        getColumns().add(Columns.text("Metric", "The same formula for every mechanism", 22, MetricRow::title));
        getColumns().add(Columns.text("Unit", "Unit of the number", 4.6, MetricRow::unit));
        getColumns().add(values("Run", "Over the whole run", 0));
        if (result != null && result.metrics().days().size() > 1) {
            int index = 1;
            for (MetricTable.Day day : result.metrics().days()) {
                getColumns().add(values(DAY.format(day.date()), "Over this local day", index++));
            }
        }
        getColumns().add(Columns.filling(
                Columns.text("Remark", "Why a number is not defined, or what it is", 22, MetricsTable::remark)));
    }

    private static String remark(MetricRow row) {
        return row.reason().isEmpty() ? row.definition() : "n/a: " + row.reason();
    }

    private static TableColumn<MetricRow, String> values(String title, String tooltip, int index) {
        TableColumn<MetricRow, String> column = Columns.text(title, tooltip, 6.6, row -> row.values().get(index));
        column.setStyle("-fx-alignment: CENTER-RIGHT;");
        column.getStyleClass().add("number-column");
        return column;
    }
}
