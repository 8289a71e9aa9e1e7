package org.vppworkbench.app.ui.fleet;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.io.FleetParametersJson;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.app.task.BackgroundTask;
import org.vppworkbench.app.task.TaskStatus;
import org.vppworkbench.app.ui.control.Numbers;
import org.vppworkbench.app.ui.session.Document;
import org.vppworkbench.app.ui.session.GeneratedFleet;
import org.vppworkbench.app.ui.session.ScenarioEdits;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.FleetParameters;
import org.vppworkbench.model.fleet.FleetPreset;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.fleet.ParameterEntry;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.FleetParameterChecks;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.sample.generator.SamplingRow;

/** Draws a fleet, shows what was asked for and what was drawn, and makes it that of the document. */
public final class GenerateFleetViewModel {
    static final int MOST_HOMES = 10_000;

    private final Workbench workbench;
    private final ObjectProperty<FleetPreset> preset = new SimpleObjectProperty<>(this, "preset", FleetPreset.LABORATORY);
    private final ReadOnlyObjectWrapper<@Nullable GeneratedFleet> drawn = new ReadOnlyObjectWrapper<>(this, "drawn");
    private final ObservableList<SamplingRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ObservableList<ParameterEntry> entries = FXCollections.observableArrayList();
    private final Map<String, Double> changed = new LinkedHashMap<>();
    private @Nullable TaskStatus task;
    private int homes = 20;
    private long seed = 1;

    public GenerateFleetViewModel(Workbench workbench) {
        this.workbench = workbench;
        preset.addListener((o, was, is) -> {
            changed.clear();
            list();
            forget();
        });
        list();
    }

    /** All numbers of the parameters but homes and seed, in the order of the file. */
    public ObservableList<ParameterEntry> parameters() {
        return entries;
    }

    /** Whether a parameter is no longer that of the preset. */
    public boolean isChanged(String path) {
        return changed.containsKey(path);
    }

    /**
     * Changes a parameter. One out of its range, or that contradicts others, is taken and said when homes are drawn: several may
     * have to change together, such as shares that add up to 1.
     *
     * @return why it is not taken, or an empty text
     */
    public String change(ParameterEntry entry, double value) {
        if (!(value >= entry.quantity().min() && value <= entry.quantity().max())) {
            return Numbers.significant(value, 6) + " is outside " + Numbers.significant(entry.quantity().min(), 6) + " to "
                    + Numbers.significant(entry.quantity().max(), 6) + ".";
        }
        changed.put(entry.path(), value);
        list();
        forget();
        List<Finding> errors = FleetParameterChecks.check(asked(), "parameters").stream().filter(Finding::isError).toList();
        message.set(errors.isEmpty() ? "" : errors.getFirst().sentence());
        return "";
    }

    /** Goes back to the numbers of the preset. */
    public void reset() {
        changed.clear();
        list();
        forget();
    }

    /** What is asked for: the preset with what was changed. */
    private FleetParameters asked() {
        FleetParameters base = preset.get().parameters(homes, seed);
        if (changed.isEmpty()) {
            return base;
        }
        List<String> assignments = changed.entrySet().stream().map(e -> e.getKey() + "=" + BigDecimal.valueOf(e.getValue()).toPlainString()).toList();
        return FleetParametersJson.with(base, assignments).orThrow();
    }

    private void list() {
        entries.setAll(ParameterEntry.of(asked()).stream().filter(e -> !e.path().equals("homes")).toList());
    }

    /** How common devices are. */
    public ObjectProperty<FleetPreset> presetProperty() {
        return preset;
    }

    /** The fleet drawn last, or {@code null} once something else is asked for. */
    public ReadOnlyObjectProperty<@Nullable GeneratedFleet> drawnProperty() {
        return drawn.getReadOnlyProperty();
    }

    /** What was asked for and what was drawn. */
    public ObservableList<SamplingRow> rows() {
        return rows;
    }

    /** What was drawn, or why nothing was. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** True while homes are drawn. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    public int homes() {
        return homes;
    }

    public long seed() {
        return seed;
    }

    public void setHomes(int count) {
        homes = count;
        forget();
    }

    public void setSeed(long newSeed) {
        seed = newSeed;
        forget();
    }

    /** Draws the homes in the background, with the profiles of the document's sample. */
    public void draw() {
        FleetParameters parameters = asked();
        DataSet data = workbench.data();
        cancel();
        message.set("Drawing …");
        TaskStatus status = workbench.tasks().submit(new BackgroundTask<>(
                String.format(Locale.ROOT, "Generate %,d homes, seed %d", homes, seed),
                (progress, cancel) -> generated(parameters, data, progress, cancel),
                fleet -> {
                    boolean asked = parameters.equals(asked());
                    if (asked) {
                        show(fleet);
                    }
                },
                e -> message.set(Workbench.reason(e))));
        task = status;
        follow(status);
        status.stateProperty().addListener((o, was, is) -> follow(status));
    }

    /** Stops the drawing; nothing is drawn then. */
    public void cancel() {
        TaskStatus running = task;
        if (running != null) {
            running.cancel();
        }
    }

    private void follow(TaskStatus status) {
        if (status != task) {
            return;
        }
        busy.set(status.isRunning());
        if (status.stateProperty().get() == TaskStatus.State.CANCELLED) {
            message.set("Stopped: no homes were drawn.");
        }
    }

    /** Makes the fleet drawn that of the document, as one edit. */
    public void use() {
        GeneratedFleet made = drawn.get();
        if (made == null) {
            return;
        }
        Fleet fleet = made.fleet();
        Document document = workbench.document();
        workbench.history().edit("generate fleet",
                document.with(document.scenario().withFleet(fleet.id(), made.parameters()), fleet));
    }

    /** Four significant digits without trailing zeros; a dash for what is not defined. */
    static String number(double value) {
        return Numbers.significant(value, 4);
    }

    private GeneratedFleet generated(
            FleetParameters parameters, DataSet data, ProgressSink progress, CancelToken cancel) {
        Reading<GeneratedFleet> reading = workbench.laboratory().generate(parameters, data, progress, cancel);
        GeneratedFleet value = reading.value();
        if (value == null) {
            throw new RefusedException(reading.findings());
        }
        return value;
    }

    private void show(GeneratedFleet fleet) {
        rows.setAll(fleet.table().rows());
        List<Home> homesDrawn = fleet.fleet().homes();
        message.set(String.format(
                Locale.ROOT,
                "%,d homes: %,d batteries, %,d cars, %,d solar roofs",
                homesDrawn.size(),
                homesDrawn.stream().filter(h -> h.bess() != null).count(),
                homesDrawn.stream().filter(h -> h.ev() != null).count(),
                homesDrawn.stream().filter(h -> h.pv() != null).count()));
        drawn.set(fleet);
    }

    private void forget() {
        drawn.set(null);
        rows.clear();
        message.set("");
    }
}
