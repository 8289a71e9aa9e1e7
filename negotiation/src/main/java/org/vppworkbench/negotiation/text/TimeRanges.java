package org.vppworkbench.negotiation.text;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.negotiation.text.ClockReader.Time;

/** From one time to another: "from ten at night till half past six", "11pm-7am", "22-06", "zwischen 12 und 14 Uhr". */
final class TimeRanges {
    private static final Set<String> THROUGH = Set.of("-", "to", "until", "untill", "till", "til", "through", "thru", "bis", "a", "hasta", "jusqua", "ate", "alle", "as", "tot", "到", "至", ">", "→", "fino", "~");
    private static final Set<String> BOTH = Set.of("and", "und", "y", "et", "e", "en", "to", "bis", "-", "a", "until", "&", "n", "到", "至");
    private static final Set<String> BETWEEN = Set.of("between", "betwixt", "btwn", "btw", "zwischen", "entre", "tra", "fra", "tussen");
    private static final Set<String> OPENS = Set.of("between", "btwn", "zwischen", "entre", "betwixt", "out", "gone", "away", "weg", "goes", "from", "von", "de", "desde", "ab", "las", "dalle", "das", "van", "tussen", "tra", "fra", "从");
    private static final Set<String> ARTICLES = Set.of("las", "la", "les", "l", "the", "le", "about", "around", "as", "alle", "ore", "a", "at", "after");
    private static final Set<String> PART_OF_DAY = Set.of("早 上", "凌 晨", "上 午", "中 午", "下 午", "傍 晚", "晚 上", "早 晨", "第 二", "次 日");
    private static final Set<String> TOLD = Set.of("till", "til", "until", "thru");
    private static final Set<String> COUNTS = Set.of("E", "P", "PDC", "PCT", "A", "D", "PR", "M", "V", "PAC", "C");

    private final ClockReader clock;
    private final Following following;

    /** Whether what follows a bare number leaves it to be a time. */
    interface Following {
        boolean notCounted(List<Token> tokens, int next);
    }

    TimeRanges(ClockReader clock, Following following) {
        this.clock = clock;
        this.following = following;
    }

    /** The range that starts at a token, or {@code null}. */
    @Nullable Item at(List<Token> tokens, int at) {
        Token before = at > 0 ? tokens.get(at - 1) : null;
        boolean opened = before != null && OPENS.contains(before.form());
        Time first = first(tokens, at, opened);
        if (first == null) {
            return null;
        }
        int i = at + first.length();
        if (i >= tokens.size()) {
            return null;
        }
        String join = tokens.get(i).form();
        boolean between = before != null && (BETWEEN.contains(before.form())
                || (at > 1 && BETWEEN.contains(tokens.get(at - 2).form()) && !before.is("the")));
        if (!(THROUGH.contains(join) || (between && BOTH.contains(join)))) {
            return null;
        }
        i++;
        int step = 0;
        while (i < tokens.size() && step++ < 3 && ARTICLES.contains(tokens.get(i).form())
                && !NumberReader.forms(tokens, i, 2).equals("a quarter")) {
            i++;
        }
        i += PART_OF_DAY.contains(NumberReader.forms(tokens, i, 2)) ? 2 : 0;
        boolean hours = first.strict() || opened || between;
        Time second = i >= tokens.size() ? null : second(tokens, i, hours);
        Time plain = written(tokens, at, i);
        second = plain != null ? plain : second;
        if (plain != null) {
            // hours with an "h" count to 24
            first = new Time(first.minutes(), first.length(), true, true, "", false);
        }
        if (second == null) {
            return null;
        }
        int to = i + second.length();
        boolean date = to + 1 < tokens.size() && tokens.get(to).form().matches("[-/]") && tokens.get(to + 1).isNumber() && tokens.get(to + 1).glued();
        boolean hyphen = join.equals("-") && !date && second.minutes() >= 13 * 60 && first.minutes() < second.minutes();
        boolean overnight = plain != null || night(tokens, at, i, to, join);
        boolean known = TOLD.contains(join) || first.strict() || second.strict() || opened || between || hyphen || overnight;
        Units.Found unit = Units.at(tokens, to);
        boolean hoursUnit = unit == null || unit.tag().equals("H");
        if (!known || !hoursUnit || (!second.strict() && !following.notCounted(tokens, to))
                || (join.equals("a") && !first.strict() && !second.strict() && !opened)) {
            return null;
        }
        return span(first, second, at, unit == null || second.strict() ? to : to + unit.length());
    }

    private @Nullable Time first(List<Token> tokens, int at, boolean opened) {
        Time time = opened ? clock.opening(tokens, at) : clock.at(tokens, at);
        // five thirty to six fifteen, 5.15 to 6 am
        boolean minutes = tokens.get(at).isWord() ? time != null && !time.strict() : time == null && tokens.get(at).raw().matches("\\d{1,2}\\.[0-5][05]");
        Time lenient = minutes ? clock.lenient(tokens, at) : null;
        if (lenient == null || (time != null && lenient.length() <= time.length())) {
            return time;
        }
        int join = at + lenient.length();
        boolean ranged = join + 1 < tokens.size() && THROUGH.contains(tokens.get(join).form());
        Time second = ranged ? second(tokens, join + 1, true) : null;
        return second != null && second.strict() ? lenient : time;
    }

    private @Nullable Time second(List<Token> tokens, int i, boolean hours) {
        Time time = hours ? clock.opening(tokens, i) : clock.at(tokens, i);
        boolean bare = hours && (time == null || !time.strict())
                && (tokens.get(i).isWord() || tokens.get(i).raw().matches("\\d{1,2}\\.[0-5][05]"));
        Time lenient = bare ? clock.lenient(tokens, i) : null;
        return lenient != null && (time == null || lenient.length() > time.length()) ? lenient : time;
    }

    /** The second of 20-22h, where an "h" behind a single number would be a duration. */
    private @Nullable Time written(List<Token> tokens, int at, int i) {
        boolean digits = i < tokens.size() && tokens.get(i - 1).is("-") && tokens.get(at).raw().matches("\\d{1,2}") && at + 2 == i
                && tokens.get(i).raw().matches("\\d{1,2}") && NumberReader.forms(tokens, i + 1, 1).matches("h|hrs?");
        if (!digits) {
            return null;
        }
        // "20-22h + 6-7h"
        String before = NumberReader.forms(tokens, Math.max(0, at - 2), Math.min(2, at));
        boolean second = before.matches("(?:h|hrs) (?:[+,&]|and|und|y|et)");
        int a = Integer.parseInt(tokens.get(at).raw());
        int b = Integer.parseInt(tokens.get(i).raw());
        boolean late = a >= 13 && a <= 24 && b <= 24;
        Time end = late || second ? clock.opening(tokens, i) : null;
        return end == null ? null : new Time(end.minutes(), end.length(), true, true, "", false);
    }

    /** 22-05, 23-5, 21-7: over midnight, with nothing that would make it a date or a count. */
    private static boolean night(List<Token> tokens, int at, int i, int to, String join) {
        String a = tokens.get(at).raw();
        String b = tokens.get(i).raw();
        boolean plain = join.equals("-") && at + 2 == i && a.matches("\\d{2}") && b.matches("\\d{1,2}") && to == i + 1;
        if (!plain) {
            return false;
        }
        boolean before = at == 0 || !tokens.get(at - 1).form().matches("[-/.$€#]|\\d+|x");
        boolean after = to >= tokens.size() || !tokens.get(to).form().matches("[-/%x]|\\d+");
        int start = Integer.parseInt(a);
        int end = Integer.parseInt(b);
        boolean night = start >= 18 && start <= 24 && end <= 10;
        boolean zeros = a.startsWith("0") && b.matches("0\\d|1\\d|2[0-4]") && end > start;
        return before && after && (night || zeros);
    }

    /** Both ends, with the half of the day that one of them names. */
    private static Item span(Time first, Time second, int from, int to) {
        int start = first.minutes();
        int end = second.minutes();
        boolean sure = first.sure() && second.sure();
        boolean carries = !second.sure() || second.bare();
        if (!first.half().isEmpty() && second.half().isEmpty() && carries && end <= start && (end + 720) % 1440 > start) {
            end = Math.floorMod(end + 720, 1440);
            sure = true;
        } else if (first.bare() && !second.half().isEmpty()) {
            int half = second.half().equals("pm") ? 720 : 0;
            int same = start % 720 + half;
            boolean named = end == 0 || end == 720;
            start = same < end || (named && end == 0) ? same : start % 720 + (720 - half);
            start = named && end == 0 ? start % 720 + 720 : start;
            sure = true;
        } else if (!first.sure() && second.sure() && second.half().isEmpty() && end >= 13 * 60) {
            sure = true;
        } else if (first.half().equals("am") && start == 0 && second.bare()) {
            sure = true;
        }
        return Item.time("TR", from, to, start, end, sure);
    }

    /** Whether a unit makes a number no time: "5 to 6 kW", "14: 10 kWh". */
    static boolean counted(Units.@Nullable Found unit) {
        return unit != null && COUNTS.contains(unit.tag());
    }
}
