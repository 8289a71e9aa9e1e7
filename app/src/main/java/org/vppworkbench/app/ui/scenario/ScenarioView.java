package org.vppworkbench.app.ui.scenario;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.app.ui.control.FindingsTable;
import org.vppworkbench.app.ui.control.PaneHeader;

/** The scenario pane. */
public final class ScenarioView extends BorderPane {
    public ScenarioView(ScenarioViewModel model, Node... controls) {
        setId("pane-scenario");
        getStyleClass().add("pane");
        PaneHeader header = new PaneHeader("Scenario", "", controls);
        header.subtitleProperty().bind(model.verdictProperty());
        setTop(header);
        ScenarioForm form = new ScenarioForm(model);
        form.setMinWidth(Em.of(24));
        SplitPane right = new SplitPane(
                titled("Findings", new FindingsTable(model.findings())),
                titled("Data provenance: label, source, licence, SHA-256", new ProvenanceTable(model.provenance())));
        right.setOrientation(javafx.geometry.Orientation.VERTICAL);
        right.setDividerPositions(0.38);
        SplitPane split = new SplitPane(form, right);
        split.setDividerPositions(0.42);
        split.getStyleClass().add("main-split");
        setCenter(split);
    }

    private static Node titled(String title, Node content) {
        Label label = new Label(title);
        label.getStyleClass().add("section-title");
        VBox box = new VBox(label, content);
        VBox.setVgrow(content, Priority.ALWAYS);
        box.getStyleClass().add("column");
        return box;
    }
}
