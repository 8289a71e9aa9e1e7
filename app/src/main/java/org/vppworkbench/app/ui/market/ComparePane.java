package org.vppworkbench.app.ui.market;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import org.vppworkbench.app.figure.WeekComparisonFigure;
import org.vppworkbench.app.ui.control.ChartPane;
import org.vppworkbench.app.ui.control.ChoiceField;
import org.vppworkbench.app.ui.control.Columns;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.app.ui.control.EmptyState;

/** Two weeks laid over each other, and what they are like in numbers. */
final class ComparePane extends BorderPane {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private final CompareViewModel model;
    private final ChartPane chart;

    ComparePane(CompareViewModel model, Consumer<ChartPane> onSave) {
        this.model = model;
        chart = new ChartPane("weeks", "", "Choose two weeks that have this quantity.", onSave);
        ChoiceField<WeekQuantity> quantity = new ChoiceField<>("compare-quantity", "What is drawn", List.of(WeekQuantity.values()),
                q -> q.words() + " [" + q.unit() + "]", model.quantityProperty()::set);
        quantity.show(model.quantityProperty().get());
        FlowPane choices = new FlowPane(label("Week A"), side(0), first(0), label("Week B"), side(1), first(1), label("of"), quantity);
        choices.getStyleClass().add("legend");
        choices.setAlignment(Pos.CENTER_LEFT);
        setTop(choices);
        Label words = new Label();
        words.setId("compare-words");
        words.getStyleClass().add("muted");
        words.setWrapText(true);
        words.textProperty().bind(model.wordsProperty());
        SplitPane split = new SplitPane(chart, table());
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.56);
        split.getStyleClass().add("main-split");
        setCenter(split);
        setBottom(words);
        getStyleClass().add("column");
        model.revisionProperty().addListener((o, was, is) -> draw());
        draw();
    }

    private Node side(int side) {
        ChoiceField<String> field = new ChoiceField<>("compare-data-" + side, "Data the week is taken from", model.samples(), id -> id, id -> model.load(side, id));
        field.setOnShowing(event -> field.offer(model.samples()));
        model.weekProperty(side).addListener((o, was, is) -> field.show(is == null ? null : is.sample()));
        var now = model.weekProperty(side).get();
        field.show(now == null ? null : now.sample());
        field.setPrefWidth(Em.of(13));
        return field;
    }

    private Node first(int side) {
        ChoiceField<LocalDate> field = new ChoiceField<>("compare-first-" + side, "First day of the week", model.firstDays(side), DAY::format, day -> {
            var week = model.weekProperty(side).get();
            if (week != null) {
                model.weekProperty(side).set(new CompareViewModel.Week(week.sample(), day));
            }
        });
        model.weekProperty(side).addListener((o, was, is) -> {
            field.offer(model.firstDays(side));
            field.show(is == null ? null : is.first());
        });
        var now = model.weekProperty(side).get();
        field.show(now == null ? null : now.first());
        field.setPrefWidth(Em.of(10.5));
        return field;
    }

    private TableView<CompareViewModel.Row> table() {
        TableView<CompareViewModel.Row> table = new TableView<>(model.rows());
        table.setId("compare-table");
        table.setAccessibleText("Statistics of both weeks");
        table.setFixedCellSize(Em.of(2.1));
        table.setPlaceholder(new EmptyState("mdal-compare_arrows", "Choose two weeks to compare them."));
        List<TableColumn<CompareViewModel.Row, ?>> columns = List.of(
                Columns.text("Quantity", "What is compared", 10.5, r -> r.quantity().words()),
                Columns.text("Unit", "Unit of mean, sd, lowest, highest and spread", 5, r -> r.quantity().unit()),
                Columns.text("Week", "Data and first day", 14.5, CompareViewModel.Row::week),
                Columns.number("Mean", "Arithmetic mean of the hours [unit]", 4.8, "%.2f", r -> r.statistics().mean()),
                Columns.number("Sd", "Standard deviation of the hours [unit]", 4.8, "%.2f", r -> r.statistics().sd()),
                Columns.number("Lowest", "Smallest hour [unit]", 4.8, "%.2f", r -> r.statistics().min()),
                Columns.number("Highest", "Largest hour [unit]", 5.8, "%.2f", r -> r.statistics().max()),
                Columns.number("Negative %", "Share of hours below 0 [%]", 7.8, "%.1f", r -> 100 * r.statistics().negativeShare()),
                Columns.number("Spread", "Mean of 17–21 h less mean of 10–14 h [unit]", 4.8, "%.2f", r -> r.statistics().spread()),
                Columns.number("Hours", "Hours of the week that have a value", 4.4, "%.0f", r -> r.statistics().hours()));
        table.getColumns().setAll(columns);
        return table;
    }

    private void draw() {
        List<WeekComparisonFigure.Week> weeks = model.drawn();
        WeekQuantity q = model.quantityProperty().get();
        chart.show(weeks.isEmpty() ? null : WeekComparisonFigure.of(q.words(), q.unit(), weeks, model.note()).chart());
    }

    private static Label label(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        return label;
    }
}
