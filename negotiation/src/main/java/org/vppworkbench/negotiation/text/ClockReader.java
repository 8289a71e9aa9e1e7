package org.vppworkbench.negotiation.text;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads times of day, 12-hour or 24-hour, in digits or words. */
final class ClockReader {
    private static final int AHEAD = 10;
    private static final String HALF = "(?<half>am|pm|a m(?! - f)|p m|a(?= ?[-,;.)/]| [a-z]+day| m - f|$| out| back| home)|p(?= ?[-,;.)/]| only|$| out| back| home)|(?:in|of) the (?:morning|mornin|evening|afternoon|night)|at night|tonight"
            + "|tomorrow morning|morning|evening|de la (?:manana|tarde|noche)|por la (?:manana|tarde|noche)|del mediodia"
            + "|morgens|fruh|vormittags|abends|nachmittags|nachts|am (?:morgen|abend|nachmittag)"
            + "|du matin|du soir|de l ?- ?apres ?- ?midi|de l apres midi|le matin|le soir|sharp (?:am|pm)"
            + "|da (?:manha|tarde|noite)|di (?:mattina|sera|notte|pomeriggio)|del (?:mattino|pomeriggio)|della (?:mattina|sera|notte)"
            + "|s (?:morgens|ochtends|middags|avonds|nachts)|in de (?:ochtend|middag|avond))";
    private static final Set<String> MORNING = Set.of(
            "a", "am", "a m", "morgens", "fruh", "vormittags", "du matin", "le matin", "da manha", "di mattina", "del mattino",
            "della mattina", "s morgens", "s ochtends", "in de ochtend");
    private static final String CLOCK = "(?:uhr|oclock|o clock|h|hrs|hours|en punto|heures|horas|uur|ore|点|點)";
    private static final Pattern COLON = Pattern.compile(
            "(?<h>\\d{1,2}) : ?(?<m>\\d{2})(?: : \\d{2})?(?: (?<clock>" + CLOCK + "))?(?: " + HALF + ")?(?= |$)");
    private static final Pattern FRENCH = Pattern.compile("(?<h>\\d{1,2}) (?:h|uhr|uur) (?<m>\\d{2})(?: " + HALF + ")?(?= |$)");
    private static final Pattern STOP = Pattern.compile(
            "(?<h>\\d{1,2})[.](?<m>\\d{2})(?: (?<clock>uhr|uur|ore|hrs|h))?(?: " + HALF + ")?(?= |$)");
    private static final Pattern HOUR = Pattern.compile(
            "(?<h>\\d{1,2})(?: (?<clock>" + CLOCK + "))?(?: (?<m>\\d{2})(?= |$))?(?: " + HALF + ")?(?= |$)");
    private static final Pattern MILITARY = Pattern.compile("(?<h>\\d{2})(?<m>\\d{2})(?: (?<clock>" + CLOCK + "))?(?: " + HALF + ")?(?= |$)");
    private static final Pattern RANGE = Pattern.compile("[0-2]\\d[0-5]\\d (?:-|to|until|till) [0-2]\\d[0-5]\\d(?= |$)");
    private static final Pattern PAST = Pattern.compile(
            "(?:a )?(?<part>half past|half after|quarter past|quarter after|quarter to|quarter before|quarter till|halb|viertel nach|viertel vor|kwart over|kwart voor|half) (?<h>\\d{1,2}|\\p{L}+)(?: "
                    + HALF + ")?(?= |$)");
    private static final Pattern MINUTES_TO = Pattern.compile(
            "(?<m>five|ten|twenty five|twenty - five|twenty) (?:(?:minutes|mins|min) )?(?<part>to|past|before|after|till|vor|nach|voor|over) (?<h>\\d{1,2}|\\p{L}+)(?: "
                    + HALF + ")?(?= |$)");
    private static final Pattern AND_HALF = Pattern.compile(
            "(?<h>\\d{1,2}|\\p{L}+) (?:(?:heures?|h|horas) )?(?<part>y media|y cuarto|menos cuarto|et demie|et quart|moins le quart|moins quart|e meia|e mezza|e mezzo|e un quarto|e quarto|meno un quarto)(?: " + HALF + ")?(?= |$)");
    private static final Map<String, Integer> NAMED = Map.ofEntries(
            Map.entry("noon", 720), Map.entry("midday", 720), Map.entry("midnight", 0), Map.entry("mediodia", 720),
            Map.entry("medianoche", 0), Map.entry("mittag", 720), Map.entry("mittags", 720), Map.entry("mitternacht", 0),
            Map.entry("midi", 720), Map.entry("minuit", 0), Map.entry("noontime", 720), Map.entry("mezzogiorno", 720),
            Map.entry("mezzanotte", 0), Map.entry("middernacht", 0), Map.entry("lunchtime", 720));
    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("one", 1), Map.entry("two", 2), Map.entry("three", 3), Map.entry("four", 4), Map.entry("five", 5),
            Map.entry("six", 6), Map.entry("seven", 7), Map.entry("eight", 8), Map.entry("nine", 9), Map.entry("ten", 10),
            Map.entry("eleven", 11), Map.entry("twelve", 12), Map.entry("una", 1), Map.entry("dos", 2), Map.entry("tres", 3),
            Map.entry("cuatro", 4), Map.entry("cinco", 5), Map.entry("seis", 6), Map.entry("siete", 7), Map.entry("ocho", 8),
            Map.entry("nueve", 9), Map.entry("diez", 10), Map.entry("once", 11), Map.entry("doce", 12), Map.entry("eins", 1),
            Map.entry("zwei", 2), Map.entry("drei", 3), Map.entry("vier", 4), Map.entry("funf", 5), Map.entry("sechs", 6),
            Map.entry("sieben", 7), Map.entry("acht", 8), Map.entry("neun", 9), Map.entry("zehn", 10), Map.entry("elf", 11),
            Map.entry("zwolf", 12), Map.entry("deux", 2), Map.entry("trois", 3), Map.entry("quatre", 4), Map.entry("cinq", 5),
            Map.entry("sept", 7), Map.entry("huit", 8), Map.entry("neuf", 9), Map.entry("dix", 10), Map.entry("onze", 11),
            Map.entry("uma", 1), Map.entry("duas", 2), Map.entry("quatro", 4), Map.entry("sete", 7), Map.entry("oito", 8), Map.entry("nove", 9),
            Map.entry("dez", 10), Map.entry("doze", 12), Map.entry("due", 2), Map.entry("tre", 3), Map.entry("quattro", 4), Map.entry("cinque", 5),
            Map.entry("sei", 6), Map.entry("sette", 7), Map.entry("otto", 8), Map.entry("dieci", 10), Map.entry("undici", 11), Map.entry("dodici", 12),
            Map.entry("twee", 2), Map.entry("drie", 3), Map.entry("vijf", 5), Map.entry("zes", 6), Map.entry("zeven", 7), Map.entry("negen", 9),
            Map.entry("tien", 10), Map.entry("twaalf", 12), Map.entry("une", 1));
    private static final Map<String, Integer> MINUTES =
            Map.of("thirty", 30, "fifteen", 15, "forty five", 45, "forty - five", 45, "dreissig", 30, "treinta", 30, "trente", 30);
    private static final Set<String> BEFORE = Set.of(
            "at", "by", "until", "till", "til", "before", "after", "from", "between", "around", "past", "since", "um", "gegen",
            "bis", "vor", "nach", "ab", "von", "zwischen", "las", "la", "vers", "a", "hasta", "entre", "avant", "apres",
            "jusqua", "@", "out", "back", "alle", "as", "ore", "entro", "dalle", "om", "rond", "voor", "home", "gone", "away", "leave", "leaves", "dep", "arr", "return",
            "desde", "about", "das", "tussen", "tot", "vanaf", "tra", "fra", "prima", "dopo", "off", "round", "~", "ate",
            "depart", "arrive");
    /** Words after which 9.45 is a time. */
    private static final Set<String> TOLD = Set.of("at", "by", "until", "till", "between", "tussen", "um", "gegen", "om", "alle",
            "dalle", "zwischen", "off", "leave", "leaves", "back", "round", "around", "before", "after", "tot", "voor", "and", "und", "en");
    /** Words for half a day that stand before the hour. */
    private static final Set<String> LATER = Set.of("晚 上", "下 午", "傍 晚", "中 午");
    private final Language language;

    /**
     * A time.
     *
     * @param minutes of the day
     * @param length in tokens
     * @param sure whether morning or afternoon is known
     * @param strict whether it can be nothing but a time
     * @param half {@code am}, {@code pm} or empty
     */
    record Time(int minutes, int length, boolean sure, boolean strict, String half) {}

    ClockReader(Language language) {
        this.language = language;
    }

    /** A time that starts at a token, or {@code null}. */
    @Nullable Time at(List<Token> tokens, int at) {
        Time time = spoken(tokens, at);
        if (time == null || language != Language.ZH || !tokens.get(at).isNumber()) {
            return time;
        }
        // the half of the day stands before the hour
        String before = NumberReader.forms(tokens, Math.max(0, at - 2), Math.min(2, at));
        boolean later = LATER.contains(before) && time.minutes() < 720;
        boolean half = NumberReader.forms(tokens, at + time.length(), 1).equals("半");
        String quarters = NumberReader.forms(tokens, at + time.length(), 2);
        int more = half ? 30 : quarters.equals("1 刻") ? 15 : quarters.equals("3 刻") ? 45 : 0;
        int minutes = time.minutes() % 1440 + (later ? 720 : 0) + more;
        return new Time(minutes % 1440, time.length() + (half ? 1 : more > 0 ? 2 : 0), time.sure(), time.strict(),
                later ? "pm" : "");
    }

    private @Nullable Time spoken(List<Token> tokens, int at) {
        String first = NumberReader.forms(tokens, at, 3);
        if (first.equals("meia - noite") || first.equals("meio - dia")) {
            return new Time(first.equals("meia - noite") ? 0 : 720, 3, true, true, "");
        }
        Integer named = NAMED.get(tokens.get(at).form());
        if (named != null) {
            return new Time(named, 1, true, true, named == 0 ? "am" : "pm");
        }
        String ahead = NumberReader.forms(tokens, at, AHEAD);
        boolean opened = at > 0 && Set.of("from", "between").contains(tokens.get(at - 1).form());
        Time time = part(ahead, opened);
        if (time == null && tokens.get(at).isNumber()) {
            time = digits(ahead, tokens, at);
        }
        return time == null && tokens.get(at).isWord() ? words(ahead, tokens, at) : time;
    }

    /** The first time of a range that a word such as "from" opens: there "19 h" is no duration. */
    @Nullable Time opening(List<Token> tokens, int at) {
        Time time = at(tokens, at);
        if (time != null || !tokens.get(at).isNumber()) {
            return time;
        }
        Matcher hour = HOUR.matcher(NumberReader.forms(tokens, at, AHEAD));
        return hour.lookingAt() && hour.group("clock") != null
                ? checked(hour, NumberReader.forms(tokens, at, AHEAD), true, false)
                : null;
    }

    /** Whether the token before lets a bare number be a time. */
    boolean introduced(List<Token> tokens, int at) {
        int before = at - 1;
        while (before >= 0 && Set.of("around", "about", "approximately", "roughly", "say", "the", "approx", "circa", "ca", "las", "etwa", "environ", "le", "les", "~")
                .contains(tokens.get(before).form())) {
            before--;
        }
        if (before < 0 || !BEFORE.contains(tokens.get(before).form())) {
            return false;
        }
        return language != Language.EN || !tokens.get(before).is("a");
    }

    private @Nullable Time part(String ahead, boolean opened) {
        Matcher match = PAST.matcher(ahead);
        if (match.lookingAt()) {
            Integer hour = hour(match.group("h"));
            if (hour == null || hour > 24) {
                return null;
            }
            int shift = switch (match.group("part")) {
                case "quarter past", "quarter after", "viertel nach", "kwart over" -> 15;
                case "quarter to", "quarter before", "quarter till", "viertel vor", "kwart voor" -> -15;
                case "halb" -> -30;
                case "half" -> language == Language.NL ? -30 : 30;
                default -> 30;
            };
            return made(hour, shift, match, ahead, match.group("part").equals("half") ? false : true, false);
        }
        match = MINUTES_TO.matcher(ahead);
        if (match.lookingAt() && hour(match.group("h")) != null && !opened) {
            int minutes = switch (match.group("m")) {
                case "five" -> 5;
                case "ten" -> 10;
                case "twenty" -> 20;
                default -> 25;
            };
            Integer hour = hour(match.group("h"));
            boolean before = Set.of("to", "before", "till", "vor", "voor").contains(match.group("part"));
            return hour == null || hour > 24 ? null : made(hour, before ? -minutes : minutes, match, ahead, true, false);
        }
        match = AND_HALF.matcher(ahead);
        if (match.lookingAt()) {
            Integer hour = hour(match.group("h"));
            int shift = switch (match.group("part")) {
                case "y cuarto", "et quart", "e un quarto", "e quarto" -> 15;
                case "menos cuarto", "moins le quart", "moins quart", "meno un quarto" -> -15;
                default -> 30;
            };
            return hour == null || hour > 24 ? null : made(hour, shift, match, ahead, true, false);
        }
        return null;
    }

    private @Nullable Time digits(String ahead, List<Token> tokens, int at) {
        for (Pattern pattern : List.of(COLON, FRENCH)) {
            Matcher match = pattern.matcher(ahead);
            if (match.lookingAt()) {
                return checked(match, ahead, true, match.group("h").startsWith("0"));
            }
        }
        Matcher stop = STOP.matcher(ahead);
        boolean named = stop.lookingAt() && (stop.group("half") != null || stop.group("clock") != null
                || (TOLD.contains(at > 0 ? tokens.get(at - 1).form() : "") && stop.group("m").matches("[0-5][05]")
                        && Units.at(tokens, at + 1) == null));
        if (named) {
            return checked(stop, ahead, true, false);
        }
        Matcher military = MILITARY.matcher(ahead);
        if (military.lookingAt() && (military.group("clock") != null
                || ((introduced(tokens, at) || RANGE.matcher(ahead).lookingAt() || rangeEnd(tokens, at))
                        && Units.at(tokens, at + 1) == null))) {
            return checked(military, ahead, true, true);
        }
        Matcher hour = HOUR.matcher(ahead);
        if (!hour.lookingAt()) {
            return null;
        }
        boolean hours = hour.group("clock") != null && Set.of("h", "hrs", "hours", "heures").contains(hour.group("clock"));
        boolean duration = hours && !introduced(tokens, at) && hour.group("half") == null && hour.group("m") == null;
        boolean strict = hour.group("half") != null || (hour.group("clock") != null && !duration);
        if (duration) {
            return null;
        }
        if (!strict && hour.group("m") != null) {
            return null;
        }
        return checked(hour, ahead, strict, hour.group("h").length() == 2 && hour.group("h").startsWith("0"));
    }

    private static boolean rangeEnd(List<Token> tokens, int at) {
        return at >= 2 && RANGE.matcher(NumberReader.forms(tokens, at - 2, 3)).lookingAt();
    }

    private @Nullable Time words(String ahead, List<Token> tokens, int at) {
        Integer hour = WORDS.get(tokens.get(at).form());
        if (hour == null) {
            return null;
        }
        Matcher match = Pattern.compile(
                        "(?<h>\\p{L}+)(?: (?<clock>oclock|uhr|heures?|h))?(?: (?<words>" + String.join("|", MINUTES.keySet()) + "))?(?: "
                                + HALF + ")?(?= |$)")
                .matcher(ahead);
        if (!match.lookingAt()) {
            return null;
        }
        boolean strict = match.group("half") != null || match.group("clock") != null
                || (match.group("words") != null && introduced(tokens, at));
        int minutes = match.group("words") == null ? 0 : MINUTES.getOrDefault(match.group("words"), 0);
        if (!strict && minutes != 0) {
            return null;
        }
        return made(hour, minutes, match, ahead, strict, false);
    }

    private @Nullable Time checked(Matcher match, String ahead, boolean strict, boolean leadingZero) {
        String m = match.group("m");
        int hour = Integer.parseInt(match.group("h"));
        int minute = m == null ? 0 : Integer.parseInt(m);
        return hour > 24 || minute > 59 || (hour == 24 && minute > 0)
                ? null
                : made(hour, minute, match, ahead, strict, leadingZero);
    }

    private Time made(int hour, int shift, Matcher match, String ahead, boolean strict, boolean leadingZero) {
        String words = match.group("half");
        String half = words == null ? "" : half(words);
        int length = ahead.substring(0, match.end()).strip().split(" ").length;
        int h = hour;
        if (half.equals("pm") && hour < 12) {
            h += words != null && (words.contains("night") || words.contains("nacht") || words.contains("noche")) && hour < 5 ? 0 : 12;
        } else if (half.equals("am") && hour == 12) {
            h = 0;
        }
        boolean spoken = !Character.isDigit(ahead.charAt(ahead.indexOf(match.group("h"))));
        boolean twelve = (language == Language.EN || spoken) && !leadingZero && hour >= 1 && hour <= 12;
        int minutes = Math.floorMod(h * 60 + shift, 24 * 60);
        return new Time(minutes, length, !half.isEmpty() || !twelve, strict, half);
    }

    private static String half(String words) {
        boolean morning = MORNING.contains(words) || words.contains("mornin") || words.contains("manana")
                || words.contains("morgen");
        return morning ? "am" : "pm";
    }

    private static @Nullable Integer hour(String word) {
        if (word.chars().allMatch(Character::isDigit)) {
            return Integer.valueOf(word);
        }
        return WORDS.get(word);
    }
}
