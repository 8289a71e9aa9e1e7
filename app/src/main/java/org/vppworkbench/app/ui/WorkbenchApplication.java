package org.vppworkbench.app.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.io.PreferencesFile;
import org.vppworkbench.app.io.UserFiles;
import org.vppworkbench.app.io.UserFolders;
import org.vppworkbench.app.task.FxPulse;
import org.vppworkbench.app.task.FxTaskExecutor;
import org.vppworkbench.app.ui.preferences.PreferencesViewModel;
import org.vppworkbench.app.ui.session.StandardLaboratory;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.app.ui.shell.NativeFileDialogs;
import org.vppworkbench.app.ui.shell.Pane;
import org.vppworkbench.app.ui.shell.WorkbenchWindow;
import org.vppworkbench.model.scenario.Finding;

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
        List<Finding> early = new ArrayList<>();
        UserFolders folders = UserFolders.ofTheProcess();
        PreferencesFile file = new PreferencesFile(new UserFiles(folders, finding -> {
            if (stage.isShowing()) {
                tell(workbench, List.of(finding));
            } else {
                early.add(finding);
            }
        }));
        PreferencesViewModel preferences = new PreferencesViewModel(file.read(early::addAll), file::write);
        WorkbenchWindow window = new WorkbenchWindow(stage, workbench, frames, new NativeFileDialogs(stage), folders, preferences);
        window.shownProperty().set(Pane.WELCOME);
        window.catchErrors();
        window.show();
        window.offerUnsaved();
        // what was found before there was a window to say it in
        if (!early.isEmpty()) {
            tell(workbench, early);
        }
    }

    private static void tell(Workbench workbench, List<Finding> findings) {
        workbench.tell(Finding.Severity.WARNING, "Preferences", findings.stream().map(Finding::message).collect(Collectors.joining("; ")));
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
