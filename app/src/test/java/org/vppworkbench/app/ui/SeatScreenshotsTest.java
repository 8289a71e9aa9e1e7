package org.vppworkbench.app.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.vppworkbench.app.task.FxPulse;
import org.vppworkbench.app.task.FxTaskExecutor;
import org.vppworkbench.app.ui.session.StandardLaboratory;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.app.ui.shell.NativeFileDialogs;
import org.vppworkbench.app.ui.shell.Pane;
import org.vppworkbench.app.ui.shell.WorkbenchWindow;

/** Draws the seat of a person and the dialog that says who decides, with the system properties of {@link ScreenshotsTest}. */
@ExtendWith(ApplicationExtension.class)
@EnabledIfSystemProperty(named = "vpp.screenshots", matches = ".+")
class SeatScreenshotsTest {
    private WorkbenchWindow window;
    private Workbench workbench;
    private Camera camera;
    private Stage stage;

    @Start
    void show(Stage stage) throws Exception {
        this.stage = stage;
        camera = new Camera(stage);
        workbench = new Workbench(new StandardLaboratory(), new FxTaskExecutor());
        workbench.optimaByItselfProperty().set(false);
        window = new WorkbenchWindow(stage, workbench, new FxPulse(), new NativeFileDialogs(stage));
        window.show();
        Camera.prepare(stage, window);
    }

    @Test
    void drawsTheSeatsAndTheAgents() throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> workbench.resolvedProperty().get() != null);
        agents();
        seat("home-003", "seat-home");
        seat("aggregator", "seat-aggregator");
        assertTrue(camera.took("seat-aggregator"));
    }

    private void agents() throws Exception {
        fx(() -> window.actions().byId("agents").perform());
        Window dialog = Window.getWindows().getLast();
        fx(() -> choose(dialog, "agents-mechanism", "llm"));
        fx(() -> ((TextField) node(dialog, "agents-model")).setText("gemini-2.5-flash"));
        camera.take(dialog, "agents-model");
        for (int tab = 1; tab < 4; tab++) {
            int shown = tab;
            fx(() -> ((TabPane) node(dialog, "agents-tabs")).getSelectionModel().select(shown));
            camera.take(dialog, "agents-" + tab);
        }
        fx(dialog::hide);
    }

    private void seat(String place, String picture) throws Exception {
        fx(() -> window.shownProperty().set(Pane.NEGOTIATION));
        fx(() -> window.actions().byId("take-seat").perform());
        Window dialog = Window.getWindows().getLast();
        fx(() -> {
            choose(dialog, "seat-place", place);
            ComboBox<?> from = (ComboBox<?>) node(dialog, "seat-from");
            from.getSelectionModel().select(Math.min(from.getItems().size() - 1, 18));
        });
        camera.take(dialog, picture + "-dialog");
        fx(() -> ((javafx.scene.control.Button) node(dialog, "seat-take")).fire());
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> ((Label) stage.getScene().lookup("#seat-title")).getText().endsWith("your turn"));
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> place.equals("aggregator") || !((Label) stage.getScene().lookup("#seat-verdict")).getText().isEmpty());
        if (place.equals("aggregator")) {
            fx(() -> ((javafx.scene.control.Button) stage.getScene().lookup("#seat-coalition")).fire());
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> !((Label) stage.getScene().lookup("#seat-verdict")).getText().isEmpty());
        }
        camera.take(picture);
        fx(workbench::cancelRun);
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> !workbench.runningProperty().get());
    }

    private static void fx(Runnable work) throws Exception {
        WaitForAsyncUtils.asyncFx(work).get();
        WaitForAsyncUtils.waitForFxEvents();
    }

    @SuppressWarnings("unchecked") // the choices taken here are made of texts
    private static void choose(Window dialog, String id, String value) {
        ((ComboBox<String>) node(dialog, id)).setValue(value);
    }

    private static Node node(Window dialog, String id) {
        return dialog.getScene().lookup("#" + id);
    }
}
