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
    private static final String HALF = "(?<half>am|pm|a m|p m|(?:in|of) the (?:morning|evening|afternoon)|at night|tonight"
            + "|tomorrow morning|morning|evening|de la (?:manana|tarde|noche)|por la (?:manana|tarde|noche)|del mediodia"
            + "|morgens|fruh|vormittags|abends|nachmittags|nachts|am (?:morgen|abend|nachmittag)"
            + "|du matin|du soir|de l ?- ?apres ?- ?midi|de l apres midi|le matin|le soir)";
    private static final Set<String> MORNING = Set.of("am", "a m", "morgens", "fruh", "vormittags", "du matin", "le matin");
    private static final String CLOCK = "(?:uhr|oclock|o clock|h|hrs|hours|en punto|heures|horas|uur|点|點)";
    private static final Pattern COLON = Pattern.compile(
            "(?<h>\\d{1,2}) : ?(?<m>\\d{2})(?: : \\d{2})?(?: (?<clock>" + CLOCK + "))?(?: " + HALF + ")?(?= |$)");
    private static final Pattern FRENCH = Pattern.compile("(?<h>\\d{1,2}) h (?<m>\\d{2})(?: " + HALF + ")?(?= |$)");
    private static final Pattern STOP = Pattern.compile(
            "(?<h>\\d{1,2})[.](?<m>\\d{2})(?: (?<clock>uhr|h))?(?: " + HALF + ")?(?= |$)");
    private static final Pattern HOUR = Pattern.compile(
            "(?<h>\\d{1,2})(?: (?<clock>" + CLOCK + "))?(?: (?<m>\\d{2})(?= |$))?(?: " + HALF + ")?(?= |$)");
    private static final Pattern MILITARY = Pattern.compile("(?<h>\\d{2})(?<m>\\d{2})(?: (?<clock>" + CLOCK + "))?(?: " + HALF + ")?(?= |$)");
    private static final Pattern PAST = Pattern.compile(
            "(?:a )?(?<part>half past|quarter past|quarter to|halb|viertel nach|viertel vor|half) (?<h>\\d{1,2}|\\p{L}+)(?: "
                    + HALF + ")?(?= |$)");
    private static final Pattern MINUTES_TO = Pattern.compile(
            "(?<m>five|ten|twenty|twenty five|twenty - five) (?:minutes )?(?<part>to|past|before|after) (?<h>\\d{1,2}|\\p{L}+)(?: "
                    + HALF + ")?(?= |$)");
    private static final Pattern AND_HALF = Pattern.compile(
            "(?<h>\\d{1,2}|\\p{L}+) (?:heures? )?(?<part>y media|y cuarto|menos cuarto|et demie|et quart)(?: " + HALF + ")?(?= |$)");
    private static final Map<String, Integer> NAMED = Map.ofEntries(
            Map.entry("noon", 720), Map.entry("midday", 720), Map.entry("midnight", 0), Map.entry("mediodia", 720),
            Map.entry("medianoche", 0), Map.entry("mittag", 720), Map.entry("mittags", 720), Map.entry("mitternacht", 0),
            Map.entry("midi", 720), Map.entry("minuit", 0), Map.entry("noontime", 720));
    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("one", 1), Map.entry("two", 2), Map.entry("three", 3), Map.entry("four", 4), Map.entry("five", 5),
            Map.entry("six", 6), Map.entry("seven", 7), Map.entry("eight", 8), Map.entry("nine", 9), Map.entry("ten", 10),
            Map.entry("eleven", 11), Map.entry("twelve", 12), Map.entry("una", 1), Map.entry("dos", 2), Map.entry("tres", 3),
            Map.entry("cuatro", 4), Map.entry("cinco", 5), Map.entry("seis", 6), Map.entry("siete", 7), Map.entry("ocho", 8),
            Map.entry("nueve", 9), Map.entry("diez", 10), Map.entry("once", 11), Map.entry("doce", 12), Map.entry("eins", 1),
            Map.entry("zwei", 2), Map.entry("drei", 3), Map.entry("vier", 4), Map.entry("funf", 5), Map.entry("sechs", 6),
            Map.entry("sieben", 7), Map.entry("acht", 8), Map.entry("neun", 9), Map.entry("zehn", 10), Map.entry("elf", 11),
            Map.entry("zwolf", 12), Map.entry("deux", 2), Map.entry("trois", 3), Map.entry("quatre", 4), Map.entry("cinq", 5),
            Map.entry("sept", 7), Map.entry("huit", 8), Map.entry("neuf", 9), Map.entry("dix", 10), Map.entry("onze", 11));
    private static final Map<String, Integer> MINUTES =
            Map.of("thirty", 30, "fifteen", 15, "forty five", 45, "forty - five", 45, "dreissig", 30, "treinta", 30, "trente", 30);
    private static final Set<String> BEFORE = Set.of(
            "at", "by", "until", "till", "til", "before", "after", "from", "between", "around", "past", "since", "um", "gegen",
            "bis", "vor", "nach", "ab", "von", "zwischen", "las", "la", "vers", "a", "hasta", "entre", "avant", "apres",
            "jusqua", "@", "out", "back", "alle", "as", "ore", "entro", "dalle", "om", "rond", "voor", "home", "gone", "away", "leave", "leaves", "dep", "arr", "return", "desde", "about");
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
        boolean later = before.matches("晚 上|下 午|傍 晚") && time.minutes() < 720;
        boolean half = NumberReader.forms(tokens, at + time.length(), 1).equals("半");
        return new Time(time.minutes() + (later ? 720 : 0) + (half ? 30 : 0), time.length() + (half ? 1 : 0), time.sure(),
                time.strict(), later ? "pm" : "");
    }

    private @Nullable Time spoken(List<Token> tokens, int at) {
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

    /** Whether the token before lets a bare number be a time. */
    boolean introduced(List<Token> tokens, int at) {
        int before = at - 1;
        while (before >= 0 && Set.of("around", "about", "approximately", "roughly", "say", "the", "approx", "circa", "ca", "las", "etwa", "environ")
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
                case "quarter past", "viertel nach" -> 15;
                case "quarter to", "viertel vor" -> -15;
                case "halb" -> -30;
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
            boolean before = match.group("part").equals("to") || match.group("part").equals("before");
            return hour == null || hour > 24 ? null : made(hour, before ? -minutes : minutes, match, ahead, true, false);
        }
        match = AND_HALF.matcher(ahead);
        if (match.lookingAt()) {
            Integer hour = hour(match.group("h"));
            int shift = switch (match.group("part")) {
                case "y cuarto", "et quart" -> 15;
                case "menos cuarto" -> -15;
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
        if (stop.lookingAt() && (stop.group("half") != null || stop.group("clock") != null)) {
            return checked(stop, ahead, true, false);
        }
        Matcher military = MILITARY.matcher(ahead);
        if (military.lookingAt() && (military.group("clock") != null
                || (introduced(tokens, at) && Units.at(tokens, at + 1) == null))) {
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
            h += words != null && (words.contains("night") || words.contains("nacht")) && hour < 5 ? 0 : 12;
        } else if (half.equals("am") && hour == 12) {
            h = 0;
        }
        boolean twelve = language == Language.EN && !leadingZero && hour >= 1 && hour <= 12;
        int minutes = Math.floorMod(h * 60 + shift, 24 * 60);
        return new Time(minutes, length, !half.isEmpty() || !twelve, strict, half);
    }

    private static String half(String words) {
        boolean morning = MORNING.contains(words) || words.contains("morning") || words.contains("manana")
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
