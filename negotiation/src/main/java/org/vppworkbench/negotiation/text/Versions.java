package org.vppworkbench.negotiation.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A version that stands apart from the name: "the Ioniq 5, the Long Range one", "the Lightning's the standard range", "it's the
 * second generation Powerwall". The item then is that product, if the gazetteer has it.
 */
final class Versions {
    /** Tokens between the name and the version. */
    private static final int REACH = 7;

    private static final String NUMBER = "(?<n>first|1st|second|2nd|third|3rd|one|two|three|1|2|3)";
    private static final Map<String, String> NUMBERS = Map.of("first", "1", "1st", "1", "second", "2", "2nd", "2", "third", "3",
            "3rd", "3", "one", "1", "two", "2", "three", "3");
    private static final Map<String, String> RANGES = Map.of("long", "long range", "standard", "standard range", "extended",
            "extended range", "ext", "extended range", "std", "standard range");
    private static final Pattern VERSION = Pattern.compile("(?<r>long|standard|extended|ext|std) (?:[.-] ?)?(?:range|pack|battery)(?= |$)"
            + "|(?<one>standard|extended) one(?= |$)|(?:rango|autonomia) (?<es>extendid[oa]|estandar)(?= |$)"
            + "|(?:the|a) (?<k>2|3)(?= [).,]|$)|(?<letters>lr|er|sr)(?= |$)"
            + "|" + NUMBER + " (?:- )?(?:gen|generation|edition|model|version)(?= |$)|(?:gen|generation|version|mark|mk|v)\\.? " + NUMBER.replace("<n>", "<m>")
            + "(?= |$)|very first(?: one)?(?= |$)|(?<trim>pro s|pro|ev60|rwd|performance|ze40|ze50|r135|edrive40|(?:the )?55)(?= |$)");
    private static final Pattern SKIPPED = Pattern.compile("(?:[,(:;]|'|s|is|it|its|the|a|an|with|in|version|owner|here|only|-|\\.|which|and|small|new|newer|older|one|van|truck|car|mit|der|die|das|mein|con|la|el|de|from|just|20\\d\\d|this|that|kind|sort|battery|model|mine|ours|comes|came|has|got) ?");

    private final Gazetteer gazetteer;

    Versions(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** The items of a sentence with products replaced by the versions named beside them. */
    List<Item> told(List<Item> items, List<Token> tokens) {
        List<Item> told = new ArrayList<>(items);
        for (int i = 0; i < told.size(); i++) {
            Product product = told.get(i).product();
            boolean open = product != null && product.kind() != Product.Kind.CHARGER && product.kind() != Product.Kind.MODULE
                    && (product.capacityKwh() == null || (product.powerKw() == null && product.kind() == Product.Kind.BATTERY));
            Product other = open && product != null ? other(product, told, i, tokens) : null;
            if (other != null) {
                told.set(i, Item.product(other, told.get(i).from(), told.get(i).to()));
            }
        }
        return told;
    }

    private @Nullable Product other(Product product, List<Item> items, int at, List<Token> tokens) {
        int from = items.get(at).to();
        for (int i = from; i < Math.min(tokens.size(), from + REACH); i++) {
            Product found = version(product, tokens, i);
            if (found != null) {
                return found;
            }
            if (!SKIPPED.matcher(tokens.get(i).form()).matches()) {
                break;
            }
        }
        int before = items.get(at).from();
        for (int i = Math.max(0, before - 3); i < before; i++) {
            Matcher match = VERSION.matcher(NumberReader.forms(tokens, i, before - i));
            if (match.matches()) {
                return gazetteer.version(product, phrase(match));
            }
        }
        return null;
    }

    private @Nullable Product version(Product product, List<Token> tokens, int at) {
        Matcher match = VERSION.matcher(NumberReader.forms(tokens, at, 4));
        return match.lookingAt() ? gazetteer.version(product, phrase(match)) : null;
    }

    private static String phrase(Matcher match) {
        String range = match.group("r");
        if (range != null) {
            return RANGES.getOrDefault(range, range);
        }
        String one = match.group("one");
        if (one != null) {
            return RANGES.getOrDefault(one, one);
        }
        String spanish = match.group("es");
        if (spanish != null) {
            return spanish.startsWith("ext") ? "extended range" : "standard range";
        }
        String alone = match.group("k");
        if (alone != null) {
            return alone;
        }
        String number = match.group("n") != null ? match.group("n") : match.group("m");
        if (number != null) {
            return NUMBERS.getOrDefault(number, number);
        }
        return match.group().startsWith("very first") ? "1" : match.group().replace("the ", "");
    }
}
