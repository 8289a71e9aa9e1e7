package org.vppworkbench.app.ui.fleet;

import org.vppworkbench.app.ui.control.DialogButtons;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.ui.control.ChoiceField;
import org.vppworkbench.app.ui.control.Columns;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.app.ui.control.EmptyState;
import org.vppworkbench.app.ui.control.FormGrid;
import org.vppworkbench.model.fleet.CarPlanKind;
import org.vppworkbench.model.fleet.HomePlanKind;
import org.vppworkbench.model.fleet.TariffPlan;

/** Sets values in all marked homes. */
public final class MultiEditDialog {
    private final MultiEditViewModel model;

    public MultiEditDialog(MultiEditViewModel model) {
        this.model = model;
    }

    /** Shows the dialog over a window. */
    public void show(Window owner) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle("Edit homes");
        dialog.setHeaderText("Set values in " + FleetViewModel.counted(model.count()));
        dialog.setResizable(true);
        ButtonType apply = new ButtonType("Change these homes", ButtonBar.ButtonData.OK_DONE);
        dialog.getDialogPane().getButtonTypes().setAll(apply, ButtonType.CANCEL);
        dialog.getDialogPane().setContent(content());
        dialog.getDialogPane().setMinWidth(Em.of(46));
        dialog.getDialogPane().setPrefHeight(Em.of(48));
        Button button = (Button) dialog.getDialogPane().lookupButton(apply);
        button.setId("multi-apply");
        button.disableProperty().bind(model.readyProperty().not());
        dialog.resultProperty().addListener((o, was, is) -> {
            if (apply.equals(is)) {
                model.apply();
            }
        });
        dialog.setOnHidden(event -> model.cancel());
        DialogButtons.identify(dialog.getDialogPane(), "edit-homes");
        dialog.show();
    }

    private VBox content() {
        FormGrid form = new FormGrid();
        for (HomeField field : HomeFields.MANY) {
            form.row(field.label(), new OptionalNumber(field.id(), field.explanation(), field.min(), field.max(), v -> model.set(field, v)), field.unit());
        }
        form.row("Tariff", choice("many-tariff", "Retail plan of all these homes", TariffPlan.values(), HomeText::tariff, model::setTariff), "");
        form.row("Home plan", choice("many-plan", "What the batteries do without a contract", HomePlanKind.values(), HomeText::plan, model::setPlan), "");
        form.row("Car plan", choice("many-car-plan", "When the cars charge", CarPlanKind.values(), HomeText::carPlan, model::setCarPlan), "");
        ScrollPane scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("form-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Label preview = new Label();
        preview.setId("multi-preview");
        preview.setWrapText(true);
        preview.setMinHeight(Em.of(2.8));
        preview.getStyleClass().add("section-title");
        preview.textProperty().bind(model.previewProperty());
        VBox box = new VBox(scroll, preview, refused());
        box.getStyleClass().add("dialog-form");
        return box;
    }

    private TableView<MultiEdit.Refused> refused() {
        TableView<MultiEdit.Refused> table = new TableView<>(model.refused());
        table.setId("multi-refused");
        table.setAccessibleText("Homes the change is not made in, and why");
        table.setFixedCellSize(Em.of(2.1));
        table.setPrefHeight(Em.of(11));
        table.setMinHeight(Em.of(7));
        table.setPlaceholder(new EmptyState("mdal-check_circle", "No home is refused."));
        table.getColumns().add(Columns.text("Home", "Home that keeps what it has", 7, MultiEdit.Refused::id));
        table.getColumns().add(Columns.filling(Columns.text("Why", "The error it would have", 26, MultiEdit.Refused::why)));
        Columns.fill(table);
        return table;
    }

    /** A choice that begins with leaving things as they are. */
    private static <V> ChoiceField<Optional<V>> choice(
            String id, String tooltip, V[] values, Function<V, String> words, Consumer<@Nullable V> commit) {
        List<Optional<V>> all = new ArrayList<>(List.of(Optional.<V>empty()));
        Arrays.stream(values).forEach(v -> all.add(Optional.of(v)));
        ChoiceField<Optional<V>> field =
                new ChoiceField<>(id, tooltip, all, v -> v.map(words).orElse("as it is"), v -> commit.accept(v.orElse(null)));
        field.show(Optional.empty());
        return field;
    }
}
