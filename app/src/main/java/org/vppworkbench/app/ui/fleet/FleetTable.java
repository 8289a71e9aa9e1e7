package org.vppworkbench.app.ui.fleet;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.app.ui.control.EmptyState;
import org.vppworkbench.model.fleet.Home;

/** The homes. Sorting, columns and marks are those of the model. */
final class FleetTable extends TableView<Home> {
    private final FleetViewModel model;

    /** True while the marks of the model are put into the table, which tells them back. */
    private boolean marking;

    FleetTable(FleetViewModel model) {
        super(model.homes());
        this.model = model;
        setId("fleet-table");
        setEditable(true);
        setFixedCellSize(Em.of(2.3));
        setAccessibleText("Homes of the fleet");
        setPlaceholder(new EmptyState("mdal-home", "No home passes the filter, or the fleet is empty. Open a fleet file, or clear the filter."));
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setSortPolicy(table -> {
            model.sort(order());
            return true;
        });
        EditCells cells = new EditCells(model, this::refresh);
        List<TableColumn<Home, ?>> all = FleetColumns.ALL.stream().<TableColumn<Home, ?>>map(cells::of).toList();
        getColumns().setAll(all);
        model.columns().addListener((ListChangeListener<FleetColumn>) change -> showColumns());
        showColumns();
        getSelectionModel().getSelectedItems().addListener((ListChangeListener<Home>) change -> tell());
        model.revisionProperty().addListener((o, was, is) -> mark());
        addEventHandler(KeyEvent.KEY_PRESSED, this::keys);
        mark();
    }

    private void keys(KeyEvent event) {
        if (getEditingCell() != null) {
            return;
        }
        if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
            copy(model);
            event.consume();
        } else if (event.getCode() == KeyCode.DELETE) {
            model.delete();
            event.consume();
        }
    }

    /** Puts the marked homes on the clipboard. */
    static void copy(FleetViewModel model) {
        ClipboardContent content = new ClipboardContent();
        content.putString(model.tabbed());
        Clipboard.getSystemClipboard().setContent(content);
    }

    private List<FleetOrder.By> order() {
        List<FleetOrder.By> order = new ArrayList<>();
        for (TableColumn<Home, ?> column : getSortOrder()) {
            FleetColumn by = FleetColumns.byId(column.getId().replaceFirst("column-", ""));
            order.add(new FleetOrder.By(by, column.getSortType() == TableColumn.SortType.DESCENDING));
        }
        return order;
    }

    private void showColumns() {
        for (TableColumn<Home, ?> column : getColumns()) {
            column.setVisible(model.columns().contains(FleetColumns.byId(column.getId().replaceFirst("column-", ""))));
        }
    }

    private void tell() {
        if (marking) {
            return;
        }
        // a selection in the middle of a change of rows may hold none
        List<Home> marked = getSelectionModel().getSelectedItems().stream().filter(java.util.Objects::nonNull).toList();
        model.marked(marked, getSelectionModel().getSelectedItem());
    }

    private void mark() {
        List<Integer> places = model.chosenPlaces();
        if (getSelectionModel().getSelectedIndices().equals(places)) {
            return;
        }
        marking = true;
        getSelectionModel().clearSelection();
        if (!places.isEmpty()) {
            int[] rest = places.stream().skip(1).mapToInt(Integer::intValue).toArray();
            getSelectionModel().selectIndices(places.getFirst(), rest);
            if (places.size() == 1) {
                scrollTo(Math.max(0, places.getFirst() - 3));
            }
        }
        marking = false;
    }
}
