package org.vppworkbench.app.ui;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import org.vppworkbench.app.ui.results.FigureRow;

/** The results pane in the user's words. */
final class ResultsPage {
    private final FxRobot robot;

    ResultsPage(FxRobot robot) {
        this.robot = robot;
    }

    /** Clicks a headline number and returns the lines of what opens; closes it again. */
    List<String> definitionOf(String key) {
        robot.clickOn("#kpi-" + key);
        WaitForAsyncUtils.waitForFxEvents();
        Window popOver = Window.getWindows().stream()
                .filter(window -> window.getScene() != null && window.getScene().lookup("#definition") != null)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no definition is shown"));
        List<String> lines = popOver.getScene().lookup("#definition").lookupAll(".label").stream()
                .map(label -> ((Label) label).getText())
                .toList();
        robot.interact(popOver::hide);
        WaitForAsyncUtils.waitForFxEvents();
        return lines;
    }

    ResultsPage figure(String title) {
        robot.interact(() -> {
            @SuppressWarnings("unchecked")
            ListView<FigureRow> list = robot.lookup("#figure-list").queryAs(ListView.class);
            list.getItems().stream().filter(row -> row.title().equals(title)).forEach(list.getSelectionModel()::select);
        });
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    List<String> figures() {
        @SuppressWarnings("unchecked")
        ListView<FigureRow> list = robot.lookup("#figure-list").queryAs(ListView.class);
        return list.getItems().stream().map(FigureRow::title).toList();
    }

    /** What the pane of the figure says where it has none. */
    String whyNone() {
        return robot.lookup("#chart-catalogue .empty-text").queryAs(Label.class).getText();
    }
}
