package org.vppworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A window opens and takes a click on a machine without a display. */
@ExtendWith(ApplicationExtension.class)
class HeadlessStageTest {
    private int clicks;

    @Start
    void show(Stage stage) {
        Button button = new Button("Negotiate");
        button.setId("negotiate");
        button.setOnAction(event -> clicks++);
        stage.setScene(new Scene(button, 200, 100));
        stage.show();
    }

    @Test
    void clickReachesTheButton(FxRobot robot) {
        robot.clickOn("#negotiate");

        assertEquals(1, clicks);
    }
}
