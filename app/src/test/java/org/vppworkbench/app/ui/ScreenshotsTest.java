package org.vppworkbench.app.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
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
import org.vppworkbench.app.ui.results.CertificateBadge;
import org.vppworkbench.app.ui.session.ScenarioEdits;
import org.vppworkbench.app.ui.session.StandardLaboratory;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.app.ui.shell.NativeFileDialogs;
import org.vppworkbench.app.ui.shell.Pane;
import org.vppworkbench.app.ui.shell.WorkbenchWindow;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.scenario.CallSettings;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.ForecastSettings;
import org.vppworkbench.model.scenario.MarketSettings;
import org.vppworkbench.model.scenario.Timeline;

/**
 * Draws every pane: {@code mvn test -Dtest=ScreenshotsTest -Dvpp.screenshots=docs/images}; to look at it otherwise add
 * {@code -Dvpp.screenshots.dark=true}, {@code .width=980 .height=700}, {@code .sample=synthetic:1:2023-08-15:7},
 * {@code .mechanism=price-coordination}.
 */
@ExtendWith(ApplicationExtension.class)
@EnabledIfSystemProperty(named = "vpp.screenshots", matches = ".+")
class ScreenshotsTest {
    private Workbench workbench;
    private WorkbenchWindow window;
    private Stage stage;
    private Camera camera;

    @Start
    void show(Stage stage) throws Exception {
        this.stage = stage;
        camera = new Camera(stage);
        workbench = new Workbench(new StandardLaboratory(), new FxTaskExecutor());
        window = new WorkbenchWindow(stage, workbench, new FxPulse(), new NativeFileDialogs(stage));
        window.show();
        Camera.prepare(stage, window);
    }

    @Test
    void drawsEveryPane() throws Exception {
        String sample = System.getProperty("vpp.screenshots.sample");
        if (sample != null) {
            WaitForAsyncUtils.asyncFx(() -> workbench.chooseSample(sample)).get();
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> workbench.data().id().equals(sample));
        }
        String mechanism = System.getProperty("vpp.screenshots.mechanism");
        if (mechanism != null) {
            WaitForAsyncUtils.asyncFx(() -> workbench.history().edit("mechanism", workbench.document().with(
                    ScenarioEdits.mechanism(workbench.document().scenario(), mechanism)))).get();
        }
        if (Boolean.getBoolean("vpp.screenshots.all")) {
            for (Pane pane : Pane.values()) {
                WaitForAsyncUtils.asyncFx(() -> window.shownProperty().set(pane)).get();
                camera.take("empty-" + pane.name().toLowerCase(java.util.Locale.ROOT));
            }
        }
        WaitForAsyncUtils.asyncFx(workbench::startRun).get();
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> workbench.outcomeProperty().get() != null);
        if (!Boolean.getBoolean("vpp.screenshots.quick")) {
            WaitForAsyncUtils.waitFor(180, TimeUnit.SECONDS, () -> !window.results().optima().isEmpty());
        }
        for (Pane pane : Pane.values()) {
            WaitForAsyncUtils.asyncFx(() -> window.shownProperty().set(pane)).get();
            camera.take(pane.name().toLowerCase(java.util.Locale.ROOT));
        }
        extras();
        dayAhead();
        week();
        tabs(Pane.MARKET, "#market-tabs", "market");
        tabs(Pane.RESULTS, "#results-tabs", "results");
        tabs(Pane.NEGOTIATION, "#negotiation-tabs", "negotiation");
        if (Boolean.getBoolean("vpp.screenshots.all")) {
            WaitForAsyncUtils.asyncFx(() -> window.actions().byId("shortcuts").perform()).get();
            camera.takeLast("dialog-shortcuts");
            for (Finding.Severity severity : Finding.Severity.values()) {
                WaitForAsyncUtils.asyncFx(() -> workbench.tell(severity, "A message", "What, which value, what may help.")).get();
                camera.takeLast("message-" + severity.name().toLowerCase(java.util.Locale.ROOT));
            }
        }
        assertTrue(camera.took("results"));
    }

    /** What is behind a click: the market of a scenario, a branch, and the fleet generator. */
    private void extras() throws Exception {
        WaitForAsyncUtils.asyncFx(() -> {
            window.shownProperty().set(Pane.SCENARIO);
            var document = workbench.document();
            var market = new MarketSettings(Timeline.DAY_AHEAD, MarketRules.CAISO_DERA,
                    new ForecastSettings(ForecastSettings.Method.PERSISTENCE, 0, 0.1), CallSettings.NONE);
            workbench.history().edit("market", document.with(ScenarioEdits.market(
                    ScenarioEdits.firstDay(document.scenario(), workbench.data().horizon().firstDay()), market)));
        }).get();
        WaitForAsyncUtils.waitForFxEvents();
        var form = (ScrollPane) stage.getScene().lookup("#pane-scenario .form-scroll");
        WaitForAsyncUtils.asyncFx(() -> form.setVvalue(0.6)).get();
        camera.take("scenario-market");
        WaitForAsyncUtils.asyncFx(() -> workbench.history().undo()).get();
        WaitForAsyncUtils.asyncFx(() -> window.shownProperty().set(Pane.NEGOTIATION)).get();
        var first = java.util.Objects.requireNonNull(workbench.runProperty().get());
        WaitForAsyncUtils.asyncFx(() -> window.branches().refuseEverything()).get();
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> workbench.shelf().runs().size() == 2);
        camera.take("negotiation-branch");
        WaitForAsyncUtils.asyncFx(() -> workbench.shelf().of(first).ifPresent(workbench::show)).get();
        WaitForAsyncUtils.asyncFx(() -> window.actions().byId("generate-fleet").perform()).get();
        WaitForAsyncUtils.waitForFxEvents();
        Stage dialog = (Stage) Window.getWindows().getLast();
        Button draw = (Button) dialog.getScene().lookup("#generate-draw");
        WaitForAsyncUtils.asyncFx(draw::fire).get();
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> !draw.isDisabled());
        camera.take(dialog, "fleet-generate");
        WaitForAsyncUtils.asyncFx(dialog::close).get();
    }

    /** The second of two days that are traded a day ahead. */
    private void dayAhead() throws Exception {
        var first = java.util.Objects.requireNonNull(workbench.runProperty().get());
        WaitForAsyncUtils.asyncFx(() -> {
            window.shownProperty().set(Pane.NEGOTIATION);
            var document = workbench.document();
            var market = new MarketSettings(Timeline.DAY_AHEAD, MarketRules.RESEARCH, ForecastSettings.PERFECT, CallSettings.NONE);
            workbench.history().edit("day-ahead", document.with(
                    ScenarioEdits.days(ScenarioEdits.market(document.scenario(), market), 2)));
            workbench.startRun();
        }).get();
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> workbench.outcomeProperty().get() != null);
        WaitForAsyncUtils.asyncFx(() -> window.transport().jumpToHour(24 + 18)).get();
        camera.take("negotiation-day-ahead");
        WaitForAsyncUtils.asyncFx(() -> {
            workbench.history().undo();
            workbench.shelf().of(first).ifPresent(workbench::show);
        }).get();
    }

    /** The whole week: the day on screen first, then all of it, with what binds and beside another run. */
    private void week() throws Exception {
        var first = java.util.Objects.requireNonNull(workbench.runProperty().get());
        WaitForAsyncUtils.asyncFx(() -> {
            window.shownProperty().set(Pane.RESULTS);
            var document = workbench.document();
            workbench.history().edit("week", document.with(ScenarioEdits.days(
                    ScenarioEdits.firstDay(document.scenario(), workbench.data().horizon().firstDay()), 7)));
            workbench.startRun();
        }).get();
        WaitForAsyncUtils.waitFor(180, TimeUnit.SECONDS, () -> workbench.dayOptimumProperty().get() != null);
        camera.take("results-day-first");
        WaitForAsyncUtils.waitFor(300, TimeUnit.SECONDS, () -> window.results().certificateProperty().get() != null);
        camera.take("results-week");
        WaitForAsyncUtils.asyncFx(() -> ((CertificateBadge) stage.getScene().lookup("#run-optimum-certificate")).explain()).get();
        camera.takeLast("results-certificate");
        WaitForAsyncUtils.asyncFx(() -> Window.getWindows().getLast().hide()).get();
        WaitForAsyncUtils.asyncFx(() -> {
            workbench.history().undo();
            workbench.shelf().of(first).ifPresent(workbench::show);
        }).get();
    }


    private void tabs(Pane pane, String id, String name) throws Exception {
        WaitForAsyncUtils.asyncFx(() -> window.shownProperty().set(pane)).get();
        var tabs = (javafx.scene.control.TabPane) stage.getScene().lookup(id);
        for (int i = 1; i < tabs.getTabs().size(); i++) {
            int index = i;
            WaitForAsyncUtils.asyncFx(() -> tabs.getSelectionModel().select(index)).get();
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> !window.explanations().workingProperty().get());
            WaitForAsyncUtils.asyncFx(() -> {
                if (stage.getScene().lookup("#explanations-table") instanceof javafx.scene.control.TableView<?> table) {
                    table.getSelectionModel().select(2);
                }
            }).get();
            camera.take(name + "-" + tabs.getTabs().get(i).getId().replace("tab-", ""));
        }
    }
}
