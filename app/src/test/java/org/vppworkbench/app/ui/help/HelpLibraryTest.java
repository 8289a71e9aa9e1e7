package org.vppworkbench.app.ui.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HelpLibraryTest {
    private static final Path DOCS = Path.of("../docs");
    private final HelpLibrary library = HelpLibrary.packaged();

    @Test
    void everyPageOfTheDocumentationIsPacked() throws IOException {
        List<String> files;
        try (Stream<Path> found = Files.list(DOCS)) {
            files = found.map(f -> f.getFileName().toString()).filter(n -> n.endsWith(".md")).map(n -> n.replace(".md", "")).sorted().toList();
        }

        assertEquals(files, library.pages().stream().map(HelpPage::name).sorted().toList());
        for (HelpPage page : library.pages()) {
            assertEquals(Files.readString(DOCS.resolve(page.name() + ".md")), page.markdown(), page.name());
            assertFalse(page.title().equals(page.name()), page.name() + " has a heading");
        }
    }

    @Test
    void everyPictureOfAPageIsPacked() {
        Pattern picture = Pattern.compile("!\\[[^]]*]\\(([^)]+)\\)");
        for (HelpPage page : library.pages()) {
            Matcher matcher = picture.matcher(page.markdown());
            while (matcher.find()) {
                if (Files.exists(DOCS.resolve(matcher.group(1)))) {
                    assertNotNull(HelpLibrary.class.getResource(HelpLibrary.FOLDER + matcher.group(1)), page.name() + ": " + matcher.group(1));
                }
            }
        }
    }

    @Test
    void aSearchFindsPagesWithAllTheWordsBestFirst() {
        List<HelpLibrary.Hit> hits = library.search("Reservation  price");

        assertFalse(hits.isEmpty());
        assertEquals(hits.stream().sorted(Comparator.comparingInt(HelpLibrary.Hit::count).reversed()).toList(), hits);
        for (HelpLibrary.Hit hit : hits) {
            String text = hit.page().markdown().toLowerCase(java.util.Locale.ROOT);
            assertTrue(text.contains("reservation") && text.contains("price"), hit.page().name());
        }
        assertEquals("glossary", library.search("glossary").getFirst().page().name());
        assertEquals(List.of(), library.search("   "));
        assertEquals(List.of(), library.search("no such word as qwxyz"));
    }

    @Test
    void everyTermOfTheGlossaryHasAMeaningAndIsFoundInText() {
        Glossary glossary = Glossary.of(library);

        assertTrue(glossary.meanings().size() > 25);
        glossary.meanings().forEach((term, meaning) -> {
            assertTrue(meaning.length() > 20, term);
            assertTrue(glossary.in("the " + term + " of a run").contains(term), term);
        });
        assertEquals(List.of("W⁰"), glossary.in("welfare without market, W⁰ [$]".replace("welfare", "value")));
        assertTrue(glossary.in("Rewards and Windows").isEmpty(), "no letters within words");
    }

    @Test
    void linksLeadToPagesAndTerms() {
        HelpViewModel help = new HelpViewModel(library);

        assertTrue(help.follow("model.md#2-homes"));
        assertEquals("model", shown(help).page().name());
        assertEquals("2-homes", shown(help).anchor());
        assertFalse(help.follow("https://example.org/model.md"));
        assertFalse(help.follow("../core-model/src/Main.java"));
        help.showTerm("W*");
        assertEquals("w-star", shown(help).anchor());
        help.searchProperty().set("spin");
        assertTrue(help.entries().size() < library.pages().size());
    }

    private static HelpViewModel.Shown shown(HelpViewModel help) {
        return java.util.Objects.requireNonNull(help.shownProperty().get());
    }
}
