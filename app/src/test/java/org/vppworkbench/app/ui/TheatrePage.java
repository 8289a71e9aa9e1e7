package org.vppworkbench.app.ui;

import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The negotiation pane in the user's words. */
final class TheatrePage {
    private final FxRobot robot;

    TheatrePage(FxRobot robot) {
        this.robot = robot;
    }

    /** Clicks into the timeline at a share of its width. */
    TheatrePage clickTimeline(double share) {
        var strip = robot.lookup("#timeline").query();
        var bounds = strip.localToScreen(strip.getBoundsInLocal());
        robot.clickOn(bounds.getMinX() + share * bounds.getWidth(), bounds.getCenterY());
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    TheatrePage timelineKey(KeyCode key) {
        robot.interact(() -> robot.lookup("#timeline").query().requestFocus());
        robot.type(key);
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    TheatrePage find(String words) {
        robot.interact(() -> robot.lookup("#filter-text").queryAs(TextField.class).setText(words));
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    int turns(String dialogue) {
        return robot.lookup("#" + dialogue).queryAs(ListView.class).getItems().size();
    }

    boolean has(String node) {
        return robot.lookup("#" + node).tryQuery().isPresent();
    }

    /** The window of the presentation, or {@code null}. */
    Stage presentation() {
        return (Stage) Window.getWindows().stream()
                .filter(w -> w.getScene() != null && "presentation".equals(w.getScene().getRoot().getId()))
                .findFirst()
                .orElse(null);
    }
}
