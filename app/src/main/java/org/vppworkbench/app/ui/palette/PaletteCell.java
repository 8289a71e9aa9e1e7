package org.vppworkbench.app.ui.palette;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One answer: what it is, its shortcut, and why it cannot be done now. */
final class PaletteCell extends ListCell<PaletteEntry> {
    private final Label title = new Label();
    private final Label detail = new Label();
    private final Label kind = new Label();
    private final Label keys = new Label();
    private final HBox row;

    PaletteCell() {
        title.getStyleClass().add("palette-title");
        detail.getStyleClass().add("muted");
        detail.setMinWidth(0);
        kind.getStyleClass().addAll("badge", "badge-neutral");
        kind.setMinWidth(USE_PREF_SIZE);
        keys.getStyleClass().add("palette-keys");
        keys.setMinWidth(USE_PREF_SIZE);
        VBox words = new VBox(title, detail);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        row = new HBox(words, keys, kind);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("tight-row");
        // no wider than the list: the detail is cut short
        setPrefWidth(0);
        setMinWidth(Region.USE_PREF_SIZE);
    }

    @Override
    protected void updateItem(@Nullable PaletteEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (empty || entry == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        String obstacle = entry.obstacle().get();
        title.setText(entry.title());
        title.getStyleClass().remove("muted");
        if (!obstacle.isEmpty()) {
            title.getStyleClass().add("muted");
        }
        detail.setText(obstacle.isEmpty() ? entry.detail() : "Not now: " + obstacle);
        kind.setText(entry.kind().words());
        keys.setText(entry.shortcut());
        setAccessibleText(entry.kind().words() + " " + entry.title() + ", " + detail.getText()
                + (entry.shortcut().isEmpty() ? "" : ", " + entry.shortcut()));
        setGraphic(row);
    }
}
