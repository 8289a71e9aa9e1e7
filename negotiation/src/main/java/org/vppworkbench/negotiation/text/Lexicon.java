package org.vppworkbench.negotiation.text;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Words of a language and what they are about. English words are understood in every language. */
final class Lexicon {
    private static final Map<Language, Lexicon> ALL = new EnumMap<>(Language.class);
    private static final Set<String> NOUNS = Set.of("BAT", "PV", "PANEL", "CHARGER");
    private static final int LEAST_LETTERS = 6;

    private final PhraseTable<String> own = new PhraseTable<>();
    private final PhraseTable<String> english = new PhraseTable<>();
    private final Set<String> known = new HashSet<>();
    private final Set<String> nouns = new HashSet<>();

    static {
        List<String[]> rows = TextResource.rows("lexicon.tsv", 1 + Language.values().length);
        for (Language language : Language.values()) {
            ALL.put(language, new Lexicon(rows, language));
        }
    }

    private Lexicon(List<String[]> rows, Language language) {
        for (String[] row : rows) {
            add(own, row[0], row[1 + language.ordinal()]);
            if (language != Language.EN) {
                add(english, row[0], row[1]);
            }
        }
    }

    static Lexicon of(Language language) {
        return java.util.Objects.requireNonNull(ALL.get(language));
    }

    /** Meanings of the longest phrase that starts here; those of the language come before English ones. */
    List<PhraseTable.Found<String>> at(List<Token> tokens, int at) {
        List<PhraseTable.Found<String>> found = own.at(tokens, at);
        return found.isEmpty() ? english.at(tokens, at) : found;
    }

    boolean knows(String word) {
        return known.contains(word);
    }

    /** Long nouns among the words, for which a slip of the pen is forgiven. */
    Set<String> nouns() {
        return nouns;
    }

    private void add(PhraseTable<String> table, String concept, String cell) {
        for (String phrase : cell.split(",", -1)) {
            if (phrase.isBlank()) {
                continue;
            }
            table.add(phrase, concept);
            for (Token token : Tokenizer.tokens(phrase)) {
                known.add(token.form());
            }
            boolean single = phrase.indexOf(' ') < 0 && phrase.indexOf('*') < 0 && phrase.indexOf('-') < 0;
            if (single && NOUNS.contains(concept) && phrase.length() >= LEAST_LETTERS) {
                nouns.add(phrase);
            }
        }
    }
}
