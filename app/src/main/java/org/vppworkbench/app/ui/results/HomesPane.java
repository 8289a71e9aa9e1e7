package org.vppworkbench.app.ui.results;

import java.util.function.BiConsumer;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.io.SharesDocument;
import org.vppworkbench.app.ui.control.Columns;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.app.ui.control.EmptyState;

/** Who gets what, and what of the optimum each home contributes. */
final class HomesPane extends BorderPane {
    private final ObservableList<SharesDocument.Share> shares = FXCollections.observableArrayList();
    private final EmptyState none = new EmptyState("mdmz-pie_chart",
            "Not worked out: an optimum for every group of homes tried, seconds for few homes, minutes for twenty.");

    HomesPane(ResultsViewModel model, FiguresViewModel figures, BiConsumer<String, TableView<?>> onCsv) {
        setId("homes-pane");
        Button work = new Button("Work out shares");
        work.setId("work-out-shares");
        work.setTooltip(new Tooltip("Solves the optimum of groups of homes in the background; can be cancelled here or in the status line"));
        work.setAccessibleText("Work out what every home contributes to the optimum");
        work.setMinWidth(USE_PREF_SIZE);
        work.setOnAction(event -> {
            if (figures.sharingProperty().get()) {
                figures.cancelShares();
            } else {
                figures.workOutShares();
            }
        });
        work.textProperty().bind(Bindings.when(figures.sharingProperty()).then("Cancel shares").otherwise("Work out shares"));
        work.disableProperty().bind(model.resultProperty().isNull());
        TableView<SharesDocument.Share> table = new TableView<>(shares);
        table.setId("shares-table");
        table.setAccessibleText("Surplus of every home and its share of the optimum");
        table.setFixedCellSize(Em.of(2.1));
        table.getColumns().add(Columns.text("Home", "Id", 8, SharesDocument.Share::prosumer));
        table.getColumns().add(Columns.number("Surplus\n$", "S of the run [$]", 7, "%.4f", SharesDocument.Share::surplusUsd));
        table.getColumns().add(Columns.number("Share\n$", "Shapley value of the game v(S) = W*(S) \u2212 W_home(S) [$]", 7, "%.4f", SharesDocument.Share::shapleyUsd));
        table.getColumns().add(Columns.number("Std. error\n$", "Of the share where groups were drawn; 0 where all were valued [$]", 7, "%.4f", HomesPane::error));
        table.getColumns().add(Columns.number("S \u2212 share\n$", "What the home got beyond its contribution [$]", 7, "%.4f", SharesDocument.Share::differenceUsd));
        Columns.fill(table);
        table.setPlaceholder(none);
        figures.sharesProperty().addListener((o, was, is) -> show(is));
        show(figures.sharesProperty().get());
        SplitPane all = new SplitPane(
                new TablePane("Who gets what", "homes", new HomesTable(model), onCsv),
                new TablePane("Share of the optimum", "shares", () -> "shares", table, onCsv, work));
        all.setOrientation(Orientation.VERTICAL);
        all.setDividerPositions(0.54);
        setCenter(all);
    }

    private void show(@Nullable SharesDocument document) {
        shares.setAll(document == null ? java.util.List.of() : document.homes());
    }

    private static double error(SharesDocument.Share share) {
        Double error = share.standardErrorUsd();
        return error == null ? Double.NaN : error;
    }
}
