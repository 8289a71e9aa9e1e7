package org.vppworkbench.model.scenario;

import java.time.LocalDateTime;
import org.vppworkbench.model.time.Horizon;

/**
 * What an owner tells the agent of the home during the run. Nobody in the run knows of it before; the central optimum, which
 * knows everything, does.
 *
 * @param at local time at which it is said
 * @param text the owner's own words; for the reader, no number is taken from here
 * @param change what it means, typed
 */
public record OwnerMessage(LocalDateTime at, String text, OwnerChange change) {
    public String words() {
        return change.words() + (text.isBlank() ? "" : " (“" + text.strip() + "”)");
    }

    /** The first interval that begins when it is said, or after. */
    public int interval(Horizon horizon) {
        return OwnerChanges.interval(at.plusSeconds(899), horizon);
    }
}
