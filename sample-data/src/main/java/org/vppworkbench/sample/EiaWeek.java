package org.vppworkbench.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.Provenance;
import org.vppworkbench.model.time.SeriesKind;

/**
 * A week of SP15 prices as the U.S. EIA collected them: hourly day-ahead and true 15-minute real-time LMP. Reserves are
 * not in that collection, so they are not traded.
 */
final class EiaWeek {
    private static final String TIME = "utc_interval_end";
    private static final String PRICE = "sp15_lmp";
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private EiaWeek() {}

    /** Prices of seven local days; missing 15-minute values are filled by {@link LinearGaps} and told. */
    static MarketData data(LocalDate firstDay, SampleFile dayAheadFile, SampleFile realTimeFile) {
        Horizon week = new Horizon(firstDay, 7, Horizon.LOS_ANGELES);
        LinearGaps dayAhead = read(dayAheadFile, week, HOUR);
        LinearGaps realTime = read(realTimeFile, week, QUARTER);
        if (!dayAhead.filled().isEmpty()) {
            throw new IllegalStateException(dayAheadFile.path() + " has holes");
        }
        return new MarketData(
                week,
                new MarketSeries(HourlySteps.of(dayAhead.values().toArray()), null, null, realTime.values()),
                Map.of(),
                List.of(
                        dayAheadFile.provenance("day-ahead LMP SP15 [$/MWh]", SeriesKind.REAL, HourlySteps.NOTE),
                        realTime(realTimeFile, week, realTime)));
    }

    private static Provenance realTime(SampleFile file, Horizon week, LinearGaps series) {
        String note = "15-minute values, taken to be those of the 15-minute market";
        boolean whole = series.filled().isEmpty();
        if (!whole) {
            String holes = series.filled().stream()
                    .map(t -> week.intervalStart(t).toString())
                    .collect(Collectors.joining(", "));
            note += "; filled " + series.filled().size() + " of " + week.intervals() + " (" + holes + ") by "
                    + LinearGaps.METHOD;
        }
        return file.provenance("real-time LMP SP15 [$/MWh]", whole ? SeriesKind.REAL : SeriesKind.DERIVED, note);
    }

    private static LinearGaps read(SampleFile file, Horizon week, Duration step) {
        double[] values = new double[(int) Duration.between(week.start(), week.end()).dividedBy(step)];
        Arrays.fill(values, Double.NaN);
        for (CSVRecord row : SampleTable.of(file).rows()) {
            Instant start = LocalDateTime.parse(row.get(TIME), UTC).toInstant(ZoneOffset.UTC).minus(step);
            values[(int) Duration.between(week.start(), start).dividedBy(step)] = Double.parseDouble(row.get(PRICE));
        }
        return LinearGaps.fill(values);
    }
}
