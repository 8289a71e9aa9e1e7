package org.vppworkbench.app.ui.fleet;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.ui.control.Columns;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.app.ui.control.EmptyState;
import org.vppworkbench.app.ui.control.PaneHeader;
import org.vppworkbench.model.fleet.Bess;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.fleet.HomePlanKind;
import org.vppworkbench.model.fleet.Preference;
import org.vppworkbench.model.fleet.Pv;
import org.vppworkbench.model.fleet.TariffPlan;

/** The fleet pane: a table to edit, and an inspector. */
public final class FleetView extends BorderPane {
    private final FleetViewModel model;
    private final TableView<Home> table = new TableView<>();
    private final TextArea inspector = new TextArea();
    private final Label inspected = new Label();

    public FleetView(FleetViewModel model, Node... controls) {
        this.model = model;
        setId("pane-fleet");
        getStyleClass().add("pane");
        PaneHeader header = new PaneHeader("Fleet", "", controls);
        header.subtitleProperty().bind(model.summaryProperty());
        Label message = new Label();
        message.setId("fleet-message");
        message.setMinHeight(Em.of(1.4));
        message.setMaxWidth(Double.MAX_VALUE);
        message.setMinWidth(0);
        message.getStyleClass().add("field-error");
        message.textProperty().bind(Bindings.when(model.messageProperty().isNotEmpty())
                .then(model.messageProperty()).otherwise(model.problemsProperty()));
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(message.textProperty());
        message.setTooltip(whole);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                model.clearMessage();
            }
        });
        setTop(header);
        makeTable();
        VBox left = new VBox(filter(), message, table);
        VBox.setVgrow(table, Priority.ALWAYS);
        left.getStyleClass().add("column");
        SplitPane split = new SplitPane(left, inspector());
        split.setDividerPositions(0.7);
        split.getStyleClass().add("main-split");
        setCenter(split);
        model.selectedProperty().addListener((o, was, is) -> inspect(is));
        inspect(model.selectedProperty().get());
    }

    private Node filter() {
        TextField field = new TextField();
        field.setId("fleet-filter");
        field.setPromptText("filter homes: id, tariff, car, preference …");
        field.setTooltip(new Tooltip("Shows homes whose fields or preferences contain these words"));
        field.setAccessibleText("Filter homes");
        field.textProperty().addListener((o, was, is) -> model.filterProperty().set(is == null ? "" : is));
        return field;
    }

    private Node inspector() {
        inspector.setId("home-inspector");
        inspector.setEditable(false);
        inspector.setWrapText(true);
        inspector.getStyleClass().add("inspector");
        inspector.setAccessibleText("All fields of the selected home");
        inspector.setTooltip(new Tooltip("All fields of the selected home, with their units; to be copied, not edited here"));
        inspected.getStyleClass().add("section-title");
        VBox box = new VBox(inspected, inspector);
        VBox.setVgrow(inspector, Priority.ALWAYS);
        box.getStyleClass().add("column");
        box.setMinWidth(Em.of(14));
        return box;
    }

    private void inspect(@Nullable Home home) {
        inspected.setText(home == null ? "No home selected" : home.id());
        inspector.setText(home == null ? "" : HomeText.all(home));
        if (home != null && !home.equals(table.getSelectionModel().getSelectedItem())) {
            table.getSelectionModel().select(home);
        }
    }

    private void makeTable() {
        EditCells edit = new EditCells(model, table::refresh);
        SortedList<Home> sorted = new SortedList<>(model.homes());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setId("fleet-table");
        table.setItems(sorted);
        table.setEditable(true);
        table.setFixedCellSize(Em.of(2.3));
        table.setAccessibleText("Homes of the fleet");
        table.setPlaceholder(new EmptyState("mdal-home", "No home passes the filter, or the fleet is empty. Open a fleet file, or clear the filter."));
        table.getColumns().add(Columns.text("Home", "Stable id of the home", 6.2, Home::id));
        table.getColumns().add(edit.choice("Tariff", "Retail plan", 7.8, List.of(TariffPlan.values()), HomeText::tariff, Home::tariff, HomeEdits::tariff));
        table.getColumns().add(edit.choice("Home plan", "What the battery does without a contract", 8.2, List.of(HomePlanKind.values()), HomeText::plan, Home::homePlan, HomeEdits::plan));
        table.getColumns().add(edit.number("Load ×", "Factor on the load profile", 4.8, Home::loadScale, HomeEdits::loadScale));
        table.getColumns().add(edit.number("PV kW", "Solar roof, nameplate [kWdc]", 4.8, FleetView::pvKw, HomeEdits::pvKw));
        table.getColumns().add(edit.number("Bat. kWh", "Battery capacity [kWh]", 5.9, h -> bess(h, Bess::capacityKwh), HomeEdits::capacityKwh));
        table.getColumns().add(edit.number("Bat. kW", "Battery charge and discharge limit [kW]", 5.4, h -> bess(h, Bess::dischargeKw), HomeEdits::batteryKw));
        table.getColumns().add(edit.number("Floor kWh", "Least energy the owner keeps in the battery [kWh]; 0 for none", 6.6, FleetView::floor, HomeEdits::floorKwh));
        table.getColumns().add(Columns.text("Car", "Car and its battery [kWh]", 11, HomeText::car));
        table.getColumns().add(Columns.number("Prefs", "Number of preferences; all are in the inspector", 4.2, "%.0f", h -> h.preferences().size()));
        table.getColumns().add(edit.number("Style β", "Concession exponent of the rule agent: below 1 Boulware, above 1 Conceder", 5, h -> h.style().concessionExponent(), HomeEdits::concession));
        table.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (is != null) {
                model.selectedProperty().set(is);
            }
        });
    }

    private static double pvKw(Home home) {
        Pv pv = home.pv();
        return pv == null ? Double.NaN : pv.kwDc();
    }

    private static double bess(Home home, java.util.function.ToDoubleFunction<Bess> field) {
        Bess bess = home.bess();
        return bess == null ? Double.NaN : field.applyAsDouble(bess);
    }

    private static double floor(Home home) {
        Preference.ReserveFloor floor = HomeEdits.floor(home);
        return home.bess() == null ? Double.NaN : floor == null ? 0 : floor.kwh();
    }
}
