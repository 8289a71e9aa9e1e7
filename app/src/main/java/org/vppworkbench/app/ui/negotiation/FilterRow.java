package org.vppworkbench.app.ui.negotiation;

import java.util.Arrays;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.model.market.Product;

/** Filters of the dialogue. */
final class FilterRow extends HBox {
    private static final String ALL_HOMES = "all homes";
    private static final String ALL_PRODUCTS = "all products";
    private static final String ALL_KINDS = "all messages";

    private final ComboBox<String> home = new ComboBox<>();
    private final ComboBox<String> product = new ComboBox<>();
    private final ComboBox<String> performative = new ComboBox<>();
    private final TextField text = new TextField();
    private final NegotiationViewModel model;

    FilterRow(NegotiationViewModel model) {
        this.model = model;
        getStyleClass().add("tight-row");
        setAlignment(Pos.CENTER_LEFT);
        product.getItems().add(ALL_PRODUCTS);
        Arrays.stream(Product.values()).map(Words::product).forEach(product.getItems()::add);
        performative.getItems().setAll(List.of(ALL_KINDS, "Call for proposals", "Proposal", "Refusal", "Counter-offer",
                "Acceptance", "Rejection", "Withdrawal", "Award", "Protocol violation"));
        listHomes();
        model.homes().addListener((ListChangeListener<String>) change -> listHomes());
        set(home, "filter-home", "Shows the turns of one home only", 9);
        set(product, "filter-product", "Shows one product only", 10.5);
        set(performative, "filter-performative", "Shows one kind of message only", 10.5);
        product.getSelectionModel().select(0);
        performative.getSelectionModel().select(0);
        text.setId("filter-text");
        text.setPromptText("find");
        text.setTooltip(new Tooltip("Shows turns that contain these words"));
        text.setAccessibleText("Find in the dialogue");
        text.textProperty().addListener((o, was, is) -> apply());
        text.setMinWidth(Em.of(4));
        HBox.setHgrow(text, Priority.ALWAYS);
        TurnSearch search = model.search();
        Label hits = new Label();
        hits.setId("search-hits");
        hits.getStyleClass().add("muted");
        hits.setMinWidth(USE_PREF_SIZE);
        hits.textProperty().bind(search.countProperty());
        Button before = step("search-previous", "mdal-keyboard_arrow_up", "Previous hit (Shift+Enter)", search::previous);
        Button after = step("search-next", "mdal-keyboard_arrow_down", "Next hit (Enter)", search::next);
        var seeking = search.countProperty().isNotEmpty();
        for (Node node : List.of(hits, before, after)) {
            node.visibleProperty().bind(seeking);
            node.managedProperty().bind(seeking);
        }
        text.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER && event.isShiftDown()) {
                search.previous();
            } else if (event.getCode() == KeyCode.ENTER) {
                search.next();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                text.clear();
            }
        });
        getChildren().setAll(home, product, performative, text, hits, before, after);
    }

    private static Button step(String id, String icon, String tooltip, Runnable body) {
        Button button = new Button("", new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll("flat", "icon-button");
        button.setTooltip(new Tooltip(tooltip));
        button.setAccessibleText(tooltip);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> body.run());
        return button;
    }

    private void set(ComboBox<String> box, String id, String tooltip, double widthEm) {
        box.setId(id);
        box.setTooltip(new Tooltip(tooltip));
        box.setAccessibleText(tooltip);
        box.setPrefWidth(Em.of(widthEm));
        box.setMinWidth(Em.of(widthEm));
        box.setOnAction(event -> apply());
    }

    private void listHomes() {
        home.getItems().setAll(ALL_HOMES);
        home.getItems().addAll(model.homes());
        home.getSelectionModel().select(0);
    }

    private void apply() {
        int h = home.getSelectionModel().getSelectedIndex();
        int p = product.getSelectionModel().getSelectedIndex();
        int k = performative.getSelectionModel().getSelectedIndex();
        String typed = text.getText() == null ? "" : text.getText();
        model.filterProperty().set(new TurnFilter(
                h > 0 ? home.getItems().get(h) : null,
                p > 0 ? Product.values()[p - 1] : null,
                k > 0 ? performative.getItems().get(k) : null,
                typed));
    }
}
