package org.vppworkbench.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;
import org.vppworkbench.app.io.UserFolders;
import org.vppworkbench.app.task.FxPulse;
import org.vppworkbench.app.task.FxTaskExecutor;
import org.vppworkbench.app.task.TaskStatus;
import org.vppworkbench.app.ui.project.Prices;
import org.vppworkbench.app.ui.project.KilledSession;
import org.vppworkbench.app.ui.session.ScenarioEdits;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.app.ui.shell.FileDialogs;
import org.vppworkbench.app.ui.shell.Pane;
import org.vppworkbench.app.ui.shell.WorkbenchWindow;

/** Projects, kept runs, drops and recovery in the window at 980×700, with the real core. */
@ExtendWith(ApplicationExtension.class)
class ProjectJourneyTest {
    @TempDir static Path temp;
    private static int count;

    private final Chosen chosen = new Chosen();
    private final Path home = temp.resolve("home-" + ++count);
    private FxTaskExecutor tasks;
    private FxPulse pulse;
    private Stage stage;
    private Workbench workbench;
    private WorkbenchWindow window;
    private WorkbenchPage page;
    private ProjectPage projects;

    @Start
    void show(Stage first) {
        stage = first;
        tasks = new FxTaskExecutor();
        pulse = new FxPulse();
        workbench = new Workbench(ChangedLaboratory.optima((inputs, cancel) -> ChangedLaboratory.never(cancel)), tasks);
        workbench.optimaByItselfProperty().set(false);
        window = new WorkbenchWindow(stage, workbench, pulse, chosen, UserFolders.in(home));
        window.shownProperty().set(Pane.WELCOME);
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
    void pages(FxRobot robot) {
        page = new WorkbenchPage(robot);
        projects = new ProjectPage(robot, window);
    }

    private void idle() throws TimeoutException {
        WorkbenchPage.waitUntil(() -> tasks.tasks().stream().noneMatch(TaskStatus::isRunning));
    }

    private void noticed(String words) throws TimeoutException {
        WorkbenchPage.waitUntil(() -> workbench.noticeProperty().get() != null
                && (workbench.noticeProperty().get().title() + " " + workbench.noticeProperty().get().text()).contains(words));
    }

    private Path saved(String name) throws TimeoutException {
        chosen.next = temp.resolve(count + "-" + name);
        projects.choose("save-project-as");
        noticed("Project saved");
        return Objects.requireNonNull(chosen.next);
    }

    private void seed(long seed) throws Exception {
        WaitForAsyncUtils.asyncFx(() -> workbench.history().edit(
                "seed " + seed, workbench.document().with(ScenarioEdits.seed(workbench.document().scenario(), seed)))).get();
    }

    @Test
    void theWelcomePageOpensASampleWithOneClickAndRunsIt() throws Exception {
        projects.openSample("la-2023-08");
        WorkbenchPage.waitUntil(() -> workbench.outcomeProperty().get() != null && window.shownProperty().get() == Pane.NEGOTIATION);
        WorkbenchPage.waitUntil(() -> page.turns() > 10);
    }

    @Test
    void aProjectIsSavedEditedAndReopenedFromTheWelcomePage() throws Exception {
        Path folder = saved("study");
        assertEquals("VPP Workbench · " + folder.getFileName(), stage.getTitle());
        seed(9);
        assertEquals("VPP Workbench · " + folder.getFileName() + " •", stage.getTitle());
        projects.choose("save-project");
        WorkbenchPage.waitUntil(() -> !window.projects().dirtyProperty().get());
        projects.choose("close-project");
        idle();
        assertEquals("VPP Workbench", stage.getTitle());
        assertEquals(1, workbench.document().scenario().seed());

        projects.openRecent(0);
        WorkbenchPage.waitUntil(() -> workbench.document().scenario().seed() == 9);
        assertEquals("VPP Workbench · " + folder.getFileName(), stage.getTitle());
    }

    @Test
    void aCorruptProjectShowsFindingsAndNothingChanges() throws Exception {
        Path folder = saved("broken");
        projects.choose("close-project");
        idle();
        Files.writeString(folder.resolve("project.json"), "{\"format\":\"vpp-project/1\",\"name\":5}");
        var before = workbench.document();

        projects.drop(folder);

        WorkbenchPage.waitUntil(() -> window.shownProperty().get() == Pane.SCENARIO && page.shows("findings") && page.rows("findings") > 3);
        assertEquals(before, workbench.document());
        assertNull(window.projects().projectProperty().get());
    }

    @Test
    void aBrokenCsvDroppedOnTheWindowBecomesFindings() throws Exception {
        Path good = Prices.oneDay(temp.resolve("broken-" + count + ".csv"), 40);
        Path broken = Files.writeString(good, Files.readString(good).replaceFirst(",40.0,", ",cheap,"));
        var before = workbench.document();

        projects.drop(broken).answer("prices-synthetic");

        WorkbenchPage.waitUntil(() -> page.shows("findings") && page.rows("findings") > 0
                && workbench.findings().getFirst().where().contains("row 2"));
        assertEquals("cheap", String.valueOf(workbench.findings().getFirst().value()).replace("\"", ""));
        assertEquals(before, workbench.document());

        projects.drop(Files.writeString(temp.resolve("notes.txt"), "just words"));
        noticed("a fleet (JSON or CSV)");
    }

    @Test
    void aKeptRunIsOpenedFromItsBundleAndStepped() throws Exception {
        projects.openSample("la-2023-08");
        WorkbenchPage.waitUntil(() -> workbench.outcomeProperty().get() != null);
        Path folder = saved("study");
        projects.choose("keep-run");
        noticed("Run kept");
        var events = Objects.requireNonNull(workbench.outcomeProperty().get()).events();
        assertTrue(window.actions().byId("adopt-run").disabled().get());

        projects.drop(folder.resolve("runs/001-rule-2023-08-16-1d"));
        WorkbenchPage.waitUntil(() -> workbench.shelf().runs().size() == 2 && workbench.outcomeProperty().get() != null);
        assertEquals(events, Objects.requireNonNull(workbench.outcomeProperty().get()).events());
        WorkbenchPage.waitUntil(() -> window.shownProperty().get() == Pane.NEGOTIATION && page.turns() > 0);
        assertTrue(page.text("run-title").startsWith("Run 2 · opened from 001-rule"), page.text("run-title"));
        assertEquals("RULE", page.text("run-label"));

        int position = window.transport().positionProperty().get();
        page.click("previous-message");
        assertTrue(window.transport().positionProperty().get() < position);
        page.click("next-message");
        assertEquals(position, window.transport().positionProperty().get());
        page.open("results");
        assertTrue(window.results().trustworthy(), window.results().breaches());
        assertFalse(window.actions().byId("adopt-run").disabled().get());
    }

    @Test
    void twoWindowsOnOneProject() throws Exception {
        Path folder = saved("shared");
        FxTaskExecutor others = new FxTaskExecutor();
        Workbench second = new Workbench(ChangedLaboratory.optima((inputs, cancel) -> ChangedLaboratory.never(cancel)), others);
        Stage other = WaitForAsyncUtils.asyncFx(() -> new Stage()).get();
        WorkbenchWindow otherWindow = WaitForAsyncUtils.asyncFx(() -> {
            WorkbenchWindow made = new WorkbenchWindow(other, second, pulse, chosen, UserFolders.in(temp.resolve("other")));
            made.show();
            return made;
        }).get();
        ProjectPage there = new ProjectPage(new FxRobot(), otherWindow);

        there.drop(folder);
        WorkbenchPage.waitUntil(() -> there.asks("locked-read-only"));
        assertTrue(there.question("locked-read-only").contains("process " + ProcessHandle.current().pid()), there.question("locked-read-only"));
        there.answer("locked-read-only");
        WorkbenchPage.waitUntil(() -> other.getTitle().endsWith("(read-only)"));
        chosen.next = null;
        there.choose("save-project");
        assertFalse(otherWindow.projects().dirtyProperty().get());

        WaitForAsyncUtils.asyncFx(other::close).get();
        others.close();
    }

    @Test
    void closingWithUnsavedEditsAndARunUnderWayAsksOnceAndStopsIt() throws Exception {
        saved("study");
        WaitForAsyncUtils.asyncFx(() -> {
            var document = workbench.document();
            workbench.history().edit("the whole week", document.with(ScenarioEdits.days(
                    ScenarioEdits.firstDay(document.scenario(), workbench.data().horizon().firstDay()), 7)));
            workbench.startRun();
            workbench.optimaByItselfProperty().set(false);
        }).get();
        WorkbenchPage.waitUntil(() -> workbench.outcomeProperty().get() != null);
        // an optimum that ends when somebody stops it, and not before
        WaitForAsyncUtils.asyncFx(() -> workbench.solveOptimum()).get();
        WorkbenchPage.waitUntil(() -> workbench.solvingProperty().get());

        projects.closeWindow(stage);
        WorkbenchPage.waitUntil(() -> projects.asks("unsaved-save"));
        String question = projects.question("unsaved-save");
        assertTrue(question.contains("1 edit (the whole week) not saved"), question);
        assertTrue(question.contains("still running"), question);
        projects.answer("unsaved-cancel");
        assertTrue(stage.isShowing());
        assertTrue(workbench.solvingProperty().get(), "cancel stops nothing");

        projects.closeWindow(stage).answer("unsaved-save");
        WorkbenchPage.waitUntil(() -> !stage.isShowing());
        WorkbenchPage.waitUntil(() -> !workbench.solvingProperty().get());
        assertFalse(window.projects().dirtyProperty().get());
    }

    @Test
    void afterKill9TheNextStartOffersTheEditsAndRestoresThem() throws Exception {
        KilledSession.withEdits(home, null, 4711);

        WaitForAsyncUtils.asyncFx(window::offerUnsaved).get();
        WorkbenchPage.waitUntil(() -> projects.asks("recovery-restore-0"));
        String offer = projects.question("recovery-restore-0");
        assertTrue(offer.contains("seed 4711") && offer.contains("1 edit"), offer);
        if (System.getProperty("vpp.screenshots") != null) {
            new Camera(stage).takeLast("dialog-recovery");
        }

        projects.answer("recovery-restore-0");
        WorkbenchPage.waitUntil(() -> workbench.document().scenario().seed() == 4711);
        assertEquals("VPP Workbench · not saved •", stage.getTitle());
    }

    /** Answers every file dialog with the path the test chose. */
    private static final class Chosen implements FileDialogs {
        private @Nullable Path next;

        @Override
        public Optional<Path> save(String title, String suggestedName, String kind, String pattern) {
            return Optional.ofNullable(next);
        }

        @Override
        public Optional<Path> open(String title, String kind, String... patterns) {
            return Optional.ofNullable(next);
        }
    }
}
