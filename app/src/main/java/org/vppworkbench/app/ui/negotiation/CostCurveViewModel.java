package org.vppworkbench.app.ui.negotiation;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.task.BackgroundTask;
import org.vppworkbench.app.task.TaskStatus;
import org.vppworkbench.app.ui.session.LiveRun;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.model.event.LoggedEvent;

/** The cost curve of the selected message, computed in the background while somebody looks; only the latest counts. */
final class CostCurveViewModel {
    private final NegotiationViewModel model;
    private final BooleanProperty wanted = new SimpleBooleanProperty(this, "wanted");
    private final ReadOnlyObjectWrapper<@Nullable CostCurve> curve = new ReadOnlyObjectWrapper<>(this, "curve");
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper(this, "words", "");
    private Why.@Nullable Picture about;
    private @Nullable TaskStatus task;

    CostCurveViewModel(NegotiationViewModel model) {
        this.model = model;
        wanted.addListener((o, was, is) -> follow());
        model.whyProperty().addListener((o, was, is) -> follow());
    }

    /** Whether somebody looks. */
    BooleanProperty wantedProperty() {
        return wanted;
    }

    /** The curve, or {@code null} while there is none. */
    ReadOnlyObjectProperty<@Nullable CostCurve> curveProperty() {
        return curve.getReadOnlyProperty();
    }

    /** Why there is none. */
    ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /** The published price of what a message is about [$/MWh or $/MW-h]. */
    double publishedPrice(Why.Picture picture) {
        LiveRun run = model.transport().runProperty().get();
        return run == null ? 0 : run.scenario().inputs().forecasts().hourMean(picture.product(), picture.hour());
    }

    private void follow() {
        Why.Picture picture = model.whyProperty().get().picture();
        LiveRun run = model.transport().runProperty().get();
        if (!wanted.get() || run == null || picture == null) {
            return;
        }
        Why.Picture before = about;
        if (picture.equals(before)) {
            return;
        }
        TaskStatus running = task;
        if (running != null) {
            running.cancel();
        }
        about = picture;
        curve.set(null);
        words.set("Computing what every quantity would have cost …");
        List<LoggedEvent> events = run.log().range(0, picture.position());
        task = model.transport().workbench().tasks().submit(new BackgroundTask<>(
                "Cost curve of " + picture.home(),
                (progress, cancel) -> CostCurve.of(run.scenario(), events, picture, cancel),
                done -> {
                    if (picture.equals(about)) {
                        words.set(done.why());
                        curve.set(done);
                    }
                },
                e -> {
                    if (picture.equals(about)) {
                        words.set("Not computed: " + Workbench.reason(e));
                    }
                }));
    }
}
