package org.vppworkbench.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.vppworkbench.app.action.AppAction;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.task.FxPulse;
import org.vppworkbench.app.task.FxTaskExecutor;
import org.vppworkbench.app.ui.session.StandardLaboratory;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.app.ui.shell.FileDialogs;
import org.vppworkbench.app.ui.shell.WorkbenchWindow;
import org.vppworkbench.model.event.StepKind;
import org.vppworkbench.negotiation.standin.BargainingResponder;
import org.vppworkbench.negotiation.standin.Latency;
import org.vppworkbench.negotiation.standin.NegotiatingResponder;
import org.vppworkbench.negotiation.standin.StandInServer;
import org.vppworkbench.negotiation.standin.StandInSettings;

/** A person plays a home, and language models play a day, in the whole window at 980×700. */
@ExtendWith(ApplicationExtension.class)
class SeatJourneyTest {
    @TempDir
    private Path folder;

    private final FxTaskExecutor tasks = new FxTaskExecutor();
    private Workbench workbench;
    private WorkbenchWindow window;
    private FxPulse pulse;

    @Start
    void show(Stage stage) {
        pulse = new FxPulse();
        workbench = new Workbench(new StandardLaboratory(), tasks);
        workbench.optimaByItselfProperty().set(false);
        window = new WorkbenchWindow(stage, workbench, pulse, new FileDialogs() {
            @Override
            public Optional<Path> save(String title, String suggestedName, String kind, String pattern) {
                return Optional.of(folder.resolve(suggestedName));
            }

            @Override
            public Optional<Path> open(String title, String kind, String... patterns) {
                return Optional.empty();
            }
        });
        window.show();
        stage.setWidth(980);
        stage.setHeight(700);
    }

    @Stop
    void close() {
        pulse.close();
        tasks.close();
    }

    private void ready() throws TimeoutException {
        WorkbenchPage.waitUntil(() -> workbench.resolvedProperty().get() != null);
    }

    @Test
    void aSeatIsTakenAnOfferRefusedAnotherMadeAndTheSeatLeft(FxRobot robot) throws Exception {
        ready();
        robot.interact(() -> SampleRun.fourHomes(workbench, 1, "rule"));
        ready();
        String home = workbench.document().fleet().homes().stream().filter(h -> h.bess() != null).findFirst().orElseThrow().id();
        SeatPage seat = new SeatPage(robot).open();
        assertTrue(seat.consentText().contains("nothing is sent"), seat.consentText());
        seat.play(home).agree().take().untilVerdict("The gate would");
        seat.enter("seat-price", "900").untilVerdict("would let this offer pass");
        assertTrue(seat.text("seat-consequence").contains("reservation price"), seat.text("seat-consequence"));
        String right = seat.value("seat-kw");

        seat.enter("seat-kw", "400").untilVerdict("would refuse it (physics)");
        seat.fire("seat-offer").untilRefused();
        assertTrue(seat.text("seat-refusal").contains("One more try"), seat.text("seat-refusal"));

        seat.enter("seat-kw", right).untilVerdict("would let this offer pass").fire("seat-offer").untilAsked();
        assertTrue(seat.text("seat-table").contains("your offer"), seat.text("seat-table"));

        robot.interact(() -> window.transport().previous(StepKind.MESSAGE));
        assertTrue(seat.title().endsWith("your turn"), "stepping back does not make a move");
        assertEquals(List.of(), lacking(robot.lookup("#seat-pane").query()));
        assertTrue(new WorkbenchPage(robot).shows("veil"), "what others say is not for this side");
        TabPane tabs = robot.lookup("#negotiation-tabs").queryAs(TabPane.class);
        assertTrue(tabs.getTabs().stream().filter(tab -> "tab-why".equals(tab.getId())).allMatch(Tab::isDisabled), "reasons are veiled");

        seat.fire("seat-leave");
        WorkbenchPage.waitUntil(() -> workbench.outcomeProperty().get() != null);
        ExperimentResult result = Objects.requireNonNull(workbench.outcomeProperty().get());
        assertEquals("RULE + HUMAN", result.record().label());
        assertEquals("RULE + HUMAN", new WorkbenchPage(robot).text("run-label"));
        assertTrue(result.invariantsHold());
        WorkbenchPage.waitUntil(() -> !new WorkbenchPage(robot).shows("veil"));

        robot.interact(() -> window.actions().byId("export-choices").perform());
        WorkbenchPage.waitUntil(() -> Files.exists(folder.resolve("choices.csv"))
                && Files.readString(folder.resolve("choices.csv")).lines().count() >= 3);
        assertTrue(Files.readString(folder.resolve("choices.csv")).contains("physics"));
    }

    @Test
    void closingAsksWhileThePersonIsWaitedForAndCancelEndsTheWait(FxRobot robot) throws TimeoutException {
        ready();
        SeatPage seat = new SeatPage(robot).open().play("aggregator").take();
        assertTrue(workbench.lostOnClosing().getFirst().contains("still running"), workbench.lostOnClosing().toString());
        assertTrue(seat.may("seat-send"));
        robot.interact(workbench::cancelRun);
        WorkbenchPage.waitUntil(() -> seat.title().endsWith("the run is over"));
        assertFalse(workbench.runningProperty().get());
    }

    @Test
    void modelsPlayADayAreCountedAndCancelledInTheBurst(FxRobot robot) throws TimeoutException {
        ready();
        StandInSettings slow = StandInSettings.saying(new NegotiatingResponder(new BargainingResponder(0)))
                .withLatency(Latency.fixed(java.time.Duration.ofMillis(300)));
        try (StandInServer server = StandInServer.start(slow)) {
            new WorkbenchPage(robot).open("scenario");
            AgentsPage agents = new AgentsPage(robot);
            agents.choose("agents-mechanism", "llm").choose("agents-provider", "openai")
                    .type("agents-model", "stand-in").type("agents-url", server.openAiBase());
            assertEquals(List.of(), lacking(agents.root()));
            assertEquals("", agents.text("agents-problem"));
            agents.take();
            ready();
            new WorkbenchPage(robot).open("negotiation").click("run");
            WorkbenchPage.waitUntil(() -> robot.lookup("#model-use").queryAs(Labeled.class).getText().matches("[1-9].* calls, .*"));
            assertTrue(new WorkbenchPage(robot).text("run-label").startsWith("LLM live stand-in @custom endpoint"));
            robot.interact(workbench::cancelRun);
            WorkbenchPage.waitUntil(() -> !workbench.runningProperty().get());
            assertTrue(server.ledger().count() > 0, "the model was asked");
        }
    }

    @Test
    void actionsKeepTheirShortcutsToThemselves() {
        Set<Object> keys = new HashSet<>();
        for (AppAction action : window.actions().all()) {
            assertTrue(action.shortcut() == null || keys.add(action.shortcut()), action.id());
        }
    }

    private static List<String> lacking(Node root) {
        List<String> lacking = new ArrayList<>();
        for (Node node : root.lookupAll(".text-input, .button, .menu-button, .check-box, .combo-box, .table-view, .list-view, .slider")) {
            boolean heard = node.getAccessibleText() != null || (node instanceof Labeled labeled && !labeled.getText().isEmpty());
            if (node instanceof Control control && node.isFocusTraversable()
                    && (node.getId() == null || control.getTooltip() == null || !heard)) {
                lacking.add(node.toString());
            }
        }
        return lacking;
    }
}
