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
    static final String HALF = "(?<half>am|pm|a m(?! - f)|p m|a(?= ?[-,;.)/+&]| [a-z]+day| m - f| m [tw] |$| out| back| home| to | until | till )|p(?= ?[-,;.)/+&]| only|$| out| back| home| to | until | till )|(?:in|of) the (?:early )?(?:morning|mornin|evening|afternoon|night)|at night|tonight|in the (?:early )?am|in the pm|this (?:morning|evening|afternoon)"
            + "|tomorrow morning|morning|evening|de la (?:manana|tarde|noche|madrugada)|por la (?:manana|tarde|noche)|del mediodia|de madrugada"
            + "|morgens|fruh|vormittags|abends|nachmittags|nachts|am (?:morgen|abend|nachmittag)|in der (?:nacht|fruh)"
            + "|du matin|du soir|de l ?- ?apres ?- ?midi|de l apres midi|le matin|le soir|de la nuit|sharp (?:am|pm)"
            + "|da (?:manha|tarde|noite|madrugada)|di (?:mattina|sera|notte|pomeriggio)|del (?:mattino|pomeriggio)|della (?:mattina|sera|notte)"
            + "|s (?:morgens|ochtends|middags|avonds|nachts)|in de (?:ochtend|middag|avond))";
    private static final Set<String> MORNING = Set.of(
            "a", "am", "a m", "morgens", "fruh", "vormittags", "du matin", "le matin", "da manha", "di mattina", "del mattino",
            "della mattina", "s morgens", "s ochtends", "in de ochtend", "in der fruh", "de madrugada", "de la madrugada", "da madrugada");
    private static final String CLOCK = "(?:uhr|oclock|o clock|h|hrs|hours|en punto|heures|horas|uur|ore|sharp|点 钟|点 整|点|點)";
    private static final Pattern COLON = Pattern.compile(
            "(?<h>\\d{1,2}) : ?(?<m>\\d{2})(?: : \\d{2})?(?: (?<clock>" + CLOCK + "))?(?: " + HALF + ")?(?= |$)");
    private static final Pattern FRENCH = Pattern.compile("(?<h>\\d{1,2}) (?:h|uhr|uur|heures?) (?<m>\\d{2})(?: " + HALF + ")?(?= |$)");
    private static final Pattern STOP = Pattern.compile(
            "(?<h>\\d{1,2})[.](?<m>\\d{2})(?: (?<clock>uhr|uur|ore|hrs|h))?(?: " + HALF + ")?(?= |$)");
    private static final Pattern HOUR = Pattern.compile(
            "(?<h>\\d{1,2})(?: (?<clock>" + CLOCK + "))?(?: (?<m>\\d{2})(?= |$)(?: 分)?)?(?: " + HALF + ")?(?= |$)");
    private static final Pattern MILITARY = Pattern.compile("(?<h>\\d{2})(?<m>\\d{2})(?: (?<clock>" + CLOCK + "))?(?: " + HALF + ")?(?= |$)");
    private static final Pattern RANGE = Pattern.compile("[0-2]\\d[0-5]\\d (?:hrs? |h )?(?:-|to|until|till|thru|through|bis|a|>|/|,) [0-2]\\d[0-5]\\d(?= |$)");
    private static final Map<String, Integer> NAMED = Map.ofEntries(
            Map.entry("noon", 720), Map.entry("midday", 720), Map.entry("midnight", 0), Map.entry("mediodia", 720),
            Map.entry("medianoche", 0), Map.entry("mittag", 720), Map.entry("mittags", 720), Map.entry("mitternacht", 0),
            Map.entry("midi", 720), Map.entry("minuit", 0), Map.entry("noontime", 720), Map.entry("mezzogiorno", 720),
            Map.entry("mezzanotte", 0), Map.entry("midnite", 0), Map.entry("minight", 0), Map.entry("meianoite", 0), Map.entry("meiodia", 720), Map.entry("middernacht", 0), Map.entry("lunchtime", 720));
    private static final Set<String> BEFORE = Set.of(
            "at", "by", "until", "till", "til", "before", "after", "from", "between", "around", "past", "since", "um", "gegen",
            "bis", "vor", "nach", "ab", "von", "zwischen", "las", "la", "vers", "a", "hasta", "entre", "avant", "apres",
            "jusqua", "@", "out", "back", "alle", "as", "ore", "entro", "dalle", "om", "rond", "voor", "home", "gone", "away", "leave", "leaves", "dep", "arr", "return",
            "desde", "about", "das", "tussen", "tot", "vanaf", "tra", "fra", "prima", "dopo", "off", "round", "~", "ate",
            "depart", "arrive", "returns", "returning", "ret", "leaving", "departs", "arrives", "arriving", "btwn", "sobre", "verso");
    /** Words after which four digits are a time. */
    private static final Set<String> MOVES = Set.of("go", "goes", "ready", "start", "starts", "starting", "begin", "begins", "end", "ends", "ending", "full", "done");
    /** Words after which 9.45 is a time. */
    private static final Set<String> TOLD = Set.of("at", "by", "until", "till", "between", "tussen", "um", "gegen", "om", "alle",
            "dalle", "zwischen", "off", "leave", "leaves", "back", "round", "around", "before", "after", "tot", "voor", "and", "und", "en", "out", "home",
            "dep", "arr", "@", "las", "ab", "depart", "arrive", "return", "returns", "vers", "as");
    /** Words for half a day that stand before the hour. */
    private static final Set<String> LATER = Set.of("晚 上", "下 午", "傍 晚", "中 午", "夜 里", "夜 间", "午 后");
    private static final Set<String> EARLIER = Set.of("早 上", "上 午", "早 晨", "清 晨", "凌 晨");
    private final Language language;
    private final SpokenTimes spoken;

    /**
     * A time.
     *
     * @param minutes of the day
     * @param length in tokens
     * @param sure whether morning or afternoon is known
     * @param strict whether it can be nothing but a time
     * @param half {@code am}, {@code pm} or empty
     * @param bare whether the hour may be of either half of the day, though the language may count to 24
     */
    record Time(int minutes, int length, boolean sure, boolean strict, String half, boolean bare) {}

    ClockReader(Language language) {
        this.language = language;
        this.spoken = new SpokenTimes(language, this);
    }

    /** A time that starts at a token, or {@code null}. */
    @Nullable Time at(List<Token> tokens, int at) {
        Time time = read(tokens, at);
        return time == null || language != Language.ZH || !tokens.get(at).isNumber() ? time : chinese(time, tokens, at);
    }

    /** The half of the day stands before the hour, halves and quarters of the hour behind it. */
    private static Time chinese(Time time, List<Token> tokens, int at) {
        String before = NumberReader.forms(tokens, Math.max(0, at - 2), Math.min(2, at));
        int hour = time.minutes() / 60;
        boolean noon = before.equals("中 午");
        boolean night = Set.of("晚 上", "夜 里", "夜 间").contains(before);
        boolean later = LATER.contains(before) && hour < 12 && !(noon && hour > 3) && !(night && hour < 4);
        boolean earlier = EARLIER.contains(before) || (noon && hour > 3) || (night && (hour < 4 || hour == 12));
        boolean half = NumberReader.forms(tokens, at + time.length(), 1).equals("半");
        String quarters = NumberReader.forms(tokens, at + time.length(), 2);
        int more = half ? 30 : quarters.equals("1 刻") ? 15 : quarters.equals("3 刻") ? 45 : 0;
        int midnight = hour == 12 && (night || before.equals("凌 晨")) ? -720 : 0;
        int minutes = time.minutes() % 1440 + (later ? 720 : 0) + more + midnight;
        boolean told = later || earlier || hour == 0 || hour > 12;
        return new Time(Math.floorMod(minutes, 1440), time.length() + (half ? 1 : more > 0 ? 2 : 0), time.sure(), time.strict(),
                later || (hour >= 12 && LATER.contains(before) && midnight == 0) ? "pm" : earlier ? "am" : "", !told);
    }

    private @Nullable Time read(List<Token> tokens, int at) {
        String first = NumberReader.forms(tokens, at, 3);
        if (first.equals("meia - noite") || first.equals("meio - dia")) {
            return new Time(first.equals("meia - noite") ? 0 : 720, 3, true, true, "", false);
        }
        boolean twelve = tokens.get(at).form().matches("12|twelve") && at + 1 < tokens.size();
        Integer named = NAMED.get(tokens.get(twelve ? at + 1 : at).form());
        if (named != null) {
            return new Time(named, twelve ? 2 : 1, true, true, named == 0 ? "am" : "pm", false);
        }
        Time time = spoken.at(tokens, at);
        return time == null && tokens.get(at).isNumber() ? digits(ahead(tokens, at, AHEAD), tokens, at) : time;
    }

    /** A time in words with minutes, as within ranges; 5.15 where the other end is a time. */
    @Nullable Time lenient(List<Token> tokens, int at) {
        Time time = tokens.get(at).isWord() ? spoken.words(tokens, at, true) : null;
        if (time != null) {
            return time;
        }
        String ahead = ahead(tokens, at, AHEAD);
        Matcher stop = STOP.matcher(ahead);
        return stop.lookingAt() && Units.at(tokens, at + 1) == null ? checked(stop, ahead, true, false) : null;
    }

    /**
     * Forms of the next tokens. The glued letters of 5a and 6p are written out; capitals there are amperes and models, unless
     * minutes or a range show a time.
     */
    String ahead(List<Token> tokens, int at, int count) {
        StringBuilder forms = new StringBuilder();
        for (int i = at; i < Math.min(tokens.size(), at + count); i++) {
            forms.append(i > at ? " " : "").append(form(tokens, i));
        }
        return forms.toString();
    }

    private String form(List<Token> tokens, int i) {
        Token token = tokens.get(i);
        if (i == 0 || !tokens.get(i - 1).isNumber() || !token.raw().matches("[aApP]")) {
            return token.form();
        }
        String number = tokens.get(i - 1).raw();
        boolean minutes = i > 2 && tokens.get(i - 2).is(":") && tokens.get(i - 2).glued();
        boolean range = (i > 1 && tokens.get(i - 2).is("-")) || (i + 1 < tokens.size() && tokens.get(i + 1).is("-"));
        boolean hour = minutes || number.matches("\\d|1[0-2]|\\d{1,2}\\.\\d\\d|0?\\d{3}|1[0-2]\\d\\d");
        boolean capital = Character.isUpperCase(token.raw().charAt(0));
        if (capital && !minutes && !range) {
            boolean told = token.is("p") && token.glued() && i > 1 && BEFORE.contains(tokens.get(i - 2).form());
            return told ? "pm" : token.is("a") ? "amps" : "pp";
        }
        return token.glued() && hour ? token.form() + "m" : token.glued() && token.is("a") ? "amps" : token.form();
    }

    /** The first time of a range that a word such as "from" opens: there "19 h" is no duration. */
    @Nullable Time opening(List<Token> tokens, int at) {
        Time time = at(tokens, at);
        if (time != null || !tokens.get(at).isNumber()) {
            return time;
        }
        String ahead = ahead(tokens, at, AHEAD);
        Matcher hour = HOUR.matcher(ahead);
        return hour.lookingAt() && hour.group("clock") != null ? checked(hour, ahead, true, false) : null;
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
        if (military.lookingAt() && (military.group("clock") != null || military.group("half") != null
                || (military(tokens, at, ahead) && Units.at(tokens, at + 1) == null))) {
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

    /** Whether four digits are a time and no year or count. */
    private boolean military(List<Token> tokens, int at, String ahead) {
        if (RANGE.matcher(ahead).lookingAt() || (at >= 2 && RANGE.matcher(NumberReader.forms(tokens, at - 2, 3)).lookingAt())) {
            return true;
        }
        boolean near = false;
        for (int i = Math.max(0, at - 6); i < at; i++) {
            near |= tokens.get(i).raw().matches("0\\d[0-5]\\d");
        }
        int value = Integer.parseInt(tokens.get(at).raw());
        String before = at > 0 ? tokens.get(at - 1).form() : "";
        boolean year = value >= 1950 && value <= 2035
                && (value % 5 != 0 || Set.of("since", "in", "from", "around", "about", "of", "desde", "seit", "depuis").contains(before));
        boolean told = introduced(tokens, at) || MOVES.contains(before) || (near && value >= 100 && value % 5 == 0);
        return !year && told;
    }

    private @Nullable Time checked(Matcher match, String ahead, boolean strict, boolean leadingZero) {
        String m = match.group("m");
        int hour = Integer.parseInt(match.group("h"));
        int minute = m == null ? 0 : Integer.parseInt(m);
        return hour > 24 || minute > 59 || (hour == 24 && minute > 0)
                ? null
                : made(hour, minute, match, ahead, strict, leadingZero);
    }

    Time made(int hour, int shift, Matcher match, String ahead, boolean strict, boolean leadingZero) {
        int length = ahead.substring(0, match.end()).strip().split(" ").length;
        boolean spokenHour = !Character.isDigit(match.group("h").charAt(0));
        return made(hour, shift, match.group("half"), length, spokenHour, strict, leadingZero);
    }

    /** A time from its hour and minutes and the words for half of the day, or {@code null} for these. */
    Time made(int hour, int shift, @Nullable String words, int length, boolean spokenHour, boolean strict, boolean leadingZero) {
        String half = words == null ? "" : half(words);
        int h = hour;
        if (half.equals("pm") && hour < 12) {
            boolean small = words != null && hour < 5
                    && (words.contains("night") || words.contains("nacht") || words.contains("noche") || words.contains("nuit") || words.contains("notte"));
            h += small ? 0 : 12;
        } else if ((half.equals("am") || (words != null && words.contains("night"))) && hour == 12) {
            h = 0;
        }
        boolean clock12 = !leadingZero && hour >= 1 && hour <= 12;
        boolean twelve = (language == Language.EN || spokenHour) && clock12;
        int minutes = Math.floorMod(h * 60 + shift, 24 * 60);
        return new Time(minutes, length, !half.isEmpty() || !twelve, strict, half, half.isEmpty() && clock12);
    }

    private static String half(String words) {
        boolean morning = MORNING.contains(words) || words.contains("mornin") || words.endsWith(" am") || words.contains("manana")
                || words.contains("morgen");
        return morning ? "am" : "pm";
    }
}
