package org.vppworkbench.app.ui.export;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.figure.FigureExporter;
import org.vppworkbench.app.figure.paper.ExportFormat;
import org.vppworkbench.app.figure.paper.Preset;

/** What is to be exported of a run, and how. Free of a toolkit. */
public final class ExportViewModel {
    public static final int LEAST_DPI = 72;
    public static final int MOST_DPI = 1200;

    private final ExperimentResult result;
    private final List<ExportItem> items = ExportItem.all();
    private final ObjectProperty<ExportItem> item = new SimpleObjectProperty<>(this, "item", items.getFirst());
    private final ObservableList<ExportFormat> formats = FXCollections.observableArrayList(items.getFirst().formats());
    private final ObjectProperty<ExportFormat> format = new SimpleObjectProperty<>(this, "format", ExportFormat.PNG);
    private final ObjectProperty<Preset> preset = new SimpleObjectProperty<>(this, "preset", Preset.TWO_COLUMN);
    private final BooleanProperty titled = new SimpleBooleanProperty(this, "titled", true);
    private int dpi = FigureExporter.DPI;

    /**
     * @param result a run that breaches no invariant
     */
    public ExportViewModel(ExperimentResult result) {
        this.result = result;
    }

    /** Everything there is, figures first. */
    public List<ExportItem> items() {
        return items;
    }

    public ExportItem item() {
        return item.get();
    }

    /** Chooses; a format that the new choice does not have gives way to its first. */
    public void choose(ExportItem chosen) {
        item.set(chosen);
        ExportFormat before = format.get();
        if (!formats.equals(chosen.formats())) {
            formats.setAll(chosen.formats());
        }
        format.set(chosen.formats().contains(before) ? before : chosen.formats().getFirst());
    }

    public ObjectProperty<ExportItem> itemProperty() {
        return item;
    }

    /** What the choice can be written as. */
    public ObservableList<ExportFormat> formats() {
        return formats;
    }

    public ObjectProperty<ExportFormat> formatProperty() {
        return format;
    }

    public ObjectProperty<Preset> presetProperty() {
        return preset;
    }

    public BooleanProperty titledProperty() {
        return titled;
    }

    public int dpi() {
        return dpi;
    }

    /** Dots per inch; what is out of range is taken as the nearest end. */
    public void setDpi(int dots) {
        dpi = Math.clamp(dots, LEAST_DPI, MOST_DPI);
    }

    /** The choice as it stands. */
    public ExportJob job() {
        return new ExportJob(result, item.get(), format.get(), preset.get(), dpi, titled.get());
    }
}
