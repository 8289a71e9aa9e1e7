package org.vppworkbench.app.ui.agents;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.vppworkbench.app.ui.control.ChoiceField;
import org.vppworkbench.app.ui.control.Columns;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.app.ui.control.FormGrid;
import org.vppworkbench.app.ui.control.NumberField;
import org.vppworkbench.model.scenario.ExternalAgent;

/** Programs of the user that decide for a home or for the aggregator. */
final class ProgramsPane extends VBox {
    private double deadline = ExternalAgent.DEADLINE_SECONDS;
    private String place = "";

    ProgramsPane(AgentsViewModel model) {
        TableView<ExternalAgent> table = new TableView<>(model.programs());
        table.setId("agents-programs");
        table.setAccessibleText("Programs that decide");
        table.setTooltip(new Tooltip("Programs that decide; each is started with the run, after you agreed"));
        table.setPlaceholder(new Label("no program decides"));
        table.getColumns().add(Columns.text("Place", "Home or aggregator", 8, ExternalAgent::id));
        table.getColumns().add(Columns.text("Command", "Command line, split without a shell", 20, ExternalAgent::command));
        table.getColumns().add(Columns.number("Deadline [s]", "Wall time for a turn [s]", 9, "%.1f", ExternalAgent::deadlineSeconds));
        table.setPrefHeight(Em.of(12));
        ChoiceField<String> who = new ChoiceField<>("agents-program-place", "The home, or the aggregator", model.places(), id -> id, id -> place = id);
        place = model.places().size() > 1 ? model.places().get(1) : model.places().getFirst();
        who.show(place);
        TextField command = new TextField();
        command.setId("agents-program-command");
        command.setPromptText("python3 docs/examples/agent.py");
        command.setTooltip(new Tooltip("Command line of a program that speaks vpp-agent/1 (docs/external-agents.md)"));
        command.setAccessibleText("Command line of the program");
        NumberField seconds = new NumberField("agents-program-deadline", "Wall time for a turn [s]", 0.1, 3600, false, v -> deadline = v);
        seconds.show(deadline);
        Button add = new Button("Put it in its place");
        add.setId("agents-program-add");
        add.setTooltip(new Tooltip("The program decides there instead of the mechanism's own agent"));
        add.disableProperty().bind(command.textProperty().isEmpty());
        add.setOnAction(event -> {
            model.addProgram(place, command.getText(), deadline);
            command.clear();
        });
        Button remove = new Button("Remove");
        remove.setId("agents-program-remove");
        remove.setTooltip(new Tooltip("The mechanism's own agent decides there again"));
        remove.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
        remove.setOnAction(event -> model.programs().remove(table.getSelectionModel().getSelectedItem()));
        HBox buttons = new HBox(add, remove);
        buttons.getStyleClass().add("legend-row");
        getChildren().setAll(table, new FormGrid().row("Place", who, "").row("Command", command, "").row("Deadline", seconds, "s"), buttons);
        getStyleClass().add("column");
    }
}
