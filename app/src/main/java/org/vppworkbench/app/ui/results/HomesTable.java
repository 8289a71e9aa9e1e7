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
        getColumns().add(Columns.text("Home", "Id", 6, ProsumerScore::prosumer));
        getColumns().add(Columns.number("Surplus $", "S = U − U⁰, what the VPP gained the home [$]", 6.6, "%.4f", ProsumerScore::surplusUsd));
        getColumns().add(Columns.number("Payment $", "Received from the aggregator [$]", 7, "%.4f", s -> s.account().paymentUsd()));
        getColumns().add(Columns.number("Bill $", "Retail bill with the VPP [$]", 5.6, "%.3f", s -> s.account().billUsd()));
        getColumns().add(Columns.number("Bill⁰ $", "Retail bill of the home plan alone [$]", 5.6, "%.3f", s -> s.baseline().billUsd()));
        getColumns().add(Columns.number("Wear $", "Battery wear [$]", 5, "%.3f", s -> s.account().degradationUsd()));
        getColumns().add(Columns.number("Discomfort $", "Price of broken soft preferences [$]", 8, "%.3f", s -> s.account().discomfortUsd()));
        getColumns().add(Columns.number("Satisfaction", "Half money, half preferences, 0 to 1; needs the optimum", 8, "%.2f", HomesTable::satisfaction));
        getColumns().add(Columns.number("Hard broken", "Hard preferences broken", 8, "%.0f", s -> s.hardViolations()));
    }

    private static double satisfaction(ProsumerScore score) {
        Double value = score.satisfaction();
        return value == null ? Double.NaN : value;
    }
}
