package org.vppworkbench.app.ui.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vppworkbench.app.ui.SampleRun;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.scenario.Finding;

class FleetViewModelTest {
    private final Workbench workbench = SampleRun.fresh();
    private final FleetViewModel model = new FleetViewModel(workbench);
    private final Home home = model.homes().getFirst();

    @Test
    void anEditIsTakenAndCanBeUndone() {
        assertTrue(model.edit("Bat. kWh", home, HomeEdits.capacityKwh(home, 20)));
        assertEquals(20, model.homes().getFirst().bess().capacityKwh());

        workbench.history().undo();

        assertEquals(home, model.homes().getFirst());
    }

    @Test
    void anEditedSampleNoLongerCallsItselfTheSample() {
        model.edit("Bat. kWh", home, HomeEdits.capacityKwh(home, 20));
        model.edit("Load ×", model.homes().getFirst(), HomeEdits.loadScale(model.homes().getFirst(), 2));

        assertEquals("la-20-edited", workbench.document().fleet().id());
        assertTrue(workbench.document().fleet().name().endsWith("20 (edited)"), workbench.document().fleet().name());
        assertEquals("la-20-edited", workbench.document().scenario().fleetReference());
        assertEquals(HomeEdits.BY_HAND, model.homes().getFirst().bess().product());

        workbench.history().undo();
        workbench.history().undo();

        assertEquals("la-20", workbench.document().fleet().id());
        assertEquals("la-20", workbench.document().scenario().fleetReference());
    }

    @Test
    void anEditMakesTheShownRunStaleAndUndoDoesNot() {
        workbench.startRun();
        assertFalse(workbench.staleProperty().get());

        model.edit("Bat. kWh", home, HomeEdits.capacityKwh(home, 20));
        assertTrue(workbench.staleProperty().get());

        workbench.history().undo();
        assertFalse(workbench.staleProperty().get());
    }

    @Test
    void anOpenedFileIsNamedWithoutItsFolderAndKnownByItsHash(@TempDir Path folder) {
        model.save(folder.resolve("mine.json"));
        model.open(folder.resolve("mine.json"), () -> {});
        workbench.startRun();

        assertEquals("mine.json", workbench.document().scenario().fleetReference());
        var files = workbench.inputFiles(java.util.Objects.requireNonNull(workbench.outcomeProperty().get()));
        assertEquals(java.util.Set.of("mine.json"), files.keySet());
    }

    @Test
    void anImpossibleValueIsExplainedAndNotTaken() {
        assertFalse(model.edit("Bat. kWh", home, HomeEdits.capacityKwh(home, -1)));

        assertTrue(model.messageProperty().get().contains("capacityKwh"), model.messageProperty().get());
        assertEquals(home, model.homes().getFirst());
    }

    @Test
    void filterLooksIntoPreferences() {
        model.filterProperty().set("sell nothing");

        assertFalse(model.homes().isEmpty());
        assertTrue(model.homes().size() < workbench.document().fleet().homes().size());
    }

    @Test
    void savedFleetReadsBackTheSame(@TempDir Path folder) {
        Path file = folder.resolve("fleet.json");
        Fleet before = workbench.document().fleet();
        model.save(file);
        model.open(file, () -> {});

        assertEquals(before, workbench.document().fleet());
    }

    @Test
    void aFileIsReplacedWholeAndNothingIsLeftBeside(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("fleet.json"), "what was there");
        model.save(file);

        try (var files = Files.list(folder)) {
            assertEquals(java.util.List.of(file), files.toList());
        }
        assertTrue(Files.readString(file).contains(home.id()));
    }

    @Test
    void aBadFileIsAListOfFindingsAndChangesNothing(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.json"), "{\"format\": \"vpp-fleet/1\", \"homes\": 3}");
        Fleet before = workbench.document().fleet();

        model.open(file, () -> {});

        assertEquals(before, workbench.document().fleet());
        assertTrue(workbench.findings().stream().anyMatch(Finding::isError));
    }
}
