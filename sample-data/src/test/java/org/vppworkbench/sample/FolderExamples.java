package org.vppworkbench.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.SeriesKind;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.sample.folder.FolderSeries;
import org.vppworkbench.sample.folder.SeriesFolder;
import org.vppworkbench.sample.folder.SeriesRole;

/** Small folders of series for tests. */
public final class FolderExamples {
    public static final Duration HOUR = Duration.ofHours(1);
    public static final Duration QUARTER = Duration.ofMinutes(15);

    private FolderExamples() {}

    /** A series whose value is a function of the local time. */
    public static FolderSeries series(
            String role, Instant first, Duration step, int length, ToDoubleFunction<ZonedDateTime> value) {
        TimeSeries values = TimeSeries.generate(
                length, i -> value.applyAsDouble(first.plus(step.multipliedBy(i)).atZone(Horizon.LOS_ANGELES)));
        return series(role, first, step, values, "");
    }

    public static FolderSeries series(String role, Instant first, Duration step, TimeSeries values, String note) {
        return new FolderSeries(
                SeriesRole.parse(role).orElseThrow(), step, first, values, SeriesKind.REAL, "source of " + role, "licence",
                "origin.csv", "ab".repeat(32), note);
    }

    public static SeriesFolder folder(FolderSeries... series) {
        return new SeriesFolder("my-week", "My week", Horizon.LOS_ANGELES, List.of(series));
    }

    /** Dear evenings, cheap middays, no two days alike. */
    public static double price(ZonedDateTime time) {
        int hour = time.getHour();
        double shape = hour >= 17 && hour < 21 ? 90 : hour >= 9 && hour < 15 ? 30 : 50;
        return shape + hour / 10.0 + time.getDayOfYear() / 100.0;
    }
}
