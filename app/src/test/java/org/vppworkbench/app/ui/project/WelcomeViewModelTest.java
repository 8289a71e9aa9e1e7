package org.vppworkbench.app.ui.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vppworkbench.app.io.FolderCopy;
import org.vppworkbench.app.io.PriceKinds;
import org.vppworkbench.app.io.UserFolders;
import org.vppworkbench.sample.SampleLibrary;

class WelcomeViewModelTest {
    @TempDir Path temp;

    private Session session() {
        return new Session(temp.resolve("home"));
    }

    @Test
    void labelsOfTheCardsAreThoseOfTheData() {
        assertEquals(SampleLibrary.ids(), SampleCard.ALL.stream().map(SampleCard::id).toList());
        for (SampleCard card : SampleCard.ALL) {
            var data = Objects.requireNonNull(SampleLibrary.load(card.id()).value());
            assertEquals(String.join(", ", PriceKinds.of(data.provenance())), card.prices(), card.id());
            int homes = Objects.requireNonNull(SampleLibrary.defaultFleet(card.id()).value()).homes().size();
            assertTrue((card.title() + " " + card.about()).contains(homes + " homes"), card.id());
        }
    }

    @Test
    void oneClickOpensASampleAndRunsIt() {
        Session one = session();
        int[] shown = {0};
        WelcomeViewModel welcome = new WelcomeViewModel(one.workbench, one.desk, path -> {}, () -> shown[0]++);
        welcome.openSample(SampleCard.ALL.get(2));
        assertEquals("sp15-2023-07", one.workbench.document().scenario().sample());
        assertEquals(1, shown[0]);
        assertNotNull(one.workbench.outcomeProperty().get());
        assertFalse(one.desk.dirtyProperty().get(), "an untouched sample");
    }

    @Test
    void unsavedWorkIsAskedAboutBeforeASampleTakesItsPlace() {
        Session one = session().seed(3);
        WelcomeViewModel welcome = new WelcomeViewModel(one.workbench, one.desk, path -> {}, () -> {});
        welcome.openSample(SampleCard.ALL.getFirst());
        assertEquals(1, one.answers.asked.size());
        assertEquals(3, one.workbench.document().scenario().seed(), "cancelled");
    }

    @Test
    void vanishedProjectsAreShownAsSuchAndCanBeTakenOffTheList() throws IOException {
        Path folder = temp.resolve("study");
        session().saveInto(folder).desk.close();
        FolderCopy.make(folder, temp.resolve("moved"));
        try (var all = Files.walk(folder)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
        Session two = session();
        WelcomeViewModel welcome = new WelcomeViewModel(two.workbench, two.desk, path -> {}, () -> {});
        RecentList.Row row = welcome.recent().getFirst();
        assertFalse(row.there());
        assertTrue(WelcomeViewModel.line(row).startsWith("project, not found · "), WelcomeViewModel.line(row));
        welcome.open(row);
        assertTrue(two.notice().startsWith("Not found"), two.notice());
        welcome.forget(row);
        assertEquals(List.of(), welcome.recent());
        assertEquals(List.of(), session().desk.recent().rows());
    }

    @Test
    void aDamagedListIsEmptyAndNothingFails() throws IOException {
        Path state = Files.createDirectories(UserFolders.in(temp.resolve("home")).state());
        Files.writeString(state.resolve("recent.json"), "{\"format\":\"vpp-recent/1\",\"entries\":[{\"kind\":\"NONE\"}]}");
        assertEquals(List.of(), session().desk.recent().rows());
    }
}
