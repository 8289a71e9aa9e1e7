package org.vppworkbench.app.ui;

import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The seat of a person, in the user's words; node ids live here only. */
final class SeatPage {
    private final FxRobot robot;

    SeatPage(FxRobot robot) {
        this.robot = robot;
    }

    /** Opens the dialog, which tells what is recorded. */
    SeatPage open() throws TimeoutException {
        robot.press(javafx.scene.input.KeyCode.SHORTCUT, javafx.scene.input.KeyCode.SHIFT, javafx.scene.input.KeyCode.T)
                .release(javafx.scene.input.KeyCode.T, javafx.scene.input.KeyCode.SHIFT, javafx.scene.input.KeyCode.SHORTCUT);
        WorkbenchPage.waitUntil(() -> robot.lookup("#seat-take").tryQuery().isPresent());
        return this;
    }

    String consentText() {
        return robot.lookup("#seat-consent-text").queryAs(Label.class).getText();
    }

    SeatPage agree() {
        CheckBox box = robot.lookup("#seat-consent").queryAs(CheckBox.class);
        robot.interact(() -> box.setSelected(true));
        return this;
    }

    SeatPage play(String place) {
        choose("seat-place", place);
        return this;
    }

    /** Takes the seat and waits for the first turn. */
    SeatPage take() throws TimeoutException {
        fire("seat-take");
        return untilAsked();
    }

    SeatPage untilAsked() throws TimeoutException {
        WorkbenchPage.waitUntil(() -> title().endsWith("your turn"));
        return this;
    }

    SeatPage untilVerdict(String words) throws TimeoutException {
        WorkbenchPage.waitUntil(() -> text("seat-verdict").contains(words));
        return this;
    }

    SeatPage untilRefused() throws TimeoutException {
        WorkbenchPage.waitUntil(() -> !text("seat-refusal").isEmpty());
        return this;
    }

    String title() {
        return robot.lookup("#seat-title").tryQueryAs(Label.class).map(Label::getText).orElse("");
    }

    String text(String label) {
        return robot.lookup("#" + label).queryAs(Label.class).getText();
    }

    /** Types a number into a field. */
    SeatPage enter(String field, String number) {
        TextField text = robot.lookup("#" + field).queryAs(TextField.class);
        robot.interact(() -> {
            text.requestFocus();
            text.selectAll();
        });
        robot.write(number);
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    String value(String field) {
        return robot.lookup("#" + field).queryAs(TextField.class).getText();
    }

    /** Presses a button. */
    SeatPage fire(String button) {
        ButtonBase node = robot.lookup("#" + button).queryAs(ButtonBase.class);
        robot.interact(node::fire);
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    boolean may(String button) {
        Node node = robot.lookup("#" + button).query();
        return node.isVisible() && !node.isDisabled();
    }

    String latestNews() {
        return String.valueOf(robot.lookup("#seat-history").queryAs(ListView.class).getItems().getFirst());
    }

    @SuppressWarnings("unchecked") // the choices are made of texts
    private void choose(String box, String value) {
        robot.interact(() -> robot.lookup("#" + box).queryAs(javafx.scene.control.ComboBox.class).setValue(value));
        WaitForAsyncUtils.waitForFxEvents();
    }
}
