package org.vppworkbench.app.ui.help;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The terms of the field and what they mean here: the sections of {@code docs/glossary.md}. */
public final class Glossary {
    private static final Pattern SECTION = Pattern.compile("(?ms)^## (.+?)$\\s*(.*?)(?=^## |\\z)");

    private final Map<String, String> meanings;

    private Glossary(Map<String, String> meanings) {
        this.meanings = Collections.unmodifiableMap(new LinkedHashMap<>(meanings));
    }

    /** The glossary among the pages; empty where that page is missing. */
    public static Glossary of(HelpLibrary library) {
        Map<String, String> meanings = new LinkedHashMap<>();
        library.page("glossary").ifPresent(page -> {
            Matcher matcher = SECTION.matcher(page.markdown());
            while (matcher.find()) {
                meanings.put(matcher.group(1).strip(), matcher.group(2).strip());
            }
        });
        return new Glossary(meanings);
    }

    /** Meaning by term, CommonMark. */
    public Map<String, String> meanings() {
        return meanings;
    }

    /** The terms that a text uses, as whole words; short symbols in their own case. */
    public List<String> in(String text) {
        List<String> found = new ArrayList<>();
        for (String term : meanings.keySet()) {
            boolean symbol = term.length() <= 4 || term.equals(term.toUpperCase(java.util.Locale.ROOT));
            Pattern whole = Pattern.compile("(?<![\\p{L}\\p{N}_⁰*])" + Pattern.quote(term) + "(?![\\p{L}\\p{N}_⁰*])",
                    symbol ? 0 : Pattern.CASE_INSENSITIVE);
            if (whole.matcher(text).find()) {
                found.add(term);
            }
        }
        return found;
    }
}
