package org.vppworkbench.app.ui.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vppworkbench.app.experiment.OwnData;
import org.vppworkbench.app.experiment.ProjectFolder;
import org.vppworkbench.app.ui.session.Document;
import org.vppworkbench.app.ui.session.FleetEdits;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.sample.SeriesCsv;
import org.vppworkbench.model.time.SeriesKind;

class ProjectDeskTest {
    @TempDir Path temp;

    private Path home() {
        return temp.resolve("home");
    }

    private Session session() {
        return new Session(home());
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aProjectIsSavedClosedAndOpenedAsItWas() throws IOException {
        Session one = session().seed(7);
        Document fewer = FleetEdits.homes(one.workbench.document(), one.workbench.document().fleet().homes().subList(0, 5));
        one.workbench.history().edit("fewer homes", fewer);
        assertEquals("not saved •", one.desk.title());

        Path folder = temp.resolve("study");
        one.saveInto(folder);
        assertEquals("study", one.desk.title());
        assertEquals(List.of("fleet.json", "project.json", "project.lock", "runs", "scenario.json"), names(folder));
        one.desk.close();
        assertEquals("", one.desk.title());
        assertFalse(Files.exists(folder.resolve("project.lock")), "who closes lets go");

        Session two = session();
        two.desk.open(folder, () -> {}, () -> {});
        assertEquals(fewer, two.workbench.document());
        assertEquals("study", two.desk.title());
        assertTrue(two.workbench.history().nothingToUndoProperty().get());
        assertEquals(List.of(folder.toString()), two.desk.recent().rows().stream().map(row -> row.entry().path()).toList());
    }

    @Test
    void theMarkFollowsEditsUndoAndSaves() {
        Session one = session().saveInto(temp.resolve("study"));
        assertFalse(one.desk.dirtyProperty().get());
        one.seed(3);
        assertEquals("study •", one.desk.title());
        one.workbench.history().undo();
        assertEquals("study", one.desk.title(), "what was undone is as it was saved");
        one.workbench.history().redo();
        one.desk.save(() -> {});
        assertEquals("study", one.desk.title());
    }

    @Test
    void aCorruptProjectIsFindingsAndNothingIsLoaded() throws IOException {
        Path folder = temp.resolve("study");
        session().saveInto(folder).desk.close();
        Files.writeString(folder.resolve("scenario.json"), "{\"format\":\"vpp-scenario/1\",\"scenario\":{\"sample\":5}}");
        Files.writeString(folder.resolve("fleet.json"), "not a fleet");
        Session two = session().seed(11);
        two.answers.unsaved = ProjectQuestions.Unsaved.DISCARD;
        Document before = two.workbench.document();

        int[] refused = {0};
        two.desk.open(folder, () -> {}, () -> refused[0]++);

        assertEquals(1, refused[0]);
        assertEquals(before, two.workbench.document());
        assertNull(two.desk.projectProperty().get());
        List<Finding> errors = two.workbench.findings().stream().filter(Finding::isError).toList();
        assertTrue(errors.stream().anyMatch(f -> f.where().startsWith(folder.resolve("scenario.json") + ", scenario.sample")), errors.toString());
        assertTrue(errors.stream().anyMatch(f -> f.where().startsWith(folder.resolve("fleet.json").toString())), errors.toString());
        assertFalse(Files.exists(folder.resolve("project.lock")), "nothing is held of what was refused");
    }

    @Test
    void aProjectOfANewerVersionIsNamedAndRefused() throws IOException {
        Path folder = temp.resolve("study");
        session().saveInto(folder).desk.close();
        Path file = folder.resolve("project.json");
        Files.writeString(file, Files.readString(file).replace("vpp-project/1", "vpp-project/2"));

        Session two = session();
        two.desk.open(folder, () -> {}, () -> {});

        assertNull(two.desk.projectProperty().get());
        assertTrue(two.notice().contains("newer version"), two.notice());
        assertTrue(two.notice().contains("vpp-project/2"), two.notice());
        assertTrue(Files.readString(file).contains("vpp-project/2"), "nothing was changed");
    }

    @Test
    void aFileChangedByHandIsOpenedWithAWarning() throws IOException {
        Path folder = temp.resolve("study");
        session().seed(5).saveInto(folder).desk.close();
        Path file = folder.resolve("scenario.json");
        Files.writeString(file, Files.readString(file).replace("\"seed\": 5", "\"seed\": 6"));

        Session two = session();
        two.desk.open(folder, () -> {}, () -> {});

        assertEquals(6, two.workbench.document().scenario().seed());
        assertTrue(two.notice().contains("changed since the project was saved"), two.notice());
    }

    @Test
    void aSecondWindowIsToldAndMayLookOrTakeACopy() {
        Path folder = temp.resolve("study");
        Session one = session().seed(5).saveInto(folder);
        Session two = session();

        two.desk.open(folder, () -> {}, () -> {});
        assertNull(two.desk.projectProperty().get(), "cancel changes nothing");
        assertTrue(two.answers.asked.getFirst().contains("process " + ProcessHandle.current().pid()), two.answers.asked.toString());

        two.answers.locked = ProjectQuestions.Locked.READ_ONLY;
        two.desk.open(folder, () -> {}, () -> {});
        assertEquals("study (read-only)", two.desk.title());
        two.seed(8).desk.save(() -> {});
        assertTrue(two.notice().startsWith("Project not saved"), two.notice());
        assertTrue(two.desk.dirtyProperty().get(), "the edit is still there");

        two.answers.unsaved = ProjectQuestions.Unsaved.DISCARD;
        two.answers.locked = ProjectQuestions.Locked.COPY;
        two.desk.open(folder, () -> {}, () -> {});
        assertNull(two.desk.projectProperty().get());
        assertEquals(5, two.workbench.document().scenario().seed());
        assertTrue(two.desk.dirtyProperty().get(), "a copy is in no folder yet");

        one.desk.close();
        two.desk.open(folder, () -> {}, () -> {});
        assertEquals("study", two.desk.title(), "free again");
    }

    @Test
    void aWindowOfAnotherProcessIsNamed() throws Exception {
        Path folder = temp.resolve("study");
        session().seed(5).saveInto(folder).desk.close();
        KilledSession.during(home(), folder, 6, pid -> {
            Session two = session();
            two.desk.open(folder, () -> {}, () -> {});
            assertTrue(two.answers.asked.getFirst().contains("process " + pid), two.answers.asked.toString());
            assertNull(two.desk.projectProperty().get());
        });
    }

    @Test
    void onlyEditsSinceTheSaveAreCounted() {
        Session one = session().seed(4).seed(5).saveInto(temp.resolve("study")).seed(6).seed(7);
        one.desk.quit(() -> {});
        assertTrue(one.answers.asked.getFirst().contains("2 edits not saved"), one.answers.asked.toString());
    }

    @Test
    void whereItCannotBeWrittenNothingIsLost() throws IOException {
        Session one = session().seed(9);
        Path file = Files.writeString(temp.resolve("file"), "");
        one.saveInto(file.resolve("study"));

        assertNull(one.desk.projectProperty().get());
        assertTrue(one.notice().startsWith("Project not saved"), one.notice());
        assertEquals(9, one.workbench.document().scenario().seed());
        assertTrue(one.desk.dirtyProperty().get());
    }

    @Test
    void aProjectOnAVanishedDiskIsSaidAndItsEditsAreKeptInTheStateFolder() throws IOException {
        Path folder = temp.resolve("disk/study");
        Session one = session().saveInto(folder);
        Files.move(temp.resolve("disk"), temp.resolve("gone"));

        one.seed(13).pass(3);

        assertTrue(one.notice().startsWith("Project folder gone"), one.notice());
        assertTrue(one.notice().contains(home().resolve("state").toString()), one.notice());
        one.desk.save(() -> {});
        assertTrue(one.notice().contains("is gone"), one.notice());
        assertFalse(Files.exists(folder), "it is not made anew somewhere else");

        one.answers.next = temp.resolve("elsewhere");
        one.desk.saveAs(() -> {});
        assertEquals("elsewhere", one.desk.title());
    }

    @Test
    void closingAsksOnceAndNamesWhatIsNotSaved() {
        Session one = session().saveInto(temp.resolve("study")).seed(4);
        int[] closed = {0};

        one.desk.quit(() -> closed[0]++);
        assertEquals(0, closed[0]);
        assertEquals(1, one.answers.asked.size());
        assertTrue(one.answers.asked.getFirst().contains("Project study: 1 edit (seed 4) not saved"), one.answers.asked.toString());

        one.answers.unsaved = ProjectQuestions.Unsaved.SAVE;
        one.desk.quit(() -> closed[0]++);
        assertEquals(1, closed[0]);
        Session two = session();
        two.desk.open(temp.resolve("study"), () -> {}, () -> {});
        assertEquals(4, two.workbench.document().scenario().seed());
    }

    @Test
    void ownPricesAreCopiedInAndComeBack() throws IOException {
        Session one = session();
        Path prices = Prices.oneDay(temp.resolve("my prices.csv"), 50);
        one.workbench.files().openPrices(prices, SeriesKind.SYNTHETIC, () -> {}, () -> {});
        assertEquals(1, one.workbench.data().horizon().days());
        OwnData own = Objects.requireNonNull(one.workbench.document().own());

        Path folder = temp.resolve("study");
        one.saveInto(folder);
        assertEquals(List.of("my prices.csv"), names(folder.resolve(ProjectFolder.INPUTS)));
        Files.delete(prices);
        one.desk.close();
        assertEquals(7, one.workbench.data().horizon().days(), "the sample again");

        Session two = session();
        two.desk.open(folder, () -> {}, () -> {});
        assertEquals(own.sha256(), Objects.requireNonNull(two.workbench.document().own()).sha256());
        assertEquals(50, Objects.requireNonNull(two.workbench.data().prices().energy()).at(0));
        two.workbench.startRun();
        var outcome = Objects.requireNonNull(two.workbench.outcomeProperty().get());
        assertEquals(own.sha256(), two.workbench.inputFiles(outcome), "the bundle names the file");
    }

    @Test
    void missingPricesOfAProjectAreAFindingWithTheirPath() throws IOException {
        Session one = session();
        one.workbench.files().openPrices(Prices.oneDay(temp.resolve("p.csv"), 50), SeriesKind.SYNTHETIC, () -> {}, () -> {});
        Path folder = temp.resolve("study");
        one.saveInto(folder).desk.close();
        Files.delete(folder.resolve("inputs/p.csv"));

        Session two = session();
        two.desk.open(folder, () -> {}, () -> {});
        assertNull(two.desk.projectProperty().get());
        assertTrue(two.workbench.findings().getFirst().where().contains("inputs"), two.workbench.findings().toString());
    }

    @Test
    void aFolderThatGivesNoLockIsOpenedReadOnly() throws IOException {
        Path folder = temp.resolve("study");
        session().seed(5).saveInto(folder).desk.close();
        Files.createDirectory(folder.resolve("project.lock"));

        Session two = session();
        two.desk.open(folder, () -> {}, () -> {});
        assertEquals("study (read-only)", two.desk.title());
        two.seed(6).desk.save(() -> {});
        assertTrue(two.notice().contains("Save project as"), two.notice());
    }

    @Test
    void aSaveThatFailsHalfwayLeavesWhatWasThere() throws IOException {
        Path folder = temp.resolve("study");
        Session one = session().seed(5).saveInto(folder);
        String before = Files.readString(folder.resolve("project.json"));
        Files.createDirectory(folder.resolve("project.json.part"));
        Files.writeString(folder.resolve("project.json.part/x"), "");

        one.seed(6).desk.save(() -> {});

        assertTrue(one.notice().startsWith("Project not saved"), one.notice());
        assertTrue(one.desk.dirtyProperty().get());
        assertEquals(before, Files.readString(folder.resolve("project.json")));
        one.pass(3);
        Session two = session();
        two.answers.locked = ProjectQuestions.Locked.READ_ONLY;
        two.desk.open(folder, () -> {}, () -> {});
        assertEquals(6, two.workbench.document().scenario().seed());
        assertTrue(two.notice().contains("changed since the project was saved"), two.notice());
    }

    @Test
    void aPathThatLeadsOutOfTheProjectIsRefused() throws IOException {
        Path folder = temp.resolve("study");
        session().saveInto(folder).desk.close();
        Path file = folder.resolve("project.json");
        Files.writeString(file, Files.readString(file).replace("\"fleet.json\"", "\"../fleet.json\""));
        Session two = session();
        two.desk.open(folder, () -> {}, () -> {});
        assertTrue(two.workbench.findings().stream().anyMatch(f -> f.message().contains("leads out")), two.workbench.findings().toString());
    }

    @Test
    void theHeaderOfPricesIsThatOfTheReader() {
        assertTrue(Prices.HEADER.startsWith(SeriesCsv.COLUMNS.getFirst()));
    }
}
