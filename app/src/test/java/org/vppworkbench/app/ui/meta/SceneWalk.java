package org.vppworkbench.app.ui.meta;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeView;

/** Walks everything in a scene, the tabs that are not selected too, but not the inner parts of a control. */
final class SceneWalk {
    /** Parts of the skins of controls; the control speaks for them. */
    private static final List<String> PARTS = List.of(
            "arrow-button", "tab-close-button", "control-buttons-tab", "show-hide-columns-button", "increment-button", "decrement-button",
            "scroll-arrow", "split-pane-divider", "clear-button", "closebutton", "close-button");

    private SceneWalk() {}

    /** Every node below a root, and the root. */
    static List<Node> nodes(Node root) {
        List<Node> all = new ArrayList<>();
        visit(root, all::add);
        return all;
    }

    /** What the user can operate. */
    static List<Node> interactive(Node root) {
        return nodes(root).stream().filter(SceneWalk::isInteractive).toList();
    }

    static List<TableView<?>> tables(Node root) {
        List<TableView<?>> tables = new ArrayList<>();
        for (Node node : nodes(root)) {
            if (node instanceof TableView<?> table) {
                tables.add(table);
            }
        }
        return tables;
    }

    /** The columns that hold values; of a group its members. */
    static Stream<TableColumn<?, ?>> leaves(TableColumn<?, ?> column) {
        return column.getColumns().isEmpty()
                ? Stream.of(column)
                : column.getColumns().stream().flatMap(SceneWalk::leaves);
    }

    /** Where a node is, for a message. */
    static String place(Node node) {
        StringBuilder path = new StringBuilder();
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(node) || at.getId() != null) {
                path.insert(0, " > " + at.getClass().getSimpleName() + (at.getId() == null ? "" : "#" + at.getId()));
            }
        }
        return path.substring(3) + (node.getStyleClass().isEmpty() ? "" : " " + node.getStyleClass());
    }

    private static boolean isInteractive(Node node) {
        if (node instanceof ScrollBar || node.getStyleClass().stream().anyMatch(PARTS::contains)) {
            return false;
        }
        boolean operated = node instanceof ButtonBase || node instanceof TextInputControl || node instanceof ComboBoxBase<?>
                || node instanceof Spinner<?> || node instanceof Slider || node instanceof TableView<?> || node instanceof ListView<?>
                || node instanceof TreeView<?> || node instanceof javafx.scene.control.ChoiceBox<?>;
        return operated || node.getOnMouseClicked() != null || (node.isFocusTraversable() && !(node instanceof Control));
    }

    private static void visit(Node node, Consumer<Node> visitor) {
        visitor.accept(node);
        if (node instanceof ComboBoxBase<?> || node instanceof Spinner<?> || node instanceof TextInputControl
                || node instanceof Slider || node instanceof MenuButton || node instanceof javafx.scene.control.MenuBar) {
            return;
        }
        if (node instanceof TabPane tabs) {
            for (Tab tab : tabs.getTabs()) {
                if (tab.getContent() != null) {
                    visit(tab.getContent(), visitor);
                }
            }
            return;
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> visit(child, visitor));
        }
    }
}
