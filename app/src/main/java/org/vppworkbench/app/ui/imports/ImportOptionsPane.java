package org.vppworkbench.app.ui.imports;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.scene.control.CheckBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.vppworkbench.app.ui.control.ChoiceField;
import org.vppworkbench.app.ui.control.FormGrid;
import org.vppworkbench.app.ui.control.NumberField;
import org.vppworkbench.model.time.SeriesKind;
import org.vppworkbench.sample.imports.ProfileOptions;
import org.vppworkbench.sample.imports.series.GapFilling;

/** Choices for files of a known layout; a format takes those it has a use for. */
final class ImportOptionsPane extends VBox {
    private final ImportViewModel model;

    ImportOptionsPane(ImportViewModel model) {
        this.model = model;
        ChoiceField<Optional<String>> zone = new ChoiceField<>("import-zone", "Trading zone of prices and reserves", ImportDialog.orNone(List.of("SP15", "NP15", "ZP26")),
                ImportDialog.words(z -> z, "SP15 where there is a choice"),
                z -> change(c -> new ImportChoices(z.orElse(null), c.node(), c.kind(), c.fill(), c.onDays(), c.name(), c.firstDay(), c.days())));
        zone.show(Optional.empty());
        TextField node = field("import-node", "Price node; empty takes the hub of the zone", "hub of the zone");
        node.textProperty().addListener((o, was, is) ->
                change(c -> new ImportChoices(c.zone(), is == null ? "" : is, c.kind(), c.fill(), c.onDays(), c.name(), c.firstDay(), c.days())));
        ChoiceField<Optional<SeriesKind>> kind = new ChoiceField<>("import-kind", "Label of the series: REAL as published, DERIVED computed, SYNTHETIC invented",
                ImportDialog.orNone(ImportViewModel.kinds()), ImportDialog.words(SeriesKind::name, "as published"),
                k -> change(c -> new ImportChoices(c.zone(), c.node(), k.orElse(null), c.fill(), c.onDays(), c.name(), c.firstDay(), c.days())));
        kind.show(Optional.empty());
        ChoiceField<Optional<GapFilling>> fill = new ChoiceField<>("import-fill", "Fills gaps of under 1 % of the values; the series is then DERIVED",
                ImportDialog.orNone(ImportViewModel.fillings()), ImportDialog.words(GapFilling::title, "gaps are refused"),
                f -> change(c -> new ImportChoices(c.zone(), c.node(), c.kind(), f.orElse(null), c.onDays(), c.name(), c.firstDay(), c.days())));
        fill.show(Optional.empty());
        CheckBox on = new CheckBox("lay profiles onto other days");
        on.setId("import-on-days");
        on.setTooltip(new Tooltip("PVWatts and CityLearn have a year of their own, or none: lays their days onto those below"));
        on.setAccessibleText("Lay profiles onto other days");
        on.setOnAction(event -> change(c -> new ImportChoices(c.zone(), c.node(), c.kind(), c.fill(), on.isSelected(), c.name(), c.firstDay(), c.days())));
        DatePicker first = new DatePicker(model.choicesProperty().get().firstDay());
        first.setId("import-first-day");
        first.setTooltip(new Tooltip("First local day onto which profiles are laid"));
        first.setAccessibleText("First day of the profiles");
        first.setMaxWidth(Double.MAX_VALUE);
        first.disableProperty().bind(on.selectedProperty().not());
        first.valueProperty().addListener((o, was, is) ->
                change(c -> new ImportChoices(c.zone(), c.node(), c.kind(), c.fill(), c.onDays(), c.name(), is, c.days())));
        NumberField days = new NumberField("import-days", "Number of days onto which profiles are laid", 1, ProfileOptions.MAX_DAYS, true,
                v -> change(c -> new ImportChoices(c.zone(), c.node(), c.kind(), c.fill(), c.onDays(), c.name(), c.firstDay(), (int) v)));
        days.show(model.choicesProperty().get().days());
        days.disableProperty().bind(on.selectedProperty().not());
        TextField name = field("import-name", "Name of the profile; empty takes that of the file", "name of the file");
        name.disableProperty().bind(on.selectedProperty().not());
        name.textProperty().addListener((o, was, is) ->
                change(c -> new ImportChoices(c.zone(), c.node(), c.kind(), c.fill(), c.onDays(), Objects.requireNonNullElse(is, ""), c.firstDay(), c.days())));
        getChildren().setAll(new FormGrid().section("Options")
                .row("Zone", zone, "").row("Node", node, "").row("Label", kind, "").row("Gaps", fill, "")
                .row("Profiles", on, "").row("First day", first, "").row("Days", days, "days").row("Name", name, ""));
    }

    private void change(UnaryOperator<ImportChoices> change) {
        model.choicesProperty().set(change.apply(model.choicesProperty().get()));
    }

    private static TextField field(String id, String tooltip, String prompt) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        field.setTooltip(new Tooltip(tooltip));
        field.setAccessibleText(tooltip);
        return field;
    }
}
