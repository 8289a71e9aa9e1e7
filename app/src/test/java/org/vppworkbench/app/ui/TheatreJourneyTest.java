package org.vppworkbench.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.vppworkbench.app.task.FxPulse;
import org.vppworkbench.app.task.FxTaskExecutor;
import org.vppworkbench.app.ui.session.StandardLaboratory;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.app.ui.shell.FileDialogs;
import org.vppworkbench.app.ui.shell.Pane;
import org.vppworkbench.app.ui.shell.WorkbenchWindow;
import org.vppworkbench.model.event.RunState;

/** The negotiation from the first step to two futures side by side, at 980×700, with the real core. */
@ExtendWith(ApplicationExtension.class)
class TheatreJourneyTest {
    private final FxTaskExecutor tasks = new FxTaskExecutor();
    private Workbench workbench;
    private WorkbenchWindow window;
    private WorkbenchPage page;
    private TheatrePage theatre;
    private FxPulse pulse;

    @Start
    void show(Stage stage) {
        pulse = new FxPulse();
        workbench = new Workbench(new StandardLaboratory(), tasks);
        workbench.optimaByItselfProperty().set(false);
        window = new WorkbenchWindow(stage, workbench, pulse, new NoFiles());
        window.show();
        window.shownProperty().set(Pane.NEGOTIATION);
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
        theatre = new TheatrePage(robot);
        WorkbenchPage.waitUntil(() -> workbench.outcomeProperty().get() != null && window.transport().shownHour() == 17);
    }

    @Test
    void stepPlayJumpRewindResumeBranchAndLookAtBothFutures(FxRobot robot) throws TimeoutException {
        var transport = window.transport();
        int start = transport.positionProperty().get();
        page.click("previous-message").click("previous-message").click("next-message");
        assertTrue(transport.positionProperty().get() < start);

        RunState rewound = transport.stateProperty().get();
        page.click("play");
        WorkbenchPage.waitUntil(() -> transport.positionProperty().get() > rewound.position());
        page.click("play");
        assertFalse(transport.playingProperty().get());
        robot.interact(() -> transport.moveTo(rewound.position()));
        assertEquals(rewound, transport.stateProperty().get(), "a rewound state is the one that was there before");

        theatre.clickTimeline(18.5 / 24);
        assertEquals(18, transport.shownHour());
        theatre.timelineKey(KeyCode.LEFT);
        assertEquals(17, transport.shownHour());
        assertTrue(page.text("day-story").startsWith("Wed 16 Aug: "), page.text("day-story"));

        theatre.find("home-00");
        assertTrue(page.text("search-hits").contains("hit") || page.text("search-hits").contains(" of "), page.text("search-hits"));
        page.click("search-next");
        assertTrue(page.text("search-hits").contains(" of "), page.text("search-hits"));
        theatre.find("");

        page.click("branch-menu").click("branch-refuse-all");
        WorkbenchPage.waitUntil(() -> workbench.outcomeProperty().get() != null && workbench.shelf().runs().size() == 2);
        page.click("side-by-side");
        WorkbenchPage.waitUntil(() -> window.actions().byId("futures").disabled().get() || theatre.has("futures-numbers"));
        WorkbenchPage.waitUntil(() -> page.enabled("futures-first-difference"));
        page.click("futures-first-difference");
        assertTrue(theatre.turns("dialogue-before") > 0);
        assertTrue(theatre.turns("dialogue-branch") > 0);
        assertTrue(page.text("futures-difference").startsWith("First difference at event"), page.text("futures-difference"));
        page.click("next-hour");
        page.click("futures-back");
        assertFalse(theatre.has("futures-numbers"));
        assertTrue(theatre.has("dialogue"));
    }

    @Test
    void thePresentationStepsAndIsLeftWithEscape(FxRobot robot) {
        robot.interact(() -> window.actions().byId("presentation").perform());
        assertNotNull(theatre.presentation());
        int before = window.transport().positionProperty().get();
        robot.interact(() -> theatre.presentation().requestFocus());
        robot.type(KeyCode.LEFT);
        assertTrue(window.transport().positionProperty().get() < before);
        robot.type(KeyCode.ESCAPE);
        assertNull(theatre.presentation());
    }

    private static final class NoFiles implements FileDialogs {
        @Override
        public Optional<Path> save(String title, String suggestedName, String kind, String pattern) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> open(String title, String kind, String... patterns) {
            return Optional.empty();
        }
    }
}
