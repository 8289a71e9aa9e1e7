package org.vppworkbench.app.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;
import org.vppworkbench.app.io.UserFolders;
import org.vppworkbench.app.task.FxPulse;
import org.vppworkbench.app.task.FxTaskExecutor;
import org.vppworkbench.app.task.TaskStatus;
import org.vppworkbench.app.ui.project.ProjectDialogs;
import org.vppworkbench.app.ui.project.Prices;
import org.vppworkbench.app.ui.project.KilledSession;
import org.vppworkbench.app.ui.session.StandardLaboratory;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.app.ui.shell.FileDialogs;
import org.vppworkbench.app.ui.shell.Pane;
import org.vppworkbench.app.ui.shell.WorkbenchWindow;

/** Pictures of the welcome page, empty and with recents, and of the dialogs of projects. */
@ExtendWith(ApplicationExtension.class)
@EnabledIfSystemProperty(named = "vpp.screenshots", matches = ".+")
class ProjectScreenshotsTest {
    @TempDir static Path temp;

    private final FxTaskExecutor tasks = new FxTaskExecutor();
    private FxPulse pulse;
    private Path next = temp;
    private Stage stage;
    private Workbench workbench;
    private WorkbenchWindow window;

    private final FileDialogs files = new FileDialogs() {
        @Override
        public Optional<Path> save(String title, String suggestedName, String kind, String pattern) {
            return Optional.of(next);
        }

        @Override
        public Optional<Path> open(String title, String kind, String... patterns) {
            return Optional.of(next);
        }
    };

    @Start
    void show(Stage first) {
        stage = first;
        pulse = new FxPulse();
        workbench = new Workbench(new StandardLaboratory(), tasks);
        workbench.optimaByItselfProperty().set(false);
        window = new WorkbenchWindow(stage, workbench, pulse, files, UserFolders.in(temp.resolve("home")));
        window.shownProperty().set(Pane.WELCOME);
        window.show();
        Camera.prepare(stage, window);
    }

    @Stop
    void close() {
        pulse.close();
        tasks.close();
    }

    private void idle() throws Exception {
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> tasks.tasks().stream().noneMatch(TaskStatus::isRunning));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void perform(String action) throws Exception {
        WaitForAsyncUtils.asyncFx(() -> window.actions().byId(action).perform()).get();
        idle();
    }

    @Test
    void takePictures() throws Exception {
        // no path of the machine in a picture
        System.setProperty("user.home", temp.toString());
        Camera camera = new Camera(stage);
        camera.take("welcome-empty");
        KilledSession.withEdits(temp.resolve("home"), null, 4711);
        WaitForAsyncUtils.asyncFx(window::offerUnsaved).get();
        camera.takeLast("dialog-recovery");
        WaitForAsyncUtils.asyncFx(() -> Window.getWindows().getLast().hide()).get();

        next = temp.resolve("vanished study");
        perform("save-project-as");
        next = temp.resolve("summer 2023, twenty homes");
        perform("save-project-as");
        WaitForAsyncUtils.asyncFx(workbench::startRun).get();
        idle();
        perform("keep-run");
        Files.move(temp.resolve("vanished study"), temp.resolve("moved"));
        WaitForAsyncUtils.asyncFx(() -> window.dropped().open(List.of(next.resolve("runs/001-rule-2023-08-16-1d")))).get();
        idle();
        camera.take("negotiation-opened-run");
        WaitForAsyncUtils.asyncFx(() -> {
            window.projects().recent().look();
            window.shownProperty().set(Pane.WELCOME);
        }).get();
        idle();
        camera.take("welcome");

        ProjectDialogs questions = new ProjectDialogs(stage, files);
        ask("dialog-unsaved", camera, () -> questions.unsaved(
                "Close the window", List.of("Run rule, 2023-08-15, 7 days: still running", "Project summer 2023: 3 edits not saved"), true));
        ask("dialog-locked", camera, () -> questions.locked(next, "a window of ada, process 4711, since 23 November, 12:10"));
        ask("dialog-prices", camera, () -> questions.priceLabel(Prices.oneDay(temp.resolve("p.csv"), 3)));
        assertTrue(camera.took("welcome"));
    }

    private interface Question {
        Object ask() throws Exception;
    }

    private static void ask(String name, Camera camera, Question question) throws Exception {
        int before = Window.getWindows().size();
        var answer = WaitForAsyncUtils.asyncFx(question::ask);
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> Window.getWindows().size() > before);
        camera.takeLast(name);
        WaitForAsyncUtils.asyncFx(() -> Window.getWindows().getLast().hide()).get();
        answer.get();
    }
}
