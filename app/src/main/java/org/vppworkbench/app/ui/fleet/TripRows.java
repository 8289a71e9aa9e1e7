package org.vppworkbench.app.ui.fleet;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.vppworkbench.app.ui.control.Explained;
import org.vppworkbench.app.ui.control.NumberField;
import org.vppworkbench.model.fleet.Ev;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.fleet.Trip;
import org.vppworkbench.model.scenario.Findings;

/** The recurring trips of a car. */
final class TripRows extends VBox {
    /** Consumption of a usual car [kWh/100 mi]; an assumption. */
    private static final double USUAL_KWH_PER_100_MILES = 28;

    private final HomeForm form;
    private List<Trip> shown = List.of();

    TripRows(HomeForm form) {
        this.form = form;
        getStyleClass().add("form-rows");
    }

    /** Shows the trips of a home. */
    void show(Home home) {
        Ev ev = home.ev();
        List<Trip> trips = ev == null ? List.of() : ev.trips();
        if (trips.equals(shown) && !getChildren().isEmpty()) {
            return;
        }
        shown = trips;
        List<Node> rows = new ArrayList<>();
        for (int i = 0; i < trips.size(); i++) {
            rows.add(row(i, trips.get(i)));
        }
        Button add = new Button("Add a trip");
        add.setId("trip-add");
        add.setTooltip(new Tooltip("Adds a trip on working days, to be changed here"));
        add.setAccessibleText("Add a trip");
        add.setOnAction(event -> change("add trip", all -> plus(all, Devices.trip(USUAL_KWH_PER_100_MILES))));
        rows.add(add);
        getChildren().setAll(rows);
    }

    private Node row(int i, Trip trip) {
        String id = "trip-" + i;
        Label name = new Label("Trip " + (i + 1));
        name.getStyleClass().add("muted");
        Button remove = new Button("Remove");
        remove.setId(id + "-remove");
        remove.setTooltip(new Tooltip("Takes this trip away; can be undone"));
        remove.setAccessibleText("Remove trip " + (i + 1));
        remove.setOnAction(event -> change("remove trip", all -> minus(all, i)));
        CheckBox plugIn = new CheckBox("plugged in after");
        plugIn.setId(id + "-plug-in");
        plugIn.setTooltip(new Tooltip("Whether the owner connects the car on arrival"));
        plugIn.setAccessibleText("Plugged in after trip " + (i + 1));
        plugIn.setSelected(trip.plugIn());
        Explained explained = new Explained(new DayToggles(id + "-day", trip.days(), days ->
                change("days of a trip", all -> with(all, i, new Trip(days, trip.departure(), trip.arrival(), trip.drivenKwh(), trip.plugIn())))));
        plugIn.setOnAction(event -> explained.explain(change("plug-in of a trip", all ->
                with(all, i, new Trip(trip.days(), trip.departure(), trip.arrival(), trip.drivenKwh(), plugIn.isSelected())))));
        NumberField kwh = new NumberField(id + "-kwh", "Energy the trip takes [kWh]", 0, Findings.MAX_KWH, false, value ->
                change("energy of a trip", all -> with(all, i, new Trip(trip.days(), trip.departure(), trip.arrival(), value, trip.plugIn()))));
        kwh.show(trip.drivenKwh());
        HBox times = new HBox(
                new TimeField(id + "-departure", "Departure", trip.departure(), false, t -> times(i, trip, t.orElseThrow(), trip.arrival())),
                new Label("to"),
                new TimeField(id + "-arrival", "Arrival; at or before the departure it is on the next day", trip.arrival(), false,
                        t -> times(i, trip, trip.departure(), t.orElseThrow())),
                kwh, new Label("kWh"));
        times.getStyleClass().add("tight-row");
        times.setAlignment(Pos.CENTER_LEFT);
        HBox foot = new HBox(plugIn, remove);
        foot.getStyleClass().add("tight-row");
        foot.setAlignment(Pos.CENTER_LEFT);
        VBox row = new VBox(name, explained, times, foot);
        row.getStyleClass().add("form-card");
        return row;
    }

    private void times(int i, Trip trip, LocalTime departure, LocalTime arrival) {
        change("times of a trip", all -> with(all, i, new Trip(trip.days(), departure, arrival, trip.drivenKwh(), trip.plugIn())));
    }

    private String change(String what, UnaryOperator<List<Trip>> next) {
        return form.change(what, home -> HomeEdits.trips(home, next.apply(Objects.requireNonNull(home.ev()).trips())));
    }

    private static List<Trip> with(List<Trip> all, int i, Trip trip) {
        List<Trip> next = new ArrayList<>(all);
        next.set(i, trip);
        return next;
    }

    private static List<Trip> plus(List<Trip> all, Trip trip) {
        List<Trip> next = new ArrayList<>(all);
        next.add(trip);
        return next;
    }

    private static List<Trip> minus(List<Trip> all, int i) {
        List<Trip> next = new ArrayList<>(all);
        next.remove(i);
        return next;
    }
}
