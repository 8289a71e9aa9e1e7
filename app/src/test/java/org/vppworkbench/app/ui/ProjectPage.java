package org.vppworkbench.app.ui;

import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import org.vppworkbench.app.ui.shell.WorkbenchWindow;

/** Projects, the welcome page and their dialogs in the user's words; node ids live here only. */
final class ProjectPage {
    private final FxRobot robot;
    private final WorkbenchWindow window;

    ProjectPage(FxRobot robot, WorkbenchWindow window) {
        this.robot = robot;
        this.window = window;
    }

    /** Chooses from the menu, by the id of the action; it may end in a dialog that waits for its answer. */
    ProjectPage choose(String action) {
        Platform.runLater(() -> window.actions().byId(action).perform());
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    /** Drops something on the window. */
    ProjectPage drop(Path path) {
        Platform.runLater(() -> window.dropped().open(List.of(path)));
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    /** Asks the system to close the window, as the cross in its corner does. */
    ProjectPage closeWindow(Stage stage) {
        Platform.runLater(() -> stage.fireEvent(
                new javafx.stage.WindowEvent(stage, javafx.stage.WindowEvent.WINDOW_CLOSE_REQUEST)));
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    ProjectPage answer(String button) throws Exception {
        WorkbenchPage.waitUntil(() -> asks(button));
        robot.clickOn("#" + button);
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    boolean asks(String button) {
        return robot.lookup("#" + button).tryQuery().isPresent();
    }

    /** All words of the dialog that has a button. */
    String question(String button) {
        StringBuilder words = new StringBuilder();
        robot.lookup("#" + button).query().getScene().getRoot().lookupAll(".label").forEach(node -> {
            if (node instanceof Labeled label && label.getText() != null) {
                words.append(label.getText()).append('\n');
            }
        });
        return words.toString();
    }

    ProjectPage openSample(String id) {
        robot.clickOn("#sample-" + id);
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    ProjectPage openRecent(int index) {
        robot.clickOn("#recent-" + index);
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }
}
