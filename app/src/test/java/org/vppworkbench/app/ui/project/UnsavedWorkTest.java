package org.vppworkbench.app.ui.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vppworkbench.app.io.UserFolders;

class UnsavedWorkTest {
    @TempDir Path temp;

    private List<Path> kept() throws IOException {
        Path folder = UserFolders.in(temp.resolve("home")).state().resolve("unsaved");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> path.toString().endsWith(".json")).toList();
        }
    }

    @Test
    void editsAreKeptASecondAfterTheLastAndGoWhenSaved() throws IOException {
        Session one = new Session(temp.resolve("home")).pass(20);
        assertEquals(List.of(), kept(), "nothing was edited");

        one.seed(2).pulse.beat(100 * Session.SECOND);
        assertEquals(List.of(), kept(), "not while the user types");
        one.pulse.beat(101 * Session.SECOND);
        assertEquals(1, kept().size());

        one.saveInto(temp.resolve("study"));
        assertEquals(List.of(), kept());
    }

    @Test
    void whoNeverPausesIsKeptToo() throws IOException {
        Session one = new Session(temp.resolve("home"));
        for (int i = 0; i < 24 && kept().isEmpty(); i++) {
            one.seed(i + 2).pulse.beat(i * Session.SECOND / 2);
        }
        assertEquals(1, kept().size());
    }

    @Test
    void undoneToWhatWasOpenedThereIsNothingToKeep() throws IOException {
        Session one = new Session(temp.resolve("home")).seed(2).pass(3);
        assertEquals(1, kept().size());
        one.workbench.history().undo();
        assertEquals(List.of(), kept());
    }

    @Test
    void aWindowThatLivesIsNotOffered() {
        Session one = new Session(temp.resolve("home")).seed(2).pass(3);
        Session two = new Session(temp.resolve("home"));
        two.desk.net().look();
        assertEquals(List.of(), two.desk.net().offers());
        assertTrue(one.desk.dirtyProperty().get());
    }

    @Test
    void afterKill9TheNextStartOffersAndRestoresTheEdits() throws Exception {
        Path project = temp.resolve("study");
        new Session(temp.resolve("home")).saveInto(project).desk.close();
        KilledSession.withEdits(temp.resolve("home"), project, 77);
        assertEquals(1, kept().size());
        assertTrue(Files.exists(project.resolve("project.lock")), "a killed window leaves its file");

        Session two = new Session(temp.resolve("home"));
        two.desk.net().look();
        Recovery.Offer offer = two.desk.net().offers().getFirst();
        assertTrue(offer.what().contains("study"), offer.what());
        assertTrue(offer.when(ZoneOffset.UTC).contains("the last: seed 77"), offer.when(ZoneOffset.UTC));

        two.desk.restore(offer, () -> {});
        assertEquals(77, two.workbench.document().scenario().seed());
        assertEquals("study •", two.desk.title());
        assertEquals(List.of(), two.answers.asked, "the lock of the dead is free");

        two.pass(3);
        assertEquals(1, kept().size(), "kept by this window now");
        two.desk.save(() -> {});
        assertEquals(List.of(), kept());
        Session three = new Session(temp.resolve("home"));
        three.desk.net().look();
        assertEquals(List.of(), three.desk.net().offers());
    }

    @Test
    void whatIsDiscardedIsGoneAndDecidedLaterIsOfferedAgain() throws Exception {
        KilledSession.withEdits(temp.resolve("home"), null, 78);
        Session later = new Session(temp.resolve("home"));
        later.desk.net().look();
        later.desk.net().offers().forEach(Recovery.Offer::later);

        Session two = new Session(temp.resolve("home"));
        two.desk.net().look();
        assertEquals("Work in no project", two.desk.net().offers().getFirst().what());
        two.desk.net().discard(two.desk.net().offers().getFirst());
        assertEquals(List.of(), kept());
        assertFalse(two.desk.dirtyProperty().get());
    }

    @Test
    void withoutAHomeTheProjectKeepsThemAndItIsSaidOnce() throws IOException {
        Path home = Files.writeString(temp.resolve("home"), "a file, not a folder");
        Session one = new Session(home).saveInto(temp.resolve("study"));
        one.seed(3).pass(3);
        assertTrue(one.notice().startsWith("Not kept"), one.notice());
        assertTrue(Files.exists(temp.resolve("study/unsaved.json")));
        one.desk.save(() -> {});
        assertFalse(Files.exists(temp.resolve("study/unsaved.json")));
        assertTrue(one.notice().startsWith("Project saved"), one.notice());
        one.seed(4).pass(3);
        assertTrue(one.notice().startsWith("Project saved"), "said once: " + one.notice());
    }
}
