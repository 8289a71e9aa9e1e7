package org.vppworkbench.app.ui.results;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.ui.control.Badge;
import org.vppworkbench.app.ui.control.Em;

/** What is proved about an optimum, beside every claim of optimality; a click, Enter or Space shows all of it. */
public final class CertificateBadge extends StackPane {
    private final Badge badge = new Badge("", "good", "");
    private @Nullable CertificateWords words;

    /** Without a certificate it is not there. */
    public CertificateBadge(String id) {
        setId(id);
        badge.setId(id + "-text");
        getChildren().setAll(badge);
        setMinWidth(USE_PREF_SIZE);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        getStyleClass().add("clickable");
        setOnMouseClicked(event -> explain());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                explain();
            }
        });
        show(null);
    }

    /** Shows status and gap. */
    public void show(@Nullable CertificateWords certificate) {
        show(certificate, certificate == null ? "" : certificate.badge());
    }

    /** Shows the bound, after a few words, where there is little room. */
    public void showBound(@Nullable CertificateWords certificate, String before) {
        show(certificate, certificate == null ? "" : before + certificate.brief());
    }

    private void show(@Nullable CertificateWords certificate, String text) {
        words = certificate;
        setVisible(certificate != null);
        setManaged(certificate != null);
        if (certificate != null) {
            badge.show(text, certificate.kind(), certificate.lines() + "\nClick for what each of them means.");
            setAccessibleText(badge.getAccessibleText());
        }
    }

    /** Shows every number of the certificate with its definition. */
    public void explain() {
        CertificateWords certificate = words;
        if (certificate == null || getScene() == null) {
            return;
        }
        GridPane grid = new GridPane();
        grid.setId("certificate");
        grid.getStyleClass().add("certificate");
        for (int row = 0; row < certificate.rows().size(); row++) {
            CertificateWords.Row line = certificate.rows().get(row);
            Label name = new Label(line.name());
            name.getStyleClass().add("why-name");
            name.setMinWidth(USE_PREF_SIZE);
            grid.add(name, 0, 2 * row);
            Label value = new Label(line.value());
            value.setWrapText(true);
            value.setMaxWidth(Em.of(26));
            value.getStyleClass().add("section-title");
            grid.add(value, 1, 2 * row);
            Label definition = new Label(line.definition());
            definition.setWrapText(true);
            definition.setMaxWidth(Em.of(26));
            definition.setMinHeight(USE_PREF_SIZE);
            definition.getStyleClass().add("muted");
            grid.add(definition, 1, 2 * row + 1);
        }
        grid.setAccessibleText("Certificate. " + certificate.lines());
        PopOver popOver = new PopOver(grid);
        popOver.setTitle("Certificate");
        popOver.setHeaderAlwaysVisible(true);
        // a window of its own: without them it stays light in the dark theme
        popOver.getRoot().getStylesheets().addAll(getScene().getStylesheets());
        popOver.setArrowLocation(PopOver.ArrowLocation.TOP_RIGHT);
        popOver.show(this);
    }
}
