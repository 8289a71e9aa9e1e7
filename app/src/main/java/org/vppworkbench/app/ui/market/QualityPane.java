package org.vppworkbench.app.ui.market;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.figure.QualityFigure;
import org.vppworkbench.app.ui.control.Badge;
import org.vppworkbench.app.ui.control.ChartPane;
import org.vppworkbench.app.ui.control.Columns;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.app.ui.control.EmptyState;
import org.vppworkbench.sample.quality.InspectedSeries;
import org.vppworkbench.sample.quality.QualityReport;
import org.vppworkbench.sample.quality.QualityResult;
import org.vppworkbench.sample.quality.QualityRow;

/** What was found about the data of the sample: every check in a table, and the figure. */
final class QualityPane extends BorderPane {
    /** Height below which the labels of up to four prices and the coverage run into each other; then it scrolls [em]. */
    private static final double CHART_EM = 38;

    private final ChartPane chart;

    QualityPane(MarketViewModel model, Consumer<ChartPane> onSave) {
        chart = new ChartPane("quality", "", "The data are being looked at.", onSave);
        Label verdict = new Label();
        verdict.setId("quality-verdict");
        verdict.getStyleClass().add("section-title");
        verdict.textProperty().bind(model.verdictProperty());
        setTop(verdict);
        chart.setMinHeight(CHART_EM * Em.px());
        ScrollPane scrolled = new ScrollPane(chart);
        scrolled.setFitToWidth(true);
        scrolled.setFitToHeight(true);
        scrolled.getStyleClass().add("form-scroll");
        SplitPane split = new SplitPane(table(model), scrolled);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.42);
        split.getStyleClass().add("main-split");
        setCenter(split);
        getStyleClass().add("column");
        model.qualityProperty().addListener((o, was, is) -> show(is));
        show(model.qualityProperty().get());
    }

    private void show(@Nullable QualityReport report) {
        if (report == null) {
            chart.show(null);
            return;
        }
        String kinds = report.data().series().stream()
                .map(InspectedSeries::kind)
                .distinct()
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        chart.show(QualityFigure.of(report, kinds + " series").chart());
    }

    private static TableView<QualityRow> table(MarketViewModel model) {
        TableView<QualityRow> table = new TableView<>(model.checks());
        table.setId("quality-checks");
        table.setAccessibleText("Checks of the data");
        table.setFixedCellSize(Em.of(2.2));
        table.setPlaceholder(new EmptyState("mdal-fact_check", "The data are being looked at."));
        TableColumn<QualityRow, QualityResult> result = Columns.column("Result", "What the check came to", 7);
        result.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().result()));
        result.setCellFactory(c -> new ResultCell());
        table.getColumns().add(result);
        table.getColumns().add(Columns.text("Check", "What was looked at", 12, QualityRow::check));
        table.getColumns().add(Columns.text("Series", "Of which series", 14, QualityRow::series));
        table.getColumns().add(Columns.text("Detail", "Numbers, days, limits", 40, QualityRow::detail));
        return table;
    }

    private static final class ResultCell extends TableCell<QualityRow, QualityResult> {
        @Override
        protected void updateItem(@Nullable QualityResult result, boolean empty) {
            super.updateItem(result, empty);
            setGraphic(empty || result == null ? null : badge(result));
        }
    }

    private static Badge badge(QualityResult result) {
        String words = result.name().toLowerCase(Locale.ROOT);
        return switch (result) {
            case GOOD -> new Badge(words, "good", "Nothing to say against it");
            case NOTE -> new Badge(words, "info", "Worth knowing");
            case WARNING -> new Badge(words, "derived", "Look at it before the data are used");
        };
    }
}
