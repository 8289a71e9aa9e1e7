package org.vppworkbench.app.ui.results;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
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
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.figure.Figure;
import org.vppworkbench.app.ui.control.Badge;
import org.vppworkbench.app.ui.control.ChartPane;
import org.vppworkbench.app.ui.control.EmptyState;
import org.vppworkbench.app.ui.control.PaneHeader;

/** The results pane. */
public final class ResultsView extends BorderPane {
    private static final String MAKING = "The figures are being made.";

    private final ResultsViewModel model;
    private final HBox tiles = new HBox();
    private final Badge badge = new Badge("", "neutral", "Statements that must hold for every run");
    private final StoryLine runLine = new StoryLine("run-optimum");
    private final StoryLine dayLine = new StoryLine("day-optimum");
    private final StoryLine planLine = new StoryLine("plan-line");
    private final ChartPane welfare;
    private final FiguresViewModel catalogue;
    private final Consumer<ChartPane> onSave;
    private final StackPane body = new StackPane();
    private final EmptyState empty =
            new EmptyState("mdal-assessment", "No result yet. Run the scenario (F5); the results appear here when the run is complete.");
    private final TabPane tabs = new TabPane();

    /**
     * @param explanations what binds in the optimum
     * @param comparison two runs side by side
     * @param catalogue figures of the run
     * @param onSave exports a figure
     * @param onCsv saves a table under a name
     * @param controls buttons at the right of the heading
     */
    public ResultsView(
            ResultsViewModel model,
            ExplanationsViewModel explanations,
            ComparisonViewModel comparison,
            FiguresViewModel catalogue,
            Consumer<ChartPane> onSave,
            BiConsumer<String, TableView<?>> onCsv,
            Node... controls) {
        this.model = model;
        this.catalogue = catalogue;
        this.onSave = onSave;
        setId("pane-results");
        getStyleClass().add("pane");
        welfare = new ChartPane("welfare", "", MAKING, onSave).ofRun();
        badge.setId("invariants-badge");
        Node[] right = new Node[controls.length + 1];
        right[0] = badge;
        System.arraycopy(controls, 0, right, 1, controls.length);
        PaneHeader header = new PaneHeader("Results", "", right);
        header.subtitleProperty().bind(model.verdictProperty());
        tiles.getStyleClass().add("kpi-strip");
        tiles.setId("kpi-strip");
        setTop(new VBox(header, tiles, runLine, dayLine, planLine));
        makeTabs(onCsv, explanations, comparison);
        body.getChildren().setAll(tabs, empty);
        setCenter(body);
        model.kpis().addListener((ListChangeListener<Kpi>) change -> showTiles());
        model.resultProperty().addListener((o, was, is) -> show(is));
        sceneProperty().addListener((o, was, is) -> showTiles());
        show(model.resultProperty().get());
        model.bestProperty().addListener((o, was, is) -> showStories());
        model.noOptimumProperty().addListener((o, was, is) -> showStories());
        model.certificateProperty().addListener((o, was, is) -> showStories());
        model.dayProperty().addListener((o, was, is) -> showStories());
        model.planProperty().addListener((o, was, is) -> showStories());
        showStories();
        model.figuresProperty().addListener((o, was, is) -> show(is));
        show(model.figuresProperty().get());
    }

    private void showStories() {
        DayStory story = model.dayProperty().get();
        CertificateWords proof = model.certificateProperty().get();
        runLine.show(model.bestProperty().get(), proof == null ? model.noOptimumProperty().get() : ResultsViewModel.BEST_MEANING, proof);
        dayLine.show(story == null ? "" : story.text(), DayStory.MEANING, story == null ? null : story.certificate());
        planLine.show(model.planProperty().get(), "", null);
    }

    private void makeTabs(
            BiConsumer<String, TableView<?>> onCsv, ExplanationsViewModel explanations, ComparisonViewModel comparison) {
        EmptyState noOptimum = new EmptyState("mdmz-verified", "");
        noOptimum.setText(model.noOptimumProperty().get());
        model.noOptimumProperty().addListener((o, was, is) -> noOptimum.setText(is));
        OptimumTable optima = new OptimumTable(model.certificates(), noOptimum);
        SplitPane overview = split(welfare, new TablePane("Certificates", "optimum", optima, onCsv), 0.5);
        Tab explained = tab("tab-explanations", "What binds", "What binds in the optimum, and what that is worth",
                new ExplanationsPane(explanations, onCsv));
        explanations.watchedProperty().bind(explained.selectedProperty().and(sceneProperty().isNotNull()));
        tabs.setId("results-tabs");
        tabs.getTabs().setAll(
                tab("tab-welfare", "Welfare", "Mechanism against the certified optimum and no VPP [$]", overview),
                tab("tab-figures", "Figures", "Every figure of the run, from a list", new FiguresPane(catalogue, onSave)),
                tab("tab-homes", "Homes", "Surplus and money per home, and its share of the optimum [$]",
                        new HomesPane(model, catalogue, onCsv)),
                tab("tab-preferences", "Preferences", "How preferences were kept, and how satisfied homes are",
                        new PreferencesPane(model, onCsv)),
                tab("tab-metrics", "Metrics", "Every metric over the run and per day", new TablePane("Metrics", "metrics", new MetricsTable(model), onCsv)),
                explained,
                tab("tab-compare", "Compare", "Two runs of this session side by side", new ComparisonPane(comparison, onSave, onCsv)),
                tab("tab-words", "In words", "The run in sentences, each with its numbers", new WordsPane(model)));
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
    }

    private void showTiles() {
        boolean ready = getScene() != null && getScene().getWindow() != null && getScene().getWindow().isShowing();
        if (!ready || model.kpis().isEmpty()) {
            tiles.getChildren().clear();
            return;
        }
        tiles.getChildren().setAll(model.kpis().stream().map(this::tile).toList());
        tiles.getChildren().forEach(tile -> HBox.setHgrow(tile, Priority.ALWAYS));
    }

    private KpiTile tile(Kpi kpi) {
        return new KpiTile(kpi, tile -> {
            NumberWords words = model.explained(kpi.key());
            if (words != null) {
                NumberPopOver.show(tile, words);
            }
        });
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

    private static Tab tab(String id, String text, String tooltip, Node content) {
        Tab tab = new Tab(text, content);
        tab.setId(id);
        tab.setClosable(false);
        tab.setTooltip(new Tooltip(tooltip));
        return tab;
    }
}
