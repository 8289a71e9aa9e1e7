package org.vppworkbench.sample.quality;

import java.time.Duration;
import java.time.Instant;
import org.vppworkbench.model.time.SeriesKind;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.sample.folder.SeriesRole;

/**
 * A series as the checks see it.
 *
 * @param type the quantity
 * @param label name in the report
 * @param first start of the first value
 * @param step time between values
 * @param values one per step [unit of the type]
 * @param kind whether it was read, derived or invented
 * @param note what was done to it
 */
public record InspectedSeries(
        SeriesRole.Type type,
        String label,
        Instant first,
        Duration step,
        TimeSeries values,
        SeriesKind kind,
        String note) {

    Instant start(int index) {
        return first.plus(step.multipliedBy(index));
    }

    /** End of the last value. */
    Instant end() {
        return start(values.length());
    }

    /** Whether there is a value at this time. */
    public boolean covers(Instant time) {
        return !time.isBefore(first) && time.isBefore(end());
    }

    /** The value that holds at a covered time. */
    public double at(Instant time) {
        return values.at((int) Duration.between(first, time).dividedBy(step));
    }

    double hours(int steps) {
        return steps * step.toMinutes() / 60.0;
    }
}
