package org.vppworkbench.app.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;
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

/**
 * Draws the negotiation theatre and measures its frames: {@code mvn test -Dtest=TheatreScreenshotsTest
 * -Dvpp.screenshots=docs/images}; dark and size as in {@link ScreenshotsTest}.
 */
@ExtendWith(ApplicationExtension.class)
@EnabledIfSystemProperty(named = "vpp.screenshots", matches = ".+")
class TheatreScreenshotsTest {
    private Workbench workbench;
    private WorkbenchWindow window;
    private Stage stage;
    private Camera camera;
    private FxPulse pulse;

    @Start
    void show(Stage stage) throws Exception {
        this.stage = stage;
        camera = new Camera(stage);
        workbench = new Workbench(new StandardLaboratory(), new FxTaskExecutor());
        pulse = new FxPulse();
        window = new WorkbenchWindow(stage, workbench, pulse, new NativeFileDialogs(stage));
        window.show();
        window.shownProperty().set(Pane.NEGOTIATION);
        Camera.prepare(stage, window);
    }

    @Test
    void drawsTheTheatre() throws Exception {
        WaitForAsyncUtils.asyncFx(workbench::startRun).get();
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> workbench.outcomeProperty().get() != null && window.transport().shownHour() == 17);
        WaitForAsyncUtils.waitFor(180, TimeUnit.SECONDS, () -> !window.results().optima().isEmpty());
        camera.take("theatre");
        var tabs = (TabPane) stage.getScene().lookup("#negotiation-tabs");
        WaitForAsyncUtils.asyncFx(() -> ((javafx.scene.control.ToggleButton) stage.getScene().lookup("#why-cost")).fire()).get();
        WaitForAsyncUtils.waitForFxEvents();
        camera.take("theatre-cost");
        for (int i = 1; i < tabs.getTabs().size(); i++) {
            int index = i;
            WaitForAsyncUtils.asyncFx(() -> tabs.getSelectionModel().select(index)).get();
            camera.take("theatre-" + tabs.getTabs().get(i).getId());
        }
        WaitForAsyncUtils.asyncFx(() -> {
            tabs.getSelectionModel().select(0);
            window.transport().jumpToHour(3);
        }).get();
        camera.take("theatre-quiet");
        WaitForAsyncUtils.asyncFx(() -> window.transport().jumpToHour(17)).get();
        WaitForAsyncUtils.asyncFx(() -> window.actions().byId("presentation").perform()).get();
        camera.takeLast("theatre-presentation");
        WaitForAsyncUtils.asyncFx(() -> ((Stage) javafx.stage.Window.getWindows().getLast()).close()).get();
        WaitForAsyncUtils.asyncFx(() -> window.branches().refuseEverything()).get();
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> workbench.shelf().runs().size() == 2 && workbench.outcomeProperty().get() != null);
        WaitForAsyncUtils.asyncFx(() -> window.futures().shownProperty().set(true)).get();
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> !stage.getScene().lookup("#futures-first-difference").isDisabled());
        WaitForAsyncUtils.asyncFx(() -> window.transport().jumpToHour(18)).get();
        camera.take("theatre-futures");
        WaitForAsyncUtils.asyncFx(() -> window.futures().shownProperty().set(false)).get();
        measure();
        assertTrue(camera.took("theatre-futures"));
    }

    /** Plays the day at full speed and writes the times between frames to the folder of the pictures. */
    private void measure() throws Exception {
        long[] frames = new long[200_000];
        int[] count = new int[1];
        long[] last = new long[1];
        WaitForAsyncUtils.asyncFx(() -> pulse.add(nanos -> {
            long now = System.nanoTime();
            if (last[0] > 0 && window.transport().playingProperty().get() && count[0] < frames.length) {
                frames[count[0]++] = now - last[0];
            }
            last[0] = now;
        })).get();
        WaitForAsyncUtils.asyncFx(() -> window.transport().playFromStartAtFullSpeed()).get();
        WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, () -> !window.transport().playingProperty().get());
        long[] sorted = Arrays.copyOf(frames, count[0]);
        Arrays.sort(sorted);
        String told = String.format(java.util.Locale.ROOT, "%d events, %d frames: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, max %.1f ms%n",
                window.transport().knownProperty().get(), sorted.length, at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99), at(sorted, 1));
        java.nio.file.Files.writeString(java.nio.file.Path.of(Objects.requireNonNull(System.getProperty("vpp.screenshots")), "frames.txt"), told);
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)] / 1e6;
    }
}
