package org.vppworkbench.app.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.vppworkbench.app.action.AppAction;
import org.vppworkbench.app.task.ManualPulse;
import org.vppworkbench.app.ui.SampleRun;
import org.vppworkbench.app.ui.session.Workbench;

/** What must hold for every action. */
class WorkbenchActionsTest {
    private final Workbench workbench = SampleRun.shared();
    private final WorkbenchActions actions =
            new WorkbenchActions(
                    workbench, SampleRun.transport(new ManualPulse()), new SimpleObjectProperty<>(Pane.FLEET), new NoWindow());

    @Test
    void everyActionHasTextTooltipAndIcon() {
        for (AppAction action : actions.all()) {
            assertFalse(action.text().isBlank(), action.id());
            assertTrue(action.tooltip().length() > 8, action.id() + " explains itself");
            assertTrue(action.icon().matches("md(al|mz)-.+"), action.id());
        }
    }

    @Test
    void idsAndShortcutsAreUnique() {
        Set<String> ids = new HashSet<>();
        Set<Object> keys = new HashSet<>();
        for (AppAction action : actions.all()) {
            assertTrue(ids.add(action.id()), action.id());
            assertTrue(action.shortcut() == null || keys.add(action.shortcut()), action.id());
        }
    }

    @Test
    void whatCanBeSwitchedOffSaysWhy() {
        assertEquals(
                List.of(),
                actions.all().stream()
                        .filter(action -> action.disabled().equals(WorkbenchActions.NEVER) != ActionObstacles.words(action.id()).isEmpty())
                        .map(AppAction::id)
                        .toList());
    }

    @Test
    void tooltipsShowTheShortcut() {
        AppAction run = actions.byId("run");

        assertTrue(run.tooltipWithShortcut().endsWith("(F5)"), run.tooltipWithShortcut());
    }

    @Test
    void aDisabledActionDoesNothing() {
        AppAction undo = actions.byId("undo");

        assertTrue(undo.disabled().get());
        undo.perform();
        assertEquals(workbench.history().document(), workbench.document());
    }

    private static final class NoWindow implements WindowCommands {
        @Override
        public void openFleet() {}

        @Override
        public void saveFleet() {}

        @Override
        public void generateFleet() {}

        @Override
        public void describeHomes() {}

        @Override
        public void saveBundle() {}

        @Override
        public void exportFigure() {}

        @Override
        public void writeReport() {}

        @Override
        public void verifyRun() {}

        @Override
        public void switchTheme() {}

        @Override
        public void copyReport() {}

        @Override
        public void showShortcuts() {}

        @Override
        public void quit() {}
    }
}
