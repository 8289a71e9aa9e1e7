package org.vppworkbench.app.ui.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.vppworkbench.app.ui.SampleRun;
import org.vppworkbench.app.ui.session.Document;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.model.fleet.FleetPreset;

class GenerateFleetViewModelTest {
    private final Workbench workbench = SampleRun.fresh();
    private final GenerateFleetViewModel model = new GenerateFleetViewModel(workbench);

    @Test
    void aDrawnFleetIsShownWithItsTableAndTakenOverAsOneEdit() {
        Document before = workbench.document();
        model.setHomes(50);
        model.setSeed(9);
        model.draw();

        assertFalse(model.rows().isEmpty());
        assertTrue(model.messageProperty().get().startsWith("50 homes"), model.messageProperty().get());
        assertEquals(before, workbench.document());

        model.use();
        assertEquals(50, workbench.document().fleet().homes().size());
        assertEquals(workbench.document().fleet().id(), workbench.document().scenario().fleetReference());
        assertNotNull(workbench.resolvedProperty().get(), () -> workbench.findings().toString());

        workbench.history().undo();
        assertEquals(before, workbench.document());
    }

    @Test
    void everyParameterCanBeChangedAndWhatWasAskedStandsBesideWhatWasDrawn() {
        model.setHomes(400);
        var pv = model.parameters().stream().filter(e -> e.path().equals("adoption.pv")).findFirst().orElseThrow();
        assertEquals("", model.change(pv, 0.7));
        assertTrue(model.isChanged("adoption.pv"));
        assertTrue(model.change(pv, 1.5).contains("outside"), "out of range is not taken");

        model.draw();

        assertEquals(0.7, model.rows().stream().filter(r -> r.quantity().contains("with a solar roof") || r.quantity().equals("adoption.pv")).findFirst().orElseThrow().asked(), 1e-12);
        model.use();
        assertEquals(0.7, workbench.document().scenario().generatedFleet().adoption().pv());

        model.presetProperty().set(FleetPreset.CALIFORNIA);
        assertFalse(model.isChanged("adoption.pv"));
    }

    @Test
    void parametersThatContradictEachOtherAreSaidAndNothingIsDrawn() {
        var pv = model.parameters().stream().filter(e -> e.path().equals("adoption.pv")).findFirst().orElseThrow();
        model.change(pv, 0.25);
        model.draw();

        assertTrue(model.rows().isEmpty(), "most batteries cannot stand under 25 % of roofs");
        assertFalse(model.messageProperty().get().isEmpty());

        model.reset();
        model.draw();
        assertFalse(model.rows().isEmpty());
    }

    @Test
    void anotherQuestionForgetsTheAnswer() {
        model.draw();
        model.presetProperty().set(FleetPreset.CALIFORNIA);

        assertNull(model.drawnProperty().get());
        assertTrue(model.rows().isEmpty());
    }

    @Test
    void numbersAreShortAndWhatIsNotDefinedIsADash() {
        assertEquals("0.6075", GenerateFleetViewModel.number(0.60750001));
        assertEquals("20", GenerateFleetViewModel.number(20));
        assertEquals("10000", GenerateFleetViewModel.number(10_000));
        assertEquals("–", GenerateFleetViewModel.number(Double.NaN));
    }

    @Test
    void anImpossibleNumberIsExplained() {
        model.setHomes(0);
        model.draw();

        assertNull(model.drawnProperty().get());
        assertTrue(model.messageProperty().get().contains("homes"), model.messageProperty().get());
        model.use();
        assertEquals(20, workbench.document().fleet().homes().size());
    }
}
