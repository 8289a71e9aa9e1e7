package org.vppworkbench.app.ui.results;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.experiment.RunComparison;
import org.vppworkbench.app.experiment.RunDifferences;
import org.vppworkbench.app.figure.Figure;
import org.vppworkbench.app.figure.SameAxes;
import org.vppworkbench.app.figure.catalogue.Drawing;
import org.vppworkbench.app.figure.catalogue.FigureSource;
import org.vppworkbench.app.ui.session.KeptRun;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.model.metrics.Metric;

/** Two finished runs of the session side by side. */
public final class ComparisonViewModel {
    /**
     * One metric of both.
     *
     * @param title name
     * @param unit such as {@code $}
     * @param first of the first run; NaN where it is not defined
     * @param other of the other run; NaN where it is not defined
     * @param remark why one is not defined, or empty
     */
    public record Row(String title, String unit, double first, double other, String remark) {
        /** Other less first; NaN where one is not defined. */
        public double difference() {
            return other - first;
        }
    }

    private final Workbench workbench;
    private final ObjectProperty<@Nullable KeptRun> first = new SimpleObjectProperty<>(this, "first");
    private final ObjectProperty<@Nullable KeptRun> other = new SimpleObjectProperty<>(this, "other");
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper remark = new ReadOnlyStringWrapper(this, "remark", "");
    private final ReadOnlyStringWrapper differences = new ReadOnlyStringWrapper(this, "differences", "");
    private final List<FigureRow> figures = FigureRow.all();
    private final ObjectProperty<FigureRow> figure = new SimpleObjectProperty<>(this, "figure", figures.getFirst());
    private final ReadOnlyObjectWrapper<@Nullable Pair> pair = new ReadOnlyObjectWrapper<>(this, "pair");
    private boolean changing;

    /**
     * A figure of both runs on the same axes.
     *
     * @param first of run A, or {@code null} where it cannot be drawn
     * @param firstReason why not
     * @param other of run B, or {@code null} where it cannot be drawn
     * @param otherReason why not
     */
    public record Pair(@Nullable Figure first, String firstReason, @Nullable Figure other, String otherReason) {}

    public ComparisonViewModel(Workbench workbench) {
        this.workbench = workbench;
        workbench.shelf().runs().addListener((ListChangeListener<KeptRun>) change -> follow());
        first.addListener((o, was, is) -> compare());
        other.addListener((o, was, is) -> compare());
        figure.addListener((o, was, is) -> draw());
        follow();
    }

    /** In what settings the runs differ, and which event is the first that differs; empty without two runs. */
    public ReadOnlyStringProperty differencesProperty() {
        return differences.getReadOnlyProperty();
    }

    /** Figures that can be set side by side. */
    public List<FigureRow> figures() {
        return figures;
    }

    public ObjectProperty<FigureRow> figureProperty() {
        return figure;
    }

    /** The figure of both runs, or {@code null} without two runs. */
    public ReadOnlyObjectProperty<@Nullable Pair> pairProperty() {
        return pair.getReadOnlyProperty();
    }

    /** The runs to choose from, oldest first. */
    public ObservableList<KeptRun> runs() {
        return workbench.shelf().runs();
    }

    /** What the other is compared with. */
    public ObjectProperty<@Nullable KeptRun> firstProperty() {
        return first;
    }

    public ObjectProperty<@Nullable KeptRun> otherProperty() {
        return other;
    }

    public ObservableList<Row> rows() {
        return rows;
    }

    /** What makes the comparison meaningless, or why there is none; empty where there is nothing to say. */
    public ReadOnlyStringProperty remarkProperty() {
        return remark.getReadOnlyProperty();
    }

    /** The two runs stay chosen while they are known; new ones take the places of those that are not. */
    private void follow() {
        changing = true;
        List<KeptRun> runs = runs();
        KeptRun before = current(first.get());
        KeptRun after = current(other.get());
        first.set(before == null && !runs.isEmpty() ? runs.getFirst() : before);
        other.set(after == null || after.live().same(live(first.get())) ? last() : after);
        changing = false;
        compare();
    }

    private @Nullable KeptRun last() {
        return runs().size() < 2 ? null : runs().getLast();
    }

    private static org.vppworkbench.app.ui.session.@Nullable LiveRun live(@Nullable KeptRun kept) {
        return kept == null ? null : kept.live();
    }

    private @Nullable KeptRun current(@Nullable KeptRun kept) {
        return workbench.shelf().of(live(kept)).orElse(null);
    }

    private void compare() {
        if (changing) {
            return;
        }
        KeptRun a = first.get();
        KeptRun b = other.get();
        if (a == null || b == null) {
            rows.clear();
            differences.set("");
            pair.set(null);
            remark.set("Two finished runs are needed: choose another mechanism in the Scenario pane and run again (F5).");
            return;
        }
        List<Row> both = new ArrayList<>();
        for (Metric metric : a.outcome().metrics().week()) {
            Metric same = b.outcome().metrics().metric(metric.key()).orElse(metric);
            Double x = metric.value();
            Double y = same.value();
            String why = x == null ? metric.reason() : y == null ? same.reason() : "";
            both.add(new Row(metric.title(), metric.unit(), x == null ? Double.NaN : x, y == null ? Double.NaN : y,
                    why.isEmpty() ? "" : "n/a: " + why));
        }
        rows.setAll(both);
        String warning = RunComparison.warning(
                "Run " + b.live().number(), "run " + a.live().number(), a.outcome().scenario().inputs(),
                b.outcome().scenario().inputs());
        remark.set(warning == null ? "" : warning + ".");
        differences.set(differences(a.outcome(), b.outcome()));
        draw();
    }

    private static String differences(ExperimentResult a, ExperimentResult b) {
        List<String> settings = RunDifferences.settings(a.scenario().scenario(), b.scenario().scenario());
        String event = RunDifferences.firstEvent(a.events(), b.events(), a.scenario().inputs().horizon().zone());
        return (settings.isEmpty() ? "Settings: all the same." : "Settings: " + String.join("; ", settings) + ".") + "\n"
                + (event.isEmpty() ? "Events: all the same." : "Events: " + event);
    }

    private void draw() {
        KeptRun a = first.get();
        KeptRun b = other.get();
        if (a == null || b == null) {
            pair.set(null);
            return;
        }
        Drawing one = figure.get().entry().draw(FigureSource.of(a.outcome(), null));
        Drawing two = figure.get().entry().draw(FigureSource.of(b.outcome(), null));
        if (one instanceof Drawing.Drawn x && two instanceof Drawing.Drawn y) {
            SameAxes.align(x.figure().chart(), y.figure().chart());
        }
        pair.set(new Pair(figure(one), reason(one), figure(two), reason(two)));
    }

    private static @Nullable Figure figure(Drawing drawing) {
        return drawing instanceof Drawing.Drawn drawn ? drawn.figure() : null;
    }

    private static String reason(Drawing drawing) {
        return drawing instanceof Drawing.Impossible no ? no.reason() : "";
    }
}
