package org.vppworkbench.app.ui;

import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The dialog that takes homes in words, in the user's words; node ids live here only. */
final class DescribePage {
    private final FxRobot robot;

    /** Opens the dialog from the fleet pane. */
    DescribePage(FxRobot robot) throws TimeoutException {
        this.robot = robot;
        robot.clickOn("#describe-homes");
        WorkbenchPage.waitUntil(() -> robot.lookup("#describe-text").tryQuery().isPresent());
    }

    /** Types a text and waits until it is read. */
    DescribePage type(String words) throws TimeoutException {
        robot.clickOn("#describe-text").write(words);
        return read();
    }

    /** Takes an example instead, and waits until it is read. */
    DescribePage takeExample(int number) throws TimeoutException {
        robot.clickOn("#describe-example-" + number);
        return read();
    }

    DescribePage manyOneALine() throws TimeoutException {
        robot.clickOn("#describe-many");
        return read();
    }

    /** Selects the value of a field. */
    DescribePage select(String field) {
        TableView<?> table = table("describe-fields");
        robot.interact(() -> {
            for (int row = 0; row < table.getItems().size(); row++) {
                if (table.getColumns().getFirst().getCellData(row).equals(field)) {
                    table.scrollTo(row);
                    table.getSelectionModel().clearAndSelect(row);
                }
            }
        });
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    /** Brings the keyboard to the value of the selected field, replaces it, and presses Enter. */
    DescribePage correct(String value) {
        robot.interact(() -> table("describe-fields").requestFocus());
        robot.type(KeyCode.ENTER).write(value).type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    /** Puts the caret behind some words of the text with the mouse's effect: the text has the focus. */
    DescribePage caretIn(String words) {
        TextArea text = text();
        robot.interact(() -> {
            text.requestFocus();
            text.positionCaret(text.getText().indexOf(words) + 1);
        });
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    /** Adds what was read; the dialog closes. */
    void add() throws TimeoutException {
        leave("describe-add");
    }

    /** Closes without adding. */
    void close() throws TimeoutException {
        leave("describe-close");
    }

    /** Presses a button with the keyboard. */
    private void leave(String button) throws TimeoutException {
        robot.interact(() -> robot.lookup("#" + button).query().requestFocus());
        robot.type(KeyCode.SPACE);
        WorkbenchPage.waitUntil(() -> robot.lookup("#describe-text").tryQuery().isEmpty());
    }

    /** The row of a field: name, value, and from which words. */
    String row(String field) {
        TableView<?> table = table("describe-fields");
        for (int row = 0; row < table.getItems().size(); row++) {
            if (table.getColumns().getFirst().getCellData(row).equals(field)) {
                return field + " = " + table.getColumns().get(1).getCellData(row) + " from " + table.getColumns().getLast().getCellData(row);
            }
        }
        return field + " is not there";
    }

    /** Name of the field that is selected. */
    String selected() {
        TableView<?> table = table("describe-fields");
        int row = table.getSelectionModel().getSelectedIndex();
        return row < 0 ? "" : String.valueOf(table.getColumns().getFirst().getCellData(row));
    }

    String markedWords() {
        return text().getSelectedText();
    }

    String editedValue() {
        return robot.lookup("#describe-value").queryAs(TextField.class).getText();
    }

    /** Why the value was not taken, or an empty text. */
    String refusal() {
        return robot.lookup("#describe-value-message").queryAs(Label.class).getText();
    }

    String addButton() {
        Node button = robot.lookup("#describe-add").query();
        return (button.isDisabled() ? "disabled: " : "") + ((ButtonBase) button).getText();
    }

    int lines() {
        return table("describe-lines").getItems().size();
    }

    private DescribePage read() throws TimeoutException {
        WorkbenchPage.waitUntil(() -> !message().isEmpty() && !message().startsWith("Reading"));
        return this;
    }

    private String message() {
        return robot.lookup("#describe-message").queryAs(Label.class).getText();
    }

    private TextArea text() {
        return robot.lookup("#describe-text").queryAs(TextArea.class);
    }

    private TableView<?> table(String id) {
        return robot.lookup("#" + id).queryAs(TableView.class);
    }
}
