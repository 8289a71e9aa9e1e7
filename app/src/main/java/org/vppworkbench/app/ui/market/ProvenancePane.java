package org.vppworkbench.app.ui.market;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Where every series came from, in words that can be copied into a paper. */
final class ProvenancePane extends BorderPane {
    ProvenancePane(MarketViewModel model) {
        Label title = new Label("Source, licence, file and SHA-256, and what was done, of every series");
        title.getStyleClass().add("section-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button copy = new Button("Copy");
        copy.setId("provenance-copy");
        copy.setTooltip(new Tooltip("Copies the whole text"));
        copy.setAccessibleText("Copy the provenance");
        TextArea text = new TextArea();
        text.setId("provenance-text");
        text.setTooltip(new Tooltip("Source, licence and hash of the data; to be copied"));
        text.setEditable(false);
        text.setWrapText(true);
        text.setAccessibleText("Provenance of the data");
        text.setTooltip(new Tooltip("Source, licence, file, SHA-256 and what was done, of every series; to be copied"));
        text.textProperty().bind(model.provenanceProperty());
        copy.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text.getText());
            Clipboard.getSystemClipboard().setContent(content);
        });
        HBox head = new HBox(title, gap, copy);
        head.setAlignment(Pos.CENTER_LEFT);
        setTop(head);
        setCenter(text);
        getStyleClass().add("column");
    }
}
