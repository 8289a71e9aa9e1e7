package org.vppworkbench.app.ui.fleet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.ui.session.Document;
import org.vppworkbench.app.ui.session.FleetEdits;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.model.fleet.Bess;
import org.vppworkbench.model.fleet.CarPlanKind;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.fleet.HomePlanKind;
import org.vppworkbench.model.fleet.NegotiatorStyle;
import org.vppworkbench.model.fleet.TariffPlan;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.scenario.Finding;

/** The homes, editable in place. Rows are the immutable homes themselves. */
public final class FleetViewModel {
    /** Most that the meter of a home added here carries: 200 A at 240 V, as in the sample fleets [kW]; an assumption. */
    private static final double METER_KW = 48;

    private final Workbench workbench;
    private final FleetRows rows = new FleetRows();
    private final ObservableList<Home> chosen = FXCollections.observableArrayList();
    private final ObservableList<FleetColumn> columns =
            FXCollections.observableArrayList(FleetColumns.ALL.stream().filter(FleetColumn::atFirst).toList());
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final ObjectProperty<FleetFilter> wanted = new SimpleObjectProperty<>(this, "wanted", FleetFilter.NONE);
    private final ObjectProperty<@Nullable Home> selected = new SimpleObjectProperty<>(this, "selected");
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper(this, "summary", "");
    private final ReadOnlyStringWrapper counts = new ReadOnlyStringWrapper(this, "counts", "");
    private final ReadOnlyStringWrapper problems = new ReadOnlyStringWrapper(this, "problems", "");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper(this, "revision");
    private @Nullable Fleet shownFleet;

    /** True while rows are replaced or moved: what a table then says about its marks does not count. */
    private boolean arranging;

    public FleetViewModel(Workbench workbench) {
        this.workbench = workbench;
        workbench.findings().addListener((ListChangeListener<Finding>) change -> countErrors());
        countErrors();
        workbench.history().documentProperty().addListener((o, was, is) -> show(is.fleet()));
        filter.addListener((o, was, is) -> wanted.set(new FleetFilter(is, wanted.get().assets(), wanted.get().tariff(), wanted.get().wish())));
        wanted.addListener((o, was, is) -> arrange(() -> rows.filter(is)));
        selected.addListener((o, was, is) -> {
            if (is != null && !chosen.contains(is)) {
                choose(List.of(is));
                revision.set(revision.get() + 1);
            }
        });
        show(workbench.document().fleet());
    }

    /** Homes that pass the filter, in the order asked for. */
    public ObservableList<Home> homes() {
        return rows.shown();
    }

    /** Words to find in id, tariff, plan, products or preferences. */
    public StringProperty filterProperty() {
        return filter;
    }

    /** Everything the filter asks for. */
    ObjectProperty<FleetFilter> wantedProperty() {
        return wanted;
    }

    /** Sorts the table; with an empty list the order is that of the fleet. */
    void sort(List<FleetOrder.By> by) {
        arrange(() -> rows.sort(by));
    }

    /** Columns that are shown; remembered as long as the window lives. */
    ObservableList<FleetColumn> columns() {
        return columns;
    }

    /** Shows or hides a column; the first one always stays. */
    void show(FleetColumn column, boolean visible) {
        Set<String> ids = new HashSet<>();
        columns.forEach(c -> ids.add(c.id()));
        if (visible) {
            ids.add(column.id());
        } else if (!column.equals(FleetColumns.ALL.getFirst())) {
            ids.remove(column.id());
        }
        columns.setAll(FleetColumns.ALL.stream().filter(c -> ids.contains(c.id())).toList());
    }

    /** The home shown in the inspector. */
    public ObjectProperty<@Nullable Home> selectedProperty() {
        return selected;
    }

    /** Homes that are marked in the table. */
    public ObservableList<Home> chosen() {
        return chosen;
    }

    /** Marks homes. */
    void choose(List<Home> homes) {
        chosen.setAll(homes);
        count();
    }

    /** What is marked in the table, and the home marked last; not heard while rows are replaced or moved. */
    void marked(List<Home> homes, @Nullable Home last) {
        if (!arranging) {
            choose(homes);
            if (last != null) {
                selected.set(last);
            }
        }
    }

    /** Marks every home that is shown. */
    void chooseAllShown() {
        choose(List.copyOf(rows.shown()));
        revision.set(revision.get() + 1);
    }

    /** Where the marked homes stand in the table. */
    List<Integer> chosenPlaces() {
        return rows.places(chosen);
    }

    /** Grows whenever rows were replaced or moved: the marks of the table must be set again. */
    ReadOnlyIntegerProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** How many homes are shown and how many are marked. */
    public ReadOnlyStringProperty countsProperty() {
        return counts.getReadOnlyProperty();
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
        String objection = tryEdit(what, before, after);
        message.set(objection);
        return objection.isEmpty();
    }

    /** The same; returns why it was not taken, or an empty text. */
    String tryEdit(String what, Home before, Home after) {
        if (after.equals(before)) {
            return "";
        }
        String objection = HomeCheck.objection(before, after);
        if (objection.isEmpty() && !after.id().equals(before.id()) && rows.all().stream().anyMatch(h -> h.id().equals(after.id()))) {
            objection = "“" + after.id() + "” is the id of another home; every id stands once.";
        }
        if (objection.isEmpty()) {
            boolean looked = before.equals(selected.get());
            replace(what + " of " + before.id(), Map.of(before.id(), after));
            if (looked) {
                selected.set(after);
            }
        }
        return objection;
    }

    /** Replaces homes by others, as one edit; the caller has checked them. */
    void replace(String what, Map<String, Home> byId) {
        List<Home> next = new ArrayList<>(workbench.document().fleet().homes());
        next.replaceAll(home -> byId.getOrDefault(home.id(), home));
        workbench.history().edit(what, FleetEdits.homes(workbench.document(), next));
    }

    /** Adds a home without devices, with the first load profile of the data, and shows it. */
    public void add() {
        String id = FleetEdits.freshIds(workbench.document().fleet(), 1).getFirst();
        Home home = new Home(
                id, TariffPlan.FLAT, HomePlanKind.SELF_CONSUMPTION, CarPlanKind.OFF_PEAK, loadProfiles().getFirst(), 1, METER_KW,
                METER_KW, null, null, null, NegotiatorStyle.LINEAR, List.of());
        workbench.history().edit("add " + id, FleetEdits.added(workbench.document(), List.of(home)));
        look(List.of(home));
    }

    /** Adds copies of the marked homes under new ids, and marks these. */
    public void duplicate() {
        List<String> ids = FleetEdits.freshIds(workbench.document().fleet(), chosen.size());
        List<Home> copies = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            copies.add(HomeEdits.id(chosen.get(i), ids.get(i)));
        }
        if (!copies.isEmpty()) {
            workbench.history().edit("duplicate " + counted(copies.size()), FleetEdits.added(workbench.document(), copies));
            look(copies);
        }
    }

    /** Takes the marked homes out of the fleet, as one edit. */
    public void delete() {
        Set<String> gone = new HashSet<>();
        chosen.forEach(home -> gone.add(home.id()));
        if (gone.isEmpty()) {
            return;
        }
        List<Home> left = workbench.document().fleet().homes().stream().filter(home -> !gone.contains(home.id())).toList();
        workbench.history().edit("delete " + counted(gone.size()), FleetEdits.homes(workbench.document(), left));
    }

    /** The marked homes, or all that are shown where none is marked, as a table with headings and units, separated by tabs. */
    public String tabbed() {
        List<Home> homes = chosen.isEmpty() ? rows.shown() : rows.places(chosen).stream().sorted().map(rows.shown()::get).toList();
        StringBuilder text = new StringBuilder(String.join("\t", columns.stream().map(FleetColumn::title).toList())).append('\n');
        homes.forEach(home -> text.append(String.join("\t", columns.stream().map(c -> c.text(home)).toList())).append('\n'));
        return text.toString();
    }

    /** Names of the load profiles of the data. */
    List<String> loadProfiles() {
        return List.copyOf(new TreeSet<>(data().loadKw().keySet()));
    }

    /** Names of the yield profiles of the data. */
    List<String> pvProfiles() {
        return List.copyOf(new TreeSet<>(data().pvYield().keySet()));
    }

    private DataSet data() {
        return workbench.data();
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

    Workbench workbench() {
        return workbench;
    }

    private void look(List<Home> homes) {
        if (!rows.shown().containsAll(homes)) {
            filter.set("");
            wanted.set(FleetFilter.NONE);
        }
        choose(homes);
        selected.set(homes.getFirst());
        revision.set(revision.get() + 1);
    }

    private void countErrors() {
        List<Finding> errors = workbench.findings().stream().filter(Finding::isError).toList();
        problems.set(errors.isEmpty()
                ? ""
                : errors.size() + (errors.size() == 1 ? " error: " : " errors, the first: ") + errors.getFirst().oneLine());
    }

    private void show(Fleet fleet) {
        if (fleet.equals(shownFleet)) {
            return;
        }
        shownFleet = fleet;
        Home before = selected.get();
        summary.set(summary(fleet));
        arrange(() -> {
            rows.take(fleet.homes());
            keepMarks(fleet, before);
        });
    }

    /** Marks and the home looked at stay those of the same ids. */
    private void keepMarks(Fleet fleet, @Nullable Home before) {
        Map<String, Home> byId = new HashMap<>(2 * fleet.homes().size());
        fleet.homes().forEach(home -> byId.put(home.id(), home));
        List<Home> kept = chosen.stream().map(home -> byId.get(home.id())).filter(java.util.Objects::nonNull).toList();
        chosen.setAll(kept);
        Home first = rows.shown().isEmpty() ? null : rows.shown().getFirst();
        Home next = before == null ? first : byId.get(before.id());
        selected.set(next == null && before != null && !kept.isEmpty() ? kept.getFirst() : next == null ? first : next);
    }

    private void arrange(Runnable change) {
        arranging = true;
        change.run();
        arranging = false;
        count();
        revision.set(revision.get() + 1);
    }

    private void count() {
        int all = rows.all().size();
        int shown = rows.shown().size();
        counts.set((shown == all ? "" : String.format(Locale.ROOT, "%,d of ", shown)) + counted(all)
                + (chosen.isEmpty() ? "" : String.format(Locale.ROOT, ", %,d selected", chosen.size())));
    }

    private static String summary(Fleet fleet) {
        List<Home> homes = fleet.homes();
        long batteries = homes.stream().filter(h -> h.bess() != null).count();
        long cars = homes.stream().filter(h -> h.ev() != null).count();
        long roofs = homes.stream().filter(h -> h.pv() != null).count();
        double kwh = homes.stream().map(Home::bess).mapToDouble(FleetViewModel::kwh).sum();
        return String.format(Locale.ROOT, "%s: %d homes, %d batteries with %.1f kWh, %d cars, %d solar roofs",
                fleet.name(), homes.size(), batteries, kwh, cars, roofs);
    }

    private static double kwh(@Nullable Bess bess) {
        return bess == null ? 0 : bess.capacityKwh();
    }

    static String counted(int homes) {
        return String.format(Locale.ROOT, "%,d home%s", homes, homes == 1 ? "" : "s");
    }
}
