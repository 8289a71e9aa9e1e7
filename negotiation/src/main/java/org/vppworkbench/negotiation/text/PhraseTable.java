package org.vppworkbench.negotiation.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Phrases of one or more words, found by longest match. A word that ends in {@code *} stands for any ending.
 *
 * @param <T> what a phrase means
 */
final class PhraseTable<T> {
    private final Map<String, List<Phrase<T>>> byFirst = new HashMap<>();
    private final Map<String, List<Phrase<T>>> byStem = new HashMap<>();

    private record Phrase<T>(List<String> words, T meaning) {}

    /**
     * A phrase in a text.
     *
     * @param length in tokens
     */
    record Found<T>(int length, T meaning) {}

    void add(String phrase, T meaning) {
        List<String> words = Tokenizer.tokens(phrase.replace("*", " * ").strip()).stream().map(Token::form).toList();
        List<String> joined = new ArrayList<>();
        for (String word : words) {
            if (word.equals("*") && !joined.isEmpty()) {
                joined.set(joined.size() - 1, joined.getLast() + "*");
            } else {
                joined.add(word);
            }
        }
        if (joined.isEmpty()) {
            return;
        }
        String first = joined.getFirst();
        boolean stem = first.endsWith("*");
        Map<String, List<Phrase<T>>> index = stem ? byStem : byFirst;
        String key = stem ? first.substring(0, Math.min(3, first.length() - 1)) : first;
        index.computeIfAbsent(key, _ -> new ArrayList<>()).add(new Phrase<>(joined, meaning));
    }

    /** The longest phrases that start at a token, all of one length; signs between words may be left out. */
    List<Found<T>> at(List<Token> tokens, int at) {
        List<Found<T>> best = new ArrayList<>();
        String form = tokens.get(at).form();
        collect(byFirst.get(form), tokens, at, best);
        if (form.length() >= 3) {
            collect(byStem.get(form.substring(0, 3)), tokens, at, best);
        }
        return best;
    }

    private static <T> void collect(
            @Nullable List<Phrase<T>> candidates, List<Token> tokens, int at, List<Found<T>> best) {
        if (candidates == null) {
            return;
        }
        for (Phrase<T> phrase : candidates) {
            int length = length(phrase.words(), tokens, at);
            if (length > 0 && (best.isEmpty() || length >= best.getFirst().length())) {
                if (!best.isEmpty() && length > best.getFirst().length()) {
                    best.clear();
                }
                best.add(new Found<>(length, phrase.meaning()));
            }
        }
    }

    private static int length(List<String> words, List<Token> tokens, int at) {
        int i = at;
        for (int w = 0; w < words.size(); w++) {
            String word = words.get(w);
            if (i >= tokens.size()) {
                return 0;
            }
            if (w > 0 && !matches(word, tokens.get(i).form()) && joins(tokens.get(i)) && i + 1 < tokens.size()) {
                i++;
            }
            if (w > 0 && w + 1 < words.size() && word.equals("-") && !tokens.get(i).is("-")) {
                continue;
            }
            if (!matches(word, tokens.get(i).form())) {
                return 0;
            }
            i++;
        }
        return i - at;
    }

    private static boolean joins(Token token) {
        return token.is("-") || (token.is(".") && token.glued());
    }

    private static boolean matches(String word, String form) {
        return word.endsWith("*")
                ? form.startsWith(word.substring(0, word.length() - 1))
                : word.equals(form);
    }
}
