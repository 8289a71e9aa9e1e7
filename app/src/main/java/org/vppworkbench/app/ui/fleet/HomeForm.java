package org.vppworkbench.app.ui.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.ui.control.ChoiceField;
import org.vppworkbench.app.ui.control.Explained;
import org.vppworkbench.app.ui.control.FormGrid;
import org.vppworkbench.app.ui.control.NumberField;
import org.vppworkbench.model.fleet.CarPlanKind;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.fleet.HomePlanKind;
import org.vppworkbench.model.fleet.Pv;
import org.vppworkbench.model.fleet.TariffPlan;
import org.vppworkbench.negotiation.text.Product;

/** The fields of one home; every change is one edit. What is wrong with an entry stands under its field. */
final class HomeForm extends ScrollPane {
    private final FleetViewModel model;
    private final List<Runnable> refreshers = new ArrayList<>();
    private final TripRows trips;
    private final PreferenceRows preferences;

    HomeForm(FleetViewModel model) {
        this.model = model;
        setId("home-form");
        setFitToWidth(true);
        getStyleClass().add("form-scroll");
        trips = new TripRows(this);
        preferences = new PreferenceRows(this);
        setContent(new VBox(plans(), pv(), battery(), car(), section("Preferences", preferences, preferences.addControl()), agent()));
        model.selectedProperty().addListener((o, was, is) -> refresh());
        refresh();
    }

    /** The home shown, or {@code null}. */
    @Nullable Home home() {
        return model.selectedProperty().get();
    }

    /** Changes the home shown; returns why not, or an empty text. */
    String change(String what, UnaryOperator<Home> change) {
        Home home = home();
        String objection = home == null ? "" : model.tryEdit(what, home, change.apply(home));
        if (!objection.isEmpty()) {
            refresh();
        }
        return objection;
    }

    private void refresh() {
        Home home = home();
        setDisable(home == null);
        if (home != null) {
            refreshers.forEach(Runnable::run);
            trips.show(home);
            preferences.show(home);
        }
    }

    private Node plans() {
        FormGrid form = new FormGrid().row("Id", id(), "");
        form.row("Tariff", choice("form-tariff", "Retail plan", List.of(TariffPlan.values()), HomeText::tariff, Home::tariff, HomeEdits::tariff), "");
        form.row("Home plan", choice("form-plan", "What the battery does without a contract", List.of(HomePlanKind.values()), HomeText::plan,
                Home::homePlan, HomeEdits::plan), "");
        form.row("Load profile", choice("form-load-profile", "Measured home whose load this one has, times the factor", model.loadProfiles(), p -> p,
                Home::loadProfile, HomeEdits::loadProfile), "");
        numbers(form, HomeFields.LOAD);
        return section("Plan, load and meter", form, null);
    }

    private Node pv() {
        FormGrid form = new FormGrid();
        form.row("Modules", product("form-module", Product.Kind.MODULE, "Sets the size to the nearest number of modules of a product",
                home -> "", Devices::withModules), "");
        numbers(form, HomeFields.PV);
        form.row("Yield profile", choice("form-pv-profile", "What a kWdc of the roof yields", model.pvProfiles(), p -> p, HomeForm::profile,
                (h, profile) -> HomeEdits.pv(h, new Pv(Objects.requireNonNull(h.pv()).kwDc(), profile))), "");
        return device("Solar roof", "pv", form, h -> h.pv() != null, h -> HomeEdits.pv(h, Devices.roof(model.pvProfiles())), h -> HomeEdits.pv(h, null));
    }

    private Node battery() {
        FormGrid form = new FormGrid();
        form.row("Product", product("form-battery", Product.Kind.BATTERY, "Battery as sold: sets capacity and, where known, power",
                h -> h.bess() == null ? "" : h.bess().product(), Devices::withBattery), "");
        numbers(form, HomeFields.BATTERY);
        return device("Battery", "battery", form, h -> h.bess() != null, h -> HomeEdits.bess(h, Devices.battery()), h -> HomeEdits.bess(h, null));
    }

    private Node car() {
        FormGrid form = new FormGrid();
        form.row("Model", product("form-car", Product.Kind.CAR, "Car as sold: sets the usable battery", h -> h.ev() == null ? "" : h.ev().model(),
                Devices::withCar), "");
        form.row("Charges", choice("form-car-plan", "When the car charges", List.of(CarPlanKind.values()), HomeText::carPlan, Home::carPlan, HomeEdits::carPlan), "");
        numbers(form, HomeFields.CAR);
        VBox all = new VBox(form, trips);
        return device("Car", "car", all, h -> h.ev() != null, h -> HomeEdits.ev(h, Devices.car()), h -> HomeEdits.ev(h, null));
    }

    private Node agent() {
        FormGrid form = new FormGrid();
        numbers(form, HomeFields.AGENT);
        return section("Agent (RULE)", form, null);
    }

    private void numbers(FormGrid form, List<HomeField> fields) {
        for (HomeField field : fields) {
            NumberField[] self = new NumberField[1];
            NumberField number = new NumberField("form-" + field.id(), field.explanation(), field.min(), field.max(), false, value -> {
                String objection = change(field.label(), home -> field.change().apply(home, value));
                if (!objection.isEmpty()) {
                    self[0].explain(objection);
                }
            });
            self[0] = number;
            refreshers.add(() -> number.show(field.value().applyAsDouble(Objects.requireNonNull(home()))));
            form.row(field.label(), number, field.unit());
        }
    }

    private <V> Node choice(
            String id, String tooltip, List<V> values, Function<V, String> words, Function<Home, V> value, BiFunction<Home, V, Home> change) {
        Explained[] self = new Explained[1];
        ChoiceField<V> field = new ChoiceField<>(id, tooltip, values, words,
                chosen -> self[0].explain(change(tooltip, home -> change.apply(home, chosen))));
        Explained explained = new Explained(field);
        self[0] = explained;
        refreshers.add(() -> {
            field.show(value.apply(Objects.requireNonNull(home())));
            explained.explain("");
        });
        return explained;
    }

    private Node product(String id, Product.Kind kind, String tooltip, Function<Home, String> name, BiFunction<Home, Product, Home> change) {
        ProductField field = new ProductField(id, kind, tooltip, chosen -> change("product", home -> change.apply(home, chosen)));
        refreshers.add(() -> field.show(name.apply(Objects.requireNonNull(home()))));
        return field;
    }

    private Node id() {
        TextField field = new TextField();
        field.setId("form-id");
        field.setTooltip(new Tooltip("Stable id: 1 to 64 letters, digits, '.', '_', '-'; no personal names"));
        field.setAccessibleText("Id of the home");
        Explained explained = new Explained(field);
        Runnable take = () -> {
            Home home = home();
            if (home != null && !field.getText().strip().equals(home.id())) {
                String typed = field.getText().strip();
                explained.explain(change("id", h -> HomeEdits.id(h, typed)));
            }
        };
        field.setOnAction(event -> take.run());
        field.focusedProperty().addListener((o, was, is) -> {
            if (!is) {
                take.run();
            }
        });
        refreshers.add(() -> {
            field.setText(Objects.requireNonNull(home()).id());
            explained.explain("");
        });
        return explained;
    }

    /** A section whose device can be added and removed. */
    private Node device(
            String title, String name, Node form, java.util.function.Predicate<Home> there, UnaryOperator<Home> add, UnaryOperator<Home> remove) {
        Button button = new Button();
        button.setId("form-toggle-" + name);
        button.setMinWidth(USE_PREF_SIZE);
        String what = title.toLowerCase(java.util.Locale.ROOT);
        button.setOnAction(event -> {
            Home home = home();
            if (home != null) {
                model.edit((there.test(home) ? "remove " : "add ") + what, home, there.test(home) ? remove.apply(home) : add.apply(home));
            }
        });
        refreshers.add(() -> {
            boolean has = there.test(Objects.requireNonNull(home()));
            button.setText(has ? "Remove" : "Add");
            String tooltip = (has ? "Takes the " + what + " away" : "Adds a " + what + " with usual sizes, to be changed here") + "; can be undone";
            button.setTooltip(new Tooltip(tooltip));
            button.setAccessibleText((has ? "Remove " : "Add ") + what);
            form.setVisible(has);
            form.setManaged(has);
        });
        return section(title, form, button);
    }

    private static Node section(String title, Node content, @Nullable Node control) {
        Label label = new Label(title);
        label.getStyleClass().add("section-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(label, gap);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("form-section");
        if (control != null) {
            head.getChildren().add(control);
        }
        return new VBox(head, content);
    }

    private static String profile(Home home) {
        Pv pv = home.pv();
        return pv == null ? "" : pv.profile();
    }
}
