package org.vppworkbench.negotiation.text;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers with units, ranges of them, money and bare numbers. */
final class QuantityReader {
    private static final Set<String> BOTH = Set.of("and", "und", "y", "et", "e", "en", "to", "bis", "-", "a", "until", "到", "至");
    private static final Set<String> BETWEEN = Set.of("between", "betwixt", "zwischen", "entre", "tra", "fra", "tussen");
    private static final Set<String> ALTERNATIVE = Set.of("-", "to", "or", "bis", "a", "o", "oder", "ou");
    private static final String PER = "(?:/|per|a|an|each|pro|por|par|el|la|le|for each|for every|for a|the|je|al)";
    private static final Pattern PER_KWH = Pattern.compile(
            "(?:usd |dollars? )?" + PER + " ?(kwh|kilowatt ?-? ?hour|kilowattstunde|mwh|megawatt ?-? ?hour|1000 wh|1000 watt ?-? ?hours)(?= |$)");
    /** Coins and notes by their worth [$]. */
    private static final Map<String, Double> COINS = Map.of("dime", 0.1, "dimes", 0.1, "nickel", 0.05, "nickels", 0.05,
            "quarter", 0.25, "quarters", 0.25, "buck", 1.0, "dollar", 1.0);
    private static final Pattern ARTICLE = Pattern.compile("a|an|one|un|ein|einen|um");

    private final NumberReader numbers;
    private final Fractions fractions;

    QuantityReader(NumberReader numbers) {
        this.numbers = numbers;
        this.fractions = new Fractions(numbers);
    }

    /** The quantity, share or number that starts at a token, or {@code null}. */
    @Nullable Item at(List<Token> tokens, int at) {
        Item coins = coins(tokens, at);
        if (coins != null) {
            return coins;
        }
        int i = at;
        boolean euro = tokens.get(i).is("€") || tokens.get(i).is("£") || tokens.get(i).is("eur");
        boolean dollar = tokens.get(i).is("$") || tokens.get(i).is("us$") || (tokens.get(i).is("usd") && i + 1 < tokens.size());
        if (dollar || euro) {
            i++;
        }
        if (i >= tokens.size()) {
            return null;
        }
        Item half = dollar || euro ? null : half(tokens, at);
        if (half != null) {
            return half;
        }
        NumberReader.Read number = numbers.at(tokens, i);
        if (number == null) {
            return null;
        }
        int next = i + number.length();
        if (dollar) {
            return money(tokens, at, next, number.value());
        }
        if (euro) {
            Item priced = money(tokens, at, next, number.value());
            return Item.number("EURO", "", at, priced.to(), number.value());
        }
        Item model = model(tokens, i, next);
        if (model != null) {
            return model;
        }
        Units.Found unit = Units.at(tokens, next);
        if (unit != null && counts(unit, tokens, next, number)) {
            return made(unit, number.value(), number.value(), at, next, tokens);
        }
        Item slashed = slashed(tokens, at);
        if (slashed != null) {
            return slashed;
        }
        if ((next + 1 < tokens.size() && ALTERNATIVE.contains(tokens.get(next).form()))
                || (next + 1 < tokens.size() && at > 0 && BETWEEN.contains(tokens.get(at - 1).form())
                        && BOTH.contains(tokens.get(next).form()))) {
            NumberReader.Read other = numbers.at(tokens, next + 1);
            Units.Found shared = other == null ? null : Units.at(tokens, next + 1 + other.length());
            if (other != null && shared != null) {
                return made(shared, number.value(), other.value(), at, next + 1 + other.length(), tokens);
            }
        }
        Item share = share(tokens, at);
        return share != null ? share : Item.number("N", Tagger.form(tokens, at, next), at, next, number.value());
    }

    /** A share that starts at a token, or {@code null}. */
    @Nullable Item share(List<Token> tokens, int at) {
        Item share = fractions.at(tokens, at);
        // three quarters of a kilowatt
        Units.Found unit = share != null && NumberReader.forms(tokens, share.to(), 2).matches("of an?") ? Units.at(tokens, share.to() + 2) : null;
        return share != null && unit != null && Set.of("E", "P").contains(unit.tag())
                ? made(unit, share.value(), share.value(), at, share.to() + 2, tokens)
                : share;
    }

    /** "0.27 min" is a least price and "0.05 a" no current; minutes and amperes come in larger numbers. */
    private static boolean counts(Units.Found unit, List<Token> tokens, int next, NumberReader.Read number) {
        boolean small = number.value() < 1;
        return !(small && unit.tag().equals("H") && tokens.get(next).form().matches("min|h"));
    }

    /** Half a kilowatt; 1/2 kWh. */
    private static @Nullable Item half(List<Token> tokens, int at) {
        String three = NumberReader.forms(tokens, at, 3);
        boolean half = three.startsWith("half a ") || three.startsWith("half an ") || three.startsWith("medio ") || three.startsWith("une demi - ");
        if (half) {
            int next = at + (three.startsWith("medio ") ? 1 : three.startsWith("une") ? 3 : 2);
            Units.Found unit = Units.at(tokens, next);
            return unit == null || unit.tag().equals("M") ? null : made(unit, 0.5, 0.5, at, next, tokens);
        }
        return null;
    }

    private static @Nullable Item slashed(List<Token> tokens, int at) {
        String three = NumberReader.forms(tokens, at, 3);
        if (!three.matches("[1-7] [/\u2044] [2-8]") || (at > 0 && tokens.get(at - 1).is("/"))) {
            return null;
        }
        double a = Double.parseDouble(three.substring(0, 1));
        double b = Double.parseDouble(three.substring(4, 5));
        Units.Found unit = a < b ? Units.at(tokens, at + 3) : null;
        boolean fits = unit != null && Set.of("E", "P", "H", "D", "PDC").contains(unit.tag());
        return fits && unit != null ? made(unit, a / b, a / b, at, at + 3, tokens) : null;
    }

    /** SE10000H is a model, 7k6 are 7.6 kilowatts, the 10C is no ten cents. */
    private @Nullable Item model(List<Token> tokens, int at, int next) {
        Token token = tokens.get(at);
        boolean more = at + 2 < tokens.size() && tokens.get(at + 1).is("k") && tokens.get(at + 1).glued()
                && tokens.get(at + 2).glued() && tokens.get(at + 2).raw().matches("\\d{1,2}");
        if (more && token.raw().matches("\\d{1,2}")) {
            Units.Found unit = Units.at(tokens, at + 3);
            double value = Double.parseDouble(token.raw() + "." + tokens.get(at + 2).raw());
            boolean dc = unit != null && unit.tag().equals("PDC");
            int to = at + 3 + (unit != null && unit.factor() < 1 ? unit.length() : 0);
            return Item.number(dc ? "PDC" : "P", "k", at, to, value);
        }
        boolean inside = token.isNumber() && token.glued() && at > 0 && tokens.get(at - 1).isWord()
                && next < tokens.size() && tokens.get(next).glued() && tokens.get(next).isWord() && tokens.get(next).form().length() == 1;
        boolean letters = inside && tokens.get(at - 1).raw().matches("[A-Z]{1,4}") && tokens.get(next).raw().matches("[A-Z]")
                && !tokens.get(next).raw().matches("[WAV]");
        return letters ? Item.word(List.of(), Tagger.form(tokens, at, next + 1), at, next + 1) : null;
    }

    private static Item made(Units.Found unit, double first, double second, int at, int next, List<Token> tokens) {
        int to = next + unit.length();
        boolean inverse = unit.tag().equals("CI");
        String tag = inverse ? "C" : unit.tag();
        double a = inverse ? 1 / (first * unit.factor()) : first * unit.factor();
        double b = inverse ? 1 / (second * unit.factor()) : second * unit.factor();
        String form = Tagger.form(tokens, next, to);
        return first == second ? Item.number(tag, form, at, to, a) : Item.range(tag, form, at, to, a, b);
    }

    /** A dime, two dimes, a quarter a kWh, a buck per 4 kWh. */
    private @Nullable Item coins(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        Double count = ARTICLE.matcher(token.form()).matches() ? Double.valueOf(1) : token.isWord() ? numbers.word(token) : null;
        int i = count == null ? at : at + 1;
        Double worth = i < tokens.size() ? COINS.get(tokens.get(i).form()) : null;
        if (worth == null || (count == null && i > at)) {
            return null;
        }
        double value = worth * (count == null ? 1 : count);
        Matcher several = Pattern.compile("(?:per|for|for every|every) (\\d+|\\p{L}+) (?:kwh|kilowatt ?-? ?hours)(?= |$)")
                .matcher(NumberReader.forms(tokens, i + 1, 6));
        if (several.lookingAt()) {
            int from = i + 1 + several.group().substring(0, several.start(1)).strip().split(" ").length;
            NumberReader.Read number = numbers.at(tokens, from);
            if (number != null && number.value() >= 1) {
                return Item.number("PR", "coins", at, i + 1 + several.group().split(" ").length, value / number.value());
            }
        }
        Item money = money(tokens, at, i + 1, value);
        boolean small = tokens.get(i).form().matches("dimes?|nickels?");
        boolean whole = tokens.get(i).form().matches("bucks?|dollar");
        if (money.tag().equals("PR")) {
            return money;
        }
        if (small && count != null) {
            return Item.number("PR", "coins", at, i + 1, value);
        }
        return whole && count != null ? money : null;
    }

    private static Item money(List<Token> tokens, int at, int next, double value) {
        Matcher kwh = PER_KWH.matcher(NumberReader.forms(tokens, next, 7));
        if (kwh.lookingAt()) {
            int length = kwh.group().split(" ").length;
            return Item.number("PR", "", at, next + length, kwh.group(1).startsWith("m") ? value / 1000 : value);
        }
        return Item.number("M", "", at, next, value);
    }
}
