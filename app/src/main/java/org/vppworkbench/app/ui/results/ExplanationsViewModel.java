package org.vppworkbench.app.ui.results;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.experiment.OptimumSet;
import org.vppworkbench.app.task.BackgroundTask;
import org.vppworkbench.app.task.TaskStatus;
import org.vppworkbench.app.ui.results.ExplanationRow.Kind;
import org.vppworkbench.app.ui.session.DayOptimum;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.optimizer.Mode;
import org.vppworkbench.optimizer.OptimumResult;
import org.vppworkbench.optimizer.OptimumStatus;

/**
 * What binds in the optimum AWARE of the shown run, worked out in the background once somebody looks; while the whole run is
 * not solved, in that of the day on screen alone.
 */
public final class ExplanationsViewModel {
    /** What is explained. */
    private record Source(String scope, RunInputs inputs, OptimumResult aware) {}

    /** What there is to choose from; looking for it in the rows of a thousand homes takes a while. */
    private record Choices(
            Kind kind, List<String> homes, List<LocalDateTime> hours, List<Product> products, List<String> whats) {}

    private final Workbench workbench;
    private final ObservableList<ExplanationRow> rows = FXCollections.observableArrayList();
    private final FilteredList<ExplanationRow> shown = new FilteredList<>(rows);
    private final BooleanProperty watched = new SimpleBooleanProperty(this, "watched");
    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(this, "kind", Kind.REQUIRED);
    private final ObjectProperty<ExplanationFilter> filter = new SimpleObjectProperty<>(this, "filter", ExplanationFilter.ALL);
    private final ReadOnlyObjectWrapper<@Nullable CertificateWords> certificate =
            new ReadOnlyObjectWrapper<>(this, "certificate");
    private final ReadOnlyStringWrapper emptyText = new ReadOnlyStringWrapper(this, "emptyText", "");
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper(this, "working");

    private @Nullable Source source;
    private @Nullable Choices choices;
    /** What was worked out, or was begun or stopped. */
    private @Nullable OptimumResult begun;

    private @Nullable TaskStatus task;

    public ExplanationsViewModel(Workbench workbench) {
        this.workbench = workbench;
        workbench.outcomeProperty().addListener((o, was, is) -> follow());
        workbench.dayOptimumProperty().addListener((o, was, is) -> follow());
        workbench.solvingProperty().addListener((o, was, is) -> say());
        workbench.obstacles().addListener((ListChangeListener<Finding>) change -> say());
        watched.addListener((o, was, is) -> begin());
        kind.addListener((o, was, is) -> filter());
        filter.addListener((o, was, is) -> filter());
        filter();
        follow();
    }

    /** Rows of the kind and filter chosen. */
    public ObservableList<ExplanationRow> rows() {
        return shown;
    }

    /** Whether nothing is worked out, of no kind. */
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Whether somebody looks; nothing is worked out for nobody. */
    public BooleanProperty watchedProperty() {
        return watched;
    }

    public ObjectProperty<Kind> kindProperty() {
        return kind;
    }

    public ObjectProperty<ExplanationFilter> filterProperty() {
        return filter;
    }

    /** Of the optimum that is explained, or {@code null}. */
    public ReadOnlyObjectProperty<@Nullable CertificateWords> certificateProperty() {
        return certificate.getReadOnlyProperty();
    }

    /** Why there is nothing to see. */
    public ReadOnlyStringProperty emptyTextProperty() {
        return emptyText.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty workingProperty() {
        return working.getReadOnlyProperty();
    }

    /** Homes that occur among the rows of this kind. */
    public List<String> homes() {
        return choices().homes();
    }

    /** Hours that occur among the rows of this kind. */
    public List<LocalDateTime> hours() {
        return choices().hours();
    }

    /** Products that occur among the rows of this kind. */
    public List<Product> products() {
        return choices().products();
    }

    /** Constraints that occur among the rows of this kind. */
    public List<String> whats() {
        return choices().whats();
    }

    /** Works it out, also where that was stopped before. */
    public void explain() {
        begun = null;
        begin();
    }

    /** Stops working it out. */
    public void stop() {
        TaskStatus running = task;
        if (running != null) {
            running.cancel();
        }
    }

    private Choices choices() {
        Choices known = choices;
        if (known == null || known.kind() != kind.get()) {
            known = new Choices(
                    kind.get(),
                    values(row -> row.home().isEmpty() ? null : row.home()),
                    values(ExplanationRow::hour),
                    values(ExplanationRow::product),
                    values(ExplanationRow::what));
            choices = known;
        }
        return known;
    }

    private <T> List<T> values(Function<ExplanationRow, @Nullable T> value) {
        return rows.stream()
                .filter(row -> row.kind() == kind.get())
                .map(value)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    private void follow() {
        Source next = source();
        OptimumResult before = source == null ? null : source.aware();
        if (next == null || !next.aware().equals(before)) {
            stop();
            choices = null;
            rows.clear();
            begun = null;
            filter.set(ExplanationFilter.ALL);
        }
        source = next;
        certificate.set(next == null ? null : CertificateWords.of(next.scope(), next.aware()));
        begin();
    }

    private @Nullable Source source() {
        ExperimentResult result = workbench.outcomeProperty().get();
        OptimumSet whole = result == null ? null : result.optimum();
        Source ofRun = result == null || whole == null ? null : source("the whole run", result.scenario().inputs(), whole);
        DayOptimum day = workbench.dayOptimumProperty().get();
        OptimumSet alone = day == null ? null : day.optima();
        return ofRun != null || day == null || alone == null ? ofRun : source(DayStory.scope(day), day.inputs(), alone);
    }

    /** Only what is certified: prices of limits are known to within its gap. */
    private static @Nullable Source source(String scope, RunInputs inputs, OptimumSet optima) {
        OptimumResult aware = optima.of(Mode.AWARE).orElse(null);
        boolean explicable = aware != null && aware.status() == OptimumStatus.OPTIMAL && aware.multipliers() != null;
        return explicable && aware != null ? new Source(scope, inputs, aware) : null;
    }

    private void begin() {
        Source wanted = source;
        if (wanted != null && watched.get() && !wanted.aware().equals(begun)) {
            begun = wanted.aware();
            TaskStatus status = workbench.tasks().submit(new BackgroundTask<>(
                    "Explain the optimum",
                    (progress, cancel) -> ExplanationRow.of(
                            workbench.laboratory().explained(wanted.inputs(), wanted.aware(), progress, cancel),
                            wanted.inputs().horizon()),
                    made -> take(wanted, made),
                    e -> workbench.tell(Finding.Severity.ERROR, "Not explained", Workbench.reason(e))));
            if (status.isRunning()) {
                task = status;
                working.set(true);
                status.stateProperty().addListener((o, was, is) -> {
                    if (task == status) {
                        working.set(false);
                        say();
                    }
                });
            }
        }
        say();
    }

    private void take(Source of, List<ExplanationRow> made) {
        Source wanted = source;
        if (wanted != null && wanted.aware().equals(of.aware())) {
            choices = null;
            rows.setAll(made);
            say();
        }
    }

    private void filter() {
        Kind only = kind.get();
        ExplanationFilter chosen = filter.get();
        shown.setPredicate(row -> row.kind() == only && chosen.shows(row));
        say();
    }

    private void say() {
        emptyText.set(
                working.get() ? "Working out what binds, home by home …"
                : !rows.isEmpty() ? nothing()
                : source != null ? "Nothing is worked out. Press “Explain”."
                : workbench.runProperty().get() == null ? "Nothing was run yet. Run the scenario (F5)."
                : !workbench.obstacles().isEmpty()
                ? "There is no optimum to explain. " + workbench.obstacles().getFirst().sentence()
                : workbench.solvingProperty().get()
                ? "The optimum is being solved; what binds in it is explained then."
                : isUncertified()
                ? "The optimum AWARE is not certified within the gap asked for, so its prices are not known well enough."
                        + " It can be solved again (F6)."
                : "The prices come from the certified optimum AWARE. Solve it first (F6).");
    }

    private boolean isUncertified() {
        ExperimentResult result = workbench.outcomeProperty().get();
        OptimumSet whole = result == null ? null : result.optimum();
        return whole != null && whole.of(Mode.AWARE).filter(aware -> aware.status() != OptimumStatus.OPTIMAL).isPresent();
    }

    private String nothing() {
        if (rows.stream().anyMatch(row -> row.kind() == kind.get())) {
            return "Nothing matches the filter.";
        }
        return switch (kind.get()) {
            case REQUIRED, REASONS -> "Nothing is bought in this run: D is 0, or every stake is below the minimum.";
            case LIMITS -> "No limit of any home is worth relaxing.";
        };
    }
}
