package org.vppworkbench.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
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
import org.vppworkbench.app.ui.session.StandardLaboratory;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.app.ui.shell.WorkbenchWindow;

/** From a number to its definition, to another run beside it, to a file. */
@ExtendWith(ApplicationExtension.class)
class ResultsJourneyTest {
    private final FxTaskExecutor tasks = new FxTaskExecutor();
    private final ChosenFile chosen = new ChosenFile();
    private Workbench workbench;
    private WorkbenchWindow window;
    private WorkbenchPage page;
    private ResultsPage results;
    private FxPulse pulse;

    @Start
    void show(Stage stage) {
        pulse = new FxPulse();
        workbench = new Workbench(new StandardLaboratory(), tasks);
        workbench.optimaByItselfProperty().set(false);
        SampleRun.fourHomes(workbench, 1, "rule");
        window = new WorkbenchWindow(stage, workbench, pulse, chosen);
        window.show();
        stage.setWidth(980);
        stage.setHeight(700);
    }

    @Stop
    void close() {
        pulse.close();
        tasks.close();
    }

    @BeforeEach
    void start(FxRobot robot) throws TimeoutException {
        page = new WorkbenchPage(robot);
        results = new ResultsPage(robot);
        WorkbenchPage.waitUntil(() -> workbench.resolvedProperty().get() != null);
        robot.interact(workbench::startRun);
        WorkbenchPage.waitUntil(() -> workbench.outcomeProperty().get() != null);
        page.open("results");
    }

    private void idle() throws TimeoutException {
        WorkbenchPage.waitUntil(() -> tasks.tasks().stream().noneMatch(TaskStatus::isRunning));
    }

    @Test
    void fromANumberToItsDefinitionToAnotherRunToAFile(FxRobot robot, @TempDir Path folder) throws Exception {
        List<String> lines = results.definitionOf("vppValueUsd");
        assertTrue(lines.contains("W \u2212 W\u2070 = W \u2212 W\u2070"), lines.toString());
        assertTrue(lines.contains(String.format(java.util.Locale.ROOT, "%.6f $", workbench.outcomeProperty().get().welfareUsd()).replace('-', '\u2212')),
                lines.toString());

        robot.interact(() -> workbench.history().edit("mechanism", workbench.document().with(
                ScenarioEdits.mechanism(workbench.document().scenario(), "posted-price"))));
        WorkbenchPage.waitUntil(() -> workbench.resolvedProperty().get() != null);
        robot.interact(workbench::startRun);
        WorkbenchPage.waitUntil(() -> workbench.shelf().runs().size() == 2);
        page.openTab("tab-compare");
        assertTrue(page.text("comparison-differences").contains("mechanism: rule \u2192 posted-price"), page.text("comparison-differences"));
        assertTrue(page.text("comparison-differences").contains("events are the same, but for what was chosen; event"), page.text("comparison-differences"));
        page.openTab("compare-figures").choose("compare-figure", "Money: Welfare");
        assertTrue(page.enabled("save-compared-a") && page.enabled("save-compared-b"));

        page.openTab("tab-figures");
        results.figure("Price duration curve");
        chosen.next = folder.resolve("curve.pdf");
        page.click("save-catalogue").choose("export-format", "PDF").click("export-save");
        idle();
        WorkbenchPage.waitUntil(() -> Files.exists(chosen.next));
        assertTrue(new String(Files.readAllBytes(chosen.next), StandardCharsets.ISO_8859_1).startsWith("%PDF"));
        page.closeWindowOf("export-save");
    }

    @Test
    void aFigureThatIsNotThereSaysWhyAndTheOptimumBringsIt(FxRobot robot) throws Exception {
        page.openTab("tab-figures");
        assertEquals(21, results.figures().size());
        results.figure("Regret, part by part");
        assertTrue(results.whyNone().contains("needs the optimum: F6"), results.whyNone());
        assertFalse(page.enabled("save-catalogue"));
        robot.interact(() -> window.actions().byId("solve").perform());
        WorkbenchPage.waitUntil(() -> page.enabled("save-catalogue"));
    }

    @Test
    void theSharesOfTheHomesAreWorkedOutInTheBackground() throws Exception {
        page.openTab("tab-homes");
        assertEquals(0, page.rows("shares-table"));
        page.click("work-out-shares");
        WorkbenchPage.waitUntil(() -> page.rows("shares-table") == 4);
        page.openTab("tab-figures");
        results.figure("Surplus and shares");
        assertTrue(page.enabled("save-catalogue"));
    }

    @Test
    void theRunIsReportedAndVerified(FxRobot robot, @TempDir Path folder) throws Exception {
        chosen.next = folder.resolve("run.html");
        robot.interact(() -> window.actions().byId("write-report").perform());
        WorkbenchPage.waitUntil(() -> Files.exists(chosen.next));
        idle();
        assertTrue(Files.readString(chosen.next).contains("<h2>Method</h2>"));

        robot.interact(() -> window.actions().byId("verify-run").perform());
        WorkbenchPage.waitUntil(() -> robot.lookup("#verified-files").tryQuery().isPresent());
        String files = robot.lookup("#verified-files").queryAs(javafx.scene.control.TextArea.class).getText();
        assertTrue(files.contains("identical  events.jsonl"), files);
        assertFalse(files.contains("DIFFERENT"), files);
        page.closeWindowOf("verified-files");

        page.openTab("tab-words");
        assertEquals("RULE", page.text("words-label"));
        assertTrue(page.text("sentence-1").contains("virtual power plant"), page.text("sentence-1"));
    }
}
