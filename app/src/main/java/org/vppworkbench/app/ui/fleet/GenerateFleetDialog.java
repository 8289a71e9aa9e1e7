package org.vppworkbench.app.ui.fleet;

import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.vppworkbench.app.ui.control.ChoiceField;
import org.vppworkbench.app.ui.control.Columns;
import org.vppworkbench.app.ui.control.DialogButtons;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.app.ui.control.EmptyState;
import org.vppworkbench.app.ui.control.FormGrid;
import org.vppworkbench.app.ui.control.NumberField;
import org.vppworkbench.model.fleet.FleetPreset;
import org.vppworkbench.sample.generator.SamplingRow;

/** Asks for a fleet, shows what was drawn beside what was asked, and takes it over. */
public final class GenerateFleetDialog {
    private final GenerateFleetViewModel model;

    public GenerateFleetDialog(GenerateFleetViewModel model) {
        this.model = model;
    }

    /** Shows the dialog over a window. */
    public void show(Window owner) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle("Generate fleet");
        dialog.setHeaderText("Generate a fleet from a seed");
        dialog.setResizable(true);
        ButtonType use = new ButtonType("Use this fleet", ButtonBar.ButtonData.OK_DONE);
        dialog.getDialogPane().getButtonTypes().setAll(use, ButtonType.CANCEL);
        dialog.getDialogPane().setContent(content());
        dialog.getDialogPane().setMinWidth(Em.of(62));
        dialog.getDialogPane().setPrefHeight(Em.of(44));
        Button button = (Button) dialog.getDialogPane().lookupButton(use);
        button.setId("generate-use");
        button.disableProperty().bind(model.drawnProperty().isNull());
        dialog.resultProperty().addListener((o, was, is) -> {
            if (use.equals(is)) {
                model.use();
            }
        });
        dialog.setOnHidden(event -> model.cancel());
        DialogButtons.identify(dialog.getDialogPane(), "generate");
        dialog.show();
    }

    private VBox content() {
        NumberField homes = new NumberField("generate-homes", "Number of homes", 1, GenerateFleetViewModel.MOST_HOMES, true,
                v -> model.setHomes((int) v));
        homes.show(model.homes());
        NumberField seed = new NumberField("generate-seed", "Seed of all draws; the same seed gives the same homes", 0, 1e12, true,
                v -> model.setSeed((long) v));
        seed.show((double) model.seed());
        ChoiceField<FleetPreset> preset = new ChoiceField<>("generate-preset",
                "How common devices are: as measured in California around 2023, or much richer, so that small fleets have something to sell",
                List.of(FleetPreset.LABORATORY, FleetPreset.CALIFORNIA), GenerateFleetDialog::words, model.presetProperty()::set);
        preset.show(model.presetProperty().get());
        Button draw = new Button("Draw homes");
        draw.setId("generate-draw");
        draw.getStyleClass().add("accent");
        draw.setTooltip(new Tooltip("Draws the homes and shows what came of it; the fleet of the scenario stays as it is"));
        draw.disableProperty().bind(model.busyProperty());
        draw.setOnAction(event -> model.draw());
        Button stop = new Button("Stop");
        stop.setId("generate-stop");
        stop.setTooltip(new Tooltip("Stops drawing; nothing is drawn then"));
        stop.disableProperty().bind(model.busyProperty().not());
        stop.setOnAction(event -> model.cancel());
        HBox buttons = new HBox(draw, stop);
        buttons.getStyleClass().add("tight-row");
        Label message = new Label();
        message.setId("generate-message");
        message.setWrapText(true);
        message.setMinHeight(Em.of(1.5));
        message.textProperty().bind(model.messageProperty());
        FormGrid form = new FormGrid().row("Homes", homes, "1 to 10,000").row("Seed", seed, "").row("Preset", preset, "");
        Tab parameters = new Tab("Parameters", ParameterTable.of(model));
        parameters.setId("tab-parameters");
        parameters.setTooltip(new Tooltip("Everything a generated fleet depends on; double-click a value to change it"));
        Tab sampling = new Tab("Asked and drawn", table());
        sampling.setId("tab-sampling");
        sampling.setTooltip(new Tooltip("What was asked for and what this fleet has"));
        TabPane tabs = new TabPane(parameters, sampling);
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        model.drawnProperty().addListener((o, was, is) -> {
            if (is != null) {
                tabs.getSelectionModel().select(sampling);
            }
        });
        VBox.setVgrow(tabs, Priority.ALWAYS);
        VBox box = new VBox(form, buttons, message, tabs);
        box.getStyleClass().add("dialog-form");
        return box;
    }

    private TableView<SamplingRow> table() {
        TableView<SamplingRow> table = new TableView<>(model.rows());
        table.setId("sampling-table");
        table.setAccessibleText("What was asked for and what was drawn");
        table.setFixedCellSize(Em.of(2.1));
        table.setPlaceholder(new EmptyState("mdal-casino", "Draw homes to see what was asked for beside what was drawn. A small fleet is never quite the one asked for."));
        table.getColumns().add(Columns.text("Quantity", "What is counted or measured", 24, SamplingRow::quantity));
        table.getColumns().add(number("Asked", "What the parameters ask for", SamplingRow::asked));
        table.getColumns().add(number("Drawn", "What this fleet has", SamplingRow::drawn));
        table.getColumns().add(Columns.text("Unit", "Unit", 5, SamplingRow::unit));
        table.getColumns().add(Columns.number("Cases", "Homes, cars or trips it is taken over", 4.6, "%.0f", SamplingRow::cases));
        table.getColumns().add(Columns.text("Source", "Where the number asked for comes from", 9, SamplingRow::source));
        VBox.setVgrow(table, Priority.ALWAYS);
        return table;
    }

    private static TableColumn<SamplingRow, String> number(String title, String tooltip, ToDoubleFunction<SamplingRow> value) {
        TableColumn<SamplingRow, String> column =
                Columns.text(title, tooltip, 5.2, row -> GenerateFleetViewModel.number(value.applyAsDouble(row)));
        column.getStyleClass().add("number-column");
        return column;
    }

    private static String words(FleetPreset preset) {
        return switch (preset) {
            case LABORATORY -> "Laboratory: rich in devices";
            case CALIFORNIA -> "California, around 2023";
        };
    }
}
