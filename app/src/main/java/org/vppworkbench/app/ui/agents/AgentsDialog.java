package org.vppworkbench.app.ui.agents;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.vppworkbench.app.ui.control.Badge;
import org.vppworkbench.app.ui.control.ChoiceField;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.app.ui.control.FormGrid;
import org.vppworkbench.model.scenario.AgentSettings;

/** Who decides: rules, language models, programs of the user; what may be spent; and what owners say during the run. */
public final class AgentsDialog {
    private final AgentsViewModel model;
    private final Runnable taken;

    /**
     * @param taken follows where the draft became the scenario's
     */
    public AgentsDialog(AgentsViewModel model, Runnable taken) {
        this.model = model;
        this.taken = taken;
    }

    /** Shows the dialog over a window. */
    public void show(Window owner) {
        model.refresh();
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle("Agents");
        dialog.setHeaderText("Who decides in the runs of this scenario");
        dialog.setResizable(true);
        ButtonType take = new ButtonType("Take over", ButtonBar.ButtonData.OK_DONE);
        dialog.getDialogPane().getButtonTypes().setAll(take, ButtonType.CANCEL);
        dialog.getDialogPane().setContent(content());
        dialog.getDialogPane().setPrefWidth(Math.clamp(owner.getWidth() - Em.of(3), Em.of(50), Em.of(62)));
        dialog.getDialogPane().setPrefHeight(Math.clamp(owner.getHeight() - Em.of(5), Em.of(40), Em.of(52)));
        Button ok = (Button) dialog.getDialogPane().lookupButton(take);
        ok.setId("agents-take");
        ok.setTooltip(new Tooltip("Makes this the scenario's, as one edit that can be undone; nothing is sent or started before a run"));
        ok.disableProperty().bind(model.problemProperty().isNotEmpty());
        Button cancel = (Button) dialog.getDialogPane().lookupButton(ButtonType.CANCEL);
        cancel.setId("agents-cancel");
        cancel.setTooltip(new Tooltip("Closes without a change"));
        dialog.resultProperty().addListener((o, was, is) -> {
            if (take.equals(is) && model.take()) {
                taken.run();
            }
        });
        dialog.show();
    }

    private Node content() {
        ChoiceField<String> mechanism = new ChoiceField<>("agents-mechanism", "Who negotiates", model.mechanisms(), AgentsDialog::words, model.mechanismProperty()::set);
        mechanism.show(model.mechanismProperty().get());
        ChoiceField<AgentSettings.Gate> gate = new ChoiceField<>("agents-gate", "What is checked between an agent and the engine", List.of(AgentSettings.Gate.values()),
                g -> g == AgentSettings.Gate.GATE_FULL ? "Full: physics, reservation, price floor" : "Physics only", model.gateProperty()::set);
        gate.show(model.gateProperty().get());
        FormGrid head = new FormGrid().row("Who negotiates", mechanism, "").row("Gate", gate, "");
        ModelFields fields = new ModelFields(model);
        BudgetFields budget = new BudgetFields(model);
        Tab language = tab("agents-model-tab", "Language model", "Which model, where, and how it is asked", fields);
        Tab limits = tab("agents-budget-tab", "Budget", "Where the talk with the model ends", budget);
        Runnable byModel = () -> {
            fields.setDisable(!model.byModel());
            budget.setDisable(!model.byModel());
        };
        model.mechanismProperty().addListener((o, was, is) -> byModel.run());
        byModel.run();
        TabPane tabs = new TabPane(
                language, limits,
                tab("agents-programs-tab", "Programs", "Programs of yours that decide for a home or the aggregator", new ProgramsPane(model)),
                tab("agents-owners-tab", "Owners say", "What owners say during the run", new OwnersPane(model)));
        tabs.setId("agents-tabs");
        VBox.setVgrow(tabs, javafx.scene.layout.Priority.ALWAYS);
        Label problem = new Label();
        problem.setId("agents-problem");
        problem.getStyleClass().add("field-error");
        problem.setWrapText(true);
        problem.setMinHeight(Label.USE_PREF_SIZE);
        problem.textProperty().bind(model.problemProperty());
        problem.managedProperty().bind(Bindings.isNotEmpty(problem.textProperty()));
        Badge label = new Badge("", "info", "How runs under these conditions are labelled");
        label.setId("agents-label");
        Runnable labelled = () -> label.setText(model.label());
        model.mechanismProperty().addListener((o, was, is) -> labelled.run());
        model.languageProperty().addListener((o, was, is) -> labelled.run());
        model.programs().addListener((javafx.collections.ListChangeListener<Object>) change -> labelled.run());
        labelled.run();
        VBox box = new VBox(head, tabs, problem, label);
        box.getStyleClass().add("dialog-form");
        return box;
    }

    private static String words(String mechanism) {
        return switch (mechanism) {
            case "rule" -> "Rule agents (rule)";
            case "llm" -> "Language models negotiate (llm)";
            case "llm-single" -> "One model decides for all (llm-single)";
            default -> mechanism + " (no agents of this kind)";
        };
    }

    private static Tab tab(String id, String text, String tooltip, Node content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("form-scroll");
        Tab tab = new Tab(text, scroll);
        tab.setId(id);
        tab.setClosable(false);
        tab.setTooltip(new Tooltip(tooltip));
        return tab;
    }
}
