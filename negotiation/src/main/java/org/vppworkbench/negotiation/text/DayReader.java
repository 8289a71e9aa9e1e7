package org.vppworkbench.negotiation.text;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads days of the week: one, several, from one to another. */
final class DayReader {
    private static final int AHEAD = 14;
    private static final List<String> DAYS = List.of(
            "mondays?|mon|mons|lunes|montags?|lundis?|lunedi|segundas?(?: - feiras?)?|maandag(?:en)?|(?:周|星 期|礼 拜) (?:一|1)",
            "tuesdays?|tues?|martes|dienstags?|mardis?|martedi|tercas?(?: - feiras?)?|dinsdag(?:en)?|(?:周|星 期|礼 拜) (?:二|2)",
            "wednesdays?|wed|weds|miercoles|mittwochs?|mercredis?|mercoledi|quartas?(?: - feiras?)?|woensdag(?:en)?|(?:周|星 期|礼 拜) (?:三|3)",
            "thursdays?|thu|thur|thurs|jueves|donnerstags?|jeudis?|giovedi|quintas?(?: - feiras?)?|donderdag(?:en)?|(?:周|星 期|礼 拜) (?:四|4)",
            "fridays?|fri|viernes|freitags?|vendredis?|venerdi|sextas?(?: - feiras?)?|vrijdag(?:en)?|(?:周|星 期|礼 拜) (?:五|5)",
            "saturdays?|sat|sabados?|samstags?|samedis?|sonnabends?|sabato|zaterdag(?:en)?|(?:周|星 期|礼 拜) (?:六|6)",
            "sundays?|domingos?|sonntags?|dimanches?|domenica|zondag(?:en)?|(?:周|星 期|礼 拜) (?:日|天|末 日)");
    private static final String ANY = "(?:" + String.join("|", DAYS) + "|sun|suns)";
    private static final String THE = "(?:on |the |every |each |el |los |le |les |du |de |am |an |il |al |den |every single |na |no |as |aos )?";
    private static final String JOIN = "(?:, and|, or|,|and|&|/|\\+|y|und|et|or|e|en|plus|和|、|及|sowie|as well as) " + THE;
    private static final Pattern SPAN = Pattern.compile("(?:每 )?(?<a>" + ANY
            + ") (?:-|to|through|thru|till|until|bis|a|au|al|ate|tot|hasta(?: el)?|jusqu a|到|至|>)(?: and including)? " + THE + "(?<b>" + ANY + ")(?= |$)");
    private static final Pattern BUT = Pattern.compile("(?:, |\\( )?(?:except|excepting|but|save|bar|minus|but not|not|just not|apart from|other than|ausser|menos|excepto|salvo|sauf|tranne|exceto|behalve|除 了)"
            + " (?:on |for |the |el |los |le |les |la |am |an |il |i |o |os |aos |at )?");
    private static final Pattern EACH = Pattern.compile("(?<=^| )" + ANY + "(?= |$)");
    private static final Pattern AND = Pattern.compile(JOIN);
    private static final Pattern COMPANY = Pattern.compile("\\p{L}+ (?:(?:,|and|&|/|-|\\+|to|thru) )?" + ANY + "(?: |$)");
    private static final Pattern LIST = Pattern.compile("(?:每 )?" + ANY + "(?: (?:" + JOIN + ")?" + ANY + ")*(?= |$)");
    private static final Pattern WEEKDAYS = Pattern.compile(
            "(?:(?:every|each|all|on|the) )?(?:weekdays?|work ?days?|working days?|week days|business days|school(?: -)? days|schooldays|work(?: -)? days|job days|office days|workdays|wkdays|wkdys|wkday|mon - fri|m - f|m thru f|m to f|mo - fr|lu - ve|l - v|l a v|entre semana"
                    + "|dias laborables|dias de semana|dias entre semana|entre la semana|von mo bis fr|unter der woche|werktags|werktaglich|an wochentagen|wochentags|werktage|an werktagen|unter der woche|arbeitstags|en semaine|jours ouvres"
                    + "|jours de semaine|la semaine|lu - vi|lun - vie|lun - ven|nei giorni feriali|giorni feriali|dias uteis|arbeitstage|an arbeitstagen|durante a semana|doordeweeks|op werkdagen|werkdagen|工 作 日|上 班 日|上 学 日|平 日|平 时|jour ouvrable|jours ouvrables|jours d ecole|dias de escuela|dias lectivos|schultags|an schultagen|dias de trabajo|dia de trabajo|jours de travail|giorni lavorativi|dias de semana|dias da semana)(?= |$)");
    private static final Pattern WEEKEND = Pattern.compile(
            "(?:(?:every|each|on|the|le|los|am|an) )?(?:weekends?|wkends?|wknds?|week - ends?|sabados y domingos|fine settimana|weekend|fins de semana|周 末|fin de semana|fines de semana|wochenende|wochenenden|week end)(?= |$)");
    private static final Pattern ALWAYS = Pattern.compile(
            "(?:(?:every|each|any|all) (?:day|days)(?: of the week)?|every single day|daily|each day|(?:7|seven) (?:days|d|nights|mornings)(?: -)? ?(?:a|per|/|the|every|out of the|in the) ?(?:week|wk)|7 x ?/ ?(?:week|wk)|all (?:week|7|seven)(?: (?:long|days|week|round))?|all 7 days|(?:7|sieben) tage(?: die| in der| pro)? woche|(?:7|siete) dias (?:a|de|por) la semana|(?:7|sept) jours sur (?:7|sept)|alle tage|every sol|each sol|monday through sunday|monday to sunday|everyday|every morning|each morning|every night|todos los dias|todas las mananas"
                    + "|cada dia|jeden tag|taglich|jeden morgen|tous les jours|chaque jour|tous les matins|chaque matin|cada manana|ogni giorno|tutti i giorni|todos os dias|每 天|elke dag|diario|mo - so|天 天|每 日|每 晚|每 早|toutes les nuits|tous les soirs|todas las noches|todas las tardes|jede nacht|jeden abend|tutte le sere|tutte le notti|every evening|each evening|each night|nightly|iedere dag|elke ochtend|elke morgen)(?= |$)");

    private DayReader() {}

    /** Days that start at a token, with those added and taken away right behind them, or {@code null}. */
    static @Nullable Item at(List<Token> tokens, int at, Language language) {
        Item first = one(tokens, at, language);
        if (first == null) {
            return null;
        }
        Set<DayOfWeek> days = EnumSet.copyOf(first.days());
        int to = first.to();
        while (true) {
            String ahead = NumberReader.forms(tokens, to, 4);
            Matcher but = BUT.matcher(ahead);
            Matcher and = AND.matcher(ahead);
            boolean less = but.lookingAt();
            int from = less ? to + words(but.group()) : and.lookingAt() ? to + words(and.group()) : tokens.size();
            Item next = from < tokens.size() ? one(tokens, from, language) : null;
            if (next == null || next.days().size() == DayOfWeek.values().length || (less && !days.containsAll(next.days()))) {
                return Item.days(days, at, to);
            }
            if (less) {
                days.removeAll(next.days());
                return days.isEmpty() ? first : Item.days(days, at, next.to());
            }
            days.addAll(next.days());
            to = next.to();
        }
    }

    private static int words(String matched) {
        return matched.isBlank() ? 0 : matched.strip().split(" ").length;
    }

    private static @Nullable Item one(List<Token> tokens, int at, Language language) {
        Item item = plain(tokens, at, language);
        DayCodes.Found codes = DayCodes.at(tokens, at, language);
        return codes != null && (item == null || codes.length() > item.to() - at)
                ? Item.days(codes.days(), at, at + codes.length())
                : item;
    }

    private static @Nullable Item plain(List<Token> tokens, int at, Language language) {
        String ahead = NumberReader.forms(tokens, at, AHEAD);
        // "mon gendre": a French possessive is no Monday; "he sat", "segunda" in Spanish
        Token token = tokens.get(at);
        boolean word = (token.is("mon") && language == Language.FR)
                || (token.is("sat") && Character.isLowerCase(token.raw().charAt(0)))
                || (token.form().matches("segundas?|tercas?|quartas?|quintas?|sextas?") && language != Language.PT);
        if (word && !COMPANY.matcher(ahead).lookingAt()) {
            return null;
        }
        Matcher match = SPAN.matcher(ahead);
        if (match.lookingAt()) {
            DayOfWeek first = day(match.group("a"));
            DayOfWeek last = day(match.group("b"));
            Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
            for (DayOfWeek day = first; ; day = day.plus(1)) {
                days.add(day);
                if (day == last) {
                    break;
                }
            }
            return item(days, match, ahead, at);
        }
        match = WEEKDAYS.matcher(ahead);
        if (match.lookingAt()) {
            return item(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), match, ahead, at);
        }
        match = WEEKEND.matcher(ahead);
        if (match.lookingAt()) {
            return item(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), match, ahead, at);
        }
        match = LIST.matcher(ahead);
        if (match.lookingAt() && !match.group().matches("suns?")) {
            Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
            Matcher each = EACH.matcher(match.group());
            while (each.find()) {
                days.add(day(each.group()));
            }
            return item(days, match, ahead, at);
        }
        match = ALWAYS.matcher(ahead);
        return match.lookingAt() ? item(EnumSet.allOf(DayOfWeek.class), match, ahead, at) : null;
    }

    private static Item item(Set<DayOfWeek> days, Matcher match, String ahead, int at) {
        int length = ahead.substring(0, match.end()).strip().split(" ").length;
        return Item.days(days, at, at + length);
    }

    private static DayOfWeek day(String word) {
        for (int i = 0; i < DAYS.size(); i++) {
            if (word.matches(DAYS.get(i))) {
                return DayOfWeek.of(i + 1);
            }
        }
        return DayOfWeek.SUNDAY;
    }
}
