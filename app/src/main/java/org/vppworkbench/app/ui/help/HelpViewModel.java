package org.vppworkbench.app.ui.help;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The help: what is searched, what was found, and the page shown. */
public final class HelpViewModel {
    /**
     * The page shown.
     *
     * @param anchor of a heading, or empty
     * @param marked words to highlight, or empty
     */
    public record Shown(HelpPage page, String anchor, String marked) {}

    private final HelpLibrary library;
    private final StringProperty search = new SimpleStringProperty(this, "search", "");
    private final ObservableList<HelpLibrary.Hit> entries = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>(this, "shown");

    public HelpViewModel(HelpLibrary library) {
        this.library = library;
        search.addListener((o, was, is) -> list());
        list();
        library.pages().stream().findFirst().ifPresent(this::show);
    }

    public StringProperty searchProperty() {
        return search;
    }

    /** All pages, or those in which the words were found. */
    public ObservableList<HelpLibrary.Hit> entries() {
        return entries;
    }

    public ReadOnlyObjectProperty<@Nullable Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Shows a page from its beginning, or from the first word searched. */
    public void show(HelpPage page) {
        shown.set(new Shown(page, "", search.get()));
    }

    /** Shows a term of the glossary. */
    public void showTerm(String term) {
        search.set("");
        library.page("glossary").ifPresent(page -> shown.set(new Shown(page, HelpAnchors.of(term), "")));
    }

    /** Follows a link; returns whether it leads to a page of the help. */
    public boolean follow(String target) {
        if (target.startsWith("http:") || target.startsWith("https:")) {
            return false;
        }
        int hash = target.indexOf('#');
        String anchor = hash < 0 ? "" : target.substring(hash + 1);
        Shown now = shown.get();
        var page = hash == 0 && now != null ? java.util.Optional.of(now.page()) : library.page(target);
        page.ifPresent(p -> shown.set(new Shown(p, anchor, "")));
        return page.isPresent();
    }

    private void list() {
        entries.setAll(search.get().isBlank()
                ? library.pages().stream().map(page -> new HelpLibrary.Hit(page, "", 0)).toList()
                : List.copyOf(library.search(search.get())));
    }
}
