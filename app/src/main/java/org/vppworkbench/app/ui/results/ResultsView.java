package org.vppworkbench.app.ui.results;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.figure.Figure;
import org.vppworkbench.app.ui.control.Badge;
import org.vppworkbench.app.ui.control.ChartPane;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.app.ui.control.EmptyState;
import org.vppworkbench.app.ui.control.PaneHeader;

/** The results pane. */
public final class ResultsView extends BorderPane {
    private static final String MAKING = "The figures are being made.";

    private final ResultsViewModel model;
    private final HBox tiles = new HBox();
    private final Badge badge = new Badge("", "neutral", "Statements that must hold for every run");
    private final ChartPane welfare;
    private final ChartPane surplus;
    private final ChartPane charge;
    private final ChartPane other;
    private final ComboBox<Figure> choice = new ComboBox<>();
    private final StackPane body = new StackPane();
    private final EmptyState empty =
            new EmptyState("mdal-assessment", "No result yet. Run the scenario (F5); the results appear here when the run is complete.");
    private final TabPane tabs = new TabPane();

    /**
     * @param onSave saves a figure
     * @param onCsv saves a table under a name
     * @param controls buttons at the right of the heading
     */
    public ResultsView(
            ResultsViewModel model, Consumer<ChartPane> onSave, BiConsumer<String, TableView<?>> onCsv, Node... controls) {
        this.model = model;
        setId("pane-results");
        getStyleClass().add("pane");
        welfare = new ChartPane("welfare", "", MAKING, onSave);
        surplus = new ChartPane("surplus", "", MAKING, onSave);
        charge = new ChartPane("state-of-charge", "", MAKING, onSave);
        other = new ChartPane("power", "", MAKING, onSave);
        badge.setId("invariants-badge");
        Node[] right = new Node[controls.length + 1];
        right[0] = badge;
        System.arraycopy(controls, 0, right, 1, controls.length);
        PaneHeader header = new PaneHeader("Results", "", right);
        header.subtitleProperty().bind(model.verdictProperty());
        tiles.getStyleClass().add("kpi-strip");
        tiles.setId("kpi-strip");
        setTop(new VBox(header, tiles));
        makeTabs(onCsv);
        body.getChildren().setAll(tabs, empty);
        setCenter(body);
        model.kpis().addListener((ListChangeListener<Kpi>) change -> showTiles());
        model.resultProperty().addListener((o, was, is) -> show(is));
        sceneProperty().addListener((o, was, is) -> showTiles());
        show(model.resultProperty().get());
        model.figuresProperty().addListener((o, was, is) -> show(is));
        show(model.figuresProperty().get());
    }

    private void makeTabs(BiConsumer<String, TableView<?>> onCsv) {
        OptimumTable optima = new OptimumTable(model.optima());
        SplitPane overview = split(welfare, table("Certificates", "optimum", optima, onCsv), 0.58);
        HomesTable homes = new HomesTable(model);
        SplitPane byHome = new SplitPane(surplus, table("Who gets what", "homes", homes, onCsv));
        byHome.setDividerPositions(0.34);
        choice.setId("figure-choice");
        choice.setTooltip(new Tooltip("Which figure is shown"));
        choice.setAccessibleText("Which figure is shown");
        choice.setConverter(new FigureNames());
        choice.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> other.show(is == null ? null : is.chart()));
        VBox power = new VBox(choice, other);
        VBox.setVgrow(other, Priority.ALWAYS);
        power.getStyleClass().add("column");
        tabs.setId("results-tabs");
        tabs.getTabs().setAll(
                tab("tab-welfare", "Welfare", "Mechanism against the certified optimum and no VPP [$]", overview),
                tab("tab-homes", "Homes", "Surplus and money per home [$]", byHome),
                tab("tab-metrics", "Metrics", "Every metric over the run and per day", table("Metrics", "metrics", new MetricsTable(model), onCsv)),
                tab("tab-soc", "State of charge", "Batteries over time [%]", charge),
                tab("tab-power", "Power and reserve", "Fleet power, reserve and cumulative welfare", power));
    }

    private void show(@Nullable ExperimentResult result) {
        boolean none = result == null;
        empty.setVisible(none);
        tabs.setVisible(!none);
        badge.setVisible(!none);
        badge.setManaged(!none);
        showTiles();
        if (result == null) {
            return;
        }
        int count = model.invariants().size();
        if (model.trustworthy()) {
            badge.show("✓ " + count + " invariants hold", "good", "Welfare within the certified bounds, money adds up, energy balances");
        } else {
            badge.show("✗ invariant breached", "bad", "A breach is a bug and blocks the export as a result.\n" + model.breaches());
        }
    }

    private void show(List<Figure> figures) {
        welfare.show(named(figures, "welfare"));
        surplus.show(named(figures, "surplus"));
        charge.show(named(figures, "state-of-charge"));
        choice.getItems().setAll(figures.stream()
                .filter(f -> List.of("fleet-power", "reserves", "cumulative-welfare").contains(f.name()))
                .toList());
        choice.getSelectionModel().select(0);
    }

    private void showTiles() {
        boolean ready = getScene() != null && getScene().getWindow() != null && getScene().getWindow().isShowing();
        if (!ready || model.kpis().isEmpty()) {
            tiles.getChildren().clear();
            return;
        }
        tiles.getChildren().setAll(model.kpis().stream().map(KpiTile::new).toList());
        tiles.getChildren().forEach(tile -> HBox.setHgrow(tile, Priority.ALWAYS));
    }

    private static org.jfree.chart.@Nullable JFreeChart named(List<Figure> figures, String name) {
        return figures.stream().filter(f -> f.name().equals(name)).map(Figure::chart).findFirst().orElse(null);
    }

    private static SplitPane split(Node top, Node bottom, double share) {
        SplitPane split = new SplitPane(top, bottom);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(share);
        return split;
    }

    private static Node table(String title, String name, TableView<?> table, BiConsumer<String, TableView<?>> onCsv) {
        Label heading = new Label(title);
        heading.getStyleClass().add("section-title");
        Button save = new Button("CSV", new FontIcon("mdmz-save_alt"));
        save.setId("csv-" + name);
        save.getStyleClass().add("flat");
        save.setTooltip(new Tooltip("Saves this table as CSV with its headings"));
        save.setAccessibleText("Save the table " + title + " as CSV");
        save.setOnAction(event -> onCsv.accept(name, table));
        HBox bar = new HBox(heading, save);
        bar.getStyleClass().add("figure-bar");
        bar.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        heading.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(heading, Priority.ALWAYS);
        VBox box = new VBox(bar, table);
        VBox.setVgrow(table, Priority.ALWAYS);
        box.getStyleClass().add("column");
        box.setMinHeight(Em.of(6));
        return box;
    }

    private static Tab tab(String id, String text, String tooltip, Node content) {
        Tab tab = new Tab(text, content);
        tab.setId(id);
        tab.setClosable(false);
        tab.setTooltip(new Tooltip(tooltip));
        return tab;
    }

    private static final class FigureNames extends javafx.util.StringConverter<Figure> {
        @Override
        public String toString(@Nullable Figure figure) {
            return figure == null ? "" : figure.title();
        }

        @Override
        public @Nullable Figure fromString(String text) {
            return null;
        }
    }
}
