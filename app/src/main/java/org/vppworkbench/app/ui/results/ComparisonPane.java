package org.vppworkbench.app.ui.results;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.ui.control.ChartPane;
import org.vppworkbench.app.ui.control.ChoiceField;
import org.vppworkbench.app.ui.control.Columns;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.app.ui.control.EmptyState;
import org.vppworkbench.app.ui.session.KeptRun;

/** Two runs side by side. */
final class ComparisonPane extends BorderPane {
    private static final String NEEDED =
            "Two finished runs are needed: choose another mechanism in the Scenario pane and run again (F5).";

    ComparisonPane(ComparisonViewModel model, Consumer<ChartPane> onSave, BiConsumer<String, TableView<?>> onCsv) {
        setId("comparison");
        ChoiceField<KeptRun> first = chooser("compare-first", "What the other run is compared with", model, model.firstProperty());
        ChoiceField<KeptRun> other = chooser("compare-other", "The run that is compared", model, model.otherProperty());
        HBox choices = new HBox(label("Run A"), first, label("Run B"), other);
        choices.setAlignment(Pos.CENTER_LEFT);
        choices.getStyleClass().addAll("tight-row", "column");
        Label remark = new Label();
        remark.setId("comparison-remark");
        remark.setWrapText(true);
        remark.setMinHeight(USE_PREF_SIZE);
        remark.getStyleClass().addAll("field-error", "column");
        remark.textProperty().bind(model.remarkProperty());
        remark.visibleProperty().bind(model.remarkProperty().isNotEmpty());
        remark.managedProperty().bind(remark.visibleProperty());
        TableView<ComparisonViewModel.Row> table = new TableView<>(model.rows());
        table.setId("comparison-table");
        table.setAccessibleText("Metrics of two runs and their difference");
        table.setFixedCellSize(Em.of(2.1));
        table.getColumns().add(Columns.text("Metric", "The same formula for every mechanism", 21, ComparisonViewModel.Row::title));
        table.getColumns().add(Columns.text("Unit", "Unit of the numbers", 4.6, ComparisonViewModel.Row::unit));
        table.getColumns().add(Columns.number("A", "Of run A, in the unit of the row", 6.4, "%.4f", ComparisonViewModel.Row::first));
        table.getColumns().add(Columns.number("B", "Of run B, in the unit of the row", 6.4, "%.4f", ComparisonViewModel.Row::other));
        table.getColumns().add(Columns.number("B − A", "Difference, in the unit of the row", 6.4, "%.4f", ComparisonViewModel.Row::difference));
        table.getColumns().add(Columns.filling(Columns.text("Remark", "Why a number is not defined", 12, ComparisonViewModel.Row::remark)));
        Columns.fill(table);
        table.setPlaceholder(new EmptyState("mdal-compare_arrows", NEEDED));
        Label differences = new Label();
        differences.setId("comparison-differences");
        differences.setWrapText(true);
        differences.setMinHeight(USE_PREF_SIZE);
        differences.getStyleClass().addAll("muted", "column");
        differences.textProperty().bind(model.differencesProperty());
        differences.visibleProperty().bind(model.differencesProperty().isNotEmpty());
        differences.managedProperty().bind(differences.visibleProperty());
        setTop(new VBox(choices, remark, differences));
        TabPane views = new TabPane(
                tab("compare-metrics", "Metrics", new TablePane("Metrics side by side", "comparison", table, onCsv)),
                tab("compare-figures", "Figures", figures(model, onSave)));
        views.setId("compare-views");
        setCenter(views);
    }

    private static Tab tab(String id, String text, Node content) {
        Tab tab = new Tab(text, content);
        tab.setId(id);
        tab.setClosable(false);
        return tab;
    }

    private static BorderPane figures(ComparisonViewModel model, Consumer<ChartPane> onSave) {
        ChartPane one = new ChartPane("compared-a", "Run A", "", onSave);
        ChartPane two = new ChartPane("compared-b", "Run B", "", onSave);
        ChoiceField<FigureRow> choice = new ChoiceField<>(
                "compare-figure", "Which figure is drawn of both runs, on the same axes", model.figures(),
                row -> row.group() + ": " + row.title(), model.figureProperty()::set);
        choice.show(model.figureProperty().get());
        Runnable show = () -> {
            ComparisonViewModel.Pair pair = model.pairProperty().get();
            one.setEmptyText(pair == null ? NEEDED : pair.firstReason());
            two.setEmptyText(pair == null ? NEEDED : pair.otherReason());
            one.show(pair == null || pair.first() == null ? null : pair.first().chart());
            two.show(pair == null || pair.other() == null ? null : pair.other().chart());
        };
        model.pairProperty().addListener((o, was, is) -> show.run());
        show.run();
        BorderPane pane = new BorderPane(new SplitPane(one, two));
        pane.setTop(choice);
        return pane;
    }

    private static Label label(String text) {
        Label label = new Label(text);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static ChoiceField<KeptRun> chooser(
            String id, String tooltip, ComparisonViewModel model, ObjectProperty<@Nullable KeptRun> chosen) {
        ChoiceField<KeptRun> field = new ChoiceField<>(id, tooltip, model.runs(), KeptRun::toString, chosen::set);
        field.setMinWidth(Em.of(8));
        HBox.setHgrow(field, javafx.scene.layout.Priority.ALWAYS);
        model.runs().addListener((ListChangeListener<KeptRun>) change -> {
            field.offer(model.runs());
            field.show(chosen.get());
        });
        chosen.addListener((o, was, is) -> field.show(is));
        field.show(chosen.get());
        return field;
    }
}
