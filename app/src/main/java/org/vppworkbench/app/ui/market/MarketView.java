package org.vppworkbench.app.ui.market;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.figure.MarketFigure;
import org.vppworkbench.app.ui.control.Badge;
import org.vppworkbench.app.ui.control.ChartPane;
import org.vppworkbench.app.ui.control.PaneHeader;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.time.Provenance;
import org.vppworkbench.model.time.SeriesKind;

/** The market pane. */
public final class MarketView extends BorderPane {
    private final MarketViewModel model;
    private final ChartPane chart;
    private final FlowPane badges = new FlowPane();

    public MarketView(MarketViewModel model, Consumer<ChartPane> onSave) {
        this.model = model;
        setId("pane-market");
        getStyleClass().add("pane");
        PaneHeader header = new PaneHeader("Market", "");
        header.subtitleProperty().bind(model.subtitleProperty());
        badges.getStyleClass().add("legend");
        setTop(header);
        chart = new ChartPane("market", "", "", onSave);
        VBox prices = new VBox(badges, chart);
        VBox.setVgrow(chart, Priority.ALWAYS);
        prices.getStyleClass().add("column");
        TabPane tabs = new TabPane(
                tab("tab-prices", "Prices and fleet", "Prices, PV and load over the days of the scenario", prices),
                tab("tab-quality", "Data quality", "What was found about the data of the whole sample", new QualityPane(model, onSave)));
        tabs.setId("market-tabs");
        setCenter(tabs);
        model.emptyProperty().addListener((o, was, is) -> chart.setEmptyText(is));
        chart.setEmptyText(model.emptyProperty().get());
        model.shownProperty().addListener((o, was, is) -> show(is));
        show(model.shownProperty().get());
    }

    private void show(@Nullable ResolvedScenario scenario) {
        badges.getChildren().clear();
        for (Provenance p : model.series()) {
            String name = p.series().replaceFirst(" *\\[.*", "");
            String kind = p.kind() == SeriesKind.REAL ? "good" : p.kind() == SeriesKind.DERIVED ? "derived" : "neutral";
            badges.getChildren().add(new Badge(p.kind() + "  " + name, kind, p.source() + "\n" + p.note()));
        }
        chart.show(scenario == null ? null : MarketFigure.of(scenario.inputs(), model.note(scenario)).chart());
    }

    private static Tab tab(String id, String text, String tooltip, Node content) {
        Tab tab = new Tab(text, content);
        tab.setId(id);
        tab.setClosable(false);
        tab.setTooltip(new Tooltip(tooltip));
        return tab;
    }
}
