package org.vppworkbench.negotiation.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * A text as the parser reads it: cut to a length, Unicode compatibility forms folded (NFKC), invisible and control
 * characters removed, typographic quotes and dashes made plain. Every character knows where it stood in the original, so
 * that spans can be shown there.
 */
final class SourceText {
    /** Most characters that are read; what follows is reported and ignored. */
    static final int LIMIT = 20_000;

    /** More marks on one letter are decoration. */
    private static final int MAX_MARKS = 4;

    private final String original;
    private final StringBuilder text = new StringBuilder();
    private int[] starts = new int[64];
    private int[] ends = new int[64];

    private SourceText(String original) {
        this.original = original;
    }

    static SourceText of(String original) {
        SourceText made = new SourceText(original);
        int limit = Math.min(LIMIT, original.length());
        int at = 0;
        while (at < limit) {
            int first = original.codePointAt(at);
            int end = at + Character.charCount(first);
            int marks = 0;
            while (end < limit && isMark(original.codePointAt(end))) {
                end += Character.charCount(original.codePointAt(end));
                marks++;
            }
            int kept = marks > MAX_MARKS ? at + Character.charCount(first) : end;
            made.append(made.folded(original, at, kept, first), at, end);
            at = end;
        }
        return made;
    }

    String text() {
        return text.toString();
    }

    boolean cut() {
        return original.length() > LIMIT;
    }

    /** Where a piece of the folded text stands in the original. */
    Span span(int from, int to) {
        if (from >= to) {
            return new Span(0, 0);
        }
        return new Span(starts[from], ends[to - 1]);
    }

    String words(Span span) {
        return original.substring(span.start(), span.end());
    }

    private static boolean isMark(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    private String folded(String from, int start, int end, int c) {
        if (c == '\n' || c == '\u2028' || c == '\u2029' || c == 0x85) {
            return "\n";
        }
        if (c == '\t' || Character.isSpaceChar(c)) {
            return " ";
        }
        return switch (Character.getType(c)) {
            case Character.FORMAT, Character.CONTROL, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> "";
            default -> plain(from.substring(start, end), c);
        };
    }

    private String plain(String piece, int c) {
        boolean afterDigit = !text.isEmpty() && Character.isDigit(text.charAt(text.length() - 1));
        return switch (c) {
            case '½' -> afterDigit ? ".5" : "0.5";
            case '¼' -> afterDigit ? ".25" : "0.25";
            case '¾' -> afterDigit ? ".75" : "0.75";
            case '‘', '’', 'ʼ', '´', '`' -> "'";
            case '“', '”', '„', '«', '»' -> "\"";
            case '–', '—', '−', '‐', '‑', '‒' -> "-";
            case '×', '✕', '✖' -> "x";
            case '≥' -> " at least ";
            case '≤' -> " at most ";
            default -> Normalizer.normalize(piece, Normalizer.Form.NFKC);
        };
    }

    private void append(String piece, int start, int end) {
        int length = text.length();
        if (length + piece.length() > starts.length) {
            int larger = 2 * (length + piece.length());
            starts = Arrays.copyOf(starts, larger);
            ends = Arrays.copyOf(ends, larger);
        }
        for (int i = length; i < length + piece.length(); i++) {
            starts[i] = start;
            ends[i] = end;
        }
        text.append(piece);
    }

    /** Lower case without accents, the form in which words are compared. */
    static String bare(String word) {
        String lower = word.toLowerCase(Locale.ROOT).replace("ß", "ss").replace("œ", "oe").replace("'", "");
        return Normalizer.normalize(lower, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
    }
}
