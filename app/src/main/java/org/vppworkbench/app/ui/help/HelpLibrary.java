package org.vppworkbench.app.ui.help;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The pages packed into the program, and search in them. */
public final class HelpLibrary {
    /** Where the build puts {@code docs/}. */
    static final String FOLDER = "/org/vppworkbench/app/help/";

    /** What a reader wants first; all other pages follow by name. */
    private static final List<String> FIRST = List.of(
            "manual", "window", "glossary", "model", "negotiation", "optimum", "fleets", "describing-homes", "importing", "exporting", "llm",
            "safety");

    private static final String ENDING = ".md";

    private static final int AROUND = 60;

    private final List<HelpPage> pages;

    private HelpLibrary(List<HelpPage> pages) {
        this.pages = List.copyOf(pages);
    }

    /**
     * A place where words were found.
     *
     * @param excerpt text around the first of them
     * @param count how often the words occur
     */
    public record Hit(HelpPage page, String excerpt, int count) {}

    /** Reads the pages of the program; none where it was built without them. */
    public static HelpLibrary packaged() {
        URL folder = HelpLibrary.class.getResource(FOLDER);
        if (folder == null) {
            return new HelpLibrary(List.of());
        }
        try {
            URI place = folder.toURI();
            if (!place.getScheme().equals("jar")) {
                return new HelpLibrary(read(Path.of(place)));
            }
            try (FileSystem jar = FileSystems.newFileSystem(place, Map.of())) {
                return new HelpLibrary(read(jar.getPath(FOLDER)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading the pages of the help", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the folder of the help is no place: " + folder, e);
        }
    }

    private static List<HelpPage> read(Path folder) throws IOException {
        List<HelpPage> pages = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                pages.add(HelpPage.of(name.substring(0, name.length() - ENDING.length()), Files.readString(file)));
            }
        }
        pages.sort(Comparator.comparingInt(HelpLibrary::place).thenComparing(HelpPage::title));
        return pages;
    }

    private static int place(HelpPage page) {
        int at = FIRST.indexOf(page.name());
        return at < 0 ? FIRST.size() : at;
    }

    public List<HelpPage> pages() {
        return pages;
    }

    /** A page by the name of its file, with or without ending and what follows {@code #}. */
    public Optional<HelpPage> page(String link) {
        String name = link.replaceFirst("#.*", "").replaceFirst("^.*/", "").replaceFirst("\\.md$", "");
        return pages.stream().filter(page -> page.name().equals(name)).findFirst();
    }

    /** Pages that hold all the words, those with most of them first; none for no words. */
    public List<Hit> search(String typed) {
        String words = typed.strip().toLowerCase(Locale.ROOT);
        if (words.isEmpty()) {
            return List.of();
        }
        List<String> each = Splitting.words(words);
        List<Hit> hits = new ArrayList<>();
        for (HelpPage page : pages) {
            String text = page.markdown().toLowerCase(Locale.ROOT);
            int count = 0;
            boolean all = true;
            for (String word : each) {
                int found = count(text, word);
                all &= found > 0;
                count += found + (page.title().toLowerCase(Locale.ROOT).contains(word) ? 100 : 0);
            }
            if (all) {
                int whole = text.indexOf(words);
                hits.add(new Hit(page, excerpt(page.markdown(), whole >= 0 ? whole : text.indexOf(each.getFirst())), count));
            }
        }
        hits.sort(Comparator.comparingInt(Hit::count).reversed());
        return hits;
    }

    private static int count(String text, String word) {
        int count = 0;
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length())) {
            count++;
        }
        return count;
    }

    private static String excerpt(String text, int at) {
        int from = Math.max(0, at - AROUND);
        int to = Math.min(text.length(), at + 2 * AROUND);
        String piece = text.substring(from, to).replaceAll("[\\s|]+", " ").replaceAll("[*`#]", "").strip();
        return (from > 0 ? "… " : "") + piece + (to < text.length() ? " …" : "");
    }
}
