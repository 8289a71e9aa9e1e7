package org.vppworkbench.app.ui;

import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.task.FxPulse;
import org.vppworkbench.app.task.FxTaskExecutor;
import org.vppworkbench.app.ui.session.StandardLaboratory;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.app.ui.shell.NativeFileDialogs;
import org.vppworkbench.app.ui.shell.Pane;
import org.vppworkbench.app.ui.shell.WorkbenchWindow;

/** Opens the window on the welcome page, and offers what a killed window left unsaved. */
public final class WorkbenchApplication extends Application {
    private @Nullable FxTaskExecutor tasks;
    private @Nullable FxPulse pulse;

    /** Shows the window and returns when it is closed. */
    public static void open(String... args) {
        launch(WorkbenchApplication.class, args);
    }

    @Override
    public void start(Stage stage) {
        FxTaskExecutor executor = new FxTaskExecutor();
        FxPulse frames = new FxPulse();
        tasks = executor;
        pulse = frames;
        Workbench workbench = new Workbench(new StandardLaboratory(), executor);
        WorkbenchWindow window = new WorkbenchWindow(stage, workbench, frames, new NativeFileDialogs(stage));
        window.shownProperty().set(Pane.WELCOME);
        window.show();
        window.offerUnsaved();
    }

    @Override
    public void stop() {
        if (pulse != null) {
            pulse.close();
        }
        if (tasks != null) {
            tasks.close();
        }
    }
}
