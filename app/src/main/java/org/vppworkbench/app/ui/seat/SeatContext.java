package org.vppworkbench.app.ui.seat;

import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.time.Horizon;

/** What the pane of a seat needs besides the seat to draw a figure. */
public interface SeatContext {
    /** Days of the run, or {@code null} without one. */
    @Nullable Horizon horizon();

    /** The line under a figure that says what kind of numbers it shows. */
    String note();
}
