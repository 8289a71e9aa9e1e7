package org.vppworkbench.sample.folder;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Series of any span, in a folder or on the way there.
 *
 * @param id short name: letters, digits, '.', '_' and '-'
 * @param title for people
 * @param zone time zone of the local days
 * @param series at most one per role
 */
public record SeriesFolder(String id, String title, ZoneId zone, List<FolderSeries> series) {
    public SeriesFolder {
        series = List.copyOf(series);
        Set<SeriesRole> seen = new HashSet<>();
        for (FolderSeries one : series) {
            if (!seen.add(one.role())) {
                throw new IllegalArgumentException(
                        "two series for the role " + one.role() + ". Each role stands in a folder once.");
            }
        }
    }

    /** The series of a role. */
    public Optional<FolderSeries> find(SeriesRole role) {
        return series.stream().filter(one -> one.role().equals(role)).findFirst();
    }

    /** The series of a role without a name. */
    public Optional<FolderSeries> find(SeriesRole.Type type) {
        return find(SeriesRole.of(type));
    }

    /** The same series under another name. */
    public SeriesFolder named(String newId, String newTitle) {
        return new SeriesFolder(newId, newTitle, zone, series);
    }
}
