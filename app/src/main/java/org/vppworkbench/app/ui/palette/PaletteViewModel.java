package org.vppworkbench.app.ui.palette;

import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What is typed, what answers it, and which answer is chosen. */
public final class PaletteViewModel {
    /** More answers nobody reads; typing on finds the others. */
    static final int MOST = 60;

    /** A text found in the detail alone counts less than one found in the title. */
    private static final int IN_TITLE = 1000;

    private record Ranked(PaletteEntry entry, int score) {}

    private final Supplier<List<PaletteEntry>> source;
    private final StringProperty typed = new SimpleStringProperty(this, "typed", "");
    private final ObservableList<PaletteEntry> answers = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(this, "chosen", -1);
    private List<PaletteEntry> all = List.of();

    /** @param source everything there is now, asked each time the palette opens */
    public PaletteViewModel(Supplier<List<PaletteEntry>> source) {
        this.source = source;
        typed.addListener((o, was, is) -> search());
    }

    /** Asks what there is and begins with nothing typed. */
    public void open() {
        all = List.copyOf(source.get());
        typed.set("");
        search();
    }

    public StringProperty typedProperty() {
        return typed;
    }

    /** Best first. */
    public ObservableList<PaletteEntry> answers() {
        return answers;
    }

    /** Row of the answer that Enter takes, or −1 where there is none. */
    public ReadOnlyIntegerProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** Moves the choice by some rows; it stays within the answers. */
    public void move(int rows) {
        choose(chosen.get() + rows);
    }

    /** Chooses a row. */
    public void choose(int row) {
        chosen.set(answers.isEmpty() ? -1 : Math.clamp(row, 0, answers.size() - 1));
    }

    /** Why the chosen answer cannot be done now; empty where it can. */
    public String obstacle() {
        return chosen.get() < 0 ? "Nothing answers “" + typed.get().strip() + "”." : answers.get(chosen.get()).obstacle().get();
    }

    /**
     * Does what is chosen, unless there is an obstacle.
     *
     * @param before what is done first, such as closing the palette
     */
    public boolean perform(Runnable before) {
        if (!obstacle().isEmpty()) {
            return false;
        }
        PaletteEntry entry = answers.get(chosen.get());
        before.run();
        entry.body().run();
        return true;
    }

    private void search() {
        String words = typed.get();
        answers.setAll(all.stream()
                .map(entry -> new Ranked(entry, score(words, entry)))
                .filter(ranked -> ranked.score() != FuzzyMatch.NONE)
                .sorted(Comparator.comparingInt(Ranked::score).reversed())
                .limit(MOST)
                .map(Ranked::entry)
                .toList());
        choose(0);
    }

    private static int score(String words, PaletteEntry entry) {
        int inTitle = FuzzyMatch.score(words, entry.title());
        return inTitle == FuzzyMatch.NONE
                ? FuzzyMatch.score(words, entry.title() + " " + entry.detail())
                : inTitle + IN_TITLE;
    }
}
