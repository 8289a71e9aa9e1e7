package org.vppworkbench.sample.imports.market;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.sample.imports.source.ImportLog;
import org.vppworkbench.sample.imports.source.InputRefusedException;
import org.vppworkbench.sample.imports.source.TableHeader;
import org.vppworkbench.sample.imports.source.TableRow;
import org.vppworkbench.sample.imports.source.TimeText;

/**
 * The columns with beginning and end of an interval, in the names of GridStatus.
 *
 * @param start column of the beginning
 * @param end column of the end
 */
record IntervalTime(String start, String end) {
    private static final List<String> STARTS = List.of("interval_start_utc", "interval_start", "interval_start_local");
    private static final List<String> ENDS = List.of("interval_end_utc", "interval_end", "interval_end_local");

    /**
     * An interval.
     *
     * @param start its beginning
     * @param length its length
     */
    record Interval(Instant start, Duration length) {}

    /** The columns, or {@code null} with a finding; these and {@code others} must be there. */
    static @Nullable IntervalTime of(TableHeader header, List<String> others, ImportLog log) throws InputRefusedException {
        IntervalTime time = new IntervalTime(
                header.first(STARTS).orElse(STARTS.get(0)), header.first(ENDS).orElse(ENDS.get(0)));
        List<String> all = new ArrayList<>(List.of(time.start, time.end));
        all.addAll(others);
        return header.require(all, log) ? time : null;
    }

    /** The interval of a row; empty with a finding. Times carry their offset, or stand in a column that says it is UTC. */
    Optional<Interval> read(TableRow row, ImportLog log) throws InputRefusedException {
        Optional<Instant> from = TimeText.instant(row, start, start.endsWith("_utc"), log);
        Optional<Instant> to = TimeText.instant(row, end, end.endsWith("_utc"), log);
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        Duration length = Duration.between(from.get(), to.get());
        if (length.compareTo(Duration.ofMinutes(1)) < 0 || length.compareTo(Duration.ofHours(1)) > 0) {
            log.error(row.where(end), row.text(end), "the interval is not 1 to 60 minutes long",
                    "the end of the interval that starts at " + from.get());
            return Optional.empty();
        }
        return Optional.of(new Interval(from.get(), length));
    }
}
