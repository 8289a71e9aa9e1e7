package org.vppworkbench.app.ui.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.experiment.ModelBundle;
import org.vppworkbench.app.io.FolderCopy;
import org.vppworkbench.app.io.Recognised;
import org.vppworkbench.app.io.RunManifest;
import org.vppworkbench.app.ui.SampleRun;
import org.vppworkbench.app.ui.session.Document;
import org.vppworkbench.app.ui.session.LiveRun;
import org.vppworkbench.app.ui.session.StandardLaboratory;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.model.scenario.Branch;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.OwnerChange;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;

class OpenedRunTest {
    @TempDir static Path shared;
    private static Path bundle;
    private static ExperimentResult made;

    @TempDir Path temp;

    @BeforeAll
    static void writeABundle() throws IOException {
        Workbench workbench = SampleRun.fresh();
        SampleRun.fourHomes(workbench, 1, "rule");
        workbench.startRun();
        made = Objects.requireNonNull(workbench.outcomeProperty().get());
        bundle = shared.resolve("four-homes");
        new StandardLaboratory().writeBundle(made, Map.of(), bundle, ProgressSink.NONE, CancelToken.NEVER);
    }

    private Path copy() {
        Path copy = temp.resolve("copy");
        FolderCopy.make(bundle, copy);
        return copy;
    }

    /** Opens a bundle that must be refused. */
    private static String refused(Path folder) {
        Workbench workbench = SampleRun.fresh();
        Document before = workbench.document();
        int[] times = {0};
        workbench.files().openRun(folder, live -> {}, () -> times[0]++);
        assertEquals(1, times[0]);
        assertNull(workbench.runProperty().get());
        assertEquals(before, workbench.document());
        assertEquals(List.of(), workbench.shelf().runs());
        assertTrue(workbench.findings().stream().anyMatch(Finding::isError));
        return workbench.findings().stream().map(Finding::oneLine).toList().toString();
    }

    @Test
    void aBundleIsShownFromItsEventsWithItsLabel() {
        Workbench workbench = SampleRun.fresh();
        Document before = workbench.document();
        workbench.files().openRun(bundle, live -> {}, () -> {});

        LiveRun live = Objects.requireNonNull(workbench.runProperty().get());
        ExperimentResult shown = Objects.requireNonNull(workbench.outcomeProperty().get());
        assertEquals(made.events(), shown.events());
        assertEquals(made.events().size(), live.log().size());
        assertEquals(made.welfareUsd(), shown.welfareUsd());
        assertEquals("RULE", live.label(mechanism -> "no label"));
        assertTrue(live.title().contains("opened from four-homes · RULE"), live.title());
        assertEquals(before, workbench.document(), "the document stays");
        assertFalse(workbench.staleProperty().get(), "an opened run is not an edited one");
        assertTrue(shown.invariantsHold());
        assertEquals(1, workbench.shelf().runs().size());
    }

    @Test
    void theLabelOfTheManifestStays() throws IOException {
        Path copy = copy();
        Path file = copy.resolve("manifest.json");
        Files.delete(copy.resolve("manifest.sha256"));
        Files.writeString(file, Files.readString(file).replace("\"label\": \"RULE\"", "\"label\": \"LLM live some-model @host\""));
        Workbench workbench = SampleRun.fresh();
        workbench.files().openRun(copy, live -> {}, () -> {});

        LiveRun live = Objects.requireNonNull(workbench.runProperty().get());
        assertEquals("LLM live some-model @host", live.label(workbench::labelOf));
        RunManifest manifest = Objects.requireNonNull(live.opened()).manifest();
        assertEquals("LLM live some-model @host", manifest.label());
    }

    @Test
    void whatWasTakenOverCanBeRunAndUndone() {
        Workbench workbench = SampleRun.fresh();
        Document before = workbench.document();
        workbench.files().openRun(bundle, workbench.files()::adopt, () -> {});
        assertEquals(made.scenario().fleet(), workbench.document().fleet());
        assertEquals(made.scenario().scenario(), workbench.document().scenario());
        workbench.startRun();
        assertEquals(made.events(), Objects.requireNonNull(workbench.outcomeProperty().get()).events());
        workbench.history().undo();
        assertEquals(before, workbench.document());
    }

    @Test
    void aChangedFileIsNamed() throws IOException {
        Path copy = copy();
        Path events = copy.resolve("events.jsonl");
        Files.writeString(events, Files.readString(events).replaceFirst("home-001", "home-002"));
        String findings = refused(copy);
        assertTrue(findings.contains("events.jsonl") && findings.contains("changed since the run"), findings);
    }

    @Test
    void aBundleOfANewerVersionIsRefused() throws IOException {
        Path copy = copy();
        Path file = copy.resolve("manifest.json");
        Files.delete(copy.resolve("manifest.sha256"));
        Files.writeString(file, Files.readString(file).replace("vpp-manifest/1", "vpp-manifest/2"));
        String findings = refused(copy);
        assertTrue(findings.contains("vpp-manifest/2") && findings.contains("vpp-manifest/1"), findings);
    }

    @Test
    void brokenAndIncompleteBundlesAreRefused() throws IOException {
        Path copy = copy();
        Files.delete(copy.resolve("contracts.csv"));
        assertTrue(refused(copy).contains("contracts.csv"));
        assertTrue(refused(temp.resolve("nowhere")).contains("no such folder"));
        Path empty = Files.createDirectory(temp.resolve("empty"));
        assertTrue(refused(empty).contains("inputs.json"));
    }

    @Test
    void whatIsDroppedIsRecognisedByItsContent() throws IOException {
        assertEquals(Recognised.Kind.RUN, kind(bundle));
        assertEquals(Recognised.Kind.RUN, kind(bundle.resolve("manifest.json")));
        Path oddName = Files.copy(Prices.oneDay(temp.resolve("p.csv"), 3), temp.resolve("fleet.json"));
        assertEquals(Recognised.Kind.PRICES, kind(oddName));
        Session session = new Session(temp.resolve("home")).saveInto(temp.resolve("study"));
        assertEquals(Recognised.Kind.PROJECT, kind(temp.resolve("study")));
        assertEquals(Recognised.Kind.FLEET, kind(temp.resolve("study/fleet.json")));
        assertEquals(Recognised.Kind.FLEET, kind(Files.writeString(temp.resolve("broken"), "{\"homes\": [{\"id\": \"x\"}")));
        session.desk.close();

        Path other = Files.writeString(temp.resolve("notes.csv"), "a,b\n1,2\n");
        String words = Recognised.of(other).findings().getFirst().oneLine();
        assertTrue(words.contains("a fleet (JSON or CSV)") && words.contains("run bundle"), words);
        assertTrue(Recognised.of(temp.resolve("nothing")).findings().getFirst().oneLine().contains("no such file"));
        assertTrue(Recognised.of(Files.createDirectory(temp.resolve("void"))).findings().getFirst().isError());
    }

    private static Recognised.Kind kind(Path path) {
        return Objects.requireNonNull(Recognised.of(path).value(), path.toString()).kind();
    }

    @Test
    void keptRunsStandInTheProjectAndOpenAgain() throws IOException {
        Session one = new Session(temp.resolve("home"));
        SampleRun.fourHomes(one.workbench, 1, "rule");
        one.workbench.startRun();
        assertFalse(one.desk.keeper().canKeep(), "there is no project");
        one.saveInto(temp.resolve("study"));
        assertTrue(one.desk.keeper().canKeep());
        assertFalse(Files.exists(temp.resolve("study/runs/001-rule-2023-08-15-1d")), "a run of rules is kept when asked");

        one.desk.keeper().keepShown();
        Path kept = temp.resolve("study/runs/001-rule-2023-08-15-1d");
        assertTrue(Files.exists(kept.resolve("manifest.json")), one.notice());
        one.desk.keeper().keepShown();
        assertTrue(one.notice().startsWith("Kept already"), one.notice());

        WelcomeViewModel welcome = new WelcomeViewModel(one.workbench, one.desk, path -> {}, () -> {});
        assertEquals(List.of(kept), welcome.runs());
        one.workbench.files().openRun(kept, live -> {}, () -> {});
        assertEquals(made.events(), Objects.requireNonNull(one.workbench.outcomeProperty().get()).events());
    }

    @Test
    void aRunOfModelsIsShownAsItWasAndBelongsToThoseThatCannotBeMadeAgain() throws IOException {
        Path folder = temp.resolve("models");
        ExperimentResult live = ModelBundle.write(folder);
        Workbench workbench = SampleRun.fresh();
        workbench.files().openRun(folder, run -> {}, () -> {});

        LiveRun run = Objects.requireNonNull(workbench.runProperty().get(), workbench.findings().toString());
        ExperimentResult shown = Objects.requireNonNull(workbench.outcomeProperty().get());
        assertEquals(live.record().label(), run.label(workbench::labelOf));
        assertTrue(run.label(workbench::labelOf).startsWith("LLM live"), run.title());
        assertEquals(live.events(), shown.events());
        assertEquals(Objects.requireNonNull(live.language()).tape(), Objects.requireNonNull(shown.language()).tape());
        assertTrue(RunKeeper.isUnrepeatable(shown));
        assertFalse(RunKeeper.isUnrepeatable(made));
    }

    @Test
    void aBranchIsShownAsOne() throws IOException {
        Workbench first = SampleRun.fresh();
        SampleRun.fourHomes(first, 1, "rule");
        first.startRun();
        first.startBranch(new Branch(200, new OwnerChange.Refuses("home-001", null)));
        ExperimentResult branch = Objects.requireNonNull(first.outcomeProperty().get());
        assertEquals(1, branch.scenario().scenario().branches().size());
        Path folder = temp.resolve("branch");
        new StandardLaboratory().writeBundle(branch, Map.of(), folder, ProgressSink.NONE, CancelToken.NEVER);

        Workbench workbench = SampleRun.fresh();
        workbench.files().openRun(folder, run -> {}, () -> {});
        LiveRun run = Objects.requireNonNull(workbench.runProperty().get());
        assertTrue(run.title().contains("a branch: "), run.title());
        assertEquals(branch.events(), Objects.requireNonNull(workbench.outcomeProperty().get()).events());
        assertEquals(-1, run.opensAt());
    }
}
