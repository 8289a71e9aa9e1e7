package org.vppworkbench.model.inputs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Another limit from a moment on, until the next change.
 *
 * @param interval the interval from which it holds; of a daily limit the first of a local day
 * @param kwh the limit from then on [kWh]
 */
public record LimitChange(int interval, double kwh) {
    /** The limit that holds in interval {@code t}: the last change up to then, else the first limit. */
    static @Nullable Double at(@Nullable Double first, List<LimitChange> changes, int t) {
        Double kwh = first;
        for (LimitChange change : changes) {
            if (change.interval() <= t) {
                kwh = change.kwh();
            }
        }
        return kwh;
    }
}
