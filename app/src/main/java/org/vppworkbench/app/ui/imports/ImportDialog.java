package org.vppworkbench.app.ui.imports;

import org.vppworkbench.app.ui.control.DialogButtons;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.vppworkbench.app.ui.control.ChoiceField;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.app.ui.control.FindingsTable;
import org.vppworkbench.app.ui.shell.FileDialogs;
import org.vppworkbench.sample.imports.Importer;
import org.vppworkbench.sample.imports.catalogue.ImporterCatalogue;

/** Brings files into the scenario: choose, look, map, read, use. */
public final class ImportDialog {
    private final ImportViewModel model;
    private final FileDialogs dialogs;

    public ImportDialog(ImportViewModel model, FileDialogs dialogs) {
        this.model = model;
        this.dialogs = dialogs;
    }

    /** Shows the dialog over a window. */
    public void show(Window owner) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle("Import data");
        dialog.setHeaderText("Import prices, reserves, load, PV or temperature");
        dialog.setResizable(true);
        dialog.getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
        dialog.getDialogPane().setContent(content());
        dialog.getDialogPane().setMinWidth(Em.of(70));
        dialog.getDialogPane().setPrefHeight(Em.of(50));
        dialog.setOnHidden(event -> model.cancel());
        DialogButtons.identify(dialog.getDialogPane(), "import");
        dialog.show();
    }

    private VBox content() {
        TabPane results = results();
        SplitPane split = new SplitPane(left(), results);
        split.setDividerPositions(0.4);
        split.getStyleClass().add("main-split");
        VBox.setVgrow(split, Priority.ALWAYS);
        VBox box = new VBox(files(), split, foot());
        box.getStyleClass().add("dialog-form");
        return box;
    }

    private Node files() {
        Button choose = button("import-choose", "Choose files …", "Files that belong together, CSV, JSON or ZIP; or a folder of them by its data.json");
        choose.setOnAction(event -> dialogs.open("Import data", "Data files", "*.csv", "*.json", "*.zip", "*.txt").ifPresent(file -> model.choose(chosen(file))));
        Label names = new Label();
        names.setId("import-files");
        names.setMinWidth(0);
        HBox.setHgrow(names, Priority.ALWAYS);
        names.textProperty().bind(Bindings.createStringBinding(() -> model.files().isEmpty() ? "no file chosen"
                : model.files().stream().map(f -> String.valueOf(f.getFileName())).collect(Collectors.joining(", ")), model.files()));
        HBox row = new HBox(choose, names);
        row.getStyleClass().add("tight-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** A folder of series is chosen by the file that describes it. */
    private static List<Path> chosen(Path file) {
        Path folder = file.getParent();
        return file.endsWith("data.json") && folder != null ? List.of(folder) : List.of(file);
    }

    private Node left() {
        ChoiceField<Importer> format = new ChoiceField<>("import-format", "Layout of the files; recognised where it can be", ImporterCatalogue.all(),
                Importer::title, importer -> model.formatProperty().set(importer.id()));
        format.setPrefWidth(0);
        ImportOptionsPane options = new ImportOptionsPane(model);
        MappingPane mapping = new MappingPane(model);
        VBox.setVgrow(mapping, Priority.ALWAYS);
        Runnable show = () -> {
            format.show(ImporterCatalogue.find(model.formatProperty().get()).orElse(null));
            options.setVisible(!model.needsMapping());
            options.setManaged(!model.needsMapping());
            mapping.setVisible(model.needsMapping());
            mapping.setManaged(model.needsMapping());
        };
        model.formatProperty().addListener((o, was, is) -> show.run());
        model.guessProperty().addListener((o, was, is) -> show.run());
        show.run();
        Label title = new Label("Layout");
        title.getStyleClass().add("section-title");
        VBox box = new VBox(title, format, options, mapping);
        box.getStyleClass().add("column");
        return box;
    }

    private TabPane results() {
        FindingsTable findings = new FindingsTable(model.findings());
        findings.setId("import-findings");
        findings.setAccessibleText("Findings about the files");
        Tab rows = tab("tab-import-rows", "First rows", "The beginning of the first file", ImportTables.rows(model));
        Tab found = tab("tab-import-findings", "Findings", "What stands against the files, by file, row and column", findings);
        Tab series = tab("tab-import-series", "Series", "What was read", ImportTables.series(model));
        TabPane tabs = new TabPane(rows, found, series);
        tabs.setId("import-tabs");
        model.importedProperty().addListener((o, was, is) -> {
            if (is != null) {
                tabs.getSelectionModel().select(series);
            }
        });
        model.findings().addListener((ListChangeListener<Object>) change -> {
            found.setText(model.findings().isEmpty() ? "Findings" : "Findings (" + model.findings().size() + ")");
            if (model.findings().stream().anyMatch(org.vppworkbench.model.scenario.Finding::isError)) {
                tabs.getSelectionModel().select(found);
            }
        });
        return tabs;
    }

    private Node foot() {
        Label words = new Label();
        words.setId("import-words");
        words.setWrapText(true);
        words.setMinHeight(Em.of(2.6));
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.textProperty().bind(model.wordsProperty());
        Button read = button("import-read", "Read", "Reads the files and shows what is in them; nothing is used yet");
        read.disableProperty().bind(model.busyProperty().or(Bindings.isEmpty(model.files())));
        read.setOnAction(event -> model.read());
        Button stop = button("import-stop", "Stop", "Stops reading; nothing is loaded then");
        stop.disableProperty().bind(model.busyProperty().not());
        stop.setOnAction(event -> model.cancel());
        Button use = button("import-use", "Use in the scenario …", "Writes the series to a new folder and makes it the data of the scenario; can be undone");
        use.getStyleClass().add("accent");
        use.disableProperty().bind(model.importedProperty().isNull().or(model.busyProperty()));
        use.setOnAction(event -> folder().ifPresent(model::use));
        HBox row = new HBox(words, read, stop, use);
        row.getStyleClass().add("tight-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Optional<Path> folder() {
        return dialogs.save("Write the series into a new folder", model.folderName(), "Folder of series", "*");
    }

    static <V> List<Optional<V>> orNone(List<V> values) {
        List<Optional<V>> all = new ArrayList<>(List.of(Optional.<V>empty()));
        values.forEach(v -> all.add(Optional.of(v)));
        return all;
    }

    static <V> Function<Optional<V>, String> words(Function<V, String> words, String none) {
        return v -> v.map(words).orElse(none);
    }

    private static Button button(String id, String text, String tooltip) {
        Button button = new Button(text);
        button.setId(id);
        button.setTooltip(new Tooltip(tooltip));
        button.setAccessibleText(text);
        button.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        return button;
    }

    private static Tab tab(String id, String text, String tooltip, Node content) {
        Tab tab = new Tab(text, content);
        tab.setId(id);
        tab.setClosable(false);
        tab.setTooltip(new Tooltip(tooltip));
        return tab;
    }
}
