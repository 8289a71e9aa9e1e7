package org.vppworkbench.app.ui.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.figure.FigureExporter;
import org.vppworkbench.app.figure.paper.ExportFormat;
import org.vppworkbench.app.figure.paper.Preset;

/** What is to be exported of a run, and how. Free of a toolkit. */
public final class ExportViewModel {
    public static final int LEAST_DPI = 72;
    public static final int MOST_DPI = 1200;

    private final @Nullable ExperimentResult result;
    private final @Nullable Map<String, Double> shapleyUsd;
    private final List<ExportItem> items;
    private final ObjectProperty<ExportItem> item;
    private final ObservableList<ExportFormat> formats;
    private final ObjectProperty<ExportFormat> format = new SimpleObjectProperty<>(this, "format", ExportFormat.PNG);
    private final ObjectProperty<Preset> preset = new SimpleObjectProperty<>(this, "preset", Preset.TWO_COLUMN);
    private final BooleanProperty titled = new SimpleBooleanProperty(this, "titled", true);
    private int dpi = FigureExporter.DPI;

    /**
     * @param result a run that breaches no invariant
     */
    public ExportViewModel(ExperimentResult result) {
        this(result, null, null);
    }

    /**
     * @param result a run that breaches no invariant, or {@code null} where there is none
     * @param shapleyUsd share of every home in the optimum, or {@code null} [$]
     * @param shown a figure of the window to begin with, or {@code null}; without a run it must be there
     */
    public ExportViewModel(
            @Nullable ExperimentResult result, @Nullable Map<String, Double> shapleyUsd, @Nullable ExportItem shown) {
        this.result = result;
        this.shapleyUsd = shapleyUsd;
        List<ExportItem> all = new ArrayList<>();
        if (shown != null) {
            all.add(shown);
        }
        if (result != null) {
            all.addAll(ExportItem.all());
        }
        this.items = List.copyOf(all);
        this.item = new SimpleObjectProperty<>(this, "item", items.getFirst());
        this.formats = FXCollections.observableArrayList(items.getFirst().formats());
    }

    /** Chooses a figure of the catalogue by its name; an unknown one changes nothing. */
    public void chooseFigure(String name) {
        items.stream().filter(one -> one.isFigure() && one.name().equals(name)).findFirst().ifPresent(this::choose);
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
        return new ExportJob(result, shapleyUsd, item.get(), format.get(), preset.get(), dpi, titled.get());
    }
}
