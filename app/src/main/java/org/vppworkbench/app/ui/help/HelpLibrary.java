package org.vppworkbench.app.ui.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The pages packed into the program, and search in them. */
public final class HelpLibrary {
    /** Where the build puts {@code docs/}. */
    static final String FOLDER = "/org/vppworkbench/app/help/";

    /** In the order a reader wants them; a test holds this list against the folder. */
    static final List<String> NAMES = List.of(
            "window", "glossary", "model", "negotiation", "optimum", "fleets", "describing-homes", "importing", "importing-profiles", "downloading",
            "exporting", "llm", "safety", "external-agents", "data", "domain", "formats", "efficiency", "tightness", "performance",
            "stand-in");

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

    /** Reads the pages of the program. */
    public static HelpLibrary packaged() {
        List<HelpPage> pages = new ArrayList<>();
        for (String name : NAMES) {
            try (InputStream in = HelpLibrary.class.getResourceAsStream(FOLDER + name + ".md")) {
                if (in != null) {
                    pages.add(HelpPage.of(name, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("reading the page " + name + " of the help", e);
            }
        }
        return new HelpLibrary(pages);
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
        List<Hit> hits = new ArrayList<>();
        for (HelpPage page : pages) {
            String text = page.markdown().toLowerCase(Locale.ROOT);
            String[] each = words.split("\\s+");
            int count = 0;
            boolean all = true;
            for (String word : each) {
                int found = count(text, word);
                all &= found > 0;
                count += found + (page.title().toLowerCase(Locale.ROOT).contains(word) ? 100 : 0);
            }
            if (all) {
                int whole = text.indexOf(words);
                hits.add(new Hit(page, excerpt(page.markdown(), whole >= 0 ? whole : text.indexOf(each[0])), count));
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
