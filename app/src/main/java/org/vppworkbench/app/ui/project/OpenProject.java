package org.vppworkbench.app.ui.project;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.io.HeldLock;

/**
 * The project that is open.
 *
 * @param folder absolute
 * @param name as the title bar shows it
 * @param readOnly why it cannot be saved in place, in words; empty where it can
 * @param lock what keeps other windows from saving; {@code null} where it is read-only
 */
public record OpenProject(Path folder, String name, String readOnly, @Nullable HeldLock lock) {
    public boolean isReadOnly() {
        return !readOnly.isEmpty();
    }
}
