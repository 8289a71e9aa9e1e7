package org.vppworkbench.sample.quality;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.SeriesKind;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.sample.folder.SeriesRole;

/** The plausibility tests of {@code domain.md} §4 on the days of the energy prices. */
final class Plausibility {
    /** CAISO's bid floor and hard cap ({@code domain.md} §1.3) [$/MWh]. */
    static final double BID_FLOOR = -150;

    static final double HARD_CAP = 2000;

    private static final int EVENING_FROM = 17;
    private static final int EVENING_TO = 21;
    private static final int MIDDAY_FROM = 9;
    private static final int MIDDAY_TO = 15;

    /** A ratio of two prices that varies by less is a constant, but for rounding (assumption). */
    private static final double LEAST_VARIATION = 0.01;

    private static final LocalDate HEAT_PEAK = LocalDate.of(2023, 8, 16);
    private static final String NAME = "plausibility";

    private final InspectedData data;
    private final Horizon days;
    private final MarketSeries prices;
    private final List<QualityRow> rows = new ArrayList<>();

    private Plausibility(InspectedData data, Horizon days, MarketSeries prices) {
        this.data = data;
        this.days = days;
        this.prices = prices;
    }

    static List<QualityRow> of(InspectedData data) {
        Horizon days = data.days();
        MarketSeries prices = data.prices();
        TimeSeries energy = prices == null ? null : prices.energy();
        if (days == null || prices == null || energy == null) {
            return List.of(QualityRow.note(NAME, "energy", "not tested: no whole day of energy prices"));
        }
        Plausibility tests = new Plausibility(data, days, prices);
        tests.evenings(energy);
        tests.reserves();
        tests.fabricated("spin", prices.spin(), energy);
        tests.fabricated("nonSpin", prices.nonSpin(), energy);
        tests.fabricated("realTime", prices.realTime(), energy);
        tests.repeatedDays("energy", energy);
        tests.repeatedDays("realTime", prices.realTime());
        tests.heatWave(energy);
        tests.statistics();
        return tests.rows;
    }

    /** Solar power makes the evening dearer than midday, every day. */
    private void evenings(TimeSeries energy) {
        List<LocalDate> odd = new ArrayList<>();
        for (int day = 0; day < days.days(); day++) {
            if (!(mean(energy, day, EVENING_FROM, EVENING_TO) > mean(energy, day, MIDDAY_FROM, MIDDAY_TO))) {
                odd.add(days.date(day));
            }
        }
        rows.add(odd.isEmpty()
                ? QualityRow.good(NAME, "energy", "the evening (17-21 h) is dearer than midday (9-15 h) on every day")
                : QualityRow.warning(NAME, "energy", "the evening (17-21 h) is not dearer than midday (9-15 h) on "
                        + odd.size() + " of " + days.days() + " days: " + some(odd)));
    }

    private double mean(TimeSeries series, int day, int fromHour, int toHour) {
        double total = 0;
        int count = 0;
        for (int t = days.dayStart(day); t < days.dayStart(day + 1); t++) {
            int hour = days.localStart(t).getHour();
            if (hour >= fromHour && hour < toHour) {
                total += series.at(t);
                count++;
            }
        }
        return total / count;
    }

    private void reserves() {
        TimeSeries spin = prices.spin();
        TimeSeries nonSpin = prices.nonSpin();
        if (spin == null || nonSpin == null) {
            rows.add(QualityRow.note(NAME, "spin, nonSpin", "no price for both: what has none is not traded"));
            return;
        }
        List<Instant> wrong = new ArrayList<>();
        for (int t = 0; t < spin.length(); t++) {
            if (spin.at(t) < nonSpin.at(t)) {
                wrong.add(days.intervalStart(t));
            }
        }
        rows.add(wrong.isEmpty()
                ? QualityRow.good(NAME, "spin, nonSpin", "spin is never below non-spin")
                : QualityRow.warning(NAME, "spin, nonSpin", "spin is below non-spin in " + wrong.size() + " quarter hours")
                        .at(wrong));
    }

    /** A price in constant proportion to the energy price was computed from it. */
    private void fabricated(String name, @Nullable TimeSeries series, TimeSeries energy) {
        if (series == null) {
            return;
        }
        double[] ratios = java.util.stream.IntStream.range(0, series.length())
                .filter(t -> Math.abs(energy.at(t)) >= 1)
                .mapToDouble(t -> series.at(t) / energy.at(t))
                .toArray();
        if (ratios.length < 2) {
            return;
        }
        double variation = Statistics.sd(ratios) / Math.abs(Statistics.mean(ratios));
        String detail = String.format(Locale.ROOT, "ratio to the energy price: mean %.3f, sd %.3f",
                Statistics.mean(ratios), Statistics.sd(ratios));
        rows.add(variation > LEAST_VARIATION
                ? QualityRow.good(NAME, name, detail)
                : QualityRow.warning(NAME, name, detail + ": a constant share, so it was computed, not observed"));
    }

    private void repeatedDays(String name, @Nullable TimeSeries series) {
        if (series == null) {
            return;
        }
        Map<TimeSeries, LocalDate> seen = new HashMap<>();
        List<LocalDate> repeated = new ArrayList<>();
        for (int day = 0; day < days.days(); day++) {
            TimeSeries values = series.slice(days.dayStart(day), days.dayStart(day + 1));
            if (seen.putIfAbsent(values, days.date(day)) != null) {
                repeated.add(days.date(day));
            }
        }
        rows.add(repeated.isEmpty()
                ? QualityRow.good(NAME, name, "no two days are equal")
                : QualityRow.warning(NAME, name, (repeated.size() == 1 ? "1 day repeats" : repeated.size() + " days repeat") + " an earlier one: " + some(repeated)));
    }

    /** 16 August 2023 had the highest price of its week at SP15, the 15th the next. */
    private void heatWave(TimeSeries energy) {
        int peak = (int) (HEAT_PEAK.toEpochDay() - days.firstDay().toEpochDay());
        boolean real = data.series().stream()
                .anyMatch(s -> s.type() == SeriesRole.Type.ENERGY && s.kind() == SeriesKind.REAL);
        boolean same = days.zone().equals(Horizon.LOS_ANGELES);
        if (!real || !same || peak < 1 || peak + 5 >= days.days()) {
            return;
        }
        double others = 0;
        for (int day = peak + 1; day <= peak + 5; day++) {
            others = Math.max(others, energy.slice(days.dayStart(day), days.dayStart(day + 1)).max());
        }
        double highest = energy.slice(days.dayStart(peak), days.dayStart(peak + 1)).max();
        double second = energy.slice(days.dayStart(peak - 1), days.dayStart(peak)).max();
        String detail = "highest price on 16 August " + SeriesChecks.number(highest) + ", on the 15th "
                + SeriesChecks.number(second) + ", on the five days after " + SeriesChecks.number(others);
        rows.add(highest > second && second > others
                ? QualityRow.good(NAME, "energy", detail)
                : QualityRow.warning(NAME, "energy", detail + ": not the heat wave of that week at SP15"));
    }

    private void statistics() {
        MarketStatistics found = MarketStatistics.of(prices);
        if (found == null) {
            rows.add(QualityRow.note("statistics", "realTime", "no real-time price: an undelivered kWh is bought back at the"
                    + " day-ahead price"));
            return;
        }
        rows.add(QualityRow.good("statistics", "energy, realTime", String.format(Locale.ROOT,
                "real time less day-ahead: mean %.2f, sd %.1f $/MWh, correlation %.2f",
                found.meanDifference(), found.sdDifference(), found.correlation())));
        if (found.intraHourSd() < 1e-9) {
            rows.add(QualityRow.note("statistics", "realTime", "hourly values: no change within the hour"));
        } else {
            rows.add(QualityRow.good("statistics", "realTime", String.format(Locale.ROOT,
                    "within the hour: sd %.1f %%, median range %.2f of the mean; lag-1 autocorrelation of the log price %.2f",
                    100 * found.intraHourSd(), found.hourRange(), found.lagOne())));
        }
    }

    private static String some(List<LocalDate> dates) {
        String text = dates.stream().limit(5).map(LocalDate::toString).collect(Collectors.joining(", "));
        return dates.size() > 5 ? text + ", …" : text;
    }
}
