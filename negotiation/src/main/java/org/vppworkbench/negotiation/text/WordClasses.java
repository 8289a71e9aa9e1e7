package org.vppworkbench.negotiation.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A thesaurus: classes of words and short phrases that mean much the same. It is wider and finer than the {@link
 * Lexicon}, a phrase may be in several classes, and nothing is read from a class alone: classes are evidence for a
 * weighing. English phrases are understood in every language.
 */
final class WordClasses {
    private static final String RESOURCE = "classes.tsv";
    private static final int STEM_LETTERS = 3;
    private static final Map<Language, WordClasses> ALL = new EnumMap<>(Language.class);

    private final Index own = new Index();
    private final Index english = new Index();

    static {
        List<String[]> rows = rows();
        for (Language language : Language.values()) {
            ALL.put(language, new WordClasses(rows, language));
        }
    }

    private WordClasses(List<String[]> rows, Language language) {
        for (String[] row : rows) {
            own.add(row[0], row[1 + language.ordinal()]);
            if (language != Language.EN) {
                english.add(row[0], row[1]);
            }
        }
    }

    static WordClasses of(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    /** Rows of the resource: the name of the class, then a cell of phrases for each language. */
    static List<String[]> rows() {
        return TextResource.rows(RESOURCE, 1 + Language.values().length);
    }

    /**
     * All classes of phrases that start at a token, each once with its longest phrase, longest first. English phrases
     * count where the language has none.
     */
    List<PhraseTable.Found<String>> at(List<Token> tokens, int at) {
        List<PhraseTable.Found<String>> found = own.at(tokens, at);
        return found.isEmpty() ? english.at(tokens, at) : found;
    }

    /** Phrases of each class by the word or the stem that they begin with, so that few tables are tried at a token. */
    private static final class Index {
        private final Map<String, Map<String, PhraseTable<String>>> byStart = new LinkedHashMap<>();

        void add(String name, String cell) {
            for (String phrase : cell.split(",", -1)) {
                if (!phrase.isBlank()) {
                    byStart.computeIfAbsent(start(phrase), _ -> new LinkedHashMap<>())
                            .computeIfAbsent(name, _ -> new PhraseTable<>())
                            .add(phrase, name);
                }
            }
        }

        List<PhraseTable.Found<String>> at(List<Token> tokens, int at) {
            String form = tokens.get(at).form();
            Map<String, PhraseTable.Found<String>> longest = new LinkedHashMap<>();
            collect(form, tokens, at, longest);
            if (form.length() >= STEM_LETTERS) {
                collect(stem(form), tokens, at, longest);
            }
            List<PhraseTable.Found<String>> found = new ArrayList<>(longest.values());
            found.sort(Comparator.comparingInt((PhraseTable.Found<String> one) -> one.length()).reversed());
            return found;
        }

        private void collect(String key, List<Token> tokens, int at, Map<String, PhraseTable.Found<String>> longest) {
            for (PhraseTable<String> table : byStart.getOrDefault(key, Map.of()).values()) {
                for (PhraseTable.Found<String> found : table.at(tokens, at)) {
                    longest.merge(found.meaning(), found, (a, b) -> b.length() > a.length() ? b : a);
                }
            }
        }

        private static String start(String phrase) {
            List<Token> words = Tokenizer.tokens(phrase);
            String first = words.getFirst().form();
            boolean stem = words.size() > 1 && words.get(1).is("*") && words.get(1).glued();
            return stem ? stem(first) : first;
        }

        private static String stem(String word) {
            return word.substring(0, STEM_LETTERS) + "*";
        }
    }
}
