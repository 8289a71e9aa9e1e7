package org.vppworkbench.sample.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.sample.folder.SeriesFolder;
import org.vppworkbench.sample.folder.SeriesRole;

/**
 * Looks at data before they are used: completeness, filled gaps, values out of range or stuck, PV above the clear sky,
 * days of a clock change, and the plausibility tests of {@code domain.md} §4. Nothing is changed and nothing refused.
 */
public final class DataQuality {
    private DataQuality() {}

    /** Assesses a folder. */
    public static QualityReport assess(SeriesFolder folder) {
        return assess(folder, List.of());
    }

    /**
     * Assesses a folder with what its importer found.
     *
     * @param recorded findings of the import, such as price components that do not add up
     */
    public static QualityReport assess(SeriesFolder folder, List<Finding> recorded) {
        return assess(InspectedData.of(folder), recorded);
    }

    /** Assesses a data set. */
    public static QualityReport assess(DataSet data) {
        return assess(InspectedData.of(data), List.of());
    }

    private static QualityReport assess(InspectedData data, List<Finding> recorded) {
        List<QualityRow> rows = new ArrayList<>();
        for (Finding finding : recorded) {
            String detail = finding.where() + ": " + finding.message();
            rows.add(finding.severity() == Finding.Severity.INFO
                    ? QualityRow.note("import", "all", detail)
                    : QualityRow.warning("import", "all", detail));
        }
        List<QualityRow> single = new ArrayList<>();
        ClearSkyCheck clearSky = new ClearSkyCheck(data);
        for (InspectedSeries series : data.series()) {
            single.addAll(SeriesChecks.of(series, data));
            single.addAll(clearSky.of(series));
        }
        List<QualityRow> table = merged(data, single);
        // by check: what is odd among the series shows
        List<String> checks = table.stream().map(QualityRow::check).distinct().toList();
        checks.forEach(check -> table.stream().filter(row -> row.check().equals(check)).forEach(rows::add));
        rows.addAll(ClockCheck.of(data));
        rows.addAll(Plausibility.of(data));
        return new QualityReport(data, rows);
    }

    /** Rows of many profiles that say the same about the whole series become one. */
    private static List<QualityRow> merged(InspectedData data, List<QualityRow> rows) {
        Map<String, String> groups = new TreeMap<>();
        for (InspectedSeries series : data.series()) {
            if (series.type().named()) {
                groups.put(series.label(), series.type() == SeriesRole.Type.LOAD ? "loads" : "roofs");
            }
        }
        Map<String, List<QualityRow>> same = rows.stream()
                .filter(row -> groups.containsKey(row.series()) && row.where().isEmpty())
                .collect(Collectors.groupingBy(row -> key(row, groups)));
        List<QualityRow> result = new ArrayList<>();
        for (QualityRow row : rows) {
            List<QualityRow> group = same.get(key(row, groups));
            if (group == null || group.size() == 1 || !row.where().isEmpty()) {
                result.add(row);
            } else if (group.get(0).equals(row)) {
                result.add(new QualityRow(
                        row.check(), group.size() + " " + groups.get(row.series()), row.result(), row.detail(), List.of()));
            }
        }
        return result;
    }

    private static String key(QualityRow row, Map<String, String> groups) {
        return row.check() + "|" + groups.get(row.series()) + "|" + row.detail();
    }
}
