package org.vppworkbench.app.ui.fleet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.vppworkbench.app.ui.control.ChoiceField;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.model.fleet.TariffPlan;

/** Which homes and which columns the table shows. */
final class FleetFilterRow extends FlowPane {
    private final FleetViewModel model;

    FleetFilterRow(FleetViewModel model) {
        this.model = model;
        getStyleClass().add("filter-row");
        setAlignment(Pos.CENTER_LEFT);
        List<Node> nodes = new ArrayList<>(List.of(words()));
        Arrays.stream(FleetFilter.Asset.values()).map(this::asset).forEach(nodes::add);
        nodes.add(tariff());
        nodes.add(wish());
        nodes.add(columns());
        getChildren().setAll(nodes);
    }

    private Node words() {
        TextField field = new TextField();
        field.setId("fleet-filter");
        field.setPromptText("filter homes …");
        field.setTooltip(new Tooltip("Shows homes whose id, tariff, plan, products or preferences contain these words"));
        field.setAccessibleText("Filter homes");
        field.textProperty().addListener((o, was, is) -> model.filterProperty().set(is == null ? "" : is));
        model.filterProperty().addListener((o, was, is) -> {
            if (!is.equals(field.getText())) {
                field.setText(is);
            }
        });
        field.setPrefWidth(Em.of(14));
        return field;
    }

    private Node asset(FleetFilter.Asset asset) {
        ToggleButton button = new ToggleButton(asset.text());
        button.setId("filter-" + asset.name().toLowerCase(java.util.Locale.ROOT));
        button.setTooltip(new Tooltip("Shows only homes " + asset.explanation()));
        button.setAccessibleText("Only homes " + asset.explanation());
        button.getStyleClass().add("chip");
        button.setMinWidth(USE_PREF_SIZE);
        button.setSelected(model.wantedProperty().get().assets().contains(asset));
        button.setOnAction(event -> {
            FleetFilter now = model.wantedProperty().get();
            Set<FleetFilter.Asset> assets = new HashSet<>(now.assets());
            if (button.isSelected()) {
                assets.add(asset);
            } else {
                assets.remove(asset);
            }
            model.wantedProperty().set(new FleetFilter(now.words(), assets, now.tariff(), now.wish()));
        });
        model.wantedProperty().addListener((o, was, is) -> button.setSelected(is.assets().contains(asset)));
        return button;
    }

    private Node tariff() {
        List<Optional<TariffPlan>> plans = new ArrayList<>(List.of(Optional.<TariffPlan>empty()));
        Arrays.stream(TariffPlan.values()).map(Optional::of).forEach(plans::add);
        ChoiceField<Optional<TariffPlan>> field = new ChoiceField<>("filter-tariff", "Shows only homes on this retail plan", plans,
                plan -> plan.map(HomeText::tariff).orElse("any tariff"), plan -> {
                    FleetFilter now = model.wantedProperty().get();
                    model.wantedProperty().set(new FleetFilter(now.words(), now.assets(), plan.orElse(null), now.wish()));
                });
        model.wantedProperty().addListener((o, was, is) -> field.show(Optional.ofNullable(is.tariff())));
        field.show(Optional.ofNullable(model.wantedProperty().get().tariff()));
        field.setPrefWidth(Em.of(10));
        return field;
    }

    private Node wish() {
        List<Optional<FleetFilter.Wish>> wishes = new ArrayList<>(List.of(Optional.<FleetFilter.Wish>empty()));
        Arrays.stream(FleetFilter.Wish.values()).map(Optional::of).forEach(wishes::add);
        ChoiceField<Optional<FleetFilter.Wish>> field = new ChoiceField<>("filter-wish", "Shows only homes with a preference of this kind", wishes,
                wish -> wish.map(FleetFilter.Wish::words).orElse("any preference"), wish -> {
                    FleetFilter now = model.wantedProperty().get();
                    model.wantedProperty().set(new FleetFilter(now.words(), now.assets(), now.tariff(), wish.orElse(null)));
                });
        model.wantedProperty().addListener((o, was, is) -> field.show(Optional.ofNullable(is.wish())));
        field.show(Optional.ofNullable(model.wantedProperty().get().wish()));
        field.setPrefWidth(Em.of(11.5));
        return field;
    }

    private Node columns() {
        MenuButton button = new MenuButton("Columns");
        button.setId("fleet-columns");
        button.setTooltip(new Tooltip("Chooses the columns; the choice is kept while the window is open"));
        button.setAccessibleText("Choose columns");
        button.setMinWidth(USE_PREF_SIZE);
        for (FleetColumn column : FleetColumns.ALL.subList(1, FleetColumns.ALL.size())) {
            CheckMenuItem item = new CheckMenuItem(column.title());
            item.setId("show-column-" + column.id());
            item.setSelected(model.columns().contains(column));
            item.setOnAction(event -> model.show(column, item.isSelected()));
            button.getItems().add(item);
        }
        return button;
    }
}
