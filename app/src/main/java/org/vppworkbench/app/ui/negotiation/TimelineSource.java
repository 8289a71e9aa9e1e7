package org.vppworkbench.app.ui.negotiation;

import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.event.HourSummary;
import org.vppworkbench.model.time.Horizon;

/** What a timeline draws. */
interface TimelineSource {
    /** Days and hours, or {@code null} without a run. */
    @Nullable Horizon horizon();

    /** What became of an hour, where it is known. */
    Optional<HourSummary> hour(int hour);

    /** Hour shown, or -1. */
    int shownHour();

    /** Intervals delivered so far. */
    int dispatched();

    /** Heading of what is known of an hour. */
    String title(int hour);

    /** What is known of an hour, a line a fact. */
    List<String> lines(int hour);

    /** Whether an hour differs from the run it is compared with. */
    boolean differs(int hour);

    /** Shows an hour. */
    void jumpToHour(int hour);

    /** What makes another picture necessary. */
    List<Observable> causes();
}
