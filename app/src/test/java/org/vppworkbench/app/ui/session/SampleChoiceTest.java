package org.vppworkbench.app.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vppworkbench.app.ui.SampleRun;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.sample.SampleLibrary;

/** Every sample of the library can be chosen, run from and left again. */
class SampleChoiceTest {
    private final Workbench workbench = SampleRun.fresh();

    static List<String> samples() {
        return SampleLibrary.ids();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void choosingASampleTakesItsDaysAndItsFleetAndUndoComesBack(String id) {
        Document before = workbench.document();

        workbench.chooseSample(id);

        Document after = workbench.document();
        assertEquals(id, after.scenario().sample());
        assertEquals(id, workbench.data().id());
        assertEquals(SampleLibrary.defaultFleet(id).orThrow(), after.fleet());
        assertEquals(after.fleet().id(), after.scenario().fleetReference());
        assertNotNull(workbench.resolvedProperty().get(), () -> workbench.findings().toString());

        if (!id.equals(before.scenario().sample())) {
            workbench.history().undo();
        }
        assertEquals(before, workbench.document());
        assertEquals(before.scenario().sample(), workbench.data().id());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void anEditedFleetStays(String id) {
        Fleet fleet = new Fleet("mine", "mine", workbench.document().fleet().homes().subList(0, 3));
        workbench.history().edit("fleet", new Document(
                ScenarioEdits.fleetReference(workbench.document().scenario(), "mine"), fleet));

        workbench.chooseSample(id);

        assertSame(fleet, workbench.document().fleet());
        assertEquals("mine", workbench.document().scenario().fleetReference());
    }

    @Test
    void anUnknownSampleChangesNothingAndIsExplained() {
        Document before = workbench.document();

        workbench.chooseSample("nowhere");

        assertEquals(before, workbench.document());
        assertEquals("Sample not opened", Objects.requireNonNull(workbench.noticeProperty().get()).title());
    }
}
