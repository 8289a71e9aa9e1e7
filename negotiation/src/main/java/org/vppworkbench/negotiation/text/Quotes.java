package org.vppworkbench.negotiation.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds quoted words in a text, whatever their case and spacing. */
final class Quotes {
    private final SourceText source;
    private final StringBuilder plain = new StringBuilder();
    private final List<Integer> places = new ArrayList<>();
    private final List<String> hostile = new ArrayList<>();

    Quotes(SourceText source) {
        this.source = source;
        String text = source.text();
        for (int i = 0; i < text.length(); i++) {
            boolean space = Character.isWhitespace(text.charAt(i));
            if (space && (plain.isEmpty() || plain.charAt(plain.length() - 1) == ' ')) {
                continue;
            }
            plain.append(space ? ' ' : Character.toLowerCase(text.charAt(i)));
            places.add(i);
        }
        for (List<Token> sentence : Tokenizer.sentences(Tokenizer.tokens(text))) {
            String words = text.substring(sentence.getFirst().from(), sentence.getLast().to());
            if (Hostility.is(words)) {
                hostile.add(plain(words));
            }
        }
    }

    /** Where the words stand in the original, or {@code null}. */
    @Nullable Span find(String words) {
        String sought = plain(SourceText.of(words).text());
        int at = sought.isEmpty() ? -1 : plain.indexOf(sought);
        return at < 0 ? null : source.span(places.get(at), places.get(at + sought.length() - 1) + 1);
    }

    /** Whether the words stand in a sentence that is addressed to the program, or reach into one. */
    boolean hostile(String words) {
        String sought = plain(SourceText.of(words).text());
        return hostile.stream().anyMatch(sentence -> sentence.contains(sought) || overlaps(sentence, sought));
    }

    /** Whether somewhere in the text the two share a character. */
    private boolean overlaps(String sentence, String sought) {
        for (int i = plain.indexOf(sentence); i >= 0; i = plain.indexOf(sentence, i + 1)) {
            for (int j = plain.indexOf(sought); j >= 0 && !sought.isEmpty(); j = plain.indexOf(sought, j + 1)) {
                if (j < i + sentence.length() && i < j + sought.length()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String plain(String words) {
        return words.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
