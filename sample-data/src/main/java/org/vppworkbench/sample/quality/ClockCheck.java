package org.vppworkbench.sample.quality;

import java.util.ArrayList;
import java.util.List;
import org.vppworkbench.model.time.Horizon;

/** Days of 23 or 25 hours, on which wrong readings of local time show. */
final class ClockCheck {
    private static final int COMMON_INTERVALS = 96;

    private ClockCheck() {}

    static List<QualityRow> of(InspectedData data) {
        Horizon days = data.days();
        if (days == null) {
            return List.of();
        }
        List<QualityRow> rows = new ArrayList<>();
        for (int day = 0; day < days.days(); day++) {
            int intervals = days.dayStart(day + 1) - days.dayStart(day);
            if (intervals != COMMON_INTERVALS) {
                rows.add(QualityRow.note("clock change", "all", days.date(day) + " has "
                        + intervals / Horizon.INTERVALS_PER_HOUR + " hours; every series that covers it has "
                        + intervals + " quarter hours"));
            }
        }
        return rows.isEmpty() ? List.of(QualityRow.good("clock change", "all", "none among the days")) : rows;
    }
}
