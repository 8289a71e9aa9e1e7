package org.vppworkbench.app.ui.session;

import java.nio.file.Path;
import org.vppworkbench.app.io.RunManifest;

/**
 * Where a run shown from its bundle comes from.
 *
 * @param folder of the bundle
 * @param manifest as it was read
 */
public record OpenedBundle(Path folder, RunManifest manifest) {
    /** Name of the folder. */
    public String name() {
        Path last = folder.getFileName();
        return last == null ? folder.toString() : last.toString();
    }
}
