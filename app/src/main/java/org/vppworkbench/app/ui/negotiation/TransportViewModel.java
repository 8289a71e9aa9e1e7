package org.vppworkbench.app.ui.negotiation;

import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.figure.RunFigures;
import org.vppworkbench.app.task.Pulse;
import org.vppworkbench.app.ui.session.LiveRun;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.model.event.EventLog;
import org.vppworkbench.model.event.HourSummary;
import org.vppworkbench.model.event.RunState;
import org.vppworkbench.model.event.StepKind;
import org.vppworkbench.model.simulation.TradingCalendar;
import org.vppworkbench.model.time.Horizon;

/** Moves through a run: the shown state is the fold of the first {@link #positionProperty()} events. */
public final class TransportViewModel {
    private final Workbench workbench;
    /** Turns per second when the window opens. */
    static final double FIRST_SPEED = 4;

    /** Events read from a growing log in one frame: some milliseconds of work, so that no frame stutters. */
    static final int EVENTS_PER_FRAME = 8192;

    /** Speed above which nobody reads every turn [turns/s]. */
    private static final double FAST = 20;

    /** What is costly to draw follows at most this often while playing [ns]. */
    private static final long DETAIL_NANOS = 250_000_000;

    private final ReadOnlyObjectWrapper<@Nullable LiveRun> run = new ReadOnlyObjectWrapper<>(this, "run");
    private final ReadOnlyIntegerWrapper position = new ReadOnlyIntegerWrapper(this, "position", 0);
    private final ReadOnlyIntegerWrapper known = new ReadOnlyIntegerWrapper(this, "known", 0);
    private final ReadOnlyObjectWrapper<RunState> state =
            new ReadOnlyObjectWrapper<>(this, "state", RunState.EMPTY);
    private final BooleanProperty playing = new SimpleBooleanProperty(this, "playing");
    private final DoubleProperty speed = new SimpleDoubleProperty(this, "speed", FIRST_SPEED);
    /** Where runs of the session were left, to come back to. */
    private final Map<EventLog, Integer> left = new WeakHashMap<>();
    private int openAtHour = -1;
    private int openAtPosition = -1;
    private final Streaming streaming = new Streaming();
    private final ReadOnlyObjectWrapper<RunState> detail = new ReadOnlyObjectWrapper<>(this, "detail", RunState.EMPTY);
    private @Nullable HourBook book;
    private long detailNanos;

    /**
     * Follows the run of the workbench.
     *
     * @param openAt local day and hour a run opens at as soon as its trading is known; where the day is not part of the
     *     run, the same hour of its first day
     */
    public TransportViewModel(Workbench workbench, Pulse pulse, LocalDateTime openAt) {
        this.workbench = workbench;
        workbench.runProperty().addListener((o, was, is) -> {
            if (was != null) {
                left.put(was.log(), position.get());
            }
            open(is, openAt);
        });
        open(workbench.runProperty().get(), openAt);
        playing.addListener((o, was, is) -> {
            streaming.reset();
            detail.set(state.get());
        });
        pulse.add(this::frame);
    }

    Workbench workbench() {
        return workbench;
    }

    public ReadOnlyObjectProperty<@Nullable LiveRun> runProperty() {
        return run.getReadOnlyProperty();
    }

    /** Number of events folded into the shown state. */
    public ReadOnlyIntegerProperty positionProperty() {
        return position.getReadOnlyProperty();
    }

    /** Number of events known so far. */
    public ReadOnlyIntegerProperty knownProperty() {
        return known.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<RunState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The state shown, for what is costly to draw: while playing it follows a few times a second, else at once. */
    public ReadOnlyObjectProperty<RunState> detailProperty() {
        return detail.getReadOnlyProperty();
    }

    public BooleanProperty playingProperty() {
        return playing;
    }

    /** Whether it plays faster than one can read. */
    boolean isFast() {
        return playing.get() && speed.get() > FAST;
    }

    /** Plays from the start, as fast as the window can show it. */
    public void playFromStartAtFullSpeed() {
        moveTo(0);
        speed.set(Streaming.FULL);
        playing.set(true);
    }

    /** Turns per second while playing, from 1; from {@link Streaming#FULL} on as fast as the window can. */
    public DoubleProperty speedProperty() {
        return speed;
    }

    public void next(StepKind kind) {
        LiveRun live = run.get();
        if (live != null) {
            moveTo(live.stops().next(kind, position.get()));
        }
    }

    public void previous(StepKind kind) {
        LiveRun live = run.get();
        if (live != null) {
            playing.set(false);
            moveTo(live.stops().previous(kind, position.get()));
        }
    }

    /** Jumps to the end of the trading of an hour; does nothing while it is not known. */
    public void jumpToHour(int hour) {
        LiveRun live = run.get();
        if (live != null) {
            openAtHour = -1;
            live.stops().endOfTrading(hour).ifPresent(this::moveTo);
        }
    }

    /** Jumps to an event. */
    public void moveTo(int newPosition) {
        LiveRun live = run.get();
        if (live == null) {
            return;
        }
        openAtHour = -1;
        openAtPosition = -1;
        int clamped = Math.clamp(newPosition, 0, live.stops().end());
        position.set(clamped);
        RunState now = live.history().stateAt(clamped);
        state.set(now);
        if (!playing.get()) {
            detail.set(now);
        }
        workbench.showDay(shownDay());
    }

    /** What became of an hour, where it is known. */
    public Optional<HourSummary> hour(int hour) {
        LiveRun live = run.get();
        return live == null ? Optional.empty() : live.stops().hour(hour);
    }

    /** What the events say of hours and days, or {@code null} without a run. */
    @Nullable HourWords words() {
        LiveRun live = run.get();
        HourBook pages = book;
        return live == null || pages == null
                ? null
                : new HourWords(live.scenario().inputs(), live.scenario().scenario().minStakeUsd(), pages,
                        hour -> live.stops().hour(hour).orElse(null));
    }

    /** Days and hours of the run, or {@code null} without one. */
    public @Nullable Horizon horizon() {
        LiveRun live = run.get();
        return live == null ? null : live.scenario().inputs().horizon();
    }

    /** Local time at which an hour is traded, or {@code null} without a run. */
    public @Nullable ZonedDateTime tradedAt(int hour) {
        LiveRun live = run.get();
        Horizon horizon = horizon();
        if (live == null || horizon == null || hour < 0) {
            return null;
        }
        return TradingCalendar.of(live.scenario().scenario().market().timeline(), horizon).gates().stream()
                .filter(gate -> gate.hours().contains(hour))
                .findFirst()
                .map(gate -> horizon.localStart(gate.interval()))
                .orElse(null);
    }

    /** The line that says what kind of numbers the figures of the run show; empty without one. */
    public String note() {
        LiveRun live = run.get();
        return live == null
                ? ""
                : RunFigures.note(workbench.labelOf(live), live.scenario());
    }

    /** Hour shown, or -1 before the first. */
    public int shownHour() {
        return state.get().trading().hour();
    }

    /** Local day shown, from 0; before the run has come to the hour it opens at, the day of that. */
    int shownDay() {
        Horizon horizon = horizon();
        int hour = openAtHour >= 0 ? openAtHour : shownHour();
        return horizon == null || hour < 0
                ? 0
                : horizon.dayOf(Math.min(Horizon.firstInterval(hour), horizon.intervals() - 1));
    }

    private static int hourToOpen(Horizon horizon, LocalDateTime openAt) {
        long day = ChronoUnit.DAYS.between(horizon.firstDay(), openAt.toLocalDate());
        int shown = day >= 0 && day < horizon.days() ? (int) day : 0;
        return Horizon.hourOf(horizon.dayStart(shown)) + openAt.getHour();
    }

    private void open(@Nullable LiveRun live, LocalDateTime openAt) {
        playing.set(false);
        openAtHour = -1;
        openAtPosition = -1;
        run.set(live);
        known.set(0);
        position.set(0);
        state.set(RunState.EMPTY);
        detail.set(RunState.EMPTY);
        book = live == null ? null : new HourBook(live.log());
        if (live != null) {
            openAtPosition = left.getOrDefault(live.log(), live.opensAt());
            openAtHour = openAtPosition >= 0 ? -1 : hourToOpen(live.scenario().inputs().horizon(), openAt);
            catchUp(live);
            workbench.showDay(shownDay());
        }
    }

    private void frame(long nanos) {
        LiveRun live = run.get();
        if (live == null) {
            return;
        }
        catchUp(live);
        if (!playing.get()) {
            return;
        }
        play(live, nanos);
        if (nanos - detailNanos >= DETAIL_NANOS) {
            detailNanos = nanos;
            detail.set(state.get());
        }
        if (state.get().ending() != RunState.Ending.OPEN) {
            playing.set(false);
        }
    }

    private void play(LiveRun live, long nanos) {
        int target = position.get();
        if (speed.get() >= Streaming.FULL) {
            long began = System.nanoTime();
            moveTo(live.stops().next(StepKind.PLAY, target + streaming.burst(known.get()) - 1));
            streaming.took(System.nanoTime() - began);
            return;
        }
        for (int turn = streaming.turnsDue(nanos, speed.get()); turn > 0; turn--) {
            target = live.stops().next(StepKind.PLAY, target);
        }
        if (target != position.get()) {
            moveTo(target);
        }
    }

    private void catchUp(LiveRun live) {
        live.stops().catchUp(EVENTS_PER_FRAME);
        int end = live.stops().end();
        if (end != known.get()) {
            HourBook pages = book;
            if (pages != null) {
                pages.catchUp(end);
            }
            known.set(end);
            if (openAtPosition >= 0 && end >= openAtPosition) {
                moveTo(openAtPosition);
            }
            int wanted = openAtHour;
            if (wanted >= 0 && live.stops().hour(wanted + 1).isPresent()) {
                jumpToHour(wanted);
            }
        }
    }
}
