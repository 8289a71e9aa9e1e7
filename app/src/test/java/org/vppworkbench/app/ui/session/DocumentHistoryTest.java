package org.vppworkbench.app.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.vppworkbench.app.ui.SampleRun;

class DocumentHistoryTest {
    private final Workbench workbench = SampleRun.fresh();
    private final DocumentHistory history = workbench.history();

    @Test
    void undoAndRedoMoveBetweenTheSameValues() {
        Document first = history.document();
        history.edit("seed", first.with(ScenarioEdits.seed(first.scenario(), 7)));
        Document second = history.document();

        assertEquals("seed", history.undo());
        assertEquals(first, history.document());
        assertEquals("seed", history.redo());
        assertEquals(second, history.document());
    }

    @Test
    void anEditThatChangesNothingCannotBeUndone() {
        history.edit("nothing", history.document());

        assertTrue(history.nothingToUndoProperty().get());
    }

    @Test
    void aNewEditDropsWhatCouldBeRedone() {
        Document first = history.document();
        history.edit("seed", first.with(ScenarioEdits.seed(first.scenario(), 7)));
        history.undo();
        history.edit("days", first.with(ScenarioEdits.days(first.scenario(), 2)));

        assertTrue(history.nothingToRedoProperty().get());
        assertFalse(history.nothingToUndoProperty().get());
    }

    @Test
    void daysOutsideTheDataAreAFindingAndRefuseTheRun() {
        Document first = history.document();
        history.edit("days", first.with(ScenarioEdits.days(first.scenario(), 30)));

        assertTrue(workbench.findings().stream().anyMatch(f -> f.isError()));
        workbench.startRun();
        assertEquals(null, workbench.runProperty().get());
    }
}
