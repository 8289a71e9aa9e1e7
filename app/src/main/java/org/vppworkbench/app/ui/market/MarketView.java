package org.vppworkbench.app.ui.market;

import java.util.function.Consumer;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
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
        setTop(new VBox(header, badges));
        chart = new ChartPane("market", "", "The scenario has errors: correct the findings of the Scenario pane.", onSave);
        setCenter(chart);
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
}
