package org.vppworkbench.app.ui.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaletteViewModelTest {
    private final List<String> done = new ArrayList<>();
    private final List<PaletteEntry> entries = List.of(
            entry("open-fleet", "Open fleet …", ""),
            entry("previous-proposals", "Previous hour with proposals", ""),
            entry("solve", "Solve optimum", "no run"),
            entry("home-004", "home-004", ""));
    private final PaletteViewModel model = new PaletteViewModel(() -> entries);

    @ParameterizedTest
    @CsvSource({"open, open-fleet", "fleet op, open-fleet", "phwp, previous-proposals", "HOME-004, home-004", "optimum, solve", "of, open-fleet"})
    void fewLettersFindAnEntry(String typed, String id) {
        model.open();
        model.typedProperty().set(typed);

        assertEquals(id, model.answers().getFirst().id());
    }

    @Test
    void wholeWordsWeighMoreThanScatteredLetters() {
        assertTrue(FuzzyMatch.score("run", "Run") > FuzzyMatch.score("run", "Cancel run"));
        assertTrue(FuzzyMatch.score("run", "Cancel run") > FuzzyMatch.score("run", "Redo the unfinished"));
        assertEquals(FuzzyMatch.NONE, FuzzyMatch.score("xyz", "Run"));
        assertEquals(0, FuzzyMatch.score("  ", "Run"));
    }

    @Test
    void theChoiceStaysWithinTheAnswers() {
        model.open();
        model.move(-3);
        assertEquals(0, model.chosenProperty().get());
        model.move(100);
        assertEquals(3, model.chosenProperty().get());

        model.typedProperty().set("nothing like it");
        assertEquals(-1, model.chosenProperty().get());
        assertFalse(model.perform(() -> done.add("closed")));
        assertEquals(List.of(), done);
    }

    @Test
    void whatCannotBeDoneSaysWhyAndKeepsThePaletteOpen() {
        model.open();
        model.typedProperty().set("solve");

        assertEquals("no run", model.obstacle());
        assertFalse(model.perform(() -> done.add("closed")));
        assertEquals(List.of(), done);
    }

    @Test
    void thePaletteClosesBeforeItActs() {
        model.open();
        model.typedProperty().set("open");

        assertTrue(model.perform(() -> done.add("closed")));
        assertEquals(List.of("closed", "open-fleet"), done);
    }

    @Test
    void aLargeFleetGivesAShortList() {
        var many = new PaletteViewModel(() -> IntStream.range(0, 10_000).mapToObj(i -> entry("h" + i, "home-" + i, "")).toList());
        many.open();
        many.typedProperty().set("home-7");

        assertEquals(PaletteViewModel.MOST, many.answers().size());
        assertEquals("home-7", many.answers().getFirst().title());
    }

    private PaletteEntry entry(String id, String title, String obstacle) {
        return new PaletteEntry(id, PaletteEntry.Kind.ACTION, title, "", "", () -> obstacle, () -> done.add(id));
    }
}
