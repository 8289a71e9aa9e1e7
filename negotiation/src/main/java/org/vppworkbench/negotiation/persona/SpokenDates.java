package org.vppworkbench.negotiation.persona;

import java.text.DateFormatSymbols;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Dates, months and days of the week in free words, in the languages descriptions are read in. A fraction such as 1/2
 * looks like a date and goes too, and so does 24/7: what an owner wants stands typed beside the words. Feasts and "tomorrow" are not found.
 */
final class SpokenDates {
    private static final List<Locale> LANGUAGES =
            Stream.of("en", "es", "de", "fr", "pt", "it", "nl").map(Locale::of).toList();

    /** Names of three letters are words of their own in some language, such as may; beside a number they are months. */
    private static final int SHORTEST_ALONE = 4;

    private static final String DAY = "(?:0?[1-9]|[12]\\d|3[01])";
    private static final String MONTH = "(?:0?[1-9]|1[0-2])";
    private static final String MONTHS = names(true, SHORTEST_ALONE);
    private static final String WITH_NUMBER =
            "(?:" + names(true, 0) + "|(?:jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec)\\b)";
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    private static final Pattern DATE = Pattern.compile(
            String.join("|",
                    "\\b(?:19|20)\\d\\d[-/.]\\d{1,2}[-/.]\\d{1,2}",
                    "\\b(?:19|20)\\d\\d(?:[-/.]\\d{1,2})?\\b",
                    "\\b\\d{1,2}[./]\\d{1,2}[./](?:\\d{4}|\\d{2})\\b",
                    "(?<![\\d/.,])" + MONTH + "/" + DAY + "(?![\\d/]|[.,]\\d)",
                    "(?<![\\d/.,])" + DAY + "/" + MONTH + "(?![\\d/]|[.,]\\d)",
                    "(?<![\\d/.,])" + DAY + "\\." + MONTH + "\\.(?!\\d)",
                    "\\b" + DAY + "(?:st|nd|rd|th|\\.|\u00ba)? ?(?:of |de |di )?" + WITH_NUMBER + "\\b",
                    "\\b" + WITH_NUMBER + "\\.? " + DAY + "(?:st|nd|rd|th)?\\b",
                    "\\b(?:" + MONTHS + ")\\b",
                    "\\d{1,2}\\s?\u6708(?:\\s?\\d{1,2}\\s?[\u65e5\u53f7])?"),
            FLAGS);

    private static final Pattern WEEKDAY = Pattern.compile(
            String.join("|",
                    "\\b(?:" + names(false, SHORTEST_ALONE) + ")s?\\b",
                    "\\b(?:mon|tue|tues|wed|thu|thur|thurs|fri|segunda|ter\u00e7a|quarta|quinta|sexta)\\b(?!-feira)",
                    "(?:\u661f\u671f|\u5468|\u793c\u62dc)[\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u65e5\u5929]"),
            FLAGS);

    private SpokenDates() {}

    /** A text without them; what stood there is said. */
    static String struck(String words) {
        return WEEKDAY.matcher(DATE.matcher(words).replaceAll("(a date)")).replaceAll("(a day of the week)");
    }

    private static String names(boolean months, int shortest) {
        return LANGUAGES.stream()
                .flatMap(language -> {
                    DateFormatSymbols symbols = DateFormatSymbols.getInstance(language);
                    return Arrays.stream(months ? symbols.getMonths() : symbols.getWeekdays())
                            .map(name -> name.toLowerCase(language));
                })
                .filter(name -> name.length() >= Math.max(shortest, 1))
                .distinct()
                // the longest first, so that none hides behind its own beginning
                .sorted(Comparator.reverseOrder())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
    }
}
