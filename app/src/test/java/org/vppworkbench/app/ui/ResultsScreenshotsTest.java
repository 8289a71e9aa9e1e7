package org.vppworkbench.app.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;
import org.vppworkbench.app.task.FxPulse;
import org.vppworkbench.app.task.FxTaskExecutor;
import org.vppworkbench.app.ui.session.ScenarioEdits;
import org.vppworkbench.app.ui.session.StandardLaboratory;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.app.ui.shell.Pane;
import org.vppworkbench.app.ui.shell.WorkbenchWindow;

/** Draws the results pane: {@code -Dtest=ResultsScreenshotsTest -Dvpp.screenshots=DIR}, further properties as {@link ScreenshotsTest}. */
@ExtendWith(ApplicationExtension.class)
@EnabledIfSystemProperty(named = "vpp.screenshots", matches = ".+")
class ResultsScreenshotsTest {
    private final FxTaskExecutor tasks = new FxTaskExecutor();
    private Workbench workbench;
    private WorkbenchWindow window;
    private FxPulse pulse;
    private Camera camera;
    private Stage stage;

    @Start
    void show(Stage shown) throws Exception {
        stage = shown;
        pulse = new FxPulse();
        workbench = new Workbench(new StandardLaboratory(), tasks);
        window = new WorkbenchWindow(stage, workbench, pulse, new ChosenFile());
        window.show();
        Camera.prepare(stage, window);
        camera = new Camera(stage);
    }

    @Stop
    void close() {
        pulse.close();
        tasks.close();
    }

    @Test
    void everyPartIsDrawn(FxRobot robot) throws Exception {
        run();
        robot.interact(() -> workbench.history().edit("mechanism", workbench.document().with(
                ScenarioEdits.mechanism(workbench.document().scenario(), "posted-price"))));
        run();
        robot.interact(() -> window.shownProperty().set(Pane.RESULTS));
        WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, () -> window.results().certificateProperty().get() != null);
        TabPane tabs = robot.lookup("#results-tabs").queryAs(TabPane.class);
        for (var tab : tabs.getTabs()) {
            robot.interact(() -> tabs.getSelectionModel().select(tab));
            camera.take("results-" + tab.getId().replace("tab-", ""));
        }
        robot.interact(() -> tabs.getSelectionModel().select(1));
        ResultsPage page = new ResultsPage(robot);
        for (String figure : new String[] {"Regret, part by part", "Surplus and shares", "Preferences kept", "Offer ladder"}) {
            page.figure(figure);
            camera.take("results-figure-" + figure.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]+", "-"));
        }
        robot.interact(() -> tabs.getSelectionModel().select(6));
        robot.interact(() -> robot.lookup("#compare-views").queryAs(TabPane.class).getSelectionModel().select(1));
        camera.take("results-compare-figures");
        robot.clickOn("#kpi-efficiencyAware");
        camera.takeLast("results-definition");
        robot.interact(() -> Window.getWindows().getLast().hide());
        assertTrue(camera.took("results-definition"));
    }

    private void run() throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> workbench.resolvedProperty().get() != null);
        int before = workbench.shelf().runs().size();
        WaitForAsyncUtils.asyncFx(workbench::startRun).get();
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> workbench.shelf().runs().size() > before);
    }
}
