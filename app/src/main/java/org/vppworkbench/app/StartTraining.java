package org.vppworkbench.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.vppworkbench.app.cli.CommandLineProgram;
import org.vppworkbench.app.task.FxPulse;
import org.vppworkbench.app.task.FxTaskExecutor;
import org.vppworkbench.app.ui.session.StandardLaboratory;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.app.ui.shell.NativeFileDialogs;
import org.vppworkbench.app.ui.shell.Pane;
import org.vppworkbench.app.ui.shell.WorkbenchWindow;
import org.vppworkbench.model.simulation.CancelToken;

/**
 * What the packaged program is trained on and measured with, for the cache that shortens its start: no user calls this.
 * With a folder it runs the usual commands and the window with all its panes; without one it only opens the window and
 * ends with its first frame. The window needs a display, or JavaFX's headless platform.
 */
final class StartTraining {
    /** Long enough for a pane to be laid out and drawn. */
    private static final Duration LOOK = Duration.millis(500);

    private StartTraining() {}

    /**
     * Runs the training.
     *
     * @param args a folder that does not exist, for the bundle; or nothing
     */
    public static void main(String[] args) throws InterruptedException {
        System.setProperty("java.awt.headless", "true");
        boolean training = args.length > 0;
        if (training) {
            Display.problem();
            commands(args[0]);
        }
        CountDownLatch closed = new CountDownLatch(1);
        Platform.startup(() -> open(training, closed));
        closed.await();
        System.exit(0);
    }

    private static void commands(String folder) {
        String[] sample = {"--sample", "la-2023-08", "--from", "2023-08-16", "--days", "1"};
        List<List<String>> lines = List.of(
                List.of("--version"),
                List.of("--help"),
                List.of("samples"),
                List.of("validate", sample[0], sample[1], sample[2], sample[3], sample[4], sample[5]),
                List.of("describe", "We have a 10 kWh battery and a 5 kW solar roof."),
                List.of("run", sample[0], sample[1], sample[2], sample[3], sample[4], sample[5], "--out", folder),
                List.of("validate", "--bundle", folder));
        for (List<String> line : lines) {
            StringWriter said = new StringWriter();
            PrintWriter out = new PrintWriter(said);
            int code = CommandLineProgram.execute(
                    line.toArray(String[]::new),
                    out,
                    out,
                    Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
                    CancelToken.NEVER);
            if (code != 0) {
                throw new IllegalStateException(line + " ended with " + code + "\n" + said);
            }
        }
    }

    private static void open(boolean training, CountDownLatch closed) {
        Stage stage = new Stage();
        FxTaskExecutor tasks = new FxTaskExecutor();
        FxPulse frames = new FxPulse();
        Workbench workbench = new Workbench(new StandardLaboratory(), tasks);
        WorkbenchWindow window = new WorkbenchWindow(stage, workbench, frames, new NativeFileDialogs(stage));
        window.show();
        if (!training) {
            stage.getScene().addPostLayoutPulseListener(closed::countDown);
            return;
        }
        Queue<Pane> panes = new ArrayDeque<>(List.of(Pane.values()));
        workbench.outcomeProperty().addListener((o, was, is) -> {
            if (was == null && is != null) {
                look(window, panes, closed);
            }
        });
        workbench.startRun();
    }

    private static void look(WorkbenchWindow window, Queue<Pane> panes, CountDownLatch closed) {
        Pane next = panes.poll();
        if (next == null) {
            closed.countDown();
            return;
        }
        window.shownProperty().set(next);
        PauseTransition pause = new PauseTransition(LOOK);
        pause.setOnFinished(event -> look(window, panes, closed));
        pause.play();
    }
}
