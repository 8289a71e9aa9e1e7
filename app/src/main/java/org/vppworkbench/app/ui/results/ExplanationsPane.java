package org.vppworkbench.app.ui.results;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.ui.control.ChoiceField;
import org.vppworkbench.app.ui.control.Columns;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.app.ui.control.EmptyState;
import org.vppworkbench.app.ui.negotiation.Words;
import org.vppworkbench.app.ui.results.ExplanationRow.Kind;
import org.vppworkbench.model.market.Product;

/** What binds in the optimum, and what it is worth. */
final class ExplanationsPane extends BorderPane {
    private static final String ALL = "all";

    private final ExplanationsViewModel model;
    private final TableView<ExplanationRow> table = new TableView<>();
    private final ChoiceField<Object> home;
    private final ChoiceField<Object> hour;
    private final ChoiceField<Object> product;
    private final ChoiceField<Object> what;
    private final Label detail = new Label();
    private final CertificateBadge badge = new CertificateBadge("explained-certificate");
    private final Button action = new Button();
    private final TablePane pane;

    ExplanationsPane(ExplanationsViewModel model, BiConsumer<String, TableView<?>> onCsv) {
        this.model = model;
        setId("explanations");
        home = choice("explain-home", "Shows one home only", value -> ALL.equals(value) ? "all homes" : value.toString());
        hour = choice("explain-hour", "Shows one hour only (local time)",
                value -> ALL.equals(value) ? "all hours" : ExplanationRow.text((LocalDateTime) value));
        product = choice("explain-product", "Shows one product only",
                value -> ALL.equals(value) ? "all products" : Words.product((Product) value));
        what = choice("explain-what", "Shows one constraint only", value -> ALL.equals(value) ? "all constraints" : value.toString());
        makeTable();
        setTop(new VBox(kinds(), filters()));
        pane = new TablePane("", "explanations", () -> "explanations-" + model.kindProperty().get().name().toLowerCase(Locale.ROOT),
                table, onCsv, badge, action);
        setCenter(pane);
        detail.setId("explanation-detail");
        detail.setWrapText(true);
        detail.setMinHeight(Em.of(3.6));
        detail.setPrefHeight(Em.of(3.6));
        detail.setAlignment(Pos.TOP_LEFT);
        detail.setMaxWidth(Double.MAX_VALUE);
        detail.getStyleClass().add("explanation-detail");
        setBottom(detail);
        model.kindProperty().addListener((o, was, is) -> refresh());
        model.rows().addListener((ListChangeListener<ExplanationRow>) change -> {
            offer();
            showAction();
        });
        ChangeListener<Object> working = (o, was, is) -> showAction();
        model.workingProperty().addListener(working);
        model.certificateProperty().addListener((o, was, is) -> showCertificate());
        showCertificate();
        showAction();
        refresh();
    }

    private Node kinds() {
        ToggleGroup group = new ToggleGroup();
        List<ToggleButton> buttons = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            ToggleButton button = new ToggleButton(kind.text());
            button.setId("explain-" + kind.name().toLowerCase(Locale.ROOT));
            button.setTooltip(new Tooltip(kind.tooltip()));
            button.setAccessibleText(kind.text() + ": " + kind.tooltip());
            button.setToggleGroup(group);
            button.setSelected(kind == model.kindProperty().get());
            button.setOnAction(event -> {
                button.setSelected(true);
                model.filterProperty().set(ExplanationFilter.ALL);
                model.kindProperty().set(kind);
            });
            buttons.add(button);
        }
        SegmentedButton segmented = new SegmentedButton(buttons.toArray(ToggleButton[]::new));
        segmented.setToggleGroup(null);
        HBox row = new HBox(segmented);
        row.getStyleClass().add("column");
        return row;
    }

    private Node filters() {
        HBox row = new HBox(home, hour, product, what);
        row.getStyleClass().addAll("tight-row", "column");
        for (ChoiceField<Object> field : List.of(home, hour, product, what)) {
            HBox.setHgrow(field, Priority.ALWAYS);
            field.setPrefWidth(Em.of(10));
            field.setMinWidth(Em.of(7));
        }
        return row;
    }

    private ChoiceField<Object> choice(String id, String tooltip, Function<Object, String> words) {
        return new ChoiceField<>(id, tooltip, List.of(ALL), words, value -> apply());
    }

    private void apply() {
        model.filterProperty().set(new ExplanationFilter(
                (String) chosen(home), (LocalDateTime) chosen(hour), (Product) chosen(product), (String) chosen(what)));
    }

    private static @Nullable Object chosen(ChoiceField<Object> field) {
        Object value = field.getValue();
        return ALL.equals(value) ? null : value;
    }

    private void makeTable() {
        SortedList<ExplanationRow> sorted = new SortedList<>(model.rows());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.setId("explanations-table");
        table.setAccessibleText("What binds in the optimum and what it is worth");
        table.setFixedCellSize(Em.of(2.1));
        EmptyState empty = new EmptyState("mdal-help_outline", "");
        empty.setText(model.emptyTextProperty().get());
        model.emptyTextProperty().addListener((o, was, is) -> empty.setText(is));
        table.setPlaceholder(empty);
        Columns.fill(table);
        table.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> showDetail(is));
        showDetail(null);
    }

    private void refresh() {
        Kind kind = model.kindProperty().get();
        List<TableColumn<ExplanationRow, ?>> columns = new ArrayList<>();
        if (kind != Kind.REQUIRED) {
            columns.add(Columns.text("Home", "Id", 6.1, ExplanationRow::home));
        }
        columns.add(hours());
        if (kind != Kind.LIMITS) {
            columns.add(Columns.text("Product", "What is sold: energy, spinning or non-spinning reserve", 5.7,
                    row -> row.product() == null ? "" : Words.brief(row.product())));
        }
        switch (kind) {
            case REQUIRED -> {
                columns.add(number("Bought\nkW", "D, the most that is bought in this hour [kW]", 6, "%.2f", ExplanationRow::limit));
                columns.add(number("Sold\nkW", "What the optimum sells, mean over the hour [kW]", 6, "%.2f", ExplanationRow::used));
                columns.add(number("1 kW more is worth\n$ per kW, the hour", "What one more kW bought throughout the hour would earn, at most [$ per kW]", 12, "%.4f", ExplanationRow::usd));
            }
            case LIMITS -> {
                columns.add(Columns.filling(Columns.text("Limit", "Of battery, car, owner or meter", 15, ExplanationRow::what)));
                columns.add(number("As it is\n(unit)", "In the unit beside it", 5.6, "%.2f", ExplanationRow::limit));
                columns.add(Columns.text("Unit", "Of the limit", 7, ExplanationRow::unit));
                columns.add(number("One more is worth\n$ per unit", "What one unit of relief in the hour, on the day or over the whole run is worth, at most; of a floor or a need, one unit less [$ per unit]", 13, "%.4f", ExplanationRow::usd));
            }
            case REASONS -> {
                columns.add(number("Sold\nkW", "What the optimum sells, mean over the hour [kW]", 4, "%.2f", ExplanationRow::soldKw));
                columns.add(Columns.filling(Columns.text("What keeps it\nfrom selling more", "What binds with the highest price; where nothing binds, the energy is worth more elsewhere", 11.2, ExplanationRow::what)));
                columns.add(number("Limit\n(unit)", "The limit that binds, in the unit beside it", 4.6, "%.2f", ExplanationRow::limit));
                columns.add(number("Used\n(unit)", "How much of it is used, in the unit beside it", 4.6, "%.2f", ExplanationRow::used));
                columns.add(Columns.text("Unit", "Of limit and use", 4.5, ExplanationRow::unit));
                columns.add(number("Worth\n$ per kW", "What one more kW of relief throughout the hour would be worth, at most [$ per kW]", 6.1, "%.4f", ExplanationRow::usd));
            }
        }
        table.getSortOrder().clear();
        table.getColumns().setAll(columns);
        offer();
    }

    private static TableColumn<ExplanationRow, Double> number(
            String title, String tooltip, double widthEm, String format, java.util.function.ToDoubleFunction<ExplanationRow> value) {
        return Columns.number(title, tooltip, widthEm, format, value);
    }

    private static TableColumn<ExplanationRow, LocalDateTime> hours() {
        TableColumn<ExplanationRow, LocalDateTime> column = Columns.column("Hour", "Local beginning of the hour; of a cap that of the day", 9.7);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().hour()));
        column.setCellFactory(c -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable LocalDateTime item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty ? null : item == null ? "whole run" : ExplanationRow.text(item));
            }
        });
        return column;
    }

    private void offer() {
        boolean fleet = model.kindProperty().get() == Kind.REQUIRED;
        boolean wholeRun = model.kindProperty().get() == Kind.LIMITS;
        ExplanationFilter filter = model.filterProperty().get();
        offer(home, model.homes(), filter.home(), !fleet);
        offer(hour, model.hours(), filter.hour(), true);
        offer(product, model.products(), filter.product(), !wholeRun);
        offer(what, model.whats(), filter.what(), !fleet);
    }

    private static void offer(ChoiceField<Object> field, List<?> values, @Nullable Object chosen, boolean of) {
        List<Object> all = new ArrayList<>(values);
        all.addFirst(ALL);
        field.offer(all);
        field.show(chosen == null ? ALL : chosen);
        field.setVisible(of);
        field.setManaged(of);
        field.setDisable(values.isEmpty());
    }

    private void showDetail(@Nullable ExplanationRow row) {
        detail.setText(row == null ? "Select a row to read it in words." : row.detail());
    }

    private void showCertificate() {
        CertificateWords certificate = model.certificateProperty().get();
        badge.show(certificate);
        pane.setTitle(certificate == null ? "" : "What binds in " + certificate.title());
        showAction();
    }

    private void showAction() {
        boolean working = model.workingProperty().get();
        action.setId("explain-action");
        action.setText(working ? "Cancel" : "Explain");
        action.setTooltip(new Tooltip(working
                ? "Stops working out what binds"
                : "Works out what binds in the optimum AWARE, in the background"));
        action.setAccessibleText(working ? "Cancel the explanation" : "Explain the optimum");
        action.setMinWidth(USE_PREF_SIZE);
        action.setOnAction(event -> {
            if (model.workingProperty().get()) {
                model.stop();
            } else {
                model.explain();
            }
        });
        boolean useful = working || (model.certificateProperty().get() != null && model.isEmpty());
        action.setVisible(useful);
        action.setManaged(useful);
    }
}
