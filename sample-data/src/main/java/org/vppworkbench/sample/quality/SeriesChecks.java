package org.vppworkbench.sample.quality;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vppworkbench.model.scenario.Findings;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.SeriesKind;
import org.vppworkbench.sample.folder.SeriesRole;

/** Checks of one series by itself. */
final class SeriesChecks {
    /** A series with this share of filled values or more is not to be trusted. */
    private static final double MOST_FILLED = 0.01;

    /** Equal prices for longer are suspicious [h]; real reserve prices rest at their floor, so they are not looked at. */
    private static final double LONGEST_EQUAL_PRICE = 6;

    /** Equal positive loads or yields for longer point to a meter that stands still [h]. */
    private static final double LONGEST_EQUAL_METER = 6;

    /** The clause of a note that tells of filled values. */
    private static final Pattern FILLED = Pattern.compile("[^;]*\\bfilled\\b[^;]*");

    private static final Pattern COUNT = Pattern.compile("(\\d+) of (\\d+)");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(?::\\d\\d)?Z");

    private final InspectedSeries series;
    private final InspectedData data;
    private final List<QualityRow> rows = new ArrayList<>();

    private SeriesChecks(InspectedSeries series, InspectedData data) {
        this.series = series;
        this.data = data;
    }

    static List<QualityRow> of(InspectedSeries series, InspectedData data) {
        SeriesChecks checks = new SeriesChecks(series, data);
        checks.completeness();
        checks.gaps();
        checks.range();
        checks.standstill();
        checks.origin();
        return checks.rows;
    }

    private void completeness() {
        String check = "completeness";
        String has = series.values().length() + " values every " + series.step().toMinutes() + " min";
        Horizon days = data.days();
        if (days == null) {
            rows.add(QualityRow.note(check, series.label(), has + ", no day with energy prices to compare with"));
            return;
        }
        Instant from = later(series.first(), days.start());
        Instant to = earlier(series.end(), days.end());
        double share = to.isAfter(from)
                ? (double) Duration.between(from, to).toMinutes() / Duration.between(days.start(), days.end()).toMinutes()
                : 0;
        String detail = has + ", " + percent(share) + " of " + days.firstDay() + " to " + days.date(days.days() - 1);
        rows.add(share >= 1
                ? QualityRow.good(check, series.label(), detail)
                : QualityRow.warning(check, series.label(), detail));
    }

    /** A series has one value per step by construction; what was missing before stands in its note. */
    private void gaps() {
        Matcher filled = FILLED.matcher(series.note());
        if (!filled.find()) {
            rows.add(QualityRow.good("gaps and duplicates", series.label(), "none"));
            return;
        }
        String words = filled.group().strip();
        Matcher count = COUNT.matcher(words);
        boolean tooMany = count.find()
                && Double.parseDouble(count.group(1)) >= MOST_FILLED * Double.parseDouble(count.group(2));
        List<Instant> times = TIME.matcher(words).results().map(r -> Instant.parse(r.group())).toList();
        QualityRow row = tooMany
                ? QualityRow.warning("gaps and duplicates", series.label(), words)
                : QualityRow.note("gaps and duplicates", series.label(), words);
        rows.add(row.at(times));
    }

    private void range() {
        double low = lowest();
        double high = highest();
        List<Instant> outside = new ArrayList<>();
        for (int i = 0; i < series.values().length(); i++) {
            double value = series.values().at(i);
            if (value < low || value > high) {
                outside.add(series.start(i));
            }
        }
        String allowed = "[" + Findings.number(low) + ", " + Findings.number(high) + "] " + series.type().unit();
        if (outside.isEmpty()) {
            rows.add(QualityRow.good("range", series.label(), "all in " + allowed));
        } else {
            rows.add(QualityRow.warning("range", series.label(), outside.size() + " of " + series.values().length()
                            + " outside " + allowed + ", first " + number(series.at(outside.get(0))) + " at " + outside.get(0))
                    .at(outside));
        }
    }

    private double lowest() {
        return switch (series.type()) {
            case ENERGY, REAL_TIME -> Plausibility.BID_FLOOR;
            case SPIN, NON_SPIN, LOAD_FORECAST -> 0;
            default -> series.type().lowest();
        };
    }

    private double highest() {
        return switch (series.type()) {
            case ENERGY, REAL_TIME, SPIN, NON_SPIN -> Plausibility.HARD_CAP;
            default -> series.type().highest();
        };
    }

    /** The longest run of one and the same value. */
    private void standstill() {
        boolean price = series.type() == SeriesRole.Type.ENERGY || series.type() == SeriesRole.Type.REAL_TIME;
        if (!price && !series.type().named()) {
            return;
        }
        int longest = 0;
        int longestStart = 0;
        int run = 0;
        for (int i = 0; i < series.values().length(); i++) {
            double value = series.values().at(i);
            boolean counts = price || value > 0;
            run = counts && i > 0 && value == series.values().at(i - 1) ? run + 1 : counts ? 1 : 0;
            if (run > longest) {
                longest = run;
                longestStart = i - run + 1;
            }
        }
        double hours = series.hours(longest);
        if (hours > (price ? LONGEST_EQUAL_PRICE : LONGEST_EQUAL_METER)) {
            rows.add(QualityRow.warning("standstill", series.label(), String.format(Locale.ROOT,
                    "the same value %s for %s h from %s", number(series.values().at(longestStart)), number(hours),
                    series.start(longestStart))));
        } else {
            rows.add(QualityRow.good("standstill", series.label(), "no value stays longer than "
                    + number(price ? LONGEST_EQUAL_PRICE : LONGEST_EQUAL_METER) + " h"));
        }
    }

    private void origin() {
        if (series.kind() == SeriesKind.SYNTHETIC) {
            rows.add(QualityRow.note("origin", series.label(), "SYNTHETIC: invented, not measured"));
        } else {
            rows.add(QualityRow.good("origin", series.label(), series.kind().name()));
        }
    }

    /** At most four digits after the point, all of them for very small values. */
    static String number(double value) {
        return Math.abs(value) < 1e-3 ? Findings.number(value) : Findings.number(Math.round(value * 1e4) / 1e4);
    }

    private static String percent(double share) {
        return number(100 * share) + " %";
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
