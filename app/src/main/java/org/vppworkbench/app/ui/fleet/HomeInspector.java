package org.vppworkbench.app.ui.fleet;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.figure.HomeWeekFigure;
import org.vppworkbench.app.ui.control.ChartPane;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.app.ui.session.HomeWeek;
import org.vppworkbench.model.fleet.Home;

/** The home looked at: its fields, a week of it, and a summary in words. */
final class HomeInspector extends VBox {
    private final TextArea summary = new TextArea();
    private final Label inspected = new Label();
    private final ChartPane chart;

    HomeInspector(FleetViewModel model, HomeWeekViewModel weeks, Consumer<ChartPane> onSave) {
        chart = new ChartPane("home-week", "", "", onSave);
        inspected.setId("inspected-home");
        inspected.getStyleClass().add("section-title");
        summary.setId("home-inspector");
        summary.setTooltip(new Tooltip("All fields of the selected home, with their units; to be copied"));
        summary.setEditable(false);
        summary.setWrapText(true);
        summary.getStyleClass().add("inspector");
        summary.setAccessibleText("All fields of the selected home");
        summary.setTooltip(new Tooltip("All fields of the selected home, with their units; to be copied, not edited here"));
        Tab week = tab("tab-home-week", "Week", "What the home does in a week on its own plan, and what it pays", week(weeks));
        TabPane tabs = new TabPane(
                tab("tab-home-form", "Edit", "All fields of the home", new HomeForm(model)), week,
                tab("tab-home-summary", "Summary", "All fields in words, to be copied", summary));
        tabs.setId("home-tabs");
        weeks.watchedProperty().bind(week.selectedProperty());
        VBox.setVgrow(tabs, Priority.ALWAYS);
        getChildren().setAll(inspected, tabs);
        getStyleClass().add("column");
        setMinWidth(Em.of(18));
        model.selectedProperty().addListener((o, was, is) -> show(is));
        show(model.selectedProperty().get());
    }

    private void show(@Nullable Home home) {
        inspected.setText(home == null ? "No home selected" : home.id());
        summary.setText(home == null ? "" : HomeText.all(home));
    }

    private Node week(HomeWeekViewModel weeks) {
        Label words = new Label();
        words.setId("home-week-words");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.getStyleClass().add("muted");
        words.textProperty().bind(weeks.wordsProperty());
        weeks.wordsProperty().addListener((o, was, is) -> chart.setEmptyText(is));
        chart.setEmptyText(weeks.wordsProperty().get());
        weeks.weekProperty().addListener((o, was, is) -> draw(is));
        draw(weeks.weekProperty().get());
        VBox box = new VBox(chart, words);
        VBox.setVgrow(chart, Priority.ALWAYS);
        box.getStyleClass().add("column");
        return box;
    }

    private void draw(@Nullable HomeWeek week) {
        chart.show(week == null ? null : HomeWeekFigure.of(week.home(), week.horizon(), week.rows(), week.bessKwh() != null,
                week.evKwh() != null, week.importPrice(), week.exportPrice(), "MECHANISM: home plan alone, nothing sold").chart());
    }

    private static Tab tab(String id, String text, String tooltip, Node content) {
        Tab tab = new Tab(text, content);
        tab.setId(id);
        tab.setClosable(false);
        tab.setTooltip(new Tooltip(tooltip));
        return tab;
    }

}
