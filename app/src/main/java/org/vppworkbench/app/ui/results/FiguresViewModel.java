package org.vppworkbench.app.ui.results;

import java.time.Clock;
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
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.experiment.FleetShares;
import org.vppworkbench.app.experiment.SharesOptions;
import org.vppworkbench.app.figure.Figure;
import org.vppworkbench.app.figure.catalogue.Drawing;
import org.vppworkbench.app.figure.catalogue.FigureSource;
import org.vppworkbench.app.io.SharesDocument;
import org.vppworkbench.app.task.BackgroundTask;
import org.vppworkbench.app.task.TaskStatus;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.model.scenario.Finding;

/** The figures of the run shown, one at a time, from the catalogue that also serves files and the command line. */
public final class FiguresViewModel {
    private final Workbench workbench;
    private final List<FigureRow> rows = FigureRow.all();
    private final ObjectProperty<FigureRow> chosen = new SimpleObjectProperty<>(this, "chosen", rows.getFirst());
    private final ReadOnlyObjectWrapper<@Nullable Figure> figure = new ReadOnlyObjectWrapper<>(this, "figure");
    private final ReadOnlyStringWrapper reason = new ReadOnlyStringWrapper(this, "reason", "");
    private final ReadOnlyObjectWrapper<@Nullable SharesDocument> shares = new ReadOnlyObjectWrapper<>(this, "shares");
    private final ReadOnlyBooleanWrapper sharing = new ReadOnlyBooleanWrapper(this, "sharing");
    private @Nullable ExperimentResult sharesOf;
    private @Nullable TaskStatus sharesTask;

    public FiguresViewModel(Workbench workbench) {
        this.workbench = workbench;
        workbench.outcomeProperty().addListener((o, was, is) -> {
            forgetShares(is);
            draw();
        });
        chosen.addListener((o, was, is) -> draw());
        draw();
    }

    /** Every figure there is, possible or not, in groups. */
    public List<FigureRow> rows() {
        return rows;
    }

    public ObjectProperty<FigureRow> chosenProperty() {
        return chosen;
    }

    /** The figure chosen, or {@code null} while it is being drawn or cannot be. */
    public ReadOnlyObjectProperty<@Nullable Figure> figureProperty() {
        return figure.getReadOnlyProperty();
    }

    /** Why there is no figure, and what helps; empty while one is shown. */
    public ReadOnlyStringProperty reasonProperty() {
        return reason.getReadOnlyProperty();
    }

    /** What every home contributes to the optimum of the run shown, or {@code null} until it is worked out. */
    public ReadOnlyObjectProperty<@Nullable SharesDocument> sharesProperty() {
        return shares.getReadOnlyProperty();
    }

    /** True while that is being worked out. */
    public ReadOnlyBooleanProperty sharingProperty() {
        return sharing.getReadOnlyProperty();
    }

    /** Chooses a figure by its name in the catalogue. */
    public void choose(String name) {
        rows.stream().filter(row -> row.entry().name().equals(name)).findFirst().ifPresent(chosen::set);
    }

    /** Works the shares out in the background; what takes too long is refused with the way to get it. */
    public void workOutShares() {
        ExperimentResult result = workbench.outcomeProperty().get();
        if (result == null || sharing.get()) {
            return;
        }
        sharesTask = workbench.tasks().submit(new BackgroundTask<>(
                "Shares of the homes",
                (progress, cancel) -> new FleetShares(Clock.systemUTC(), Runtime.getRuntime().availableProcessors())
                        .of(result, new SharesOptions(null, 1, false), progress, cancel),
                made -> {
                    if (same(result)) {
                        sharesOf = result;
                        shares.set(made);
                        draw();
                    }
                },
                e -> workbench.tell(Finding.Severity.WARNING, "No shares", Workbench.reason(e))));
        TaskStatus task = sharesTask;
        sharing.set(task.isRunning());
        task.stateProperty().addListener((o, was, is) -> sharing.set(false));
    }

    /** Stops that. */
    public void cancelShares() {
        TaskStatus task = sharesTask;
        if (task != null) {
            task.cancel();
        }
    }

    private boolean same(ExperimentResult other) {
        ExperimentResult shown = workbench.outcomeProperty().get();
        return shown != null && shown.record().equals(other.record());
    }

    private void forgetShares(@Nullable ExperimentResult shown) {
        ExperimentResult of = sharesOf;
        if (of != null && (shown == null || !shown.record().equals(of.record()))) {
            sharesOf = null;
            shares.set(null);
        }
    }

    private void draw() {
        ExperimentResult result = workbench.outcomeProperty().get();
        FigureRow row = chosen.get();
        figure.set(null);
        if (result == null) {
            reason.set("No result yet. Run the scenario (F5).");
            return;
        }
        FigureSource source = new FigureSource(result, null, shapley(), null, null);
        int homes = result.scenario().inputs().prosumers().size();
        if (homes <= ResultsViewModel.HOMES_AT_ONCE) {
            take(row, row.entry().draw(source));
            return;
        }
        reason.set("The figure is being drawn.");
        workbench.tasks().submit(new BackgroundTask<>(
                String.format(Locale.ROOT, "Figure %s of %,d homes", row.title(), homes),
                (progress, cancel) -> row.entry().draw(source),
                made -> {
                    if (row.equals(chosen.get()) && result.equals(workbench.outcomeProperty().get())) {
                        take(row, made);
                    }
                },
                e -> reason.set(Workbench.reason(e))));
    }

    private void take(FigureRow row, Drawing drawing) {
        switch (drawing) {
            case Drawing.Drawn drawn -> {
                reason.set("");
                figure.set(drawn.figure());
            }
            case Drawing.Impossible no -> reason.set(words(row, no.reason()));
        }
    }

    /** Why, and what helps in the window. */
    private String words(FigureRow row, String why) {
        String name = row.entry().name();
        if (name.equals("surplus-shares") && shapley() == null) {
            return "What every home contributes to the optimum is not worked out yet: \u201cWork out shares\u201d in Homes does it in the"
                    + " background.";
        }
        if (name.equals("utility")) {
            return "Needs a bundle on disk: export the bundle (Ctrl+E), then \u201cvpp export --bundle DIR --figure utility --out DIR\u201d.";
        }
        String sentence = Character.toUpperCase(why.charAt(0)) + why.substring(1) + ".";
        if (why.contains("optimum") && workbench.solvingProperty().get()) {
            return sentence + " It is being solved.";
        }
        return why.contains("not solved") ? sentence + " It needs the optimum: F6." : sentence;
    }

    /** The share of every home in the optimum, or {@code null} until it is worked out [$]. */
    public @Nullable Map<String, Double> shapley() {
        SharesDocument known = shares.get();
        if (known == null) {
            return null;
        }
        Map<String, Double> values = new LinkedHashMap<>();
        known.homes().forEach(share -> values.put(share.prosumer(), share.shapleyUsd()));
        return values;
    }
}
