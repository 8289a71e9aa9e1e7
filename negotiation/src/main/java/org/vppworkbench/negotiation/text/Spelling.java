package org.vppworkbench.negotiation.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Forgives slips in names of products and in a few nouns: one letter in words of five to seven, two in longer ones. */
final class Spelling {
    private static final int LEAST_LETTERS = 5;
    private static final int LONG = 9;
    private static final int MAX_LETTERS = 24;

    private Spelling() {}

    static List<Token> corrected(List<Token> tokens, Lexicon lexicon, Gazetteer gazetteer) {
        Set<String> vocabulary = new TreeSet<>(gazetteer.words());
        vocabulary.addAll(lexicon.nouns());
        Set<String> known = new HashSet<>(gazetteer.words());
        List<Token> corrected = new ArrayList<>();
        for (Token token : tokens) {
            String form = token.form();
            boolean candidate = token.isWord() && form.length() >= LEAST_LETTERS && form.length() <= MAX_LETTERS
                    && !known.contains(form) && !lexicon.knows(form);
            corrected.add(candidate ? corrected(token, vocabulary) : token);
        }
        return corrected;
    }

    private static Token corrected(Token token, Set<String> vocabulary) {
        String form = token.form();
        String best = null;
        int least = Integer.MAX_VALUE;
        boolean unique = true;
        for (String word : vocabulary) {
            int allowed = Math.min(form.length(), word.length()) >= LONG ? 2 : 1;
            if (word.charAt(0) != form.charAt(0) || Math.abs(word.length() - form.length()) > allowed) {
                continue;
            }
            int distance = distance(form, word);
            if (distance <= allowed && distance <= least) {
                unique = distance < least;
                least = distance;
                best = word;
            }
        }
        // a plural is no slip
        boolean plural = best != null && (form.equals(best + "s") || best.equals(form + "s"));
        return best == null || (!unique && !plural) ? token : token.corrected(best);
    }

    /** Damerau-Levenshtein distance with swaps of neighbours. */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
