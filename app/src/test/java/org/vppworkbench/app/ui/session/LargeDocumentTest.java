package org.vppworkbench.app.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vppworkbench.app.task.ManualTaskExecutor;
import org.vppworkbench.app.task.TaskStatus;
import org.vppworkbench.app.ui.results.ResultsViewModel;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.FleetParameters;
import org.vppworkbench.model.fleet.FleetPreset;
import org.vppworkbench.model.scenario.Finding;

/** A document that takes long to check is checked in the background, and nothing old is taken for new. */
class LargeDocumentTest {
    private static final int HOMES = DocumentCheck.AT_ONCE_HOME_DAYS + 1;

    private final ManualTaskExecutor tasks = new ManualTaskExecutor();
    private final Workbench workbench = new Workbench(new StandardLaboratory(), tasks);

    @BeforeEach
    void open() {
        tasks.doAll();
        assertNotNull(workbench.resolvedProperty().get(), "a small document is checked at once");
        use(HOMES);
    }

    @Test
    void theWindowDoesNotWaitAndNothingOldIsShownMeanwhile() {
        assertTrue(workbench.checkingProperty().get());
        assertNull(workbench.resolvedProperty().get(), "not that of the document before");
        assertEquals(1, tasks.waiting());
        workbench.startRun();
        assertNull(workbench.runProperty().get(), "nothing to run yet");

        tasks.doAll();
        assertFalse(workbench.checkingProperty().get());
        assertEquals(HOMES, Objects.requireNonNull(workbench.resolvedProperty().get()).fleet().homes().size());
    }

    @Test
    void theAnswerAboutAnOlderDocumentIsNotTaken() {
        use(HOMES + 1);
        assertEquals(2, tasks.waiting());
        assertTrue(tasks.tasks().getLast().cancelled() || tasks.tasks().get(1).cancelled(), "nobody waits for the older one");

        tasks.doNext();
        assertNull(workbench.resolvedProperty().get());
        assertTrue(workbench.checkingProperty().get());
        tasks.doNext();
        assertEquals(HOMES + 1, Objects.requireNonNull(workbench.resolvedProperty().get()).fleet().homes().size());
    }

    @Test
    void undoToASmallDocumentOvertakesTheLargeOne() {
        workbench.history().undo();

        assertEquals(20, Objects.requireNonNull(workbench.resolvedProperty().get()).fleet().homes().size());
        assertFalse(workbench.checkingProperty().get());
        tasks.doAll();
        assertEquals(20, Objects.requireNonNull(workbench.resolvedProperty().get()).fleet().homes().size());
    }

    @Test
    void aStoppedCheckSaysSoAndRunTakesItUpAgain() {
        tasks.tasks().getFirst().cancel();
        tasks.doAll();

        assertEquals(TaskStatus.State.CANCELLED, tasks.tasks().getFirst().stateProperty().get());
        assertTrue(workbench.uncheckedProperty().get());
        assertTrue(workbench.findings().stream().anyMatch(f -> f.message().contains("stopped")), workbench.findings().toString());

        workbench.startRun();
        tasks.doNext();
        assertNotNull(workbench.resolvedProperty().get());
        assertFalse(workbench.uncheckedProperty().get());
        assertNotNull(workbench.runProperty().get(), "the run that was asked for begins");
        assertFalse(workbench.findings().stream().anyMatch(Finding::isError));
    }

    @Test
    void aFleetFileIsReadInTheBackgroundAndTheOneChosenLastWins(@TempDir Path folder) throws IOException {
        tasks.doAll();
        Path first = folder.resolve("first.json");
        Path second = folder.resolve("second.json");
        new StandardLaboratory().writeFleet(generated(3), first);
        new StandardLaboratory().writeFleet(generated(4), second);
        workbench.importFleet(first, () -> {});
        workbench.importFleet(second, () -> {});
        assertEquals(HOMES, workbench.document().fleet().homes().size(), "not read yet");

        tasks.doAll();
        assertEquals(4, workbench.document().fleet().homes().size());
        assertEquals("second.json", workbench.document().scenario().fleetReference());
    }

    @Test
    void closingNamesWhatRunsAndWhatIsInNoFile(@TempDir Path folder) {
        assertEquals(2, workbench.lostOnClosing().size(), workbench.lostOnClosing().toString());

        tasks.doAll();
        assertEquals(1, workbench.lostOnClosing().size());
        assertTrue(workbench.lostOnClosing().getFirst().contains(workbench.document().fleet().id()));

        workbench.saveFleet(folder.resolve("mine.json"));
        tasks.doAll();
        assertEquals(List.of(), workbench.lostOnClosing());

        use(HOMES + 1);
        tasks.doAll();
        assertEquals(1, workbench.lostOnClosing().size());
        workbench.history().undo();
        tasks.doAll();
        workbench.history().undo();
        assertEquals(List.of(), workbench.lostOnClosing(), "the fleet of the sample");
    }

    @Test
    void aStoppedCheckIsNoAnswerAboutANewerDocument() {
        tasks.tasks().getFirst().cancel();
        use(20);
        tasks.doAll();

        assertEquals(TaskStatus.State.CANCELLED, tasks.tasks().getFirst().stateProperty().get());
        assertFalse(workbench.uncheckedProperty().get(), "the newer document is known");
        assertEquals(20, Objects.requireNonNull(workbench.resolvedProperty().get()).fleet().homes().size());
    }

    @Test
    void figuresOfALargeFleetAreMadeInTheBackgroundToo() {
        ResultsViewModel results = new ResultsViewModel(workbench);
        workbench.history().edit("no market", workbench.document().with(
                ScenarioEdits.mechanism(workbench.document().scenario(), "no-vpp")));
        tasks.doAll();
        workbench.startRun();
        tasks.doNext();
        assertNotNull(results.resultProperty().get());
        assertEquals(List.of(), results.figuresProperty().get());

        tasks.doAll();
        assertFalse(results.figuresProperty().get().isEmpty());
    }

    @Test
    void aRefusedFleetFileIsToldOnceItIsRead(@TempDir Path folder) throws IOException {
        tasks.doAll();
        Document before = workbench.document();
        boolean[] refused = {false};
        workbench.importFleet(Files.writeString(folder.resolve("bad.json"), "{}"), () -> refused[0] = true);
        assertFalse(refused[0]);

        tasks.doAll();
        assertTrue(refused[0]);
        assertEquals(before, workbench.document());
        assertTrue(workbench.findings().stream().anyMatch(Finding::isError));
    }

    private void use(int homes) {
        Fleet fleet = generated(homes);
        Document document = workbench.document();
        workbench.history().edit("fleet", new Document(ScenarioEdits.fleetReference(document.scenario(), fleet.id()), fleet));
    }

    private Fleet generated(int homes) {
        FleetParameters parameters = FleetPreset.LABORATORY.parameters(homes, 1);
        return Objects.requireNonNull(workbench.laboratory()
                        .generate(parameters, workbench.data(), (done, total, what) -> {}, () -> false)
                        .value())
                .fleet();
    }
}
