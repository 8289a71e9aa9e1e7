package org.vppworkbench.app.ui.negotiation;

import javafx.beans.Observable;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.app.ui.control.EmptyState;
import org.vppworkbench.app.ui.session.LiveRun;
import org.vppworkbench.model.inputs.ProsumerInputs;

/** Two futures side by side: the run before at the left, the branch at the right; the transport bar steps both. */
final class FuturesPane extends VBox {
    private final FuturesViewModel model;
    private final GridPane numbers = new GridPane();

    FuturesPane(FuturesViewModel model) {
        this.model = model;
        setId("futures");
        getStyleClass().add("column");
        numbers.getStyleClass().add("futures-numbers");
        numbers.setId("futures-numbers");
        Label difference = new Label();
        difference.setId("futures-difference");
        difference.textProperty().bind(model.differenceWordsProperty());
        difference.setMinWidth(0);
        Button jump = button("futures-first-difference", "First difference", "mdal-call_split", "Shows the first event that differs, in both runs");
        jump.disableProperty().bind(model.firstDifferenceProperty().lessThan(0));
        jump.setOnAction(event -> model.showFirstDifference());
        Button one = button("futures-back", "Back to one", "mdal-close", "Shows the branch alone again");
        one.setOnAction(event -> model.shownProperty().set(false));
        VBox right = new VBox(new HBox(jump, one), difference);
        right.getChildren().getFirst().getStyleClass().add("tight-row");
        right.getStyleClass().add("column");
        right.setAlignment(Pos.CENTER_LEFT);
        right.setMinWidth(0);
        HBox top = new HBox(numbers, right);
        top.getStyleClass().add("futures-top");
        HBox.setHgrow(right, Priority.ALWAYS);
        LiveRun base = model.base();
        LiveRun live = model.transport().runProperty().get();
        Node before = side("before", base == null ? "" : "Run " + base.number() + ": as it was", model.timelineBefore(), model.before(), false);
        Node branch = side("branch", live == null ? "" : "Run " + live.number() + ": the branch",
                new ShownRunTimeline(model.transport(), model::differs), model.here(), true);
        HBox both = new HBox(before, branch);
        both.getStyleClass().add("tight-row");
        HBox.setHgrow(before, Priority.ALWAYS);
        HBox.setHgrow(branch, Priority.ALWAYS);
        VBox.setVgrow(both, Priority.ALWAYS);
        getChildren().setAll(top, both);
        model.rows().addListener((Observable o) -> showNumbers());
        showNumbers();
    }

    private Node side(String id, String title, TimelineSource timeline, ObservableList<Turn> turns, boolean inBranch) {
        Label heading = new Label(title);
        heading.getStyleClass().add("section-title");
        TimelineStrip strip = new TimelineStrip(timeline, "timeline-" + id);
        ListView<Turn> list = new ListView<>(turns);
        list.setId("dialogue-" + id);
        list.getStyleClass().add("dialogue");
        list.setAccessibleText("Dialogue of " + title);
        list.setPlaceholder(new EmptyState("mdal-forum", "Nothing was said at this place of the run."));
        list.setCellFactory(view -> new TurnCell(view, this::home, turn -> model.onlyHere(turn, inBranch)));
        turns.addListener((ListChangeListener<Turn>) change -> list.scrollTo(list.getItems().size() - 1));
        list.scrollTo(turns.size() - 1);
        if (inBranch) {
            list.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
                if (is != null && is.explicable()) {
                    model.negotiation().selectedProperty().set(is);
                }
            });
        } else {
            // the marks of one side depend on what stands on the other
            model.here().addListener((ListChangeListener<Turn>) change -> list.refresh());
        }
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox box = new VBox(heading, strip, list);
        box.getStyleClass().add("column");
        box.setMinWidth(0);
        box.setPrefWidth(Em.of(20));
        return box;
    }

    private @Nullable ProsumerInputs home(String id) {
        LiveRun live = model.transport().runProperty().get();
        return live == null ? null : Why.home(live.scenario().inputs(), id);
    }

    private void showNumbers() {
        numbers.getChildren().clear();
        if (model.rows().isEmpty()) {
            return;
        }
        numbers.addRow(0, cell("", false), cell("before", true), cell("branch", true), cell("difference", true));
        int r = 1;
        for (FuturesViewModel.Row row : model.rows()) {
            Label name = cell(row.name(), false);
            name.getStyleClass().add("why-name");
            Label difference = cell(row.difference(), true);
            difference.getStyleClass().add("turn-terms");
            numbers.addRow(r++, name, cell(row.before(), true), cell(row.branch(), true), difference);
        }
    }

    private static Label cell(String text, boolean number) {
        Label label = new Label(text);
        label.setMinWidth(USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setAlignment(number ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        return label;
    }

    private static Button button(String id, String text, String icon, String tooltip) {
        Button button = new Button(text, new FontIcon(icon));
        button.setId(id);
        button.setTooltip(new Tooltip(tooltip));
        button.setAccessibleText(tooltip);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }
}
