package org.vppworkbench.app.ui;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The window in the user's words; node ids live here only. */
final class WorkbenchPage {
    private final FxRobot robot;

    WorkbenchPage(FxRobot robot) {
        this.robot = robot;
    }

    WorkbenchPage open(String pane) {
        robot.clickOn("#nav-" + pane);
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    WorkbenchPage click(String action) {
        robot.clickOn("#" + action);
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    WorkbenchPage openTab(String tab) {
        Node header = robot.lookup("#" + tab).query();
        robot.clickOn(header);
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    /** Replaces the content of a field and presses Enter. */
    WorkbenchPage enter(String field, String text) {
        reveal(robot.lookup("#" + field).query());
        robot.doubleClickOn("#" + field).write(text).type(javafx.scene.input.KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    /** Opens a choice and takes the value that begins with some words. */
    WorkbenchPage choose(String choice, String words) {
        ComboBox<?> box = robot.lookup("#" + choice).queryAs(ComboBox.class);
        reveal(box);
        robot.clickOn(box);
        WaitForAsyncUtils.waitForFxEvents();
        Node cell = robot.lookup(".list-cell")
                .match(node -> node instanceof ListCell<?> c && c.getText() != null && c.getText().startsWith(words)
                        && c.getListView() != null && c.isVisible())
                .query();
        robot.clickOn(cell);
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    /** Scrolls the form around a node until the node is seen. */
    private void reveal(Node node) {
        robot.interact(() -> {
            Node around = node;
            while (around != null && !(around instanceof ScrollPane)) {
                around = around.getParent();
            }
            if (around instanceof ScrollPane scroll) {
                Node content = scroll.getContent();
                double y = content.sceneToLocal(node.localToScene(0, 0)).getY();
                double hidden = content.getLayoutBounds().getHeight() - scroll.getViewportBounds().getHeight();
                scroll.setVvalue(hidden <= 0 ? 0 : Math.clamp((y - 100) / hidden, 0, 1));
                scroll.layout();
            }
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    WorkbenchPage press(javafx.scene.input.KeyCode key) {
        robot.type(key);
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    WorkbenchPage selectRow(String table, int row) {
        robot.interact(() -> robot.lookup("#" + table).queryAs(TableView.class).getSelectionModel().select(row));
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    /** Closes the window a node is in. */
    WorkbenchPage closeWindowOf(String node) {
        robot.interact(() -> robot.lookup("#" + node).query().getScene().getWindow().hide());
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    String text(String label) {
        return robot.lookup("#" + label).queryAs(Labeled.class).getText();
    }

    boolean enabled(String node) {
        return !robot.lookup("#" + node).query().isDisabled();
    }

    String whyTitle() {
        return robot.lookup("#why-title").queryAs(Label.class).getText();
    }

    int turns() {
        return robot.lookup("#dialogue").queryAs(ListView.class).getItems().size();
    }

    int rows(String table) {
        return robot.lookup("#" + table).queryAs(TableView.class).getItems().size();
    }

    /** Whether a table has columns that one must scroll to. */
    boolean scrollsSideways(String table) {
        return robot.lookup("#" + table).query().lookupAll(".scroll-bar").stream()
                .filter(ScrollBar.class::isInstance)
                .map(ScrollBar.class::cast)
                .anyMatch(bar -> bar.getOrientation() == Orientation.HORIZONTAL && bar.isVisible());
    }

    boolean shows(String node) {
        return robot.lookup("#" + node).tryQuery().map(Node::isVisible).orElse(false);
    }

    static void waitUntil(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
