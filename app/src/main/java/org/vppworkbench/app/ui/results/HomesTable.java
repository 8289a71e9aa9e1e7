package org.vppworkbench.app.ui.results;

import javafx.collections.transformation.SortedList;
import javafx.scene.control.TableView;
import org.vppworkbench.app.ui.control.Columns;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.model.metrics.ProsumerScore;

/** Who gets what. */
final class HomesTable extends TableView<ProsumerScore> {
    HomesTable(ResultsViewModel model) {
        SortedList<ProsumerScore> sorted = new SortedList<>(model.homes());
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        setId("homes-table");
        setAccessibleText("Money and preferences per home");
        setFixedCellSize(Em.of(2.1));
        getColumns().add(Columns.text("Home", "Id", 5.8, ProsumerScore::prosumer));
        getColumns().add(Columns.number("Surplus\n$", "S = U − U⁰, what the VPP gained the home [$]", 5.2, "%.4f", ProsumerScore::surplusUsd));
        getColumns().add(Columns.number("Payment\n$", "Received from the aggregator [$]", 6.5, "%.4f", s -> s.account().paymentUsd()));
        getColumns().add(Columns.number("Bill\n$", "Retail bill with the VPP [$]", 4.8, "%.3f", s -> s.account().billUsd()));
        getColumns().add(Columns.number("Bill⁰\n$", "Retail bill of the home plan alone [$]", 4.8, "%.3f", s -> s.baseline().billUsd()));
        getColumns().add(Columns.number("Wear\n$", "Battery wear [$]", 4.4, "%.3f", s -> s.account().degradationUsd()));
        getColumns().add(Columns.number("Discomfort\n$", "Price of broken soft preferences [$]", 6.8, "%.3f", s -> s.account().discomfortUsd()));
        getColumns().add(Columns.number("Regret\n$", "What another answer to one offer, or its own plan, would have given the home more [$]", 5.2, "%.4f", ProsumerScore::regretUsd));
        getColumns().add(Columns.number("Satisfaction", "Half money, half preferences, 0 to 1; needs the optimum", 7.4, "%.2f", HomesTable::satisfaction));
        getColumns().add(Columns.number("Hard\nbroken", "Hard preferences broken", 5, "%.0f", s -> s.hardViolations()));
    }

    private static double satisfaction(ProsumerScore score) {
        Double value = score.satisfaction();
        return value == null ? Double.NaN : value;
    }
}
