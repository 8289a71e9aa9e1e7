package org.vppworkbench.app.ui.results;

import java.util.function.BiConsumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.experiment.PreferenceSummary;
import org.vppworkbench.app.ui.control.Columns;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.app.ui.control.EmptyState;

/** How preferences were kept by kind, hard and soft apart, and how satisfied homes are by what they own. */
final class PreferencesPane extends BorderPane {
    private final ObservableList<PreferenceSummary.Kind> kinds = FXCollections.observableArrayList();
    private final ObservableList<PreferenceSummary.Group> groups = FXCollections.observableArrayList();

    PreferencesPane(ResultsViewModel model, BiConsumer<String, TableView<?>> onCsv) {
        setId("preferences-pane");
        SplitPane all = new SplitPane(
                new TablePane("Preferences by kind", "preferences", kinds(), onCsv),
                new TablePane("Satisfaction by what homes own", "satisfaction", groups(), onCsv));
        all.setOrientation(Orientation.VERTICAL);
        all.setDividerPositions(0.58);
        setCenter(all);
        model.resultProperty().addListener((o, was, is) -> show(is));
        show(model.resultProperty().get());
    }

    private void show(@Nullable ExperimentResult result) {
        kinds.setAll(result == null ? java.util.List.of() : PreferenceSummary.kinds(result));
        groups.setAll(result == null ? java.util.List.of() : PreferenceSummary.groups(result));
    }

    private TableView<PreferenceSummary.Kind> kinds() {
        TableView<PreferenceSummary.Kind> table = new TableView<>(kinds);
        table.setId("preferences-table");
        table.setAccessibleText("How each kind of preference was kept");
        table.setFixedCellSize(Em.of(2.1));
        table.getColumns().add(Columns.filling(Columns.text("Preference", "As in the fleet file", 12, PreferenceSummary.Kind::type)));
        table.getColumns().add(Columns.text("Strength", "hard: binds; soft: has a price, or only the home's agent knows it", 6.5, PreferenceSummary.Kind::strength));
        table.getColumns().add(Columns.text("About", "Battery, car or contracts", 7, PreferenceSummary.Kind::asset));
        table.getColumns().add(Columns.number("Checks\ncount", "Times it could have been broken", 5, "%.0f", kind -> kind.checks()));
        table.getColumns().add(Columns.number("Broken\ncount", "Times it was", 5, "%.0f", kind -> kind.violations()));
        table.getColumns().add(Columns.number("Kept\n%", "Share of checks that held [%]", 5, "%.2f", PreferencesPane::kept));
        table.setPlaceholder(new EmptyState("mdal-favorite_border", "No home has a preference."));
        Columns.fill(table);
        return table;
    }

    private TableView<PreferenceSummary.Group> groups() {
        TableView<PreferenceSummary.Group> table = new TableView<>(groups);
        table.setId("satisfaction-table");
        table.setAccessibleText("Satisfaction of the homes by what they own");
        table.setFixedCellSize(Em.of(2.1));
        table.getColumns().add(Columns.filling(Columns.text("Homes with", "What they own", 12, PreferenceSummary.Group::assets)));
        table.getColumns().add(Columns.number("Homes\ncount", "How many", 5, "%.0f", group -> group.homes()));
        table.getColumns().add(Columns.number("Mean\n0 to 1", "Mean satisfaction, 0 to 1; needs the optimum (F6)", 4.6, "%.2f", group -> value(group.meanSatisfaction())));
        table.getColumns().add(Columns.number("Least\n0 to 1", "Of the least satisfied home, 0 to 1; needs the optimum (F6)", 4.6, "%.2f", group -> value(group.leastSatisfaction())));
        table.getColumns().add(Columns.number("Surplus\n$", "Mean surplus of a home [$]", 6.2, "%.3f", PreferenceSummary.Group::meanSurplusUsd));
        Columns.fill(table);
        return table;
    }

    private static double kept(PreferenceSummary.Kind kind) {
        Double share = kind.compliance();
        return share == null ? Double.NaN : 100 * share;
    }

    private static double value(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }
}
