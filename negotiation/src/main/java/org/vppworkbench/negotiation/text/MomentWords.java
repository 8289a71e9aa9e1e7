package org.vppworkbench.negotiation.text;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From when on something holds, in English words: "from Friday 6 pm on", "from 18:00 tomorrow", "from now on", or nothing at
 * all, which is now. Anything else that speaks of time, of conditions or of an end leaves the moment open.
 */
final class MomentWords {
    /** From when on "night" and "evening" are; assumption. */
    static final LocalTime EVENING = LocalTime.of(18, 0);

    private static final String DAY = "(?<day>(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today)";
    private static final String LATE = "(?<late>evening|night)";
    private static final String CLOCK =
            "(?:at\\s+)?(?<hour>\\d{1,2})(?::(?<minute>\\d{2}))?(?:\\s*(?<half>[ap])\\.?m\\b\\.?)?|(?:at\\s+)?(?<noon>noon)";
    private static final String INTRO = "\\b(?:from|starting(?:\\s+(?:from|on|at))?|beginning(?:\\s+(?:on|at))?|as\\s+of|as\\s+from)\\s+";
    private static final String ON = "(?:\\s+on(?:wards?)?\\b)?";
    private static final Pattern DAY_FIRST = Pattern.compile(
            INTRO + "(?:" + DAY + "(?:\\s+" + LATE + ")?|(?<tonight>tonight))(?:,?\\s+(?:" + CLOCK + "))?(?![\\w:])" + ON);
    private static final Pattern CLOCK_FIRST =
            Pattern.compile(INTRO + "(?:" + CLOCK + ")(?:,?\\s+(?:on\\s+)?" + DAY + ")?(?![\\w:])" + ON);
    private static final Pattern NOW = Pattern.compile(
            "\\bfrom\\s+now(?:\\s+on(?:wards?)?)?\\b|\\bfrom\\s+this\\s+moment(?:\\s+on)?\\b|\\bstarting\\s+now\\b"
                    + "|\\bright\\s+(?:now|away)\\b|\\bimmediately\\b|\\bat\\s+once\\b|\\bnow\\b");
    private static final Pattern OPEN = Pattern.compile(
            "\\d|\\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\\b|\\b(?:today|tonight|tomorrow|yesterday|now|from|starting|beginning"
                    + "|until|till|til|through|throughout|during|between|before|after|by|while|when|whenever|if|unless|except|only|once|for\\s+now"
                    + "|week\\w*|hours?|minutes?|days?|nights?|mornings?|afternoons?|evenings?|noon|midnight|dinner|supper|o['’]clock"
                    + "|always|every|each|daily|next|last|later|soon|temporarily|again)\\b");

    private MomentWords() {}

    /**
     * The moment, not before it is said; the quarter hour that begins then or next where it is now.
     *
     * @param words what is said, without the words of what is to hold
     * @param at when it is said
     * @return empty where it is not sure
     */
    static Optional<LocalDateTime> from(String words, LocalDateTime at) {
        String plain = words.toLowerCase(Locale.ROOT);
        for (Pattern pattern : new Pattern[] {DAY_FIRST, CLOCK_FIRST}) {
            Matcher match = pattern.matcher(plain);
            if (match.find()) {
                return OPEN.matcher(without(plain, match)).find() ? Optional.empty() : moment(match, at);
            }
        }
        Matcher now = NOW.matcher(plain);
        String rest = now.find() ? without(plain, now) : plain;
        return OPEN.matcher(rest).find() ? Optional.empty() : Optional.of(quarter(at));
    }

    private static String without(String plain, Matcher match) {
        return plain.substring(0, match.start()) + " " + plain.substring(match.end());
    }

    private static Optional<LocalDateTime> moment(Matcher match, LocalDateTime at) {
        boolean dayFirst = match.pattern() == DAY_FIRST;
        String day = match.group("day");
        boolean late = dayFirst && (match.group("late") != null || match.group("tonight") != null);
        boolean clock = match.group("hour") != null || match.group("noon") != null;
        Optional<LocalTime> time = clock ? time(match, late) : Optional.of(late ? EVENING : LocalTime.MIDNIGHT);
        if (time.isEmpty()) {
            return Optional.empty();
        }
        boolean named = day != null || late;
        LocalDate date = day == null ? at.toLocalDate() : date(day, at.toLocalDate());
        LocalDateTime from = date.atTime(time.get());
        if (!from.isBefore(at)) {
            return Optional.of(from);
        }
        if (!named) {
            return Optional.of(from.plusDays(1));
        }
        // "from today": from now on; an hour of it that has passed is not meant
        return clock ? Optional.empty() : Optional.of(quarter(at));
    }

    /** The time of day, where it is sure whether morning or afternoon is meant. */
    private static Optional<LocalTime> time(Matcher match, boolean late) {
        if (match.group("hour") == null) {
            return Optional.of(LocalTime.NOON);
        }
        int hour = Integer.parseInt(match.group("hour"));
        int minute = match.group("minute") == null ? 0 : Integer.parseInt(match.group("minute"));
        String half = match.group("half");
        boolean twelve = half != null || (late && hour < 12);
        boolean sure = twelve || hour > 12 || (match.group("minute") != null && match.group("hour").length() == 2);
        if (!sure || minute > 59 || hour > (twelve ? 12 : 23) || (twelve && hour == 0) || (late && "a".equals(half))) {
            return Optional.empty();
        }
        boolean afternoon = twelve && !"a".equals(half);
        return Optional.of(LocalTime.of(twelve ? hour % 12 + (afternoon ? 12 : 0) : hour, minute));
    }

    private static LocalDate date(String day, LocalDate today) {
        return switch (day) {
            case "today" -> today;
            case "tomorrow" -> today.plusDays(1);
            default -> today.plusDays(
                    Math.floorMod(DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)).getValue() - today.getDayOfWeek().getValue(), 7));
        };
    }

    /** The quarter hour that begins then or next. */
    static LocalDateTime quarter(LocalDateTime at) {
        int seconds = at.toLocalTime().toSecondOfDay();
        return at.toLocalDate().atStartOfDay().plusSeconds(Math.ceilDiv(seconds, 900) * 900L);
    }
}
