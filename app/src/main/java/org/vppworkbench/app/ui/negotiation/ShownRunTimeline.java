package org.vppworkbench.app.ui.negotiation;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import javafx.beans.Observable;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.event.HourSummary;
import org.vppworkbench.model.time.Horizon;

/** The timeline of the run that is shown. */
record ShownRunTimeline(TransportViewModel transport, IntPredicate different) implements TimelineSource {
    ShownRunTimeline(TransportViewModel transport) {
        this(transport, hour -> false);
    }

    @Override
    public @Nullable Horizon horizon() {
        return transport.horizon();
    }

    @Override
    public Optional<HourSummary> hour(int hour) {
        return transport.hour(hour);
    }

    @Override
    public int shownHour() {
        return transport.shownHour();
    }

    @Override
    public int dispatched() {
        return transport.stateProperty().get().dispatched();
    }

    @Override
    public String title(int hour) {
        HourWords words = transport.words();
        return words == null ? "" : words.title(hour, transport.tradedAt(hour));
    }

    @Override
    public List<String> lines(int hour) {
        HourWords words = transport.words();
        return words == null ? List.of() : words.lines(hour);
    }

    @Override
    public boolean differs(int hour) {
        return different.test(hour);
    }

    @Override
    public void jumpToHour(int hour) {
        transport.playingProperty().set(false);
        transport.jumpToHour(hour);
    }

    @Override
    public List<Observable> causes() {
        return List.of(transport.knownProperty(), transport.stateProperty(), transport.runProperty());
    }
}
