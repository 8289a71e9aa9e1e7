package org.vppworkbench.app.ui.results;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** A sentence with the certificate it rests on; without a sentence it is not there. */
final class StoryLine extends HBox {
    private final Label text = new Label();
    private final CertificateBadge proof;

    /**
     * @param id node id of the sentence; that of the certificate is {@code id-certificate}
     */
    StoryLine(String id) {
        proof = new CertificateBadge(id + "-certificate");
        text.setId(id);
        text.setWrapText(true);
        text.setMinWidth(0);
        text.setMinHeight(USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        text.setTooltip(new Tooltip());
        HBox.setHgrow(text, Priority.ALWAYS);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("story-line");
        getChildren().setAll(text, proof);
        show("", "", null);
    }

    /**
     * Shows a sentence.
     *
     * @param meaning more about it, for the tooltip
     */
    void show(String sentence, String meaning, @Nullable CertificateWords certificate) {
        text.setText(sentence);
        text.getTooltip().setText(meaning.isEmpty() ? sentence : sentence + "\n\n" + meaning);
        proof.show(certificate);
        setVisible(!sentence.isEmpty());
        setManaged(!sentence.isEmpty());
    }
}
