package org.vppworkbench.app.ui.fleet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.ui.session.Document;
import org.vppworkbench.app.ui.session.FleetEdits;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.model.fleet.Bess;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.FleetValidation;

/** The homes, editable in place. Rows are the immutable homes themselves. */
public final class FleetViewModel {
    private final Workbench workbench;
    private final ObservableList<Home> homes = FXCollections.observableArrayList();
    private final FilteredList<Home> shown = new FilteredList<>(homes);
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final ObjectProperty<@Nullable Home> selected = new SimpleObjectProperty<>(this, "selected");
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper(this, "summary", "");
    private final ReadOnlyStringWrapper problems = new ReadOnlyStringWrapper(this, "problems", "");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");

    public FleetViewModel(Workbench workbench) {
        this.workbench = workbench;
        workbench.findings().addListener((ListChangeListener<Finding>) change -> countErrors());
        countErrors();
        workbench.history().documentProperty().addListener((o, was, is) -> show(is.fleet()));
        filter.addListener((o, was, is) -> shown.setPredicate(home -> matches(home, is)));
        show(workbench.document().fleet());
    }

    /** Homes that pass the filter, in fleet order. */
    public ObservableList<Home> homes() {
        return shown;
    }

    /** Words to find in id, tariff, plan, car or preferences. */
    public StringProperty filterProperty() {
        return filter;
    }

    public ObjectProperty<@Nullable Home> selectedProperty() {
        return selected;
    }

    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** Why the last edit was not taken, or empty. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** How many errors make the scenario impossible, and the first of them; empty where none does. */
    public ReadOnlyStringProperty problemsProperty() {
        return problems.getReadOnlyProperty();
    }

    /**
     * Replaces a home. An edit that puts a value out of range is explained and not taken.
     *
     * @return whether it was taken
     */
    public boolean edit(String what, Home before, Home after) {
        Fleet fleet = workbench.document().fleet();
        List<Home> next = new ArrayList<>(fleet.homes());
        next.replaceAll(home -> home.id().equals(before.id()) ? after : home);
        if (after.equals(before)) {
            message.set("");
            return true;
        }
        Document edited = FleetEdits.homes(workbench.document(), next);
        for (Finding finding : FleetValidation.check(edited.fleet(), fleet.id())) {
            if (finding.isError() && finding.where().contains(before.id())) {
                message.set(finding.oneLine());
                return false;
            }
        }
        message.set("");
        workbench.history().edit(what + " of " + before.id(), edited);
        return true;
    }

    /** Takes the message about the last edit away. */
    public void clearMessage() {
        message.set("");
    }

    /** Says that an entry is no number. */
    public void refuse(String entry, String what) {
        message.set("“" + entry + "” is not a number: " + what + " is unchanged.");
    }

    /**
     * Opens a fleet file.
     *
     * @param refused what follows where it is bad
     */
    public void open(Path file, Runnable refused) {
        workbench.importFleet(file, refused);
    }

    /** Writes the fleet to a file. */
    public void save(Path file) {
        workbench.saveFleet(file);
    }

    private void countErrors() {
        List<Finding> errors = workbench.findings().stream().filter(Finding::isError).toList();
        problems.set(errors.isEmpty()
                ? ""
                : errors.size() + (errors.size() == 1 ? " error: " : " errors, the first: ") + errors.getFirst().oneLine());
    }

    private void show(Fleet fleet) {
        Home before = selected.get();
        homes.setAll(fleet.homes());
        selected.set(
                before == null
                        ? homes.isEmpty() ? null : homes.getFirst()
                        : homes.stream().filter(h -> h.id().equals(before.id())).findFirst().orElse(null));
        long batteries = homes.stream().filter(h -> h.bess() != null).count();
        long cars = homes.stream().filter(h -> h.ev() != null).count();
        long roofs = homes.stream().filter(h -> h.pv() != null).count();
        double kwh = homes.stream().map(Home::bess).mapToDouble(FleetViewModel::kwh).sum();
        summary.set(
                String.format(
                        Locale.ROOT,
                        "%s: %d homes, %d batteries with %.1f kWh, %d cars, %d solar roofs",
                        fleet.name(),
                        homes.size(),
                        batteries,
                        kwh,
                        cars,
                        roofs));
    }

    private static double kwh(@Nullable Bess bess) {
        return bess == null ? 0 : bess.capacityKwh();
    }

    private static boolean matches(Home home, String words) {
        String all = home.id() + " " + home.homePlan() + " " + HomeText.tariff(home.tariff()) + " " + HomeText.all(home);
        return all.toLowerCase(Locale.ROOT).contains(words.strip().toLowerCase(Locale.ROOT));
    }

    /** The document edited; for tests. */
    Document document() {
        return workbench.document();
    }
}
