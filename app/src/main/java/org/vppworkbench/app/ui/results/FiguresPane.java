package org.vppworkbench.app.ui.results;

import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.figure.Figure;
import org.vppworkbench.app.ui.control.ChartPane;
import org.vppworkbench.app.ui.control.Em;

/** Every figure of the run: their names at the left, the one chosen at the right, or why there is none. */
final class FiguresPane extends BorderPane {
    private final FiguresViewModel model;
    private final ChartPane chart;
    private final Label shows = new Label();

    FiguresPane(FiguresViewModel model, Consumer<ChartPane> onSave) {
        this.model = model;
        setId("figures");
        chart = new ChartPane("catalogue", "", "", onSave).ofRun();
        ListView<FigureRow> list = new ListView<>();
        list.getItems().setAll(model.rows());
        list.setId("figure-list");
        list.setAccessibleText("Figures of the run");
        list.setTooltip(new Tooltip("Which figure is shown"));
        list.setCellFactory(view -> new Cell());
        list.setMinWidth(Em.of(17));
        list.setMaxWidth(Em.of(20));
        list.getSelectionModel().select(model.chosenProperty().get());
        list.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (is != null) {
                model.chosenProperty().set(is);
            }
        });
        model.chosenProperty().addListener((o, was, is) -> list.getSelectionModel().select(is));
        shows.setId("figure-shows");
        shows.setWrapText(true);
        shows.setMinHeight(USE_PREF_SIZE);
        shows.getStyleClass().addAll("muted", "column");
        BorderPane right = new BorderPane(chart);
        right.setBottom(new VBox(shows));
        SplitPane split = new SplitPane(list, right);
        split.setOrientation(Orientation.HORIZONTAL);
        split.setDividerPositions(0.28);
        SplitPane.setResizableWithParent(list, false);
        setCenter(split);
        model.figureProperty().addListener((o, was, is) -> show(is));
        model.reasonProperty().addListener((o, was, is) -> show(model.figureProperty().get()));
        model.chosenProperty().addListener((o, was, is) -> show(model.figureProperty().get()));
        show(model.figureProperty().get());
    }

    private void show(@Nullable Figure figure) {
        FigureRow row = model.chosenProperty().get();
        chart.setEmptyText(model.reasonProperty().get());
        chart.show(figure == null ? null : figure.chart());
        chart.name(row.entry().name());
        shows.setText(row.entry().shows());
    }

    /** The name, under what the group is about at the first of a group. */
    private static final class Cell extends ListCell<FigureRow> {
        private final Label group = new Label();
        private final Label title = new Label();
        private final VBox both = new VBox(group, title);

        Cell() {
            group.getStyleClass().add("figure-group");
        }

        @Override
        protected void updateItem(@Nullable FigureRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setText(null);
                setGraphic(null);
                return;
            }
            group.setText(row.group());
            title.setText(row.title());
            setAccessibleText(row.group() + ": " + row.title());
            setText(row.first() ? null : row.title());
            setGraphic(row.first() ? both : null);
        }
    }
}
