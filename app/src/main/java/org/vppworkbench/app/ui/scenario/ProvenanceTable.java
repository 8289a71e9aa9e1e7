package org.vppworkbench.app.ui.scenario;

import javafx.collections.ObservableList;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.ui.control.Badge;
import org.vppworkbench.app.ui.control.Columns;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.model.time.Provenance;
import org.vppworkbench.model.time.SeriesKind;

/** Where every series came from. */
final class ProvenanceTable extends TableView<Provenance> {
    ProvenanceTable(ObservableList<Provenance> provenance) {
        super(provenance);
        setId("provenance");
        setAccessibleText("Where the data came from");
        TableColumn<Provenance, SeriesKind> kind = Columns.column("Kind", "REAL as published, DERIVED computed from published data, SYNTHETIC invented", 7);
        kind.setCellValueFactory(row -> new javafx.beans.property.ReadOnlyObjectWrapper<>(row.getValue().kind()));
        kind.setCellFactory(c -> new KindCell());
        getColumns().add(kind);
        getColumns().add(Columns.text("Series", "What it is, with its unit", 18, Provenance::series));
        getColumns().add(Columns.text("Source", "Publisher and report", 22, Provenance::source));
        getColumns().add(Columns.text("What was done", "Stepping, alignment, scaling", 22, Provenance::note));
        getColumns().add(Columns.text("Licence", "Licence or terms, as far as known", 14, Provenance::licence));
        getColumns().add(Columns.text("SHA-256", "Hash of the file the numbers were read from; every load checks it", 12, Provenance::sha256));
        setFixedCellSize(Em.of(2.2));
    }

    private static final class KindCell extends TableCell<Provenance, SeriesKind> {
        @Override
        protected void updateItem(@Nullable SeriesKind kind, boolean empty) {
            super.updateItem(kind, empty);
            setGraphic(empty || kind == null ? null : badge(kind));
        }
    }

    private static Badge badge(SeriesKind kind) {
        return switch (kind) {
            case REAL -> new Badge("REAL", "good", "Read as published");
            case DERIVED -> new Badge("DERIVED", "derived", "Computed from published data");
            case SYNTHETIC -> new Badge("SYNTHETIC", "neutral", "Invented");
        };
    }
}
