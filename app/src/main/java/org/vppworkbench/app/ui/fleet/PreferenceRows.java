package org.vppworkbench.app.ui.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.vppworkbench.app.ui.control.ChoiceField;
import org.vppworkbench.app.ui.control.Explained;
import org.vppworkbench.app.ui.control.NumberField;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.fleet.Preference;
import org.vppworkbench.model.fleet.Strength;
import org.vppworkbench.model.scenario.Findings;

/** What the owner wants, each wish in a card of its own. */
final class PreferenceRows extends VBox {
    private static final double MAX_USD = 1000;

    private final HomeForm form;
    private String shownId = "";
    private List<Preference> shown = List.of();

    PreferenceRows(HomeForm form) {
        this.form = form;
        getStyleClass().add("form-rows");
    }

    /** A menu that adds a wish. */
    Node addControl() {
        MenuButton add = new MenuButton("Add");
        add.setId("preference-add");
        add.setTooltip(new Tooltip("Adds a preference, to be changed here"));
        add.setAccessibleText("Add a preference");
        add.setMinWidth(USE_PREF_SIZE);
        for (FleetFilter.Wish wish : FleetFilter.Wish.values()) {
            MenuItem item = new MenuItem(wish.words());
            item.setId("preference-add-" + wish.name().toLowerCase(Locale.ROOT));
            item.setOnAction(event -> form.change("add " + wish.words(), home -> Wishes.plus(home, Wishes.made(wish, home))));
            add.getItems().add(item);
        }
        return add;
    }

    /** Shows the preferences of a home. */
    void show(Home home) {
        if (home.preferences().equals(shown) && home.id().equals(shownId)) {
            return;
        }
        shown = home.preferences();
        shownId = home.id();
        List<Node> rows = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            rows.add(row(i, shown.get(i)));
        }
        if (rows.isEmpty()) {
            Label none = new Label("none: the owner lets the battery do anything");
            none.getStyleClass().add("muted");
            rows.add(none);
        }
        getChildren().setAll(rows);
    }

    private Node row(int i, Preference preference) {
        String id = "preference-" + i;
        VBox body = new VBox();
        Explained explained = new Explained(body);
        body.getStyleClass().add("form-rows");
        body.getChildren().add(head(id, i, preference));
        HBox values = new HBox();
        values.getStyleClass().add("tight-row");
        values.setAlignment(Pos.TOP_LEFT);
        double limit = Wishes.limit(preference);
        if (!Double.isNaN(limit)) {
            NumberField field = new NumberField(id + "-limit", words(preference) + " [" + Wishes.unit(preference) + "]", lowest(preference), highest(preference),
                    preference instanceof Preference.MaxEventsPerDay, v -> take(explained, i, p -> Wishes.withLimit(p, v)));
            field.show(limit);
            values.getChildren().addAll(field, unit(Wishes.unit(preference)));
        }
        if (preference instanceof Preference.BlackoutWindow window) {
            values.getChildren().addAll(
                    new TimeField(id + "-from", "Nothing is sold from", window.from(), false,
                            t -> take(explained, i, p -> Wishes.hours((Preference.BlackoutWindow) p, t.orElseThrow(), window.to()))),
                    unit("to"),
                    new TimeField(id + "-to", "Nothing is sold until", window.to(), false,
                            t -> take(explained, i, p -> Wishes.hours((Preference.BlackoutWindow) p, window.from(), t.orElseThrow()))));
        }
        if (preference instanceof Preference.EvReadyBy ready) {
            values.getChildren().addAll(unit("by"), new TimeField(id + "-by", "When the energy is due; empty is at departure", ready.by(), true,
                    t -> take(explained, i, p -> Wishes.when((Preference.EvReadyBy) p, ready.days(), t.orElse(null)))));
            body.getChildren().add(new DayToggles(id + "-day", ready.days(),
                    days -> take(explained, i, p -> Wishes.when((Preference.EvReadyBy) p, days, ready.by()))));
        }
        body.getChildren().add(values);
        if (Wishes.mayBeSoft(preference)) {
            body.getChildren().add(strength(id, i, preference, explained));
        }
        if (!preference.source().isEmpty()) {
            Label source = new Label("“" + preference.source() + "”");
            source.getStyleClass().add("muted");
            source.setWrapText(true);
            source.setTooltip(new Tooltip("The words it came from"));
            body.getChildren().add(source);
        }
        explained.getStyleClass().add("form-card");
        return explained;
    }

    private Node head(String id, int i, Preference preference) {
        Label name = new Label(words(preference));
        name.getStyleClass().add("turn-who");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button remove = new Button("Remove");
        remove.setId(id + "-remove");
        remove.setTooltip(new Tooltip("Takes this preference away; can be undone"));
        remove.setAccessibleText("Remove preference " + words(preference));
        remove.setMinWidth(USE_PREF_SIZE);
        remove.setOnAction(event -> form.change("remove preference", home -> Wishes.replaced(home, i, null)));
        HBox head = new HBox(name, gap, remove);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Node strength(String id, int i, Preference preference, Explained explained) {
        ChoiceField<Strength> strength = new ChoiceField<>(id + "-strength", "HARD is never broken; SOFT has a price", List.of(Strength.values()), Strength::name,
                s -> take(explained, i, p -> Wishes.with(p, s, p.usdPerUnit())));
        strength.show(preference.strength());
        strength.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(strength);
        row.getStyleClass().add("tight-row");
        if (preference.strength() == Strength.SOFT) {
            NumberField price = new NumberField(id + "-price", "Price of a violation [" + Wishes.priceUnit(preference) + "]", 0, MAX_USD, false,
                    v -> take(explained, i, p -> Wishes.with(p, Strength.SOFT, v)));
            price.show(preference.usdPerUnit());
            row.getChildren().addAll(price, unit(Wishes.priceUnit(preference)));
        }
        return row;
    }

    private void take(Explained explained, int i, UnaryOperator<Preference> change) {
        String objection = form.change("preference", home -> Wishes.replaced(home, i, change.apply(home.preferences().get(i))));
        explained.explain(objection);
        if (!objection.isEmpty()) {
            // the card shows again what holds, with the reason under it
            Home home = Objects.requireNonNull(form.home());
            int at = getChildren().indexOf(explained);
            if (at >= 0) {
                Explained again = (Explained) row(i, home.preferences().get(i));
                again.explain(objection);
                getChildren().set(at, again);
            }
        }
    }

    private static Label unit(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        label.setMinWidth(USE_PREF_SIZE);
        label.setMinHeight(org.vppworkbench.app.ui.control.Em.of(2.5));
        return label;
    }

    private static String words(Preference preference) {
        return switch (preference) {
            case Preference.ReserveFloor _ -> "Keep in the battery at least";
            case Preference.EvReadyBy _ -> "Have in the car at least";
            case Preference.BlackoutWindow _ -> "Sell nothing between";
            case Preference.DailyDischargeCap _ -> "Sell a day at most";
            case Preference.PriceFloor _ -> "Accept no energy price below";
            case Preference.MaxEventsPerDay _ -> "Contracts at most";
        };
    }

    private static double lowest(Preference preference) {
        return preference instanceof Preference.PriceFloor ? -1 : 0;
    }

    private static double highest(Preference preference) {
        return switch (preference) {
            case Preference.PriceFloor _ -> 10;
            case Preference.MaxEventsPerDay _ -> 1000;
            default -> Findings.MAX_KWH;
        };
    }
}
