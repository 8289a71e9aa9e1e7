package org.vppworkbench.app.io.download;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Findings;
import org.vppworkbench.sample.folder.FolderSeries;
import org.vppworkbench.sample.folder.SeriesFolder;
import org.vppworkbench.sample.folder.SeriesRole;

/**
 * Whether the replies hold what was asked for. Services leave out days they no longer have, or not yet, without a word; a
 * series that is short at an end has no gap that an importer could see.
 */
public final class Coverage {
    private Coverage() {}

    /** What is missing. */
    public static List<Finding> problems(SeriesFolder folder, DateSpan asked, Collection<SeriesRole> roles) {
        Findings out = new Findings();
        for (SeriesRole role : roles) {
            Optional<FolderSeries> found = folder.find(role);
            if (found.isEmpty()) {
                out.error(role.text(), null, "the replies do not hold this series", "days and a place that are published");
            } else if (!found.get().first().equals(asked.start()) || !found.get().end().equals(asked.end())) {
                out.error(role.text(), found.get().first() + " to " + found.get().end(),
                        "the replies do not hold all days that were asked for, or more",
                        asked.start() + " to " + asked.end() + "; with --no-cache the service is asked again");
            }
        }
        return out.list();
    }
}
