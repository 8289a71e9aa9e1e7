package org.vppworkbench.negotiation.text;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parts of a whole without a unit: "a third", "four-fifths", "3/4", "three parts in four", "zwei Drittel", "la mitad", "0.8 full".
 * A fraction before a unit is a number ({@link NumberReader}); "24/7", dates and "1/2 inch" are none.
 */
final class Fractions {
    /** Words by what they are of one; a plural needs a number before it. */
    private static final Map<String, Double> PARTS = Map.ofEntries(
            Map.entry("half", 0.5), Map.entry("halves", 0.5), Map.entry("third", 1 / 3.0), Map.entry("thirds", 1 / 3.0),
            Map.entry("quarter", 0.25), Map.entry("quarters", 0.25), Map.entry("fourth", 0.25), Map.entry("fourths", 0.25),
            Map.entry("fifth", 0.2), Map.entry("fifths", 0.2), Map.entry("sixth", 1 / 6.0), Map.entry("sixths", 1 / 6.0),
            Map.entry("eighth", 0.125), Map.entry("eighths", 0.125), Map.entry("tenth", 0.1), Map.entry("tenths", 0.1),
            Map.entry("mitad", 0.5), Map.entry("tercio", 1 / 3.0), Map.entry("tercios", 1 / 3.0), Map.entry("cuarto", 0.25),
            Map.entry("cuartos", 0.25), Map.entry("quinto", 0.2), Map.entry("quintos", 0.2), Map.entry("quinta parte", 0.2),
            Map.entry("cuarta parte", 0.25), Map.entry("tercera parte", 1 / 3.0), Map.entry("halfte", 0.5), Map.entry("halb", 0.5),
            Map.entry("halbe", 0.5), Map.entry("drittel", 1 / 3.0), Map.entry("viertel", 0.25), Map.entry("funftel", 0.2),
            Map.entry("achtel", 0.125), Map.entry("zehntel", 0.1), Map.entry("moitie", 0.5), Map.entry("demi", 0.5),
            Map.entry("tiers", 1 / 3.0), Map.entry("quart", 0.25), Map.entry("quarts", 0.25), Map.entry("cinquieme", 0.2),
            Map.entry("cinquiemes", 0.2), Map.entry("dixieme", 0.1), Map.entry("dixiemes", 0.1), Map.entry("meta", 0.5),
            Map.entry("terzo", 1 / 3.0), Map.entry("terzi", 1 / 3.0), Map.entry("quarti", 0.25), Map.entry("quinti", 0.2),
            Map.entry("metade", 0.5), Map.entry("terco", 1 / 3.0), Map.entry("tercos", 1 / 3.0), Map.entry("quartos", 0.25),
            Map.entry("helft", 0.5), Map.entry("derde", 1 / 3.0), Map.entry("kwart", 0.25), Map.entry("vijfde", 0.2));
    private static final Map<String, Double> GLUED = Map.of("dreiviertel", 0.75, "zweidrittel", 2 / 3.0, "driekwart", 0.75);
    private static final Set<String> PLURAL = Set.of("halves", "thirds", "quarters", "fourths", "fifths", "sixths", "eighths",
            "tenths", "tercios", "cuartos", "quintos", "quarts", "cinquiemes", "dixiemes", "terzi", "quarti", "quinti", "tercos", "quartos");
    private static final Set<String> ARTICLES =
            Set.of("a", "one", "un", "una", "une", "ein", "eine", "einem", "la", "die", "uma", "il", "een");
    private static final Pattern SLASH = Pattern.compile("(?<a>[1-9]) [/\u2044] (?<b>[2-9]|10)(?= |$)");
    private static final Set<String> DENOMINATORS = Set.of("2", "3", "4", "5", "8", "10");
    private static final Pattern OUT_OF = Pattern.compile("parts? (?:in|of|out of) (?<b>\\p{L}+|\\d{1,2})(?= |$)");
    /** Behind a fraction of something else than a store: times of day, lengths, durations, ranks. */
    private static final Pattern OTHER = Pattern.compile("(?:past|to(?! \\d+ ?%)|of \\p{L}+ (?:oclock|past)|till) .*|(?:an |of an |uhr|h)?(?:hour|stunde|heure|hora|ora).*|jahr.*"
            + "|(?:-? ?)(?:inch|inches|in\\.|ton|tons|mile|miles|of a mile|acre|of an acre|hp|lb|lbs|gallon|pound)(?: .*|$)"
            + "|(?:one|battery|unit|party|car|time|floor|person|grade|street|avenue|st|ave|generation|gen|version|day|cent|of (?:january|february|march|april|may|june|july|august|september|october|november|december))(?: .*|$)");
    private static final Set<String> WHOLE = Set.of("full", "charged", "voll", "geladen", "of", "lleno", "llena", "cargada", "cargado",
            "plein", "pleine", "chargee", "pieno", "piena", "cheia", "cheio", "vol", "capacity", "soc", "empty");

    private final NumberReader numbers;

    Fractions(NumberReader numbers) {
        this.numbers = numbers;
    }

    /** A share that starts at a token, or {@code null}. */
    @Nullable Item at(List<Token> tokens, int at) {
        Item slash = slash(tokens, at);
        if (slash != null) {
            return slash;
        }
        Token token = tokens.get(at);
        Double glued = GLUED.get(token.form());
        if (glued != null) {
            return NumberReader.forms(tokens, at + 1, 1).matches("stunden?|uhr|jahre?|\\d+") ? null : share(glued, "viertel", at, at + 1);
        }
        if (token.isNumber()) {
            double value = token.raw().matches("0[.,]\\d{1,3}") ? Double.parseDouble(token.raw().replace(',', '.')) : 0;
            boolean whole = value > 0 && WHOLE.contains(NumberReader.forms(tokens, at + 1, 1));
            return whole ? share(value, "of_one", at, at + 1) : null;
        }
        if (!token.isWord()) {
            return null;
        }
        int i = at;
        double times = 1;
        boolean counted = false;
        Double number = numbers.word(token);
        if (number != null && number >= 1 && number < 10 && !token.is("both")) {
            times = number;
            counted = true;
            i++;
        } else if (ARTICLES.contains(token.form()) || NumberReader.forms(tokens, at, 2).matches("um (?:terco|quarto|quinto|decimo)")) {
            i++;
        }
        i += i > at && i < tokens.size() && tokens.get(i).is("-") ? 1 : 0;
        return i >= tokens.size() ? null : named(tokens, at, i, times, counted);
    }

    private @Nullable Item named(List<Token> tokens, int at, int i, double times, boolean counted) {
        Double glued = i > at && !counted ? GLUED.get(tokens.get(i).form()) : null;
        if (glued != null) {
            return share(glued, "viertel", at, i + 1);
        }
        Matcher outOf = OUT_OF.matcher(NumberReader.forms(tokens, i, 4));
        if (counted && outOf.lookingAt()) {
            String b = outOf.group("b");
            int end = i + outOf.group().split(" ").length;
            Double whole = b.matches("\\d+") ? Double.valueOf(b) : numbers.word(tokens.get(end - 1));
            return whole == null || whole < times || whole < 2 ? null : share(times / whole, "part", at, end);
        }
        String two = NumberReader.forms(tokens, i, 2);
        boolean pair = two.indexOf(' ') > 0 && PARTS.containsKey(two);
        String form = pair ? two : tokens.get(i).form();
        Double part = PARTS.get(form);
        int to = i + (pair ? 2 : 1);
        String behind = NumberReader.forms(tokens, to, 3);
        // half-life, but half-full
        boolean compound = to + 1 < tokens.size() && tokens.get(to).is("-") && tokens.get(to).glued()
                && tokens.get(to + 1).isWord() && !WHOLE.contains(tokens.get(to + 1).form());
        if (part == null || OTHER.matcher(behind).matches() || compound) {
            return null;
        }
        if (form.matches("demi|quart|meta|kwart|quarto|quinto|cuarto") && i == at) {
            return null;
        }
        boolean named = !PLURAL.contains(form) || counted;
        double value = times * part;
        return named && value <= 1 && value > 0 ? share(value, tokens.get(i).form(), at, to) : null;
    }

    private static @Nullable Item slash(List<Token> tokens, int at) {
        Matcher slash = SLASH.matcher(NumberReader.forms(tokens, at, 3));
        if (!slash.matches() || !DENOMINATORS.contains(slash.group("b"))) {
            return null;
        }
        int a = Integer.parseInt(slash.group("a"));
        int b = Integer.parseInt(slash.group("b"));
        String before = at > 0 ? tokens.get(at - 1).form() : "";
        Token next = at + 3 < tokens.size() ? tokens.get(at + 3) : null;
        boolean longer = before.equals("/") || (at > 0 && tokens.get(at - 1).isNumber()) || before.matches("on|since|dated|x")
                || (next != null && (next.is("/") || next.isNumber() || (next.glued() && next.isWord())));
        boolean reduced = a < b && (b % a != 0 || a == 1) && !(a % 2 == 0 && b % 2 == 0);
        boolean other = OTHER.matcher(NumberReader.forms(tokens, at + 3, 3)).matches() || Units.at(tokens, at + 3) != null;
        return longer || !reduced || other ? null : share((double) a / b, "of_" + b, at, at + 3);
    }

    private static Item share(double value, String form, int at, int to) {
        return Item.number("PCT", form, at, to, value);
    }
}
