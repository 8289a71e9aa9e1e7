package org.vppworkbench.sample.folder;

import java.util.Map;

/**
 * A folder of series that was read.
 *
 * @param series its content
 * @param sha256 SHA-256 of {@code data.json} and of every file it lists, lower-case hex, by name
 */
public record OpenedFolder(SeriesFolder series, Map<String, String> sha256) {
    public OpenedFolder {
        sha256 = Map.copyOf(sha256);
    }
}
