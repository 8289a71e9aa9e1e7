package org.vppworkbench.app.cli;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.vppworkbench.optimizer.Mode;

/** What {@code vpp baseline --mode} can solve. */
enum BaselineMode {
    HOME,
    AWARE,
    BLIND,
    /** AWARE on what was known, valued on what happened. */
    FORECAST;

    /** The optima with perfect foresight among these; all three where none is asked for at all. */
    static Set<Mode> foresighted(Collection<BaselineMode> asked) {
        Set<Mode> modes = EnumSet.noneOf(Mode.class);
        for (Mode mode : Mode.values()) {
            if (asked.isEmpty() || asked.contains(valueOf(mode.name()))) {
                modes.add(mode);
            }
        }
        return modes;
    }
}
