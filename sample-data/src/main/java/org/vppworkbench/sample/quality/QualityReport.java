package org.vppworkbench.sample.quality;

import java.util.List;
import org.vppworkbench.model.scenario.Finding;

/**
 * What was found about some data.
 *
 * @param data what was inspected
 * @param rows one per check and series
 */
public record QualityReport(InspectedData data, List<QualityRow> rows) {
    public QualityReport {
        rows = List.copyOf(rows);
    }

    /** The notes and warnings; what is good is not told. */
    public List<Finding> findings() {
        return rows.stream()
                .filter(row -> row.result() != QualityResult.GOOD)
                .map(this::finding)
                .toList();
    }

    /** Number of rows with a result. */
    public long count(QualityResult result) {
        return rows.stream().filter(row -> row.result() == result).count();
    }

    private Finding finding(QualityRow row) {
        String where = data.id() + ", " + row.series();
        String message = row.check() + ": " + row.detail();
        return row.result() == QualityResult.WARNING
                ? Finding.warning(where, null, message, null)
                : Finding.info(where, message);
    }
}
