package org.vppworkbench.app.ui;

import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The dialog that says who decides, in the user's words; node ids live here only. */
final class AgentsPage {
    private final FxRobot robot;

    /** Opens the dialog from the scenario pane. */
    AgentsPage(FxRobot robot) throws TimeoutException {
        this.robot = robot;
        robot.clickOn("#agents");
        WorkbenchPage.waitUntil(() -> robot.lookup("#agents-take").tryQuery().isPresent());
    }

    Node root() {
        return Window.getWindows().getLast().getScene().getRoot();
    }

    @SuppressWarnings("unchecked") // the choices taken here are made of texts
    AgentsPage choose(String choice, String value) {
        robot.interact(() -> robot.lookup("#" + choice).queryAs(ComboBox.class).setValue(value));
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    AgentsPage type(String field, String words) {
        robot.interact(() -> robot.lookup("#" + field).queryAs(TextField.class).setText(words));
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    String text(String label) {
        return robot.lookup("#" + label).queryAs(Label.class).getText();
    }

    void take() throws TimeoutException {
        robot.interact(() -> robot.lookup("#agents-take").queryAs(ButtonBase.class).fire());
        WorkbenchPage.waitUntil(() -> robot.lookup("#agents-take").tryQuery().isEmpty());
    }
}
