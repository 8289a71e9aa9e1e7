package org.vppworkbench.sample.imports;

import java.util.List;
import java.util.Map;
import org.vppworkbench.sample.folder.SeriesFolder;
import org.vppworkbench.sample.folder.SeriesRole;

/**
 * What an import would bring, at a glance.
 *
 * @param series one entry per series
 */
public record Preview(List<PreviewSeries> series) {
    public Preview {
        series = List.copyOf(series);
    }

    /** Looks at a folder in which nothing was filled. */
    public static Preview of(SeriesFolder folder) {
        return of(folder, Map.of());
    }

    /**
     * Looks at a folder.
     *
     * @param filled per role the number of values that were missing and were filled; absent means none
     */
    public static Preview of(SeriesFolder folder, Map<SeriesRole, Integer> filled) {
        return new Preview(folder.series().stream()
                .map(series -> PreviewSeries.of(series, filled.getOrDefault(series.role(), 0)))
                .toList());
    }
}
