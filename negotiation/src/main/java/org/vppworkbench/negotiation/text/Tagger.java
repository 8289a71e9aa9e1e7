package org.vppworkbench.negotiation.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.negotiation.text.ClockReader.Time;

/** Turns the tokens of a sentence into items: products, quantities, times, days, concepts, other words. */
final class Tagger {
    private static final Set<String> THROUGH = Set.of("-", "to", "until", "till", "til", "through", "thru", "bis", "a", "hasta", "jusqua", "ate", "alle", "as", "tot", "到", "至", ">", "→", "fino");
    private static final Set<String> BOTH = Set.of("and", "und", "y", "et", "e", "en", "to", "bis", "-", "a", "until", "到", "至");
    private static final Set<String> BETWEEN = Set.of("between", "betwixt", "zwischen", "entre", "tra", "fra", "tussen");
    private static final Set<String> OPENS = Set.of("between", "zwischen", "entre", "betwixt", "out", "gone", "away", "weg", "goes", "from", "von", "de", "desde", "ab", "las", "dalle", "das", "van", "tussen", "tra", "fra", "从");
    private static final Set<String> ALTERNATIVE = Set.of("-", "to", "or", "bis", "a", "o", "oder", "ou");
    private static final Set<String> ARTICLES = Set.of("las", "la", "les", "the", "le", "about", "around", "as", "alle", "ore");
    private static final Set<String> PART_OF_DAY = Set.of("早 上", "凌 晨", "上 午", "中 午", "下 午", "傍 晚", "晚 上");
    private static final Map<String, Double> FRACTIONS = Map.ofEntries(
            Map.entry("half", 0.5), Map.entry("third", 1 / 3.0), Map.entry("quarter", 0.25), Map.entry("fifth", 0.2),
            Map.entry("tenth", 0.1), Map.entry("thirds", 2 / 3.0), Map.entry("quarters", 0.75), Map.entry("mitad", 0.5),
            Map.entry("tercio", 1 / 3.0), Map.entry("cuarto", 0.25), Map.entry("halfte", 0.5), Map.entry("drittel", 1 / 3.0),
            Map.entry("viertel", 0.25), Map.entry("moitie", 0.5), Map.entry("tiers", 1 / 3.0), Map.entry("quart", 0.25),
            Map.entry("halb", 0.5), Map.entry("demi", 0.5));

    private final Lexicon lexicon;
    private final Gazetteer gazetteer;
    private final NumberReader numbers;
    private final ClockReader clock;

    Tagger(Language language, Gazetteer gazetteer) {
        this.lexicon = Lexicon.of(language);
        this.gazetteer = gazetteer;
        this.numbers = new NumberReader(language);
        this.clock = new ClockReader(language);
    }

    List<Item> items(List<Token> tokens) {
        List<Item> items = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            Item item = item(tokens, at);
            items.add(item);
            at = item.to();
        }
        return items;
    }

    private Item item(List<Token> tokens, int at) {
        List<PhraseTable.Found<String>> words = lexicon.at(tokens, at);
        int phrase = words.isEmpty() ? 0 : words.getFirst().length();
        PhraseTable.Found<Product> product = gazetteer.at(tokens, at);
        if (product != null && product.length() >= phrase) {
            int to = at + product.length();
            boolean plural = to < tokens.size() && tokens.get(to).is("s") && tokens.get(to).glued();
            return Item.product(product.meaning(), at, plural ? to + 1 : to);
        }
        Item found = timed(tokens, at, phrase);
        if (found != null && found.to() - at >= phrase) {
            return found;
        }
        if (!words.isEmpty()) {
            List<String> concepts = words.stream().map(PhraseTable.Found::meaning).distinct().toList();
            return Item.word(concepts, form(tokens, at, at + phrase), at, at + phrase);
        }
        return Item.word(List.of(), tokens.get(at).form(), at, at + 1);
    }

    private @Nullable Item timed(List<Token> tokens, int at, int phrase) {
        Item days = DayReader.at(tokens, at);
        boolean perDay = lexicon.at(tokens, at).stream().anyMatch(f -> f.meaning().equals("PERDAY"));
        if (days != null && days.to() - at >= phrase && !(perDay && days.to() - at == phrase)) {
            return days;
        }
        Item range = timeRange(tokens, at);
        if (range != null) {
            return range;
        }
        Time time = clock.at(tokens, at);
        Units.Found behind = time == null ? null : Units.at(tokens, at + time.length());
        // "5 to 6 kW", "14: 10 kWh"
        boolean counted = behind != null && Set.of("E", "P", "PDC").contains(behind.tag());
        if (time != null && time.strict() && !counted) {
            return Item.time("T", at, at + time.length(), time.minutes(), time.minutes(), time.sure());
        }
        Item quantity = quantity(tokens, at);
        if (quantity != null && !quantity.tag().equals("N")) {
            return quantity;
        }
        boolean bare = time != null && clock.introduced(tokens, at) && notCounted(tokens, at + time.length());
        if (time != null && bare) {
            return Item.time("T", at, at + time.length(), time.minutes(), time.minutes(), time.sure());
        }
        return quantity == null ? fraction(tokens, at) : quantity;
    }

    private boolean notCounted(List<Token> tokens, int next) {
        if (next >= tokens.size()) {
            return true;
        }
        Token token = tokens.get(next);
        if (token.is(":") || token.is("%") || token.is("x") || (token.glued() && token.isWord())) {
            return false;
        }
        return gazetteer.at(tokens, next) == null && lexicon.at(tokens, next).stream()
                .noneMatch(found -> Set.of("PANEL", "EVENTS", "BAT", "CAR", "CYCLE").contains(found.meaning())
                        || (found.meaning().equals("PERDAY") && !tokens.get(next).form().matches("every|daily|each")));
    }

    private @Nullable Item timeRange(List<Token> tokens, int at) {
        Token before = at > 0 ? tokens.get(at - 1) : null;
        boolean opened = before != null && OPENS.contains(before.form());
        Time first = opened ? clock.opening(tokens, at) : clock.at(tokens, at);
        if (first == null) {
            return null;
        }
        int i = at + first.length();
        if (i >= tokens.size()) {
            return null;
        }
        String join = tokens.get(i).form();
        boolean between = before != null && (BETWEEN.contains(before.form())
                || (at > 1 && BETWEEN.contains(tokens.get(at - 2).form())));
        if (!(THROUGH.contains(join) || (between && BOTH.contains(join)))) {
            return null;
        }
        i++;
        while (i < tokens.size() && ARTICLES.contains(tokens.get(i).form())) {
            i++;
        }
        i += PART_OF_DAY.contains(NumberReader.forms(tokens, i, 2)) ? 2 : 0;
        boolean hours = first.strict() || opened || between;
        Time second = i >= tokens.size() ? null : hours ? clock.opening(tokens, i) : clock.at(tokens, i);
        if (second == null) {
            return null;
        }
        int to = i + second.length();
        boolean hyphen = join.equals("-") && second.minutes() >= 13 * 60 && first.minutes() < second.minutes();
        boolean told = Set.of("till", "til", "until", "thru").contains(join);
        boolean known = told || first.strict() || second.strict() || opened || between || hyphen;
        Units.Found unit = Units.at(tokens, to);
        boolean hoursUnit = unit == null || unit.tag().equals("H");
        if (!known || !hoursUnit || (!second.strict() && !notCounted(tokens, to))
                || (join.equals("a") && !first.strict() && !second.strict() && !opened)) {
            return null;
        }
        return span(first, second, at, unit == null || second.strict() ? to : to + unit.length());
    }

    private static Item span(Time first, Time second, int from, int to) {
        int start = first.minutes();
        int end = second.minutes();
        boolean sure = first.sure() && second.sure();
        boolean carries = !second.sure() || (first.half().equals("pm") && end < 720);
        if (!first.half().isEmpty() && second.half().isEmpty() && carries && end <= start && (end + 720) % 1440 > start) {
            end = Math.floorMod(end + 720, 1440);
            sure = true;
        } else if (first.half().isEmpty() && !first.sure() && !second.half().isEmpty()) {
            int half = second.half().equals("pm") ? 720 : 0;
            int same = start % 720 + half;
            start = same < end ? same : start % 720 + (720 - half);
            sure = true;
        } else if (!first.sure() && second.sure() && second.half().isEmpty() && end >= 13 * 60) {
            sure = true;
        }
        return Item.time("TR", from, to, start, end, sure);
    }

    private @Nullable Item quantity(List<Token> tokens, int at) {
        int i = at;
        boolean dollar = tokens.get(i).is("$") || tokens.get(i).is("us$") || (tokens.get(i).is("usd") && i + 1 < tokens.size());
        if (dollar) {
            i++;
        }
        if (i >= tokens.size()) {
            return null;
        }
        NumberReader.Read number = numbers.at(tokens, i);
        if (number == null) {
            return null;
        }
        int next = i + number.length();
        if (dollar) {
            return money(tokens, at, next, number.value());
        }
        Units.Found unit = Units.at(tokens, next);
        if (unit != null) {
            return made(unit, number.value(), number.value(), at, next, tokens);
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
        Item share = fraction(tokens, at);
        return share != null ? share : Item.number("N", form(tokens, at, next), at, next, number.value());
    }

    private static Item made(Units.Found unit, double first, double second, int at, int next, List<Token> tokens) {
        int to = next + unit.length();
        boolean inverse = unit.tag().equals("CI");
        String tag = inverse ? "C" : unit.tag();
        double a = inverse ? 1 / (first * unit.factor()) : first * unit.factor();
        double b = inverse ? 1 / (second * unit.factor()) : second * unit.factor();
        String form = form(tokens, next, to);
        return first == second ? Item.number(tag, form, at, to, a) : Item.range(tag, form, at, to, a, b);
    }

    private static Item money(List<Token> tokens, int at, int next, double value) {
        String ahead = NumberReader.forms(tokens, next, 5);
        String per = "(?:/|per|a|an|each|pro|por|par|el|for each|for every|the) ?";
        java.util.regex.Matcher kwh = java.util.regex.Pattern
                .compile("(?:usd )?(?:" + per + ")(kwh|kilowatt ?-? ?hour|mwh|megawatt ?-? ?hour)(?= |$)")
                .matcher(ahead);
        if (kwh.lookingAt()) {
            int length = ahead.substring(0, kwh.end()).split(" ").length;
            boolean mega = kwh.group(1).startsWith("m");
            return Item.number("PR", "", at, next + length, mega ? value / 1000 : value);
        }
        return Item.number("M", "", at, next, value);
    }

    private @Nullable Item fraction(List<Token> tokens, int at) {
        int i = at;
        double times = 1;
        Token token = tokens.get(i);
        if (Set.of("a", "one", "un", "una", "ein", "la", "die", "two", "three", "zwei", "dos", "deux", "1", "2", "3", "une").contains(token.form())) {
            times = Set.of("two", "three", "zwei", "dos", "deux", "2", "3").contains(token.form())
                    ? (Set.of("three", "3").contains(token.form()) ? 3 : 2)
                    : 1;
            i++;
            if (i < tokens.size() && tokens.get(i).is("-")) {
                i++;
            }
        }
        if (i >= tokens.size()) {
            return null;
        }
        String form = tokens.get(i).form();
        Double share = FRACTIONS.get(form);
        if (share == null || NumberReader.forms(tokens, i + 1, 2).matches("(?:past|to) .*|an hour.*|hour.*|jahr.*")) {
            return null;
        }
        boolean named = !form.endsWith("s") || form.equals("tiers") || times > 1;
        boolean counted = form.equals("thirds") || form.equals("quarters");
        double value = counted ? times * (form.equals("thirds") ? 1 / 3.0 : 0.25)
                : Math.max(1, times) * share;
        return named && value <= 1 ? Item.number("PCT", form, at, i + 1, value) : null;
    }

    static String form(List<Token> tokens, int from, int to) {
        return NumberReader.forms(tokens, from, to - from).replace(' ', '_');
    }
}
