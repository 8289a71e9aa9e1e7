package org.vppworkbench.app.ui;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
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
        robot.doubleClickOn("#" + field).write(text).type(javafx.scene.input.KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        return this;
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

    boolean shows(String node) {
        return robot.lookup("#" + node).tryQuery().map(Node::isVisible).orElse(false);
    }

    static void waitUntil(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
