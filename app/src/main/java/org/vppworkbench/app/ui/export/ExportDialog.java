package org.vppworkbench.app.ui.export;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.figure.paper.ExportFormat;
import org.vppworkbench.app.figure.paper.Preset;
import org.vppworkbench.app.ui.control.ChoiceField;
import org.vppworkbench.app.ui.control.DialogButtons;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.app.ui.control.FormGrid;
import org.vppworkbench.app.ui.control.NumberField;

/** Asks which figure or table, and as what. */
public final class ExportDialog {
    private final ExportViewModel model;
    private final Consumer<ExportJob> onSave;
    private final Consumer<ExportJob> onCopy;

    /**
     * @param onSave writes to a file
     * @param onCopy puts on the clipboard
     */
    public ExportDialog(ExportViewModel model, Consumer<ExportJob> onSave, Consumer<ExportJob> onCopy) {
        this.model = model;
        this.onSave = onSave;
        this.onCopy = onCopy;
    }

    /** Shows the dialog over a window. */
    public void show(Window owner) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle("Export figure or table");
        dialog.setHeaderText("Export a figure or a table of the run shown");
        dialog.setResizable(true);
        ButtonType save = new ButtonType("Save \u2026", ButtonBar.ButtonData.OK_DONE);
        ButtonType copy = new ButtonType("Copy", ButtonBar.ButtonData.LEFT);
        dialog.getDialogPane().getButtonTypes().setAll(save, copy, ButtonType.CLOSE);
        dialog.getDialogPane().setContent(content());
        dialog.getDialogPane().setMinWidth(Em.of(40));
        button(dialog, save, "export-save", "Asks for a file and writes it", () -> onSave.accept(model.job()));
        button(dialog, copy, "export-copy", "A figure as a picture, a table as text", () -> onCopy.accept(model.job()));
        DialogButtons.identify(dialog.getDialogPane(), "export");
        dialog.show();
    }

    /** The dialog stays open: a paper has more than one figure. */
    private static void button(Dialog<ButtonType> dialog, ButtonType type, String id, String tooltip, Runnable body) {
        Button button = (Button) dialog.getDialogPane().lookupButton(type);
        button.setId(id);
        button.setTooltip(new Tooltip(tooltip));
        button.addEventFilter(javafx.event.ActionEvent.ACTION, event -> {
            event.consume();
            body.run();
        });
    }

    private VBox content() {
        ChoiceField<ExportItem> items = new ChoiceField<>(
                "export-item", "What is exported", model.items(), ExportItem::text, model::choose);
        items.show(model.item());
        ComboBox<ExportFormat> formats = new ComboBox<>(model.formats());
        formats.setId("export-format");
        formats.setTooltip(new Tooltip("What it is written as"));
        formats.setAccessibleText("Format");
        formats.valueProperty().bindBidirectional(model.formatProperty());
        formats.setConverter(new FormatNames());
        ChoiceField<Preset> presets = new ChoiceField<>(
                "export-preset", "Width of a figure on paper; its text is 7 to 9 pt in both", List.of(Preset.values()),
                preset -> preset + String.format(java.util.Locale.ROOT, " (%.0f mm)", preset.millimetres()),
                model.presetProperty()::set);
        presets.show(model.presetProperty().get());
        NumberField dpi = new NumberField(
                "export-dpi", "Dots per inch of PNG and of the picture on the clipboard", ExportViewModel.LEAST_DPI,
                ExportViewModel.MOST_DPI, true, v -> model.setDpi((int) v));
        dpi.show(model.dpi());
        CheckBox titled = new CheckBox("Title in the picture");
        titled.setId("export-titled");
        titled.setTooltip(new Tooltip("Journals set the title below, as the caption; the line of labels stays in any case"));
        titled.selectedProperty().bindBidirectional(model.titledProperty());
        Label shows = new Label();
        shows.setId("export-shows");
        shows.setWrapText(true);
        shows.setMinHeight(Em.of(3));
        shows.textProperty().bind(Bindings.createStringBinding(() -> model.item().shows(), model.itemProperty()));
        FormGrid form = new FormGrid()
                .row("Figure or table", items, "")
                .row("Format", formats, "")
                .row("Width", presets, "")
                .row("Dots per inch", dpi, "72 to 1200")
                .row("", titled, "");
        VBox box = new VBox(form, shows);
        box.getStyleClass().add("dialog-form");
        return box;
    }

    private static final class FormatNames extends StringConverter<ExportFormat> {
        @Override
        public String toString(@Nullable ExportFormat format) {
            return format == null ? "" : format == ExportFormat.LATEX ? "LaTeX" : format.name();
        }

        @Override
        public ExportFormat fromString(String text) {
            return ExportFormat.valueOf(text.toUpperCase(java.util.Locale.ROOT));
        }
    }
}
