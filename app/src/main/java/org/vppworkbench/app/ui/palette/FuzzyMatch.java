package org.vppworkbench.app.ui.palette;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How well a text answers what was typed. Every word typed must be found, as a whole or as letters in order; whole words and
 * beginnings of words weigh most.
 */
public final class FuzzyMatch {
    /** Not found. */
    public static final int NONE = -1;

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final int WHOLE = 60;
    private static final int START_OF_TEXT = 40;
    private static final int START_OF_WORD = 25;
    private static final int LETTER_AT_WORD = 6;
    private static final int LETTER_AFTER_LETTER = 3;

    private FuzzyMatch() {}

    /**
     * @param typed words, in any order; empty matches everything
     * @return the larger the better, or {@link #NONE}
     */
    public static int score(String typed, String text) {
        String where = text.toLowerCase(Locale.ROOT);
        int sum = 0;
        for (String word : SPACE.split(typed.toLowerCase(Locale.ROOT).strip(), -1)) {
            int score = word.isEmpty() ? 0 : ofWord(word, where);
            if (score == NONE) {
                return NONE;
            }
            sum += score;
        }
        return sum;
    }

    private static int ofWord(String word, String text) {
        int best = NONE;
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            int place = at == 0 ? START_OF_TEXT : startsWord(text, at) ? START_OF_WORD : 0;
            best = Math.max(best, WHOLE + place + word.length());
        }
        return best == NONE ? letters(word, text) : best;
    }

    /** The letters in order, each as early as it comes. The first begins a word. */
    private static int letters(String word, String text) {
        int best = NONE;
        for (int first = text.indexOf(word.charAt(0)); first >= 0; first = text.indexOf(word.charAt(0), first + 1)) {
            if (startsWord(text, first)) {
                best = Math.max(best, lettersFrom(word, text, first));
            }
        }
        return best;
    }

    private static int lettersFrom(String word, String text, int first) {
        int score = 0;
        int last = first - 1;
        for (int i = 0; i < word.length(); i++) {
            int at = text.indexOf(word.charAt(i), last + 1);
            if (at < 0) {
                return NONE;
            }
            score += startsWord(text, at) ? LETTER_AT_WORD : at == last + 1 ? LETTER_AFTER_LETTER : 0;
            last = at;
        }
        return score;
    }

    private static boolean startsWord(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    }
}
