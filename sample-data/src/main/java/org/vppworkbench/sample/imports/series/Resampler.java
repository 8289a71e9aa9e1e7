package org.vppworkbench.sample.imports.series;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.sample.imports.source.ImportLog;
import org.vppworkbench.sample.imports.source.InputRefusedException;

/** Brings a series to 15 minutes where its step is neither that nor an hour. */
final class Resampler {
    private static final int QUARTER = 900;
    private static final int HOUR = 3600;

    private Resampler() {}

    /** Whether a step can be brought to 15 minutes or an hour. */
    static boolean allows(long seconds) {
        return seconds == HOUR || seconds == 1800 || (seconds >= 60 && QUARTER % seconds == 0);
    }

    /** The series in 15 minutes or an hour, or {@code null} with a finding. */
    static @Nullable DenseSeries resample(DenseSeries series, String name, ImportLog log) throws InputRefusedException {
        if (!allows(series.step())) {
            log.error(name, series.step() / 60.0 + " minutes", "the step cannot be used",
                    "15, 30 or 60 minutes, or a divisor of 15 minutes, at least one");
            return null;
        }
        if (series.step() < QUARTER) {
            return averaged(series, name, log);
        }
        if (series.first() % QUARTER != 0) {
            log.error(name, Instant.ofEpochSecond(series.first()), "the intervals do not start with a quarter hour",
                    "minutes 00, 15, 30, 45");
            return null;
        }
        return series.step() == 2 * QUARTER ? held(series) : series;
    }

    private static DenseSeries held(DenseSeries series) {
        TimeSeries values = TimeSeries.generate(2 * series.values().length(), i -> series.values().at(i / 2));
        return series.with(series.first(), QUARTER, values, "half-hourly values, each held over its two quarter hours");
    }

    private static @Nullable DenseSeries averaged(DenseSeries series, String name, ImportLog log)
            throws InputRefusedException {
        int parts = (int) (QUARTER / series.step());
        long late = Math.floorMod(-series.first(), (long) QUARTER);
        if (late % series.step() != 0) {
            log.error(name, Instant.ofEpochSecond(series.first()), "the intervals do not divide quarter hours",
                    "a multiple of " + series.step() / 60 + " minutes after the full hour");
            return null;
        }
        int from = (int) (late / series.step());
        int quarters = Math.max(0, series.values().length() - from) / parts;
        int left = series.values().length() - quarters * parts;
        if (quarters == 0) {
            log.error(name, series.values().length(), "there is no complete quarter hour", "at least " + parts + " values");
            return null;
        }
        if (left > 0) {
            log.warning(name, left, "values of quarter hours that are not complete are left out", null);
        }
        TimeSeries values = TimeSeries.generate(
                quarters, i -> series.values().mean(from + i * parts, from + (i + 1) * parts));
        return series.with(series.first() + late, QUARTER, values,
                "means of " + parts + " values of " + series.step() / 60 + " minutes each");
    }
}
