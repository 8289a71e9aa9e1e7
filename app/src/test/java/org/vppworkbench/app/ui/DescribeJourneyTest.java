package org.vppworkbench.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.vppworkbench.app.task.FxPulse;
import org.vppworkbench.app.task.FxTaskExecutor;
import org.vppworkbench.app.ui.session.Document;
import org.vppworkbench.app.ui.session.StandardLaboratory;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.app.ui.shell.NativeFileDialogs;
import org.vppworkbench.app.ui.shell.Pane;
import org.vppworkbench.app.ui.shell.WorkbenchWindow;
import org.vppworkbench.model.fleet.Home;

/** A home described in words becomes one of the fleet, in the whole window at 980×700. */
@ExtendWith(ApplicationExtension.class)
class DescribeJourneyTest {
    private final FxTaskExecutor tasks = new FxTaskExecutor();
    private Workbench workbench;
    private WorkbenchWindow window;
    private FxPulse pulse;

    @Start
    void show(Stage stage) {
        pulse = new FxPulse();
        workbench = new Workbench(new StandardLaboratory(), tasks);
        window = new WorkbenchWindow(stage, workbench, pulse, new NativeFileDialogs(stage));
        window.show();
        stage.setWidth(980);
        stage.setHeight(700);
    }

    @Stop
    void close() {
        pulse.close();
        tasks.close();
    }

    @Test
    void aHomeIsDescribedCorrectedAddedAndTakenOutAgain(FxRobot robot) throws TimeoutException {
        Document before = workbench.document();
        WorkbenchPage page = new WorkbenchPage(robot).open("fleet");
        DescribePage words = new DescribePage(robot).type("We have a 10 kWh battery and 6 kW of solar.");
        assertTrue(words.row("Battery size").startsWith("Battery size = 10 kWh from “"), words.row("Battery size"));

        words.select("Solar roof");
        assertTrue(words.markedWords().contains("6 kW"), words.markedWords());
        words.caretIn("10 kWh");
        assertEquals("Battery size", words.selected());

        words.correct("100000");
        assertTrue(words.refusal().contains("0.1 to 1000 kWh"), words.refusal());
        words.correct("12.5");
        assertTrue(words.row("Battery size").contains("= 12.5 kWh"), words.row("Battery size"));
        assertEquals("Add home", words.addButton());

        words.add();
        assertEquals(Pane.FLEET, window.shownProperty().get());
        assertEquals(21, page.rows("fleet-table"));
        Home added = workbench.document().fleet().homes().getLast();
        assertEquals("home-021", added.id());
        assertEquals(12.5, java.util.Objects.requireNonNull(added.bess()).capacityKwh());

        page.click("undo");
        assertEquals(before, workbench.document());
    }

    @Test
    void anExampleIsTakenManyAreCountedAndClosingKeepsTheTextAndAddsNothing(FxRobot robot) throws TimeoutException {
        Document before = workbench.document();
        new WorkbenchPage(robot).open("fleet");
        DescribePage words = new DescribePage(robot);
        assertEquals("disabled: Add home", words.addButton());

        words.takeExample(1).manyOneALine().type("\n6 kW of solar\n");
        assertEquals(2, words.lines());
        assertEquals("Add all 2 homes", words.addButton());

        words.close();
        assertEquals(before, workbench.document());
        assertEquals(2, new DescribePage(robot).lines());
    }

    @Test
    void everyControlOfTheDialogHasAnIdATooltipAndWordsToBeHeard(FxRobot robot) throws TimeoutException {
        new WorkbenchPage(robot).open("fleet");
        DescribePage words = new DescribePage(robot).type("We have a 10 kWh battery.").manyOneALine();
        words.select("Battery size");

        List<String> lacking = new ArrayList<>();
        Node root = Window.getWindows().getLast().getScene().getRoot();
        for (Node node : root.lookupAll(".text-input, .button, .radio-button, .check-box, .combo-box, .table-view, .list-view")) {
            boolean heard = node.getAccessibleText() != null || (node instanceof Labeled labeled && !labeled.getText().isEmpty());
            if (node instanceof Control control && node.isFocusTraversable()
                    && (node.getId() == null || control.getTooltip() == null || !heard)) {
                lacking.add(node.toString());
            }
        }
        assertEquals(List.of(), lacking);
    }
}
