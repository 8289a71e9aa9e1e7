package org.vppworkbench.app.ui.fleet;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.vppworkbench.app.action.ActionControls;
import org.vppworkbench.app.action.AppAction;
import org.vppworkbench.app.ui.control.ChartPane;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.app.ui.control.PaneHeader;

/** The fleet pane: a table to edit, and an inspector. */
public final class FleetView extends BorderPane {
    private final FleetViewModel model;

    /**
     * @param actions what can be done with homes, of {@link FleetActions}
     * @param onSave takes a figure to be saved
     * @param controls of the header
     */
    public FleetView(FleetViewModel model, HomeWeekViewModel weeks, List<AppAction> actions, Consumer<ChartPane> onSave, Node... controls) {
        this.model = model;
        setId("pane-fleet");
        getStyleClass().add("pane");
        PaneHeader header = new PaneHeader("Fleet", "", controls);
        header.subtitleProperty().bind(model.summaryProperty());
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                model.clearMessage();
            }
        });
        setTop(header);
        FleetTable table = new FleetTable(model);
        VBox left = new VBox(new FleetFilterRow(model), homes(actions), message(), table);
        VBox.setVgrow(table, Priority.ALWAYS);
        left.getStyleClass().add("column");
        left.setMinWidth(Em.of(24));
        HomeInspector inspector = new HomeInspector(model, weeks, onSave);
        SplitPane split = new SplitPane(left, inspector);
        split.setDividerPositions(0.66);
        SplitPane.setResizableWithParent(inspector, false);
        split.getStyleClass().add("main-split");
        setCenter(split);
    }

    /** What can be done with homes, and how many there are. */
    private Node homes(List<AppAction> actions) {
        HBox row = new HBox();
        row.getStyleClass().add("tight-row");
        row.setAlignment(Pos.CENTER_LEFT);
        for (AppAction action : actions) {
            boolean first = row.getChildren().isEmpty();
            Button button = first ? ActionControls.button(action) : ActionControls.iconButton(action);
            button.setMinWidth(USE_PREF_SIZE);
            row.getChildren().add(button);
        }
        Label counts = new Label();
        counts.setId("fleet-counts");
        counts.getStyleClass().add("muted");
        counts.textProperty().bind(model.countsProperty());
        row.getChildren().add(counts);
        return row;
    }

    /** Why the last edit was not taken, or what makes the scenario impossible. */
    private Node message() {
        Label message = new Label();
        message.setId("fleet-message");
        message.setMaxWidth(Double.MAX_VALUE);
        message.setMinWidth(0);
        message.getStyleClass().add("field-error");
        message.textProperty().bind(Bindings.when(model.messageProperty().isNotEmpty())
                .then(model.messageProperty()).otherwise(model.problemsProperty()));
        message.visibleProperty().bind(message.textProperty().isNotEmpty());
        message.managedProperty().bind(message.visibleProperty());
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(message.textProperty());
        message.setTooltip(whole);
        return message;
    }
}
