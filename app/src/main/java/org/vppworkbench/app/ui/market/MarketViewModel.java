package org.vppworkbench.app.ui.market;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.figure.RunFigures;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.time.Provenance;

/** Prices and the fleet's PV and load over the days of the document. */
public final class MarketViewModel {
    private final Workbench workbench;
    private final ReadOnlyObjectWrapper<@Nullable ResolvedScenario> shown =
            new ReadOnlyObjectWrapper<>(this, "shown");
    private final ReadOnlyStringWrapper subtitle = new ReadOnlyStringWrapper(this, "subtitle", "");
    private final ObservableList<Provenance> series = FXCollections.observableArrayList();

    public MarketViewModel(Workbench workbench) {
        this.workbench = workbench;
        workbench.resolvedProperty().addListener((o, was, is) -> show(is));
        show(workbench.resolvedProperty().get());
    }

    /** The scenario drawn, or {@code null} while the document has errors. */
    public ReadOnlyObjectProperty<@Nullable ResolvedScenario> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty subtitleProperty() {
        return subtitle.getReadOnlyProperty();
    }

    /** Series drawn, with their labels. */
    public ObservableList<Provenance> series() {
        return series;
    }

    /** The line that says what kind of numbers these are. */
    String note(ResolvedScenario scenario) {
        return RunFigures.note(workbench.labelOf(scenario.scenario().mechanism()), scenario);
    }

    private void show(@Nullable ResolvedScenario scenario) {
        shown.set(scenario);
        series.setAll(
                scenario == null
                        ? List.of()
                        : scenario.provenance().stream().filter(MarketViewModel::isDrawn).toList());
        subtitle.set(
                scenario == null
                        ? "The scenario has errors: see its findings."
                        : scenario.inputs().horizon().firstDay()
                                + ", "
                                + Workbench.days(scenario.inputs().horizon().days())
                                + " · hourly values stepped to quarter hours · drag to zoom");
    }

    private static boolean isDrawn(Provenance p) {
        String series = p.series();
        return series.contains("$/MW") || series.contains("kW]") || series.contains("kWdc");
    }
}
