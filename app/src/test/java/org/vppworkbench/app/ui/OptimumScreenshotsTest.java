package org.vppworkbench.app.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.app.task.FxPulse;
import org.vppworkbench.app.task.FxTaskExecutor;
import org.vppworkbench.app.ui.results.ExplanationRow;
import org.vppworkbench.app.ui.session.ScenarioEdits;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.app.ui.shell.NativeFileDialogs;
import org.vppworkbench.app.ui.shell.Pane;
import org.vppworkbench.app.ui.shell.WorkbenchWindow;
import org.vppworkbench.model.scenario.Finding;

/**
 * Draws every state of the optimum, and the mechanisms, with the system properties of {@link ScreenshotsTest}:
 * {@code mvn test -Dtest=OptimumScreenshotsTest -Dvpp.screenshots=FOLDER}.
 */
@ExtendWith(ApplicationExtension.class)
@EnabledIfSystemProperty(named = "vpp.screenshots", matches = ".+")
class OptimumScreenshotsTest {
    private final AtomicBoolean stalled = new AtomicBoolean(true);
    private final AtomicReference<@Nullable Finding> obstacle = new AtomicReference<>();
    private Workbench workbench;
    private WorkbenchWindow window;
    private Stage stage;
    private Camera camera;

    @Start
    void show(Stage stage) throws Exception {
        this.stage = stage;
        camera = new Camera(stage);
        workbench = new Workbench(ChangedLaboratory.optima((inputs, cancel) -> {
            Finding against = obstacle.get();
            if (against != null) {
                throw new RefusedException(List.of(against));
            }
            return stalled.get() ? ChangedLaboratory.never(cancel) : null;
        }), new FxTaskExecutor());
        window = new WorkbenchWindow(stage, workbench, new FxPulse(), new NativeFileDialogs(stage));
        window.show();
        Camera.prepare(stage, window);
    }

    @Test
    void drawsEveryStateOfTheOptimum() throws Exception {
        fx(() -> window.shownProperty().set(Pane.RESULTS));
        camera.take("optimum-before");
        fx(workbench::startRun);
        until(() -> workbench.outcomeProperty().get() != null && workbench.solvingProperty().get());
        both("solving");
        fx(workbench::cancelOptimum);
        until(() -> !workbench.solvingProperty().get());
        both("cancelled");
        stalled.set(false);
        fx(workbench::solveOptimum);
        until(() -> window.results().certificateProperty().get() != null);
        tab("welfare");
        camera.take("optimum-solved");
        tab("metrics");
        camera.take("optimum-metrics");
        explanations();
        mechanisms();
        impossible();
        assertTrue(camera.took("impossible-welfare"));
    }

    private void both(String name) throws Exception {
        for (String tab : List.of("welfare", "explanations")) {
            tab(tab);
            camera.take(name + "-" + tab);
        }
    }

    private void explanations() throws Exception {
        tab("explanations");
        until(() -> !window.explanations().rows().isEmpty());
        for (ExplanationRow.Kind kind : ExplanationRow.Kind.values()) {
            String name = "explain-" + kind.name().toLowerCase(Locale.ROOT);
            fx(() -> ((ToggleButton) stage.getScene().lookup("#" + name)).fire());
            select(2);
            camera.take(name);
        }
        fx(() -> ((ComboBox<?>) stage.getScene().lookup("#explain-home")).getSelectionModel().select(3));
        select(0);
        camera.take("explain-reasons-filtered");
    }

    private void mechanisms() throws Exception {
        fx(() -> window.shownProperty().set(Pane.SCENARIO));
        fx(() -> ((ScrollPane) stage.getScene().lookup("#pane-scenario .form-scroll")).setVvalue(0.3));
        camera.take("mechanism-explained");
        fx(() -> ((ComboBox<?>) stage.getScene().lookup("#mechanism")).show());
        camera.takeLast("mechanism-list");
        fx(() -> ((ComboBox<?>) stage.getScene().lookup("#mechanism")).hide());
        for (String mechanism : List.of("price-coordination", "uniform-price", "pay-as-bid", "vcg", "aware")) {
            run(mechanism);
            until(() -> window.results().certificateProperty().get() != null);
            fx(() -> window.shownProperty().set(Pane.NEGOTIATION));
            camera.take("dialogue-" + mechanism);
            fx(() -> window.shownProperty().set(Pane.RESULTS));
            tab("welfare");
            camera.take("results-" + mechanism);
        }
        tab("compare");
        camera.take("optimum-compare");
    }

    private void impossible() throws Exception {
        obstacle.set(Finding.error("home-003, reserve floor of the battery, 16 Aug 03:15", "1.20 kWh missing",
                "the floor of 6.00 kWh cannot be kept from the 4.80 kWh stored at the beginning", "4.80 kWh or less"));
        fx(() -> workbench.history().edit("stake", workbench.document().with(ScenarioEdits.days(
                ScenarioEdits.firstDay(workbench.document().scenario(), workbench.data().horizon().firstDay()), 1))));
        run("rule");
        until(() -> !workbench.obstacles().isEmpty());
        fx(() -> window.shownProperty().set(Pane.RESULTS));
        both("impossible");
    }

    private void run(String mechanism) throws Exception {
        fx(() -> {
            workbench.history().edit("mechanism", workbench.document().with(
                    ScenarioEdits.mechanism(workbench.document().scenario(), mechanism)));
            workbench.startRun();
        });
        until(() -> workbench.outcomeProperty().get() != null);
    }

    private void select(int row) throws Exception {
        fx(() -> ((TableView<?>) stage.getScene().lookup("#explanations-table")).getSelectionModel().select(row));
    }

    private void tab(String name) throws Exception {
        fx(() -> {
            TabPane tabs = (TabPane) stage.getScene().lookup("#results-tabs");
            tabs.getTabs().stream().filter(tab -> tab.getId().equals("tab-" + name)).forEach(tabs.getSelectionModel()::select);
        });
    }

    private static void fx(Runnable action) throws Exception {
        WaitForAsyncUtils.asyncFx(action).get();
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
    }
}
