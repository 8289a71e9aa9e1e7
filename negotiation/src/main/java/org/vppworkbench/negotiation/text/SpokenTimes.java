package org.vppworkbench.negotiation.text;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.negotiation.text.ClockReader.Time;

/** Times in words: half past seven, viertel nach acht, las siete y cuarto, ten to midnight, five thirty. */
final class SpokenTimes {
    private static final int AHEAD = 12;
    private static final Map<String, Integer> HOURS = Map.ofEntries(
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
    /** Noon and midnight; the first is 24 so that "ten to midnight" is late. */
    private static final Map<String, Integer> ENDS = Map.of("midnight", 24, "mitternacht", 24, "medianoche", 24, "minuit", 24,
            "mezzanotte", 24, "noon", 12, "midday", 12);
    private static final Set<String> CLOCK = Set.of("oclock", "uhr", "heures", "heure", "horas", "hora", "sharp", "uur", "hundred");
    private static final Set<String> AND = Set.of("y", "e", "et");
    private static final Set<String> LESS = Set.of("menos", "moins", "meno");
    private static final String H = "(?<h>\\d{1,2}|\\p{L}+)(?: (?:uhr|oclock|uur|heures))?";
    private static final Pattern PAST = Pattern.compile(
            "(?:a )?(?<part>half past|half after|half gone|quarter past|quarter after|quarter gone|quarter to|quarter before|quarter till|quarter til|quarter of"
                    + "|halb|viertel nach|viertel vor|dreiviertel|kwart over|kwart voor|half) " + H + "(?: " + ClockReader.HALF + ")?(?= |$)");
    private static final Pattern MINUTES = Pattern.compile(
            "(?<m>\\d{1,2}|\\p{L}+(?:(?: -)? five)?)(?<unit> (?:minutes|mins|min|minuten))? (?<part>to|past|before|after|till|til|vor|nach|voor|over) (?<half>halb |half )?"
                    .replace("?<half>", "?<halb>") + H + "(?: " + ClockReader.HALF + ")?(?= |$)");
    private static final Pattern AND_HALF = Pattern.compile(
            "(?<h>\\d{1,2}|\\p{L}+) (?:(?:heures?|h|horas) )?(?<part>y media|y cuarto|menos cuarto|et demie|et quart|moins le quart|moins quart|e meia|e mezza|e mezzo|e un quarto|e quarto|meno un quarto|menos um quarto|e um quarto|e tre quarti)(?: "
                    + ClockReader.HALF + ")?(?= |$)");
    private static final Pattern END = Pattern.compile(ClockReader.HALF + "(?= |$)");

    private final Language language;
    private final NumberReader numbers;
    private final ClockReader clock;

    SpokenTimes(Language language, ClockReader clock) {
        this.language = language;
        this.numbers = new NumberReader(language);
        this.clock = clock;
    }

    /** A time that starts at a token, or {@code null}. */
    @Nullable Time at(List<Token> tokens, int at) {
        String ahead = clock.ahead(tokens, at, AHEAD);
        Time time = past(ahead, tokens, at);
        if (time == null) {
            time = minutes(ahead, tokens, at);
        }
        if (time == null) {
            time = andHalf(ahead);
        }
        return time == null && tokens.get(at).isWord() ? words(tokens, at, false) : time;
    }

    private @Nullable Time past(String ahead, List<Token> tokens, int at) {
        Matcher match = PAST.matcher(ahead);
        if (!match.lookingAt()) {
            return null;
        }
        Integer hour = hour(match.group("h"));
        String part = match.group("part");
        boolean vague = part.equals("quarter of") || part.equals("dreiviertel");
        if (hour == null || hour > 24 || (vague && !clock.introduced(tokens, at) && match.group("half") == null)) {
            return null;
        }
        int shift = switch (part) {
            case "quarter past", "quarter after", "quarter gone", "viertel nach", "kwart over" -> 15;
            case "quarter to", "quarter before", "quarter till", "quarter til", "quarter of", "viertel vor", "kwart voor", "dreiviertel" -> -15;
            case "halb" -> -30;
            case "half" -> language == Language.NL ? -30 : 30;
            default -> 30;
        };
        return clock.made(hour, shift, match, ahead, !part.equals("half"), false);
    }

    /** Ten to midnight, fünf vor halb acht, 15 minutes past ten. */
    private @Nullable Time minutes(String ahead, List<Token> tokens, int at) {
        Matcher match = MINUTES.matcher(ahead);
        if (!match.lookingAt()) {
            return null;
        }
        String part = match.group("part");
        boolean before = Set.of("to", "before", "till", "til", "vor", "voor").contains(part);
        String word = match.group("m");
        boolean digits = Character.isDigit(word.charAt(0));
        // "5 to 7" is a range
        if (digits && match.group("unit") == null && !part.equals("past")) {
            return null;
        }
        NumberReader.Read read = numbers.at(tokens, at);
        int minutes = read == null ? 0 : (int) read.value();
        boolean round = minutes % 5 == 0 || match.group("unit") != null || digits;
        boolean opened = at > 0 && Set.of("from", "between", "von", "zwischen").contains(tokens.get(at - 1).form());
        Integer hour = hour(match.group("h"));
        boolean more = ahead.substring(match.end()).strip().matches("(?:- )?(?:fifteen|thirty|forty|: \\d).*");
        if (minutes < 1 || minutes > 29 || !round || (before && opened) || hour == null || hour > 24 || more) {
            return null;
        }
        int shift = (before ? -minutes : minutes) - (match.group("halb") == null ? 0 : 30);
        boolean end = ENDS.containsKey(match.group("h"));
        Time made = clock.made(hour, shift, match, ahead, true, end);
        return end ? new Time(Math.floorMod(hour * 60 + shift, 1440), made.length(), true, true, "", false) : made;
    }

    private @Nullable Time andHalf(String ahead) {
        Matcher match = AND_HALF.matcher(ahead);
        if (!match.lookingAt()) {
            return null;
        }
        Integer hour = hour(match.group("h"));
        int shift = switch (match.group("part")) {
            case "y cuarto", "et quart", "e un quarto", "e quarto", "e um quarto" -> 15;
            case "menos cuarto", "moins le quart", "moins quart", "meno un quarto", "menos um quarto" -> -15;
            case "e tre quarti" -> 45;
            default -> 30;
        };
        return hour == null || hour > 24 ? null : clock.made(hour, shift, match, ahead, true, false);
    }

    /**
     * An hour in words, with minutes behind it.
     *
     * @param lenient whether minutes are believed without a word before, as within ranges
     */
    @Nullable Time words(List<Token> tokens, int at, boolean lenient) {
        Integer hour = HOURS.get(tokens.get(at).form());
        if (hour == null || (tokens.get(at).is("sept") && language != Language.FR)) {
            return null;
        }
        int i = at + 1;
        boolean told = i < tokens.size() && (CLOCK.contains(tokens.get(i).form())
                || (tokens.get(i).is("h") && language == Language.FR)) && !NumberReader.forms(tokens, i + 1, 1).equals("watts");
        boolean spaced = NumberReader.forms(tokens, i, 2).equals("o clock");
        i += spaced ? 2 : told && !tokens.get(i).is("hundred") ? 1 : 0;
        boolean clocked = spaced || (told && !tokens.get(Math.min(i, tokens.size() - 1)).is("hundred"));
        boolean named = clocked || clock.introduced(tokens, at);
        int minutes = 0;
        int sign = 1;
        int from = i;
        String next = NumberReader.forms(tokens, i, 1);
        boolean joined = language != Language.EN && (AND.contains(next) || LESS.contains(next));
        if (joined) {
            sign = LESS.contains(next) ? -1 : 1;
            from = i + 1;
        } else if (next.equals("-") || next.equals("oh")) {
            from = i + 1;
        }
        NumberReader.Read read = from < tokens.size() && tokens.get(from).isWord() ? numbers.at(tokens, from) : null;
        int least = joined || next.equals("oh") ? 1 : 10;
        boolean fits = read != null && read.value() >= least && read.value() < 60 && read.value() == Math.rint(read.value())
                && (read.value() % 5 == 0 || clocked || next.equals("oh")) && Units.at(tokens, from + read.length()) == null;
        if (fits && read != null && (named || lenient)) {
            minutes = sign * (int) read.value();
            i = from + read.length();
        }
        String ahead = clock.ahead(tokens, i, AHEAD);
        Matcher half = END.matcher(ahead);
        boolean told12 = half.lookingAt();
        String words = told12 ? half.group("half") : null;
        if (told12) {
            i += half.group().split(" ").length;
        }
        boolean strict = told12 || clocked || minutes != 0;
        return clock.made(hour, minutes, words, i - at, true, strict, false);
    }

    private static @Nullable Integer hour(String word) {
        if (word.chars().allMatch(Character::isDigit)) {
            return Integer.valueOf(word);
        }
        return ENDS.containsKey(word) ? ENDS.get(word) : HOURS.get(word);
    }
}
