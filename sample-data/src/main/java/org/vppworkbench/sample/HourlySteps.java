package org.vppworkbench.sample;

import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

/** Steps hourly values to quarter hours: each value holds unchanged in its four intervals, which keeps every mean. */
final class HourlySteps {
    /** What was done, for the provenance of a series. */
    static final String NOTE = "hourly values, each held over its four quarter hours";

    private HourlySteps() {}

    static TimeSeries of(double... hourly) {
        return TimeSeries.generate(hourly.length * Horizon.INTERVALS_PER_HOUR, t -> hourly[Horizon.hourOf(t)]);
    }
}
