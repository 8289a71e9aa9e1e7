package org.vppworkbench.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ComboBox;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.vppworkbench.app.task.FxPulse;
import org.vppworkbench.app.task.FxTaskExecutor;
import org.vppworkbench.app.task.TaskStatus;
import org.vppworkbench.app.ui.session.ScenarioEdits;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.app.ui.shell.FileDialogs;
import org.vppworkbench.app.ui.shell.Pane;
import org.vppworkbench.app.ui.shell.WorkbenchWindow;
import org.vppworkbench.model.scenario.Timeline;

/** Journeys through the whole window at 980×700, with the real core. */
@ExtendWith(ApplicationExtension.class)
class WorkbenchJourneyTest {
    private final FxTaskExecutor tasks = new FxTaskExecutor();
    private final Chosen chosen = new Chosen();
    private Workbench workbench;
    private WorkbenchWindow window;
    private WorkbenchPage page;
    private FxPulse pulse;

    @Start
    void show(Stage stage) {
        pulse = new FxPulse();
        // the optimum of a week is never found: whoever stops it is not in a race with the solver
        workbench = new Workbench(ChangedLaboratory.optima((inputs, cancel) ->
                inputs.horizon().days() == 7 ? ChangedLaboratory.never(cancel) : null), tasks);
        window = new WorkbenchWindow(stage, workbench, pulse, chosen);
        window.show();
        stage.setWidth(980);
        stage.setHeight(700);
        workbench.startRun();
    }

    @Stop
    void close() {
        pulse.close();
        tasks.close();
    }

    @BeforeEach
    void start(FxRobot robot) throws TimeoutException {
        page = new WorkbenchPage(robot);
        WorkbenchPage.waitUntil(() -> workbench.outcomeProperty().get() != null && window.transport().shownHour() == 17);
    }

    @Test
    void theSampleOpensAtTheHourThatShowsMostAndStepsThroughTheDialogue() {
        int turns = page.turns();
        int position = window.transport().positionProperty().get();
        assertTrue(turns > 10, "turns " + turns);
        assertTrue(page.whyTitle().startsWith("Why home-"), page.whyTitle());

        page.click("previous-message").click("previous-message");
        assertTrue(page.turns() < turns);

        page.click("next-message").click("next-message");
        assertEquals(position, window.transport().positionProperty().get());

        page.click("next-proposals");
        assertEquals(18, window.transport().shownHour());
    }

    @Test
    void anEditOfTheScenarioCanBeUndoneAndABadEntryIsNotTaken() {
        page.open("scenario").enter("required-energy", "40");
        assertEquals(40, workbench.document().scenario().requirement().energyKw());

        page.click("undo");
        assertEquals(25, workbench.document().scenario().requirement().energyKw());

        page.enter("required-energy", "plenty");
        assertEquals(25, workbench.document().scenario().requirement().energyKw());
    }

    @Test
    void resultsShowMetricsAndExportAsCsvAndPng(@TempDir Path folder) throws Exception {
        page.open("results");
        assertTrue(page.shows("invariants-badge"));
        assertTrue(window.results().trustworthy(), window.results().breaches());
        assertTrue(window.results().metrics().size() > 20);

        chosen.next = folder.resolve("welfare.png");
        page.click("save-welfare").click("export-save");
        WorkbenchPage.waitUntil(() -> tasks.tasks().stream().noneMatch(TaskStatus::isRunning) && Files.exists(chosen.next));
        assertTrue(Files.size(chosen.next) > 10_000);
        page.closeWindowOf("export-save");

        chosen.next = folder.resolve("homes.csv");
        page.openTab("tab-homes").click("csv-homes");
        WorkbenchPage.waitUntil(() -> tasks.tasks().stream().noneMatch(TaskStatus::isRunning) && Files.exists(chosen.next));
        assertEquals(21, Files.readAllLines(chosen.next).size());
        assertTrue(Files.readAllLines(chosen.next).getFirst().contains("Surplus $"));
    }

    @Test
    void aFigureLeavesTheWindowAsAJournalWantsIt(FxRobot robot, @TempDir Path folder) throws Exception {
        robot.interact(() -> window.actions().byId("export-figure").perform());
        page.choose("export-item", "Figure: surplus").choose("export-format", "PDF");
        if (System.getProperty("vpp.screenshots") != null) {
            new Camera((Stage) robot.lookup("#export-save").query().getScene().getWindow()).take("export-dialog");
        }
        chosen.next = folder.resolve("surplus.pdf");
        page.click("export-save");
        WorkbenchPage.waitUntil(() -> tasks.tasks().stream().noneMatch(TaskStatus::isRunning) && Files.exists(chosen.next));
        assertTrue(new String(Files.readAllBytes(chosen.next), StandardCharsets.ISO_8859_1).startsWith("%PDF"));

        ComboBox<?> items = robot.lookup("#export-item").queryAs(ComboBox.class);
        robot.interact(() -> items.getSelectionModel().select(items.getItems().size() - 2));
        page.click("export-copy");
        WorkbenchPage.waitUntil(() -> workbench.noticeProperty().get() != null && workbench.noticeProperty().get().title().equals("Copied"));
        robot.interact(() -> assertTrue(Clipboard.getSystemClipboard().getString().startsWith("day,welfare_usd")));
        robot.interact(() -> robot.lookup("#export-save").query().getScene().getWindow().hide());
    }

    @Test
    void aBadFleetFileBecomesFindingsAndChangesNothing(@TempDir Path folder) throws Exception {
        var before = workbench.document();
        chosen.next = Files.writeString(folder.resolve("bad.json"), "{\"homes\": [{\"id\": \"x\"}]}");

        page.open("fleet").click("open-fleet");

        WorkbenchPage.waitUntil(() -> window.shownProperty().get() == Pane.SCENARIO);
        assertTrue(page.rows("findings") > 1);
        assertEquals(before, workbench.document());
    }

    @Test
    void aRunCanBeCancelledAndTheDialogueSoFarStays(FxRobot robot) throws TimeoutException {
        robot.interact(() -> {
            var document = workbench.document();
            var scenario = ScenarioEdits.days(ScenarioEdits.firstDay(document.scenario(), workbench.data().horizon().firstDay()), 7);
            workbench.history().edit("the whole week", document.with(scenario));
            workbench.startRun();
            workbench.cancelRun();
        });

        WorkbenchPage.waitUntil(() -> !workbench.runningProperty().get());
        assertEquals(TaskStatus.State.CANCELLED, tasks.tasks().getFirst().stateProperty().get());
        assertNull(workbench.outcomeProperty().get());
        assertFalse(window.actions().byId("run").disabled().get());
    }

    @Test
    void anotherMarketIsChosenRunBranchedFromAndLeftAgain() throws TimeoutException {
        page.open("scenario").choose("timeline", "Day-ahead").choose("forecast", "Noisy");
        assertEquals(Timeline.DAY_AHEAD, workbench.document().scenario().market().timeline());
        assertTrue(page.enabled("forecast-sigma"));
        assertFalse(page.enabled("call-seed"));

        page.click("run").open("negotiation");
        WorkbenchPage.waitUntil(() -> workbench.outcomeProperty().get() != null && window.transport().shownHour() == 17);
        int position = window.transport().positionProperty().get();
        assertTrue(page.text("run-title").startsWith("Run 2"), page.text("run-title"));

        page.click("branch-menu").click("branch-refuse-all");
        WorkbenchPage.waitUntil(() -> workbench.outcomeProperty().get() != null && workbench.shelf().runs().size() == 3);
        assertTrue(page.text("run-title").startsWith("Run 3 · branch of run 2"), page.text("run-title"));
        assertTrue(page.text("run-title").endsWith("refuses everything"), page.text("run-title"));

        page.click("run-before");
        assertTrue(page.text("run-title").startsWith("Run 2"), page.text("run-title"));
        assertEquals(position, window.transport().positionProperty().get());
        assertFalse(workbench.staleProperty().get());

        page.choose("run-selector", "Run 1");
        assertTrue(workbench.staleProperty().get());
    }

    @Test
    void theOptimumAppearsByItselfIsExplainedAndComparedWithAnotherRun(@TempDir Path folder) throws Exception {
        page.open("results");
        WorkbenchPage.waitUntil(() -> page.shows("run-optimum-certificate"));
        assertTrue(page.text("run-optimum").startsWith("The whole run: W "), page.text("run-optimum"));
        assertTrue(page.text("run-optimum-certificate-text").startsWith("✓ certified, gap"), page.text("run-optimum-certificate-text"));
        assertFalse(page.scrollsSideways("optimum-table"), "certificates fit");
        page.click("run-optimum-certificate");
        assertTrue(page.shows("certificate"));
        page.press(javafx.scene.input.KeyCode.ESCAPE);

        page.openTab("tab-explanations");
        WorkbenchPage.waitUntil(() -> page.rows("explanations-table") > 0);
        page.click("explain-reasons").choose("explain-home", "home-004");
        assertFalse(page.scrollsSideways("explanations-table"), "explanations fit");
        int ofHome = page.rows("explanations-table");
        assertTrue(ofHome > 0 && ofHome < 100, "rows " + ofHome);
        page.selectRow("explanations-table", 0);
        assertTrue(page.text("explanation-detail").startsWith("home-004, "), page.text("explanation-detail"));
        chosen.next = folder.resolve("why.csv");
        page.click("csv-explanations");
        WorkbenchPage.waitUntil(() -> tasks.tasks().stream().noneMatch(TaskStatus::isRunning) && Files.exists(chosen.next));
        assertEquals(ofHome + 1, Files.readAllLines(chosen.next).size());

        page.open("scenario").choose("mechanism", "Posted price");
        assertTrue(page.text("mechanism-explanation").contains("share of the forecast price"), page.text("mechanism-explanation"));
        page.click("run");
        WorkbenchPage.waitUntil(() -> workbench.shelf().runs().size() == 2 && workbench.outcomeProperty().get() != null);
        page.open("results").openTab("tab-compare");
        assertTrue(page.rows("comparison-table") > 20);
        assertFalse(page.scrollsSideways("comparison-table"), "metrics of two runs fit");
        assertFalse(page.shows("comparison-remark"));
    }

    @Test
    void ofTheWeekTheDayOnScreenIsSolvedFirstAndACancelInTheStatusLineStopsTheRest(FxRobot robot) throws TimeoutException {
        robot.interact(() -> {
            var document = workbench.document();
            workbench.history().edit("the whole week", document.with(ScenarioEdits.days(
                    ScenarioEdits.firstDay(document.scenario(), workbench.data().horizon().firstDay()), 7)));
            workbench.startRun();
        });
        page.open("results");
        WorkbenchPage.waitUntil(() -> page.shows("day-optimum-certificate"));
        assertTrue(page.text("day-optimum").startsWith("Wed 16 Aug alone, from the energy it began with"), page.text("day-optimum"));
        WorkbenchPage.waitUntil(() -> tasks.tasks().getFirst().title().equals("Certified optimum, 7 days"));
        assertTrue(workbench.solvingProperty().get());
        assertFalse(page.shows("run-optimum-certificate"), "the week is still being solved");

        page.click("status-cancel");
        WorkbenchPage.waitUntil(() -> !workbench.solvingProperty().get());
        assertEquals(TaskStatus.State.CANCELLED, tasks.tasks().getFirst().stateProperty().get());
        assertFalse(page.shows("run-optimum-certificate"));
        assertTrue(page.enabled("solve"));
    }

    /** Answers file dialogs with the path a test chose. */
    private static final class Chosen implements FileDialogs {
        private Path next = Path.of("");

        @Override
        public Optional<Path> save(String title, String suggestedName, String kind, String pattern) {
            return Optional.of(next);
        }

        @Override
        public Optional<Path> open(String title, String kind, String... patterns) {
            return Optional.of(next);
        }
    }
}
