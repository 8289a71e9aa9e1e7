package org.vppworkbench.app.ui.describe;

import javafx.geometry.Pos;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.app.ui.control.SeverityIcon;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.negotiation.text.HomeField;

/** A finding in a sentence, beside the icon of its severity; as high as its words need. */
final class FindingCell extends ListCell<Finding> {
    private static final String ABOUT = "description";

    private final StackPane icon = new StackPane();
    private final Text words = new Text();
    private final HBox row = new HBox(icon, words);
    private final Tooltip tooltip = new Tooltip();

    FindingCell(ListView<Finding> list) {
        words.wrappingWidthProperty().bind(list.widthProperty().subtract(Em.of(5.2)));
        words.getStyleClass().add("cell-words");
        row.getStyleClass().add("tight-row");
        row.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable Finding finding, boolean empty) {
        super.updateItem(finding, empty);
        if (empty || finding == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        words.setText(sentence(finding));
        icon.getChildren().setAll(SeverityIcon.of(finding.severity()));
        setGraphic(row);
        setAccessibleText(finding.severity() + " " + words.getText());
        tooltip.setText(finding.sentence());
        setTooltip(tooltip);
    }

    /** The finding with the plain name of its field; that it is about the description goes without saying. */
    static String sentence(Finding finding) {
        String where = finding.where();
        String sentence = finding.sentence().substring(where.length() + 2);
        if (where.equals(ABOUT)) {
            return sentence;
        }
        String key = where.startsWith(ABOUT + ", ") ? where.substring(ABOUT.length() + 2) : where;
        return HomeField.of(key).map(FieldWords::name).orElse(key) + ": " + sentence;
    }
}
