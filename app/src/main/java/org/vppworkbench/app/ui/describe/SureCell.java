package org.vppworkbench.app.ui.describe;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.ui.control.Badge;
import org.vppworkbench.app.ui.control.ShareBar;
import org.vppworkbench.app.ui.describe.FieldRow.Origin;

/** How far a value can be trusted: a bar, the probability and a word; or a label for what nobody read. */
final class SureCell extends TableCell<FieldRow, FieldRow> {
    private final ShareBar bar = new ShareBar(2.4);
    private final Label number = new Label();
    private final HBox reading = new HBox(bar, number);
    private final Badge badge = new Badge("", "neutral", "");
    private final Tooltip tooltip = new Tooltip();

    SureCell() {
        reading.getStyleClass().add("tight-row");
        reading.setAlignment(Pos.CENTER_LEFT);
        setTooltip(tooltip);
    }

    @Override
    protected void updateItem(@Nullable FieldRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            return;
        }
        String why = explanation(row);
        tooltip.setText(why);
        setAccessibleText(row.spoken());
        if (row.origin() == Origin.READ) {
            bar.show(row.confidence());
            number.setText(String.format(Locale.ROOT, "%.2f %s", row.confidence(), row.trust()));
            setGraphic(reading);
        } else {
            badge.show(row.trust(), row.origin() == Origin.CORRECTED ? "info" : row.origin() == Origin.UNUSED ? "derived" : "neutral", why);
            setGraphic(badge);
        }
    }

    private static String explanation(FieldRow row) {
        return switch (row.origin()) {
            case READ -> String.format(Locale.ROOT,
                    "Read from the words, right with a probability of about %.0f %%", 100 * row.confidence());
            case CORRECTED -> "Corrected by hand; it stays until the text says something else about it";
            case DEFAULT -> "Nobody said it: " + (row.note().isEmpty() ? "a default" : row.note());
            case UNUSED -> "The text says it, but the home has no place for it";
        };
    }
}
