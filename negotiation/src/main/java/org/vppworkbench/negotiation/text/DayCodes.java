package org.vppworkbench.negotiation.text;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days in codes of one to three letters: M/W/F, MWF, TuTh, Mo-Sa, TU TH SA, L-V. At least two that fit together. */
final class DayCodes {
    private static final String ENGLISH = "mo 1 mon 1 m 1 tu 2 tue 2 tues 2 t 2 we 3 wed 3 w 3 th 4 thu 4 thur 4 thurs 4 r 4 fr 5 fri 5 f 5 sa 6 sat 6 su 7 sun 7 s 6";
    private static final Map<Language, Map<String, Integer>> CODES = Map.of(
            Language.EN, codes(ENGLISH),
            Language.DE, codes("mo 1 di 2 mi 3 do 4 fr 5 sa 6 so 7"),
            Language.ES, codes("l 1 lu 1 lun 1 m 2 ma 2 mar 2 x 3 mi 3 mie 3 j 4 ju 4 jue 4 v 5 vi 5 vie 5 s 6 sa 6 sab 6 d 7 do 7 dom 7"),
            Language.FR, codes("l 1 lu 1 lun 1 ma 2 mar 2 me 3 mer 3 je 4 jeu 4 v 5 ve 5 ven 5 s 6 sa 6 sam 6 d 7 di 7 dim 7"),
            Language.IT, codes("lu 1 lun 1 ma 2 mar 2 me 3 mer 3 gi 4 gio 4 ve 5 ven 5 sa 6 sab 6 do 7 dom 7"),
            Language.PT, codes("seg 1 ter 2 qua 3 qui 4 sex 5 sab 6 dom 7"),
            Language.NL, codes("ma 1 di 2 wo 3 do 4 vr 5 za 6 zo 7"));
    /** Common words of English that are codes too; they need company of three and a capital. */
    private static final Set<String> WORDS = Set.of("we", "so", "do", "me", "mi", "di", "ma", "sa", "s", "d", "t", "m", "a", "x", "v", "l", "r");
    private static final Set<String> SEPARATORS = Set.of(",", "/", "+", "&", "and", "und", "y", "et", "e", "en", "or");
    private static final Set<String> THROUGH = Set.of("-", "to", "thru", "through", "bis", "a", "au", "al", "tot", "ate");
    private static final Pattern GLUED = Pattern.compile("(?:M|Mo|T|Tu|Tue|W|We|R|Th|F|Fr|Sa|Su|MO|TU|WE|TH|FR|SA|SU)+");
    private static final Pattern PIECE = Pattern.compile("(?i:mo|tu|we|th|fr|sa|su)|[MTWRF]");
    private static final int FEWEST_GLUED = 3;

    /**
     * Days in codes.
     *
     * @param length in tokens
     */
    record Found(Set<DayOfWeek> days, int length) {}

    private DayCodes() {}

    /** Days that start at a token, or {@code null}. */
    static @Nullable Found at(List<Token> tokens, int at, Language language) {
        Found glued = glued(tokens, at);
        if (glued != null) {
            return glued;
        }
        Found own = language == Language.EN ? null : listed(tokens, at, CODES.getOrDefault(language, Map.of()), true);
        Found english = listed(tokens, at, java.util.Objects.requireNonNull(CODES.get(Language.EN)), false);
        return own != null && (english == null || own.length() >= english.length()) ? own : english;
    }

    /** MWF, TuTh, MTWThF. */
    private static @Nullable Found glued(List<Token> tokens, int at) {
        String raw = tokens.get(at).raw();
        boolean whole = raw.length() >= FEWEST_GLUED && raw.length() <= 14 && GLUED.matcher(raw).matches()
                && !(tokens.get(at).glued() && at > 0 && tokens.get(at - 1).isNumber());
        if (!whole) {
            return null;
        }
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        Matcher piece = PIECE.matcher(raw);
        int last = 0;
        int count = 0;
        while (piece.find()) {
            int day = code(piece.group().toLowerCase(java.util.Locale.ROOT), java.util.Objects.requireNonNull(CODES.get(Language.EN)));
            if (day <= last) {
                return null;
            }
            last = day;
            count++;
            days.add(DayOfWeek.of(day));
        }
        return count >= 2 ? new Found(days, 1) : null;
    }

    private static @Nullable Found listed(List<Token> tokens, int at, Map<String, Integer> codes, boolean own) {
        List<Integer> days = new ArrayList<>();
        Set<DayOfWeek> set = EnumSet.noneOf(DayOfWeek.class);
        int end = at;
        boolean doubtful = true;
        boolean through = false;
        boolean spaced = false;
        int i = at;
        while (i < tokens.size()) {
            Token token = tokens.get(i);
            int day = token.isWord() ? code(token.form(), codes) : 0;
            boolean capital = day > 0 && Character.isUpperCase(token.raw().charAt(0));
            boolean single = token.form().length() == 1;
            if (day == 0 || ((single || WORDS.contains(token.form())) && !capital) || (through && days.isEmpty())) {
                break;
            }
            if (through) {
                span(days.getLast(), day, set);
            } else if (!days.isEmpty() && day <= days.getLast() && days.getLast() != 7) {
                break;
            }
            doubtful &= single || WORDS.contains(token.form());
            days.add(day);
            set.add(DayOfWeek.of(day));
            end = ++i;
            through = false;
            boolean more = i + 1 < tokens.size();
            String next = more ? tokens.get(i).form() : "";
            if (SEPARATORS.contains(next)) {
                i++;
            } else if (THROUGH.contains(next)) {
                through = true;
                i++;
            } else {
                spaced = true;
            }
        }
        // single letters and little words need a week's order of three, or a clear sign between them
        boolean signs = end > at + 1 && tokens.subList(at, end).stream().anyMatch(token -> !token.isWord());
        boolean joined = own && !spaced && tokens.subList(at, end).stream().allMatch(t -> t.form().length() > 1);
        boolean enough = days.size() >= 2 && (!doubtful || days.size() >= 3 || signs || joined);
        boolean within = at > 0 && tokens.get(at).glued() && (tokens.get(at - 1).isWord() || tokens.get(at - 1).isNumber()
                || (tokens.get(at - 1).is("-") && tokens.get(at - 1).glued()));
        return enough && !within && clear(tokens, end) ? new Found(set, end - at) : null;
    }

    /** Whether the last code is a word of its own: "T/Th", not "S/N-12". */
    private static boolean clear(List<Token> tokens, int end) {
        return end >= tokens.size() || !(tokens.get(end).glued() && (tokens.get(end).isNumber()
                || (tokens.get(end).is("-") && end + 1 < tokens.size() && tokens.get(end + 1).glued() && tokens.get(end + 1).isNumber())));
    }

    private static void span(int first, int last, Set<DayOfWeek> out) {
        for (DayOfWeek day = DayOfWeek.of(first); ; day = day.plus(1)) {
            out.add(day);
            if (day.getValue() == last) {
                return;
            }
        }
    }

    private static int code(String form, Map<String, Integer> codes) {
        return codes.getOrDefault(form, 0);
    }

    private static Map<String, Integer> codes(String pairs) {
        Map<String, Integer> codes = new java.util.HashMap<>();
        String[] list = pairs.split(" ", -1);
        for (int i = 0; i + 1 < list.length; i += 2) {
            codes.put(list[i], Integer.valueOf(list[i + 1]));
        }
        return codes;
    }
}
