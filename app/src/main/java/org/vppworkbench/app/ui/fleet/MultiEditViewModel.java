package org.vppworkbench.app.ui.fleet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.task.BackgroundTask;
import org.vppworkbench.app.task.TaskStatus;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.model.fleet.CarPlanKind;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.fleet.HomePlanKind;
import org.vppworkbench.model.fleet.TariffPlan;
import org.vppworkbench.model.simulation.CancelToken;

/** Sets values in all marked homes: shows first how many would change and which are refused, then does it as one edit. */
public final class MultiEditViewModel {
    /** Homes whose change is tried at once; more are tried in the background. */
    static final int AT_ONCE = 2_000;

    private final FleetViewModel fleet;
    private final List<Home> homes;
    private final ObservableList<MultiEdit.Refused> refused = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper preview = new ReadOnlyStringWrapper(this, "preview", "Enter a value: fields left empty stay as they are.");
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper(this, "ready");
    private MultiEdit edit = MultiEdit.NOTHING;
    private MultiEdit.Outcome outcome = MultiEdit.Outcome.NONE;
    private @Nullable TaskStatus trial;

    /** Concerns the homes that are marked now. */
    public MultiEditViewModel(FleetViewModel fleet) {
        this.fleet = fleet;
        this.homes = List.copyOf(fleet.chosen());
    }

    /** How many homes are concerned. */
    public int count() {
        return homes.size();
    }

    /** Homes that would be in error, with the error. */
    public ObservableList<MultiEdit.Refused> refused() {
        return refused;
    }

    /** What would come of it, in a sentence. */
    public ReadOnlyStringProperty previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** Whether there is something to apply. */
    public ReadOnlyBooleanProperty readyProperty() {
        return ready.getReadOnlyProperty();
    }

    /** Sets a number, or leaves it as it is for {@code null}. */
    void set(HomeField field, @Nullable Double value) {
        Map<HomeField, Double> numbers = new HashMap<>(edit.numbers());
        if (value == null) {
            numbers.remove(field);
        } else {
            numbers.put(field, value);
        }
        change(e -> new MultiEdit(numbers, e.tariff(), e.plan(), e.carPlan()));
    }

    void setTariff(@Nullable TariffPlan tariff) {
        change(e -> new MultiEdit(e.numbers(), tariff, e.plan(), e.carPlan()));
    }

    void setPlan(@Nullable HomePlanKind plan) {
        change(e -> new MultiEdit(e.numbers(), e.tariff(), plan, e.carPlan()));
    }

    void setCarPlan(@Nullable CarPlanKind plan) {
        change(e -> new MultiEdit(e.numbers(), e.tariff(), e.plan(), plan));
    }

    /** Makes the change where it is not refused, as one edit. */
    public void apply() {
        if (ready.get()) {
            fleet.replace(edit.what() + " of " + FleetViewModel.counted(outcome.changed().size()), outcome.changed());
        }
    }

    /** Stops a trial in the background. */
    public void cancel() {
        TaskStatus running = trial;
        if (running != null) {
            running.cancel();
        }
    }

    private void change(UnaryOperator<MultiEdit> next) {
        edit = next.apply(edit);
        cancel();
        ready.set(false);
        refused.clear();
        if (edit.isNothing()) {
            preview.set("Enter a value: fields left empty stay as they are.");
            return;
        }
        if (homes.size() <= AT_ONCE) {
            show(edit.of(homes, CancelToken.NEVER));
            return;
        }
        MultiEdit asked = edit;
        preview.set("Trying it on " + FleetViewModel.counted(homes.size()) + " …");
        trial = fleet.workbench().tasks().submit(new BackgroundTask<>(
                "Try an edit of " + FleetViewModel.counted(homes.size()),
                (progress, cancel) -> asked.of(homes, cancel),
                result -> {
                    if (asked.equals(edit)) {
                        show(result);
                    }
                },
                e -> preview.set("Not tried: " + Workbench.reason(e))));
    }

    private void show(MultiEdit.Outcome result) {
        outcome = result;
        preview.set(result.words());
        refused.setAll(result.refused());
        ready.set(!result.changed().isEmpty());
    }
}
