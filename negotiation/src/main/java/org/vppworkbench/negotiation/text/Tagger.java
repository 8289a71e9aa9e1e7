package org.vppworkbench.negotiation.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.negotiation.text.ClockReader.Time;

/** Turns the tokens of a sentence into items: products, quantities, times, days, concepts, other words. */
final class Tagger {
    private final Language language;
    private final Lexicon lexicon;
    private final Gazetteer gazetteer;
    private final QuantityReader quantities;
    private final ClockReader clock;
    private final TimeRanges ranges;
    private final Versions versions;

    Tagger(Language language, Gazetteer gazetteer) {
        this.language = language;
        this.lexicon = Lexicon.of(language);
        this.gazetteer = gazetteer;
        this.versions = new Versions(gazetteer);
        this.quantities = new QuantityReader(new NumberReader(language));
        this.clock = new ClockReader(language);
        this.ranges = new TimeRanges(clock, this::notCounted);
    }

    List<Item> items(List<Token> tokens) {
        List<Item> items = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            Item item = item(tokens, at);
            items.add(item);
            at = item.to();
        }
        return versions.told(Durations.told(items), tokens);
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
        Item days = DayReader.at(tokens, at, language);
        boolean perDay = lexicon.at(tokens, at).stream().anyMatch(f -> f.meaning().equals("PERDAY"));
        if (days != null && days.to() - at >= phrase && !(perDay && days.to() - at == phrase)) {
            return days;
        }
        Item range = ranges.at(tokens, at);
        if (range != null) {
            return range;
        }
        Time time = clock.at(tokens, at);
        Units.Found behind = time == null ? null : Units.at(tokens, at + time.length());
        boolean counted = TimeRanges.counted(behind);
        if (time != null && time.strict() && !counted) {
            return Item.time("T", at, at + time.length(), time.minutes(), time.minutes(), time.sure());
        }
        Item quantity = quantities.at(tokens, at);
        if (quantity != null && !quantity.tag().equals("N")) {
            return quantity;
        }
        boolean bare = time != null && clock.introduced(tokens, at) && notCounted(tokens, at + time.length());
        if (time != null && bare) {
            return Item.time("T", at, at + time.length(), time.minutes(), time.minutes(), time.sure());
        }
        return quantity == null ? quantities.share(tokens, at) : quantity;
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

    static String form(List<Token> tokens, int from, int to) {
        return NumberReader.forms(tokens, from, to - from).replace(' ', '_');
    }
}
