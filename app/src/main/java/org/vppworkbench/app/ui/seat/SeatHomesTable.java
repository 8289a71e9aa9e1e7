package org.vppworkbench.app.ui.seat;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.ui.control.Columns;
import org.vppworkbench.app.ui.control.Em;

/** The homes as the aggregator sees them: their offers, and what is planned for each. */
final class SeatHomesTable extends VBox {
    private final SeatViewModel model;
    private final TableView<SeatHome> table;

    SeatHomesTable(SeatViewModel model) {
        this.model = model;
        table = new TableView<>(model.homes());
        table.setId("seat-homes");
        table.setAccessibleText("Offers of the homes");
        table.setTooltip(new Tooltip("What the homes said; select one and answer it"));
        table.setPlaceholder(new Label("no home has spoken"));
        table.setPrefHeight(Em.of(19));
        table.setMinHeight(Em.of(9));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(fixed(Columns.text("Home", "Id of the home", 6, SeatHome::id)));
        table.getColumns().add(fixed(Columns.text("State", "Where the talk with it stands", 5.5, SeatHome::stageWords)));
        table.getColumns().add(fixed(Columns.number("Ask [kW]", "Quantity it offers [kW]", 6.5, "%.2f", home -> kw(home.ask()))));
        table.getColumns().add(fixed(Columns.number("Ask [$/MWh]", "Price it asks [$/MWh]", 8.5, "%.2f", home -> price(home.ask()))));
        table.getColumns().add(fixed(Columns.text("Answer", "What you are going to say to it", 9,
                home -> home.planned() == null ? "" : home.planned().words())));
        FlowPane answers = new FlowPane(
                button("seat-plan-accept", "Accept", "Plans to accept the offer of the selected home", "accept"),
                button("seat-plan-counter", "Counter", "Plans a bid to the selected home with quantity and price as they are set below", "counter"),
                button("seat-plan-reject", "Reject", "Plans to turn the selected home down", "reject"),
                button("seat-plan-none", "Nothing", "Says nothing to the selected home: its offer stands", null),
                suggest());
        answers.getStyleClass().add("seat-moves");
        getChildren().setAll(table, answers);
        getStyleClass().add("column");
    }

    private static double kw(@Nullable Deal deal) {
        return deal == null ? Double.NaN : deal.kw();
    }

    private static double price(@Nullable Deal deal) {
        return deal == null ? Double.NaN : deal.usdPerMwh();
    }

    private static <T> TableColumn<SeatHome, T> fixed(TableColumn<SeatHome, T> column) {
        column.setSortable(false);
        return column;
    }

    private Button button(String id, String text, String tooltip, @Nullable String action) {
        Button button = new Button(text);
        button.setId(id);
        button.setTooltip(new Tooltip(tooltip));
        button.setAlignment(Pos.CENTER);
        button.setOnAction(event -> {
            int row = table.getSelectionModel().getSelectedIndex();
            SeatHome home = table.getSelectionModel().getSelectedItem();
            if (home != null) {
                model.moves().plan(home.id(), action);
                table.getSelectionModel().select(row);
            }
        });
        return button;
    }

    private Button suggest() {
        Button button = new Button("Coalition");
        button.setId("seat-coalition");
        button.setTooltip(new Tooltip("Plans what the coalition problem over the standing offers chooses at the price forecast"));
        button.setOnAction(event -> model.moves().suggest());
        return button;
    }

    void show(boolean shown) {
        setVisible(shown);
        setManaged(shown);
    }
}
