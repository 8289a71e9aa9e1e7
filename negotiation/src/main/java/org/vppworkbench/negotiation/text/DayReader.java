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
            "mondays?|mon|lunes|montags?|lundis?|lunedi|segunda|segunda - feira|maandag|周 一|星 期 一",
            "tuesdays?|tues?|martes|dienstags?|mardis?|martedi|terca|terca - feira|dinsdag|周 二|星 期 二",
            "wednesdays?|wed|weds|miercoles|mittwochs?|mercredis?|mercoledi|quarta|quarta - feira|woensdag|周 三|星 期 三",
            "thursdays?|thu|thur|thurs|jueves|donnerstags?|jeudis?|giovedi|quinta|quinta - feira|donderdag|周 四|星 期 四",
            "fridays?|fri|viernes|freitags?|vendredis?|venerdi|sexta|sexta - feira|vrijdag|周 五|星 期 五",
            "saturdays?|sat|sabados?|samstags?|samedis?|sonnabends?|sabato|zaterdag|周 六|星 期 六",
            "sundays?|domingos?|sonntags?|dimanches?|domenica|zondag|周 日|星 期 日|星 期 天");
    private static final String ANY = "(?:" + String.join("|", DAYS) + "|sun)";
    private static final String JOIN = "(?:,|and|&|/|\\+|y|und|et|or|, and|e) (?:on |el |los |le |am )?";
    private static final Pattern SPAN = Pattern.compile(
            "(?:每 )?(?<a>" + ANY + ") (?:-|to|through|thru|till|until|bis|a|au|al|ate|tot|到|至) (?<b>" + ANY + ")(?= |$)");
    private static final Pattern LIST = Pattern.compile("(?:每 )?" + ANY + "(?: (?:" + JOIN + ")?" + ANY + ")*(?= |$)");
    private static final Pattern WEEKDAYS = Pattern.compile(
            "(?:(?:every|each|all|on|the) )?(?:weekdays?|work ?days?|working days?|week days|business days|school days|schooldays|workdays|wkdays|wkdys|wkday|mon - fri|m - f|mo - fr|lu - ve|l - v|entre semana"
                    + "|dias laborables|dias de semana|dias entre semana|werktags|wochentags|werktage|an werktagen|unter der woche|arbeitstags|en semaine|jours ouvres"
                    + "|jours de semaine|la semaine|lu - vi|lun - vie|lun - ven|nei giorni feriali|giorni feriali|dias uteis|durante a semana|doordeweeks|op werkdagen|werkdagen|工 作 日|平 日)(?= |$)");
    private static final Pattern WEEKEND = Pattern.compile(
            "(?:(?:every|each|on|the|le|los|am|an) )?(?:weekends?|week - ends?|fine settimana|weekend|fins de semana|周 末|fin de semana|fines de semana|wochenende|wochenenden|week end)(?= |$)");
    private static final Pattern ALWAYS = Pattern.compile(
            "(?:every day|every single day|daily|each day|7 days a week|seven days a week|all week|everyday|every morning|each morning|every night|todos los dias|todas las mananas"
                    + "|cada dia|jeden tag|taglich|jeden morgen|tous les jours|chaque jour|tous les matins|chaque matin|cada manana|ogni giorno|tutti i giorni|todos os dias|每 天|elke dag|diario|mo - so)(?= |$)");

    private DayReader() {}

    /** Days that start at a token, or {@code null}. */
    static @Nullable Item at(List<Token> tokens, int at) {
        String ahead = NumberReader.forms(tokens, at, AHEAD);
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
        if (match.lookingAt() && !match.group().equals("sun")) {
            Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
            for (String word : match.group().split(" ", -1)) {
                if (word.matches(ANY)) {
                    days.add(day(word));
                }
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
