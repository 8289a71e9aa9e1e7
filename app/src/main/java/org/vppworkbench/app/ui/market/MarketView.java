package org.vppworkbench.app.ui.market;

import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vppworkbench.app.figure.MarketDataFigure;
import org.vppworkbench.app.ui.control.Badge;
import org.vppworkbench.app.ui.control.ChartPane;
import org.vppworkbench.app.ui.control.ChoiceField;
import org.vppworkbench.app.ui.control.PaneHeader;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.Provenance;
import org.vppworkbench.model.time.SeriesKind;

/** The market pane. */
public final class MarketView extends BorderPane {
    private final MarketViewModel model;
    private final ChartPane chart;
    private final FlowPane badges = new FlowPane();

    public MarketView(MarketViewModel model, CompareViewModel compare, Consumer<ChartPane> onSave, Node... controls) {
        this.model = model;
        setId("pane-market");
        getStyleClass().add("pane");
        PaneHeader header = new PaneHeader("Market", "", controls);
        header.subtitleProperty().bind(model.subtitleProperty());
        badges.getStyleClass().add("legend");
        setTop(header);
        chart = new ChartPane("market", "", "", onSave);
        VBox prices = new VBox(badges, controls(), chart, words("market-missing", model.missingProperty()));
        VBox.setVgrow(chart, Priority.ALWAYS);
        prices.getStyleClass().add("column");
        Tab weeks = tab("tab-compare", "Compare weeks", "Two weeks of samples or own data by hour of the week", new ComparePane(compare, onSave));
        weeks.selectedProperty().addListener((o, was, is) -> {
            if (is) {
                compare.begin();
            }
        });
        TabPane tabs = new TabPane(
                tab("tab-prices", "Prices and fleet", "Prices, PV, load and temperature over the days of the data", prices),
                weeks,
                tab("tab-quality", "Data quality", "What was found about the data of the whole sample", new QualityPane(model, onSave)),
                tab("tab-provenance", "Provenance", "Where every series came from, to be copied", new ProvenancePane(model)));
        tabs.setId("market-tabs");
        setCenter(tabs);
        chart.onHover(model::look);
        chart.onReset(this::frame);
        model.windowProperty().addListener((o, was, is) -> frame());
        model.compressedProperty().addListener((o, was, is) -> draw());
        model.daysProperty().addListener((o, was, is) -> draw());
        model.emptyProperty().addListener((o, was, is) -> chart.setEmptyText(is));
        chart.setEmptyText(model.emptyProperty().get());
        model.shownProperty().addListener((o, was, is) -> show());
        show();
    }

    private void show() {
        badges.getChildren().clear();
        for (Provenance p : model.series()) {
            String name = p.series().replaceFirst(" *\\[.*", "");
            String kind = p.kind() == SeriesKind.REAL ? "good" : p.kind() == SeriesKind.DERIVED ? "derived" : "neutral";
            badges.getChildren().add(new Badge(p.kind() + "  " + name, kind, p.source() + "\n" + p.note()));
        }
        draw();
    }

    private void draw() {
        MarketDays days = model.daysProperty().get();
        ResolvedScenario scenario = model.shownProperty().get();
        chart.show(days == null || scenario == null ? null
                : MarketDataFigure.of(days.content(), model.compressedProperty().get(), model.note(scenario)).chart());
        frame();
    }

    /** Shows the days of the window, all values of them. */
    private void frame() {
        JFreeChart drawn = chart.chart();
        if (drawn != null && drawn.getPlot() instanceof CombinedDomainXYPlot plot && plot.getDomainAxis() instanceof DateAxis axis) {
            Horizon window = model.windowProperty().get();
            axis.setRange(Date.from(window.start()), Date.from(window.end()));
            plot.getSubplots().forEach(part -> part.getRangeAxis().setAutoRange(true));
        }
    }

    private Node controls() {
        ChoiceField<MarketRange> range = new ChoiceField<>("market-range", "How many days are on screen", List.of(MarketRange.values()),
                MarketRange::words, model.rangeProperty()::set);
        range.show(model.rangeProperty().get());
        range.setMaxWidth(Region.USE_PREF_SIZE);
        CheckBox log = new CheckBox("log prices");
        log.setId("market-log");
        log.setTooltip(new Tooltip("Logarithmic on both sides of zero, linear between −10 and 10: a spike leaves the other hours readable"));
        log.setAccessibleText("Logarithmic price axes");
        log.setMinWidth(Region.USE_PREF_SIZE);
        log.selectedProperty().bindBidirectional(model.compressedProperty());
        Label readout = words("market-readout", model.readoutProperty());
        readout.setWrapText(false);
        readout.setMinWidth(0);
        HBox.setHgrow(readout, Priority.ALWAYS);
        HBox row = new HBox(range, step("market-earlier", "mdal-chevron_left", "Earlier days", -1), step("market-later", "mdal-chevron_right", "Later days", 1), log, readout);
        row.getStyleClass().add("tight-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Button step(String id, String icon, String words, int windows) {
        Button button = new Button("", new FontIcon(icon));
        button.setId(id);
        button.setTooltip(new Tooltip(words + ": moves what is on screen by its own length"));
        button.setAccessibleText(words);
        button.getStyleClass().add("icon-button");
        button.setOnAction(event -> model.move(windows));
        return button;
    }

    private static Label words(String id, ReadOnlyStringProperty text) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        label.textProperty().bind(text);
        return label;
    }

    private static Tab tab(String id, String text, String tooltip, Node content) {
        Tab tab = new Tab(text, content);
        tab.setId(id);
        tab.setClosable(false);
        tab.setTooltip(new Tooltip(tooltip));
        return tab;
    }
}
