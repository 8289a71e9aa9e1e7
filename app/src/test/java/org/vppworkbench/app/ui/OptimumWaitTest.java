package org.vppworkbench.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.vppworkbench.app.task.FxPulse;
import org.vppworkbench.app.task.FxTaskExecutor;
import org.vppworkbench.app.task.TaskStatus;
import org.vppworkbench.app.ui.session.ScenarioEdits;
import org.vppworkbench.app.ui.session.StandardLaboratory;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.app.ui.shell.NativeFileDialogs;
import org.vppworkbench.app.ui.shell.Pane;
import org.vppworkbench.app.ui.shell.WorkbenchWindow;
import org.vppworkbench.model.scenario.Requirement;

/**
 * Measures, and does not judge, how long the user waits for the optima of the sample week in a window that was just opened:
 * {@code mvn test -Dtest=OptimumWaitTest -Dvpp.measure.window=true}.
 */
@ExtendWith(ApplicationExtension.class)
@EnabledIfSystemProperty(named = "vpp.measure.window", matches = ".+")
class OptimumWaitTest {
    private static final int CANCELS = 5;

    private final FxTaskExecutor tasks = new FxTaskExecutor();
    private Workbench workbench;
    private WorkbenchWindow window;

    @Start
    void show(Stage stage) {
        workbench = new Workbench(new StandardLaboratory(), tasks);
        window = new WorkbenchWindow(stage, workbench, new FxPulse(), new NativeFileDialogs(stage));
        window.show();
        window.shownProperty().set(Pane.RESULTS);
    }

    @Test
    void saysHowLongDayWeekAndCancelTake() throws Exception {
        long begin = System.nanoTime();
        run(25);
        report("run of the week", begin, () -> workbench.outcomeProperty().get() != null);
        report("day on screen shown", begin, () -> window.results().dayProperty().get() != null);
        report("week shown", begin, () -> window.results().certificateProperty().get() != null);
        for (int k = 0; k < CANCELS; k++) {
            run(26 + k);
            WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, () -> workbench.dayOptimumProperty().get() != null);
            Thread.sleep(150 + 400L * k); // to be stopped at another place each time
            TaskStatus task = tasks.tasks().stream().filter(TaskStatus::isRunning).findFirst().orElse(null);
            if (task == null) {
                System.out.println("too late to cancel: the week was solved");
                continue;
            }
            long stop = System.nanoTime();
            task.cancel();
            report("cancel " + task.messageProperty().get(), stop, () -> !task.isRunning());
            assertEquals(TaskStatus.State.CANCELLED, task.stateProperty().get());
            assertFalse(Objects.nonNull(window.results().certificateProperty().get()));
        }
    }

    /** Another requirement each time, so that nothing is known already. */
    private void run(int kw) throws Exception {
        WaitForAsyncUtils.asyncFx(() -> {
            var document = workbench.document();
            workbench.history().edit("week", document.with(ScenarioEdits.requirement(
                    ScenarioEdits.days(ScenarioEdits.firstDay(document.scenario(), workbench.data().horizon().firstDay()), 7),
                    new Requirement(kw, 15, 15))));
            workbench.startRun();
        }).get();
    }

    private static void report(String what, long begin, Callable<Boolean> done) throws Exception {
        while (!WaitForAsyncUtils.asyncFx(done).get()) {
            Thread.sleep(5);
        }
        System.out.println(String.format(Locale.ROOT, "MEASURED %s: %.2f s", what, (System.nanoTime() - begin) / 1e9));
    }
}
