package org.vppworkbench.app.ui.project;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.app.ui.project.Recovery.Offer;

/** Offers what a killed window left unsaved: restore, discard, or decide another time. */
public final class RecoveryDialog {
    private final ProjectDesk desk;
    private final Runnable restored;

    /** @param restored what follows once something is the document again */
    public RecoveryDialog(ProjectDesk desk, Runnable restored) {
        this.desk = desk;
        this.restored = restored;
    }

    /** Shows all offers; nothing where there is none. */
    public void show(Window owner) {
        if (desk.net().offers().isEmpty()) {
            return;
        }
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle("Unsaved work");
        dialog.setHeaderText("A window ended before its work was saved");
        dialog.getDialogPane().setId("recovery-dialog");
        ButtonType later = new ButtonType("Decide later", ButtonData.CANCEL_CLOSE);
        dialog.getDialogPane().getButtonTypes().setAll(later);
        Button laterButton = (Button) dialog.getDialogPane().lookupButton(later);
        laterButton.setId("recovery-later");
        laterButton.setAccessibleText("Decide later");
        laterButton.setTooltip(new Tooltip("Keeps all of it; it is offered again at the next start"));
        VBox rows = new VBox();
        rows.getStyleClass().add("dialog-form");
        List<Offer> offers = List.copyOf(desk.net().offers());
        for (int i = 0; i < offers.size(); i++) {
            rows.getChildren().add(row(i, offers.get(i), dialog, rows));
        }
        dialog.getDialogPane().setContent(rows);
        dialog.getDialogPane().setMinWidth(Em.of(46));
        dialog.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
        dialog.setOnHidden(event -> new ArrayList<>(desk.net().offers()).forEach(Offer::later));
        dialog.show();
    }

    private Node row(int index, Offer offer, Dialog<ButtonType> dialog, VBox rows) {
        Label what = new Label(offer.what());
        what.setId("recovery-what-" + index);
        what.getStyleClass().add("section-title");
        what.setWrapText(true);
        Label when = new Label(offer.when(ZoneId.systemDefault()));
        when.setId("recovery-when-" + index);
        when.getStyleClass().add("muted");
        when.setWrapText(true);
        VBox words = new VBox(what, when);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(words);
        Button restore = button("recovery-restore-" + index, "Restore", "Makes it the document again; it stays unsaved until you save it");
        restore.getStyleClass().add("accent");
        restore.setOnAction(event -> {
            // it is decided about: closing the dialog must not let go of it
            desk.net().offers().remove(offer);
            dialog.close();
            desk.restore(offer, restored);
        });
        Button discard = button("recovery-discard-" + index, "Discard", "Deletes it");
        discard.setOnAction(event -> {
            desk.net().discard(offer);
            rows.getChildren().remove(row);
            if (rows.getChildren().isEmpty()) {
                dialog.close();
            } else {
                dialog.getDialogPane().getScene().getWindow().sizeToScene();
            }
        });
        row.getChildren().addAll(restore, discard);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("legend-row");
        return row;
    }

    private static Button button(String id, String text, String tooltip) {
        Button button = new Button(text);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(tooltip));
        button.setAccessibleText(text);
        return button;
    }
}
