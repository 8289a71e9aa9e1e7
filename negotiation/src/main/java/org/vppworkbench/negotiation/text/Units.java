package org.vppworkbench.negotiation.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Units behind a number. */
final class Units {
    private static final int AHEAD = 8;
    private static final List<Unit> UNITS = new ArrayList<>();
    private static final String MILE = "(?:miles|mile|mi)";
    private static final String HUNDRED = "(?:100|hundred)";
    private static final String PER = "(?:/|per|a|pro|por|par|each|an)";

    /**
     * A unit.
     *
     * @param tag kind of quantity
     * @param factor to the unit of the tag
     */
    private record Unit(Pattern pattern, String tag, double factor) {}

    /**
     * A unit behind a number.
     *
     * @param length in tokens
     */
    record Found(String tag, double factor, int length) {}

    static {
        String kwh = "(?:kwhs?|k w h|kw / ?h|kw [.·] ?h|kwhours?|kilo - watt - hours?|kilowatt - hrs?|kwu|kw - ?hr?s?|kw hours?|kw hr?s?|kilowatt ?-? ?hours?|kilowatthours?|kilowattstunden?"
                + "|kilovatios? ?-? ?horas?|chilowattora|kilowatt ?-? ?uur|quilowatts? ?-? ?horas?|kilowatts? ?-? ?heures?|kwatt hours?|kilo watt hours?)";
        String mile = PER + " " + MILE;
        put(kwh + " " + PER + " " + HUNDRED + " ?" + MILE, "C", 1 / 160.9344);
        put(kwh + " (?:/|per|auf|pro|a los|por|aux|par|por cada|por los) ?100 ?(?:km|kilomet\\w+)", "C", 0.01);
        put("(?:wh|watt hours) (?:/|per|pro|por) (?:km|kilomet\\w+)", "C", 0.001);
        put("(?:wh|watt hours) " + mile, "C", 0.001 / 1.609344);
        put(kwh + " " + mile, "C", 1 / 1.609344);
        put(kwh + " (?:/|per|pro|por) (?:km|kilomet\\w+)", "C", 1);
        put(MILE + " (?:/|per|to the|to a) " + kwh, "CI", 1.609344);
        put("(?:km|kilomet\\w+) (?:/|per|pro|por|par) " + kwh, "CI", 1);
        put("(?:cents?|c|ct|cts|¢|centavos?|centimos?|centimes?|centesimi|美 分) (?:(?:/|per|a|an|pro|por|par|le|el|each|for each|for every|for a|la|je|al|of dollar per) )?(?:" + kwh + "|1000 wh|1000 watt ?-? ?hours)", "PR", 0.01);
        put("(?:cents?|c|ct|cts|¢|centavos?|centimos?|centimes?|centesimi|美 分)", "PR", 0.01);
        String dollar = "(?:\\$|usd|us\\$|dollars?|bucks?|dolares|dolar|dollari|美 元)";
        put(dollar + " (?:/|per|a|pro|por|par|el|la|le|al|je|for each) (?:" + kwh + "|1000 wh|1000 watt ?-? ?hours)", "PR", 1);
        put(dollar + " (?:/|per|a|pro|por|par|el|le) (?:mwhs?|megawatt ?-? ?hours?)", "PR", 0.001);
        put(dollar, "M", 1);
        put("(?:€|euros?|eur|pounds?|gbp|£)(?: (?:/|per|pro|por|par|a|le|el) " + kwh + ")?", "EURO", 1);
        put("(?:mj|megajoules?)", "E", 1 / 3.6);
        put("(?:gj|gigajoules?)", "E", 1000 / 3.6);
        put("(?:mwhs?|mw - h|megawatt ?-? ?hours?|megawattstunden?|megavatios? ?-? ?horas?)", "E", 1000);
        put(kwh, "E", 1);
        put("(?:千 瓦 时|千 瓦 小 时|度 电|度)", "E", 1);
        put("千 瓦", "P", 1);
        put("瓦", "P", 0.001);
        put("公 里", "D", 1);
        put("英 里", "D", 1.609344);
        put("(?:个 )?小 时", "H", 1);
        put("安", "A", 1);
        put("伏", "V", 1);
        put("(?:whs?|watt ?-? ?hours?|wattstunden|vatios? ?-? ?horas?)", "E", 0.001);
        put("瓦 时", "E", 0.001);
        put("(?:kwp|kwdc|kw ?-? ?(?:dc|p|peak)\\b|kw \\( (?:dc|p) \\)|kilowatts? ?-? ?(?:peak|dc|p)\\b|kw pico|kw crete|kwc|kilovatios? pico|kw of dc|dc kw|kw stc|kw nameplate"
                + "|(?:kws?|kilowatts?) (?:of )?direct current|kw gleichstrom|kw en corriente continua)", "PDC", 1);
        put("(?:wp|watts? ?-? ?(?:peak|dc)\\b|wdc|wc|w ?-? ?dc\\b|watts? (?:of )?direct current)", "PDC", 0.001);
        put("(?:mwp|megawatts? ?-? ?peak)", "PDC", 1000);
        put("(?:megawatts?|megavatios?)", "P", 1000);
        put("(?:kwac|kw ?-? ?ac)", "PAC", 1);
        put("(?:kva|kilovolt ?-? ?amp(?:ere)?s?)", "P", 1);
        put("(?:va|volt ?-? ?amp(?:ere)?s?)", "P", 0.001);
        // a tag of its own: compressors and boats are given in horsepower, home devices are not
        put("(?:hp|horse ?power|ps)", "HP", 0.7457);
        put("(?:kws?|kilowatts?|kilovatios?|kilo watts?)", "P", 1);
        put("(?:watts?|vatios?|w)", "P", 0.001);
        put("(?:%|percent|per cent|pct|prozent|procent|per cento|por cento|por ciento|porciento|pour cent|pourcent)", "PCT", 0.01);
        put("(?:miles?|mi|millas?|meilen?)", "D", 1.609344);
        put("(?:km|kms|kilomet\\w+)", "D", 1);
        put("(?:amp hours?|ah|ampere ?-? ?hours?|amp - hours?)", "AH", 1);
        put("(?:amps?|amperes?|amperios?|ampere|ampers?)", "A", 1);
        put("(?:volts?|v|voltios?)", "V", 1);
        put("(?:hours?|hrs?|h|stunden?|std|horas?|heures?|ore|uur|uren)", "H", 1);
        put("(?:minutes?|mins?|minuten|minutos|minuti)", "H", 1 / 60.0);
    }

    private Units() {}

    private static void put(String pattern, String tag, double factor) {
        UNITS.add(new Unit(Pattern.compile("(?:- )?(" + pattern + ")(?= |$)"), tag, factor));
    }

    /** The longest-listed unit that starts at a token, or {@code null}. */
    static @Nullable Found at(List<Token> tokens, int at) {
        if (at >= tokens.size()) {
            return null;
        }
        Token first = tokens.get(at);
        String raw = first.raw();
        if (raw.equals("MW")) {
            return new Found("P", 1000, 1);
        }
        if (raw.equals("A") && (first.glued() || at + 1 >= tokens.size() || !PERIOD.contains(tokens.get(at + 1).form()))) {
            return new Found("A", 1, 1);
        }
        // 48a on a charger; 6a is a time
        if (raw.equals("a") && first.glued() && at > 0 && tokens.get(at - 1).raw().matches("1[3-9]|[2-9]\\d|100")) {
            return new Found("A", 1, 1);
        }
        // the 10C is a battery
        boolean model = raw.equals("C") && first.glued() && at > 0 && tokens.get(at - 1).raw().equals("10");
        String ahead = model ? "" : NumberReader.forms(tokens, at, AHEAD);
        for (Unit unit : UNITS) {
            Matcher match = unit.pattern().matcher(ahead);
            if (match.lookingAt()) {
                return new Found(unit.tag(), unit.factor(), words(ahead.substring(0, match.end(1))));
            }
        }
        return null;
    }

    private static final java.util.Set<String> PERIOD = java.util.Set.of("day", "month", "year", "week", "night", "charger");

    private static int words(String matched) {
        return matched.strip().split(" ").length;
    }
}
