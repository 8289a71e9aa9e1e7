package org.vppworkbench.app.ui;

import javafx.event.ActionEvent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** Fleet, importer and market in the user's words; node ids live here only. */
final class FleetPage {
    private final FxRobot robot;

    FleetPage(FxRobot robot) {
        this.robot = robot;
    }

    FleetPage click(String id) {
        robot.clickOn("#" + id);
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    FleetPage filter(String words) {
        return type("fleet-filter", words);
    }

    /** Puts a text into a field, wherever the form is scrolled to, and takes it over as Enter does. */
    FleetPage type(String id, String text) {
        robot.interact(() -> {
            TextInputControl field = robot.lookup("#" + id).queryAs(TextInputControl.class);
            field.setText(text);
            field.fireEvent(new ActionEvent());
        });
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    FleetPage selectAll() {
        robot.interact(() -> robot.lookup("#fleet-table").queryAs(TableView.class).getSelectionModel().selectAll());
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    FleetPage select(int row) {
        robot.interact(() -> robot.lookup("#fleet-table").queryAs(TableView.class).getSelectionModel().clearAndSelect(row));
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    int selected() {
        return robot.lookup("#fleet-table").queryAs(TableView.class).getSelectionModel().getSelectedItems().size();
    }

    int rows(String table) {
        return robot.lookup("#" + table).queryAs(TableView.class).getItems().size();
    }

    String text(String label) {
        return robot.lookup("#" + label).queryAs(Labeled.class).getText();
    }

    String field(String id) {
        return robot.lookup("#" + id).queryAs(TextField.class).getText();
    }

    String area(String id) {
        return robot.lookup("#" + id).queryAs(TextArea.class).getText();
    }

    boolean shows(String id) {
        return robot.lookup("#" + id).tryQuery().map(node -> node.isVisible()).orElse(false);
    }

    FleetPage closeDialogOf(String id) {
        robot.interact(() -> robot.lookup("#" + id).query().getScene().getWindow().hide());
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }
}
