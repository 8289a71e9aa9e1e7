package org.vppworkbench.negotiation.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vppworkbench.negotiation.text.Token.Kind;

/** Cuts a text into tokens, and tokens into sentences. */
final class Tokenizer {
    private static final Pattern TOKEN = Pattern.compile(
            "(?<abbreviation>(?i:\\b[ap]\\.\\s?m\\b\\.?|\\be\\.g\\.|\\bi\\.e\\.|\\bz\\.\\s?b\\.|\\bp\\.a\\.))"
                    + "|(?<number>(?:\\d+(?:[.,]\\d+)*|(?<![\\p{L}\\d.,])[.]\\d+(?!\\d|[.]\\d))(?:[eE][+-]?\\d+(?!\\p{L}))?)"
                    + "|(?<tag></?\\p{L}[^<>]{0,80}>)"
                    + "|(?<elision>(?i:\\b(?:l|d|j|n|m|s|t|c|qu|jusqu)'(?=\\p{L})))"
                    + "|(?<han>\\p{IsHan})"
                    + "|(?<word>(?!\\p{IsHan})\\p{L}(?:(?!\\p{IsHan})[\\p{L}\\p{M}])*(?:'\\p{L}+)*)"
                    + "|(?<break>\\s*\\n\\s*)"
                    + "|(?<sign>\\S)");
    private static final Set<String> ABBREVIATED = Set.of(
            "approx", "max", "min", "ca", "inc", "hrs", "hr", "std", "tgl", "bzw", "env", "aprox", "incl", "vs", "st", "nr",
            "etwa", "no", "usw", "mr", "mrs", "dr", "mi", "appx", "avg");
    private static final Pattern HARMLESS = Pattern.compile("(?i)<(?:description|data|input|home|user|p|br|b|i)\\b");
    /** Tokens after which a sentence is cut, so that the work grows with the text and not with its square. */
    private static final int LONGEST = 400;
    /** A shorter line ends what it says. */
    private static final int FULL_LINE = 55;

    private Tokenizer() {}

    static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher match = TOKEN.matcher(text);
        int last = 0;
        while (match.find()) {
            String raw = match.group();
            boolean glued = match.start() == last && !tokens.isEmpty();
            last = match.end();
            if (match.group("abbreviation") != null) {
                String bare = raw.replaceAll("[^\\p{L}]", "");
                tokens.add(new Token(Kind.WORD, raw, SourceText.bare(bare), match.start(), match.end(), glued));
            } else if (match.group("number") != null) {
                // .8 is 0.8
                String full = raw.startsWith(".") ? "0" + raw : raw;
                tokens.add(new Token(Kind.NUMBER, full, full, match.start(), match.end(), glued));
            } else if (match.group("tag") != null) {
                tokens.add(new Token(Kind.BREAK, raw, "\n\n", match.start(), match.end(), false));
                if (!raw.startsWith("</") && !HARMLESS.matcher(raw).find()) {
                    tokens.add(new Token(Kind.SIGN, raw, raw, match.start(), match.end(), false));
                }
            } else if (raw.equals("\"") || raw.equals("'")) {
                last = glued ? last : -1;
            } else if (match.group("break") != null) {
                tokens.add(new Token(Kind.BREAK, "\n", breakForm(raw), match.start(), match.end(), false));
            } else {
                Kind kind = match.group("sign") != null ? Kind.SIGN : Kind.WORD;
                tokens.add(new Token(kind, raw, SourceText.bare(raw), match.start(), match.end(), glued));
            }
        }
        return tokens;
    }

    /** Sentences as lists of tokens without breaks. */
    static List<List<Token>> sentences(List<Token> tokens) {
        List<List<Token>> sentences = new ArrayList<>();
        List<Token> current = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean ends = ends(tokens, i, current) || current.size() >= LONGEST;
            if (token.kind() != Kind.BREAK && !(ends && (token.is(";") || token.is("|")))) {
                current.add(token);
            }
            if (ends) {
                close(current, sentences);
                current = new ArrayList<>();
            }
        }
        close(current, sentences);
        return sentences;
    }

    private static void close(List<Token> current, List<List<Token>> sentences) {
        if (current.stream().anyMatch(token -> token.kind() != Kind.SIGN)) {
            sentences.add(List.copyOf(current));
        }
    }

    private static String breakForm(String raw) {
        return raw.chars().filter(c -> c == '\n').count() > 1 ? "\n\n" : "\n";
    }

    private static boolean ends(List<Token> tokens, int at, List<Token> current) {
        Token token = tokens.get(at);
        return switch (token.form()) {
            case "\n\n" -> true;
            case "\n" -> !wraps(tokens, at, current);
            case "|" -> !table(tokens, at);
            // "storage: 10 kWh // solar: 5 kW"
            case "/" -> at > 0 && tokens.get(at - 1).is("/") && token.glued();
            case ";", "!", "?", "。", "！", "？", "•" -> true;
            case "." -> fullStop(tokens, at, current);
            default -> false;
        };
    }

    /** Whether a line begins with the bar, as the rows of tables do. */
    private static boolean table(List<Token> tokens, int at) {
        int first = at;
        while (first > 0 && tokens.get(first - 1).kind() != Kind.BREAK) {
            first--;
        }
        return tokens.get(first).is("|");
    }

    private static boolean wraps(List<Token> tokens, int at, List<Token> current) {
        if (current.isEmpty() || at + 1 >= tokens.size()) {
            return false;
        }
        Token next = tokens.get(at + 1);
        Token last = current.getLast();
        int line = last.to();
        for (int i = at - 1; i >= 0 && tokens.get(i).kind() != Kind.BREAK; i--) {
            line = tokens.get(i).from();
        }
        boolean goesOn = next.isWord() ? Character.isLowerCase(next.raw().codePointAt(0)) : next.isNumber();
        return goesOn && last.to() - line >= FULL_LINE;
    }

    private static boolean fullStop(List<Token> tokens, int at, List<Token> current) {
        if (current.isEmpty() || at + 1 >= tokens.size()) {
            return true;
        }
        Token last = current.getLast();
        Token next = tokens.get(at + 1);
        boolean leader = current.size() >= 3 && current.subList(current.size() - 3, current.size()).stream().allMatch(t -> t.is("."));
        if (next.is(".") || (leader && next.kind() != Kind.BREAK)) {
            return false;
        }
        boolean lowerNext = next.isNumber() || (next.isWord() && Character.isLowerCase(next.raw().codePointAt(0)));
        // ID.4, sonnen.de: a stop without a space inside a name
        boolean inside = next.glued() && (next.isNumber() || next.isWord()) && lowerNext;
        // Q.PEAK, Q.CELLS
        inside |= last.raw().length() == 1 && next.glued() && next.raw().matches("\\p{Lu}{3,}");
        // ID. Buzz, ext. range
        inside |= (last.is("id") && next.is("buzz")) || (last.form().matches("ext|std") && next.is("range"));
        return !inside && !(ABBREVIATED.contains(last.form()) && lowerNext);
    }
}
