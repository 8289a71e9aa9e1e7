package org.vppworkbench.app.ui.imports;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.vppworkbench.app.ui.control.ChoiceField;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.app.ui.control.FormGrid;
import org.vppworkbench.app.ui.control.NumberField;

/** What the columns of a CSV file are: times with zone and step, and for every other column its role and unit. */
final class MappingPane extends ScrollPane {
    private static final Map<String, String> SEPARATORS = Map.of(",", "comma", ";", "semicolon", "\t", "tab", "|", "bar |");

    private final ImportViewModel model;
    private final ChoiceField<String> separator;
    private final ChoiceField<String> decimal;
    private final ChoiceField<String> time;
    private final TextField pattern;
    private final ComboBox<String> zone = new ComboBox<>();
    private final CheckBox ending = new CheckBox("times name the end of the interval");
    private final NumberField step;
    private final NumberField skip;
    private final GridPane columns = new GridPane();
    private List<CsvMapping.Column> shown = List.of();

    MappingPane(ImportViewModel model) {
        this.model = model;
        setFitToWidth(true);
        getStyleClass().add("form-scroll");
        separator = new ChoiceField<>("mapping-separator", "What stands between the cells", List.of(",", ";", "\t", "|"),
                s -> SEPARATORS.getOrDefault(s, s), s -> change(m -> with(m, s, m.decimal(), m.skipLines(), m.timeColumn(), m.pattern(), m.zone(), m.ending(), m.stepMinutes())));
        decimal = new ChoiceField<>("mapping-decimal", "Decimal point or comma", List.of(".", ","), s -> s.equals(".") ? "point" : "comma",
                s -> change(m -> with(m, m.separator(), s, m.skipLines(), m.timeColumn(), m.pattern(), m.zone(), m.ending(), m.stepMinutes())));
        skip = new NumberField("mapping-skip", "Lines before the header", 0, 1000, true,
                v -> change(m -> with(m, m.separator(), m.decimal(), (int) v, m.timeColumn(), m.pattern(), m.zone(), m.ending(), m.stepMinutes())));
        time = new ChoiceField<>("mapping-time", "Column with the times", List.of(), s -> s,
                s -> change(m -> with(m, m.separator(), m.decimal(), m.skipLines(), s, m.pattern(), m.zone(), m.ending(), m.stepMinutes())));
        pattern = text("mapping-pattern", "Pattern of the times, such as dd.MM.yyyy HH:mm; empty for ISO 8601 (2023-08-15T07:00Z or with a blank)", "ISO 8601",
                s -> change(m -> with(m, m.separator(), m.decimal(), m.skipLines(), m.timeColumn(), s, m.zone(), m.ending(), m.stepMinutes())));
        zone.setId("mapping-zone");
        zone.setEditable(true);
        zone.getItems().setAll("America/Los_Angeles", "UTC", "-08:00", "Europe/Berlin");
        zone.setTooltip(new Tooltip("Time zone of times that carry no offset, such as America/Los_Angeles"));
        zone.setAccessibleText("Time zone of times without offset");
        zone.setMaxWidth(Double.MAX_VALUE);
        zone.valueProperty().addListener((o, was, is) -> change(m -> with(m, m.separator(), m.decimal(), m.skipLines(), m.timeColumn(), m.pattern(),
                is == null ? "" : is.strip(), m.ending(), m.stepMinutes())));
        ending.setId("mapping-ending");
        ending.setTooltip(new Tooltip("Off: a time names the beginning of its interval"));
        ending.setAccessibleText("Times name the end of the interval");
        ending.setOnAction(event -> change(m -> with(m, m.separator(), m.decimal(), m.skipLines(), m.timeColumn(), m.pattern(), m.zone(), ending.isSelected(),
                ending.isSelected() && m.stepMinutes() == 0 ? 60 : m.stepMinutes())));
        step = new NumberField("mapping-step", "Length of an interval [min]; 0 takes the smallest distance of two times", 0, 60, true,
                v -> change(m -> with(m, m.separator(), m.decimal(), m.skipLines(), m.timeColumn(), m.pattern(), m.zone(), m.ending(), (int) v)));
        columns.getStyleClass().add("form");
        FormGrid form = new FormGrid().section("Times").row("Column", time, "").row("Pattern", pattern, "").row("Time zone", zone, "")
                .row("Step", step, "min").row("Label", ending, "")
                .section("Cells").row("Separator", separator, "").row("Decimal", decimal, "").row("Skip", skip, "lines")
                .section("Columns: role and unit");
        setContent(new VBox(form, columns));
        model.mappingProperty().addListener((o, was, is) -> show(is));
        show(model.mappingProperty().get());
    }

    private void change(UnaryOperator<CsvMapping> change) {
        CsvMapping next = change.apply(model.mappingProperty().get());
        if (!next.equals(model.mappingProperty().get())) {
            model.map(next);
        }
    }

    private void show(CsvMapping m) {
        separator.show(m.separator());
        decimal.show(m.decimal());
        skip.show(m.skipLines());
        time.offer(m.columns().stream().map(CsvMapping.Column::name).toList());
        time.show(m.timeColumn());
        if (!pattern.getText().equals(m.pattern())) {
            pattern.setText(m.pattern());
        }
        if (!m.zone().equals(zone.getValue())) {
            zone.setValue(m.zone());
        }
        ending.setSelected(m.ending());
        step.show(m.stepMinutes());
        List<CsvMapping.Column> others = m.columns().stream().filter(c -> !c.name().equals(m.timeColumn())).toList();
        if (!others.equals(shown)) {
            shown = others;
            columns.getChildren().clear();
            for (int i = 0; i < others.size(); i++) {
                row(i, others.get(i));
            }
        }
    }

    private void row(int i, CsvMapping.Column column) {
        Label name = new Label(column.name());
        name.setPrefWidth(Em.of(9));
        name.setTooltip(new Tooltip(column.name()));
        ChoiceField<String> role = new ChoiceField<>("mapping-role-" + i, "What column " + column.name() + " is", CsvMapping.roles(column.name()),
                r -> r.isEmpty() ? "not read" : r, r -> replace(column, new CsvMapping.Column(column.name(), r,
                        CsvMapping.units(r).isEmpty() ? "" : CsvMapping.units(r).contains(column.unit()) ? column.unit() : CsvMapping.units(r).getFirst())));
        role.show(column.role());
        ChoiceField<String> unit = new ChoiceField<>("mapping-unit-" + i, "Unit of the cells of " + column.name(), CsvMapping.units(column.role()), u -> u,
                u -> replace(column, new CsvMapping.Column(column.name(), column.role(), u)));
        unit.show(column.unit().isEmpty() ? null : column.unit());
        unit.setDisable(column.role().isEmpty());
        role.setPrefWidth(Em.of(13));
        unit.setPrefWidth(Em.of(9));
        columns.addRow(i, name, role, unit);
    }

    private void replace(CsvMapping.Column before, CsvMapping.Column after) {
        change(m -> new CsvMapping(m.separator(), m.decimal(), m.skipLines(), m.timeColumn(), m.pattern(), m.zone(), m.ending(), m.stepMinutes(),
                m.columns().stream().map(c -> c.name().equals(before.name()) ? after : c).toList()));
    }

    private static TextField text(String id, String tooltip, String prompt, java.util.function.Consumer<String> commit) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        field.setTooltip(new Tooltip(tooltip));
        field.setAccessibleText(tooltip);
        field.textProperty().addListener((o, was, is) -> commit.accept(is == null ? "" : is));
        return field;
    }

    private static CsvMapping with(
            CsvMapping m, String separator, String decimal, int skip, String time, String pattern, String zone, boolean ending, int step) {
        return new CsvMapping(separator, decimal, skip, time, pattern, zone, ending, step, m.columns());
    }
}
