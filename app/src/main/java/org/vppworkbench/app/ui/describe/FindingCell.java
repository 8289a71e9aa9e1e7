package org.vppworkbench.app.ui.describe;

import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.app.ui.control.SeverityIcon;
import org.vppworkbench.model.scenario.Finding;

/** A finding in a sentence, beside the icon of its severity. */
final class FindingCell extends ListCell<Finding> {
    private static final String ABOUT = "description: ";

    private final Tooltip tooltip = new Tooltip();

    FindingCell() {
        setWrapText(true);
        // as wide as the list, so that the sentence is wrapped
        setPrefWidth(Em.of(1));
    }

    @Override
    protected void updateItem(@Nullable Finding finding, boolean empty) {
        super.updateItem(finding, empty);
        if (empty || finding == null) {
            setText(null);
            setGraphic(null);
            setTooltip(null);
            return;
        }
        String sentence = finding.sentence();
        // that it is about the description goes without saying here
        setText(sentence.startsWith(ABOUT) ? sentence.substring(ABOUT.length()) : sentence);
        setGraphic(SeverityIcon.of(finding.severity()));
        setAccessibleText(finding.oneLine());
        tooltip.setText(sentence);
        setTooltip(tooltip);
    }
}
