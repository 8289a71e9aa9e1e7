package org.vppworkbench.app.ui.help;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;

/** Right-click on a heading or a label that uses a term of the field: what does it mean? */
public final class GlossaryMenu {
    private static final int PARENTS = 3;

    private GlossaryMenu() {}

    /** @param show takes a term */
    public static void install(Scene scene, Glossary glossary, Consumer<String> show) {
        // the last to be asked: where a control has a menu of its own, that is shown
        scene.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            if (event.getPickResult().getIntersectedNode() == null) {
                return;
            }
            List<String> terms = glossary.in(text(event.getPickResult().getIntersectedNode()));
            if (!terms.isEmpty()) {
                menu(terms, show).show(scene.getWindow(), event.getScreenX(), event.getScreenY());
                event.consume();
            }
        });
    }

    private static ContextMenu menu(List<String> terms, Consumer<String> show) {
        ContextMenu menu = new ContextMenu();
        for (String term : terms) {
            MenuItem item = new MenuItem("What is " + term + "?");
            item.setId("glossary-" + terms.indexOf(term));
            item.setOnAction(event -> show.accept(term));
            menu.getItems().add(item);
        }
        return menu;
    }

    /** What is written at a place, with the explanation in its tooltip. */
    private static String text(Node picked) {
        Node at = picked;
        for (int i = 0; i < PARENTS && at != null; i++) {
            if (at instanceof Label label) {
                String tooltip = label.getTooltip() == null ? "" : label.getTooltip().getText();
                return label.getText() + " " + tooltip;
            }
            at = at.getParent();
        }
        return "";
    }
}
