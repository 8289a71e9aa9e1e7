package org.vppworkbench.app.ui.fleet;

import java.util.Locale;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.task.BackgroundTask;
import org.vppworkbench.app.task.TaskStatus;
import org.vppworkbench.app.ui.session.HomePreview;
import org.vppworkbench.app.ui.session.HomeWeek;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.scenario.Finding;

/** The week of the home looked at, computed in the background; of several questions only the latest is answered. */
public final class HomeWeekViewModel {
    private final Workbench workbench;
    private final FleetViewModel fleet;
    private final BooleanProperty watched = new SimpleBooleanProperty(this, "watched");
    private final ReadOnlyObjectWrapper<@Nullable HomeWeek> week = new ReadOnlyObjectWrapper<>(this, "week");
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper(this, "words", "");
    private @Nullable TaskStatus task;
    private @Nullable Question latest;

    private record Question(Home home, DataSet data, java.time.LocalDate around) {}

    public HomeWeekViewModel(Workbench workbench, FleetViewModel fleet) {
        this.workbench = workbench;
        this.fleet = fleet;
        fleet.selectedProperty().addListener((o, was, is) -> ask());
        workbench.history().documentProperty().addListener((o, was, is) -> ask());
        watched.addListener((o, was, is) -> ask());
    }

    /** Whether somebody looks: until then nothing is computed. */
    public BooleanProperty watchedProperty() {
        return watched;
    }

    /** The week, or {@code null} while there is none. */
    public ReadOnlyObjectProperty<@Nullable HomeWeek> weekProperty() {
        return week.getReadOnlyProperty();
    }

    /** What it assumes, or why there is none. */
    public ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    private void ask() {
        Home home = fleet.selectedProperty().get();
        if (!watched.get() || home == null) {
            forget("Select a home to see a week of it.");
            return;
        }
        Question question = new Question(home, workbench.data(), workbench.document().scenario().firstDay());
        if (question.equals(latest)) {
            return;
        }
        stop();
        latest = question;
        words.set("Computing the week of " + home.id() + " …");
        task = workbench.tasks().submit(new BackgroundTask<>(
                "Week of " + home.id(),
                (progress, cancel) -> HomePreview.of(home, question.data(), question.around(), cancel),
                found -> {
                    if (question.equals(latest)) {
                        words.set(assumptions(home, question.data(), found));
                        week.set(found);
                    }
                },
                e -> {
                    if (question.equals(latest)) {
                        week.set(null);
                        words.set("No week of " + home.id() + ": " + Workbench.reason(e));
                    }
                }));
    }

    private void forget(String why) {
        stop();
        latest = null;
        week.set(null);
        words.set(why);
    }

    private void stop() {
        TaskStatus running = task;
        if (running != null) {
            running.cancel();
        }
    }

    private static String assumptions(Home home, DataSet data, HomeWeek found) {
        String said = found.findings().stream()
                .filter(f -> f.severity() == Finding.Severity.WARNING)
                .map(Finding::sentence)
                .collect(Collectors.joining(" "));
        return String.format(Locale.ROOT,
                "Nothing is sold: plan %s, tariff %s, data %s. The home knows its load, sun and trips; it begins with the charge of its form. %s",
                HomeText.plan(home.homePlan()), HomeText.tariff(home.tariff()), data.id(), said).strip();
    }
}
