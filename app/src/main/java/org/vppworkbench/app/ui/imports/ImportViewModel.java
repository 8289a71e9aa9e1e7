package org.vppworkbench.app.ui.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.io.FileHead;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.app.task.BackgroundTask;
import org.vppworkbench.app.task.TaskStatus;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.time.SeriesKind;
import org.vppworkbench.sample.folder.SeriesFolderWriter;
import org.vppworkbench.sample.imports.ColumnMapping;
import org.vppworkbench.sample.imports.ColumnMappingFile;
import org.vppworkbench.sample.imports.ImportOptions;
import org.vppworkbench.sample.imports.Imported;
import org.vppworkbench.sample.imports.Importer;
import org.vppworkbench.sample.imports.PreviewSeries;
import org.vppworkbench.sample.imports.ProfileOptions;
import org.vppworkbench.sample.imports.catalogue.ImporterCatalogue;
import org.vppworkbench.sample.imports.series.GapFilling;
import org.vppworkbench.sample.imports.source.ImportSource;

/** The importer: files are chosen, recognised, read and looked at; only a reading without errors can be used. */
public final class ImportViewModel {
    private static final int FIRST_ROWS = 12;

    private final Workbench workbench;
    private final ObservableList<Path> files = FXCollections.observableArrayList();
    private final ObservableList<Finding> findings = FXCollections.observableArrayList();
    private final ObservableList<PreviewSeries> series = FXCollections.observableArrayList();
    private final ObservableList<List<String>> firstRows = FXCollections.observableArrayList();
    private final StringProperty format = new SimpleStringProperty(this, "format", "csv");
    private final ObjectProperty<CsvMapping> mapping = new SimpleObjectProperty<>(this, "mapping", CsvMapping.EMPTY);
    private final ObjectProperty<ImportChoices> choices = new SimpleObjectProperty<>(this, "choices", ImportChoices.DEFAULTS);
    private final ReadOnlyObjectWrapper<@Nullable FormatGuess> guess = new ReadOnlyObjectWrapper<>(this, "guess");
    private final ReadOnlyObjectWrapper<@Nullable Imported> imported = new ReadOnlyObjectWrapper<>(this, "imported");
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper(this, "words", "Choose files that belong together, or a folder.");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private List<String> head = List.of();
    private @Nullable TaskStatus task;

    public ImportViewModel(Workbench workbench) {
        this.workbench = workbench;
        format.addListener((o, was, is) -> forget());
        choices.addListener((o, was, is) -> forget());
        mapping.addListener((o, was, is) -> {
            forget();
            showRows();
        });
    }

    /** The files to be read together. */
    public ObservableList<Path> files() {
        return files;
    }

    /** Id of the importer. */
    public StringProperty formatProperty() {
        return format;
    }

    /** What the first file looks like, or {@code null} before one was chosen. */
    public ReadOnlyObjectProperty<@Nullable FormatGuess> guessProperty() {
        return guess.getReadOnlyProperty();
    }

    /** What the columns of a CSV file are. */
    public ObjectProperty<CsvMapping> mappingProperty() {
        return mapping;
    }

    /** Zone, label, gaps and days. */
    public ObjectProperty<ImportChoices> choicesProperty() {
        return choices;
    }

    /** Cells of the first rows of the first file, its header among them. */
    public ObservableList<List<String>> firstRows() {
        return firstRows;
    }

    /** What stands against the files, or is worth knowing, by file, row and column. */
    public ObservableList<Finding> findings() {
        return findings;
    }

    /** What was read, at a glance; empty unless there is no error. */
    public ObservableList<PreviewSeries> series() {
        return series;
    }

    /** What was read, or {@code null}. */
    public ReadOnlyObjectProperty<@Nullable Imported> importedProperty() {
        return imported.getReadOnlyProperty();
    }

    /** How it stands, in words. */
    public ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Whether a mapping of columns is asked for. */
    public boolean needsMapping() {
        FormatGuess known = guess.get();
        return format.get().equals("csv") && (known == null || !known.namesItself());
    }

    /** Takes files, or all files of a folder, in place of those before; a folder of series is opened as it is. */
    public void choose(List<Path> chosen) {
        List<Path> all = new ArrayList<>();
        try {
            for (Path path : chosen) {
                if (Files.isDirectory(path) && Files.exists(path.resolve("data.json"))) {
                    workbench.files().openData(path, () -> words.set("A folder of series: opened as it is."), () -> {});
                    return;
                }
                all.addAll(Files.isDirectory(path) ? inside(path) : List.of(path));
            }
            head = all.isEmpty() ? List.of() : FileHead.lines(all.getFirst());
        } catch (IOException | UncheckedIOException e) {
            findings.setAll(Finding.error(String.valueOf(chosen.getFirst().getFileName()), null, "cannot be read: " + e.getMessage(), "a readable file"));
            words.set("Nothing was read.");
            return;
        }
        files.setAll(all);
        FormatGuess found = FormatGuess.of(head);
        guess.set(found);
        format.set(found.format());
        mapping.set(CsvMapping.guessed(head));
        forget();
        showRows();
    }

    /** Changes the mapping; the columns follow separator and skipped lines. */
    public void map(CsvMapping next) {
        mapping.set(next.withHeader(head));
    }

    /** Reads the files in the background. */
    public void read() {
        forget();
        Importer importer = ImporterCatalogue.find(format.get()).orElseThrow();
        ImportOptions options = options();
        if (files.isEmpty() || options == null) {
            words.set(files.isEmpty() ? "Choose files first." : "Not read: the mapping is not complete.");
            return;
        }
        List<Path> asked = List.copyOf(files);
        busy.set(true);
        words.set("Reading …");
        TaskStatus status = workbench.tasks().submit(new BackgroundTask<>(
                "Read " + asked.getFirst().getFileName() + (asked.size() > 1 ? " and " + (asked.size() - 1) + " more" : ""),
                (progress, cancel) -> importer.read(asked.stream().<ImportSource>map(file -> new CancellableSource(file, cancel)).toList(), options),
                this::show,
                this::refused));
        follow(status);
    }

    /** Stops reading; nothing is loaded then. */
    public void cancel() {
        TaskStatus running = task;
        if (running != null) {
            running.cancel();
        }
    }

    /** Writes what was read to a new folder and makes it the data of the scenario, as one edit. */
    public void use(Path folder) {
        Imported read = imported.get();
        if (read == null) {
            return;
        }
        busy.set(true);
        words.set("Writing " + folder.getFileName() + " …");
        follow(workbench.tasks().submit(new BackgroundTask<>(
                "Write data " + folder.getFileName(),
                (progress, cancel) -> written(read, folder, cancel),
                done -> {
                    words.set("Written to " + done.getFileName() + ".");
                    workbench.files().openData(done, () -> {}, () -> {});
                },
                this::refused)));
    }

    /** A name for a folder of what was read. */
    public String folderName() {
        return id(files.isEmpty() ? "imported" : String.valueOf(files.getFirst().getFileName()).replaceFirst("\\.[A-Za-z]{3,4}$", ""));
    }

    private static Path written(Imported read, Path folder, CancelToken cancel) {
        String name = id(String.valueOf(folder.getFileName()));
        List<Finding> found = SeriesFolderWriter.write(folder, read.folder().named(name, read.folder().title()), read.csvFiles(), cancel);
        if (found.stream().anyMatch(Finding::isError)) {
            throw new RefusedException(found);
        }
        return folder;
    }

    private static String id(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._-]", "-").replaceAll("^[^A-Za-z0-9]+", "");
        return plain.isEmpty() ? "imported" : plain.substring(0, Math.min(64, plain.length()));
    }

    private static List<Path> inside(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(f -> String.valueOf(f.getFileName()).toLowerCase(Locale.ROOT).matches(".*\\.(csv|json|zip|txt)"))
                    .sorted()
                    .toList();
        }
    }

    private @Nullable ImportOptions options() {
        ImportChoices chosen = choices.get();
        ColumnMapping columns = null;
        if (needsMapping()) {
            Reading<ColumnMapping> reading = ColumnMappingFile.read(mapping.get().json(), "mapping");
            columns = reading.value();
            if (columns == null) {
                findings.setAll(reading.findings());
                return null;
            }
        }
        LocalDate first = chosen.firstDay();
        return ImportOptions.DEFAULTS
                .withNode(chosen.node().isBlank() ? null : chosen.node().strip())
                .withZone(chosen.zone())
                .withMapping(columns)
                .withKind(chosen.kind())
                .withFill(chosen.fill())
                .withProfile(chosen.onDays() && first != null ? new ProfileOptions(chosen.name().strip(), first, chosen.days()) : null);
    }

    private void show(Reading<Imported> reading) {
        busy.set(false);
        TaskStatus asked = task;
        if (asked != null && asked.cancelled()) {
            return;
        }
        findings.setAll(reading.findings().stream().sorted((a, b) -> b.severity().compareTo(a.severity())).toList());
        Imported value = reading.value();
        long errors = reading.findings().stream().filter(Finding::isError).count();
        if (value == null) {
            words.set(errors + (errors == 1 ? " error" : " errors") + ": nothing was loaded.");
            return;
        }
        series.setAll(value.preview().series());
        words.set(series.size() + " series, " + value.tables().size() + " tables read; nothing is used before you say so.");
        imported.set(value);
    }

    private void refused(Throwable e) {
        busy.set(false);
        if (e instanceof RefusedException refused) {
            findings.setAll(refused.findings());
            words.set("Not written: see the findings.");
        } else {
            words.set("Not read: " + Workbench.reason(e));
        }
    }

    private void follow(TaskStatus status) {
        task = status;
        busy.set(status.isRunning());
        status.stateProperty().addListener((o, was, is) -> {
            if (status == task) {
                busy.set(status.isRunning());
                if (is == TaskStatus.State.CANCELLED) {
                    forget();
                    words.set("Stopped: nothing was loaded.");
                }
            }
        });
    }

    /** What was read belongs to other choices. */
    private void forget() {
        imported.set(null);
        series.clear();
        findings.clear();
        FormatGuess found = guess.get();
        words.set(found == null ? "Choose files that belong together, or a folder." : Objects.requireNonNull(found).why() + "; read it to see what is in it.");
    }

    private void showRows() {
        CsvMapping map = mapping.get();
        firstRows.setAll(head.stream().skip(map.skipLines()).limit(FIRST_ROWS).map(map::cells).toList());
    }

    /** Labels to choose from. */
    static List<SeriesKind> kinds() {
        return List.of(SeriesKind.values());
    }

    /** Ways to fill gaps. */
    static List<GapFilling> fillings() {
        return List.of(GapFilling.values());
    }
}
