package org.vppworkbench.app.ui.negotiation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.task.BackgroundTask;
import org.vppworkbench.app.task.TaskStatus;
import org.vppworkbench.app.ui.control.Numbers;
import org.vppworkbench.app.ui.session.KeptRun;
import org.vppworkbench.app.ui.session.LiveRun;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.model.event.HourSummary;
import org.vppworkbench.model.event.RunState;
import org.vppworkbench.model.market.ClearedOffer;
import org.vppworkbench.model.time.Horizon;

/** A branch beside the run it was made from: the same place in both, what differs, and what came of each. */
public final class FuturesViewModel {
    /** Turns up to which each is looked up in the other run. */
    private static final int MOST_MARKED = 4000;

    /**
     * One number of both runs.
     *
     * @param name with its unit
     * @param before of the run before
     * @param branch of the branch
     * @param difference branch less before
     */
    record Row(String name, String before, String branch, String difference) {}

    private final TransportViewModel transport;
    private final NegotiationViewModel negotiation;
    private final Workbench workbench;
    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown");
    private final BooleanBinding possible;
    private final ObservableList<Turn> before = FXCollections.observableArrayList();
    private final Dialogue dialogue = new Dialogue(before);
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper firstDifference = new ReadOnlyIntegerWrapper(this, "firstDifference", -1);
    private final ReadOnlyStringWrapper differenceWords = new ReadOnlyStringWrapper(this, "differenceWords", "");
    private Set<String> saidBefore = Set.of();
    private Set<String> saidHere = Set.of();
    private RunState beforeState = RunState.EMPTY;
    private @Nullable LiveRun compared;
    private @Nullable HourBook book;
    private @Nullable TaskStatus task;

    public FuturesViewModel(Workbench workbench, TransportViewModel transport, NegotiationViewModel negotiation) {
        this.workbench = workbench;
        this.transport = transport;
        this.negotiation = negotiation;
        possible = Bindings.createBooleanBinding(() -> base() != null, transport.runProperty());
        transport.runProperty().addListener((o, was, is) -> {
            if (base() == null) {
                shown.set(false);
            }
            follow();
        });
        transport.stateProperty().addListener((o, was, is) -> follow());
        workbench.outcomeProperty().addListener((o, was, is) -> compare());
        shown.addListener((o, was, is) -> {
            compare();
            follow();
        });
    }

    /** Whether both are shown. */
    public BooleanProperty shownProperty() {
        return shown;
    }

    /** Whether the run shown is a branch. */
    public BooleanBinding possibleProperty() {
        return possible;
    }

    /** Turns of the same place in the run before. */
    ObservableList<Turn> before() {
        return before;
    }

    /** Turns of the branch. */
    ObservableList<Turn> here() {
        return negotiation.turns();
    }

    TransportViewModel transport() {
        return transport;
    }

    NegotiationViewModel negotiation() {
        return negotiation;
    }

    /** W, the homes' surplus and what was sold, of both runs; empty until both are complete. */
    ObservableList<Row> rows() {
        return rows;
    }

    /** Position in the branch after the first event that differs; -1 where that is not known or there is none. */
    ReadOnlyIntegerProperty firstDifferenceProperty() {
        return firstDifference.getReadOnlyProperty();
    }

    /** Where the runs part, in words. */
    ReadOnlyStringProperty differenceWordsProperty() {
        return differenceWords.getReadOnlyProperty();
    }

    /** Shows the first event that differs, in both. */
    public void showFirstDifference() {
        if (firstDifference.get() >= 0) {
            transport.moveTo(firstDifference.get());
        }
    }

    /** Whether a turn of one run has no counterpart at this place in the other. */
    boolean onlyHere(Turn turn, boolean inBranch) {
        Set<String> other = inBranch ? saidBefore : saidHere;
        boolean known = !saidBefore.isEmpty() || !saidHere.isEmpty();
        return known && turn.side() != Turn.Side.ROUND && !other.contains(key(turn));
    }

    /** The run that the one shown branches from, or {@code null}. */
    @Nullable LiveRun base() {
        LiveRun live = transport.runProperty().get();
        return live == null ? null : live.base();
    }

    private void follow() {
        LiveRun live = transport.runProperty().get();
        LiveRun base = base();
        if (!shown.get() || live == null || base == null) {
            return;
        }
        RunState state = transport.stateProperty().get();
        beforeState = base.history().stateAt(OtherFuture.position(base, live, state));
        dialogue.show(beforeState.trading());
        boolean few = before.size() <= MOST_MARKED && negotiation.turns().size() <= MOST_MARKED;
        saidBefore = few ? keys(before) : Set.of();
        saidHere = few ? keys(negotiation.turns()) : Set.of();
    }

    private static Set<String> keys(List<Turn> turns) {
        Set<String> keys = new HashSet<>();
        turns.forEach(turn -> keys.add(key(turn)));
        return keys;
    }

    private static String key(Turn turn) {
        return turn.product() + turn.toString() + turn.round();
    }

    /** What came of both, and where they part; once for each pair. */
    private void compare() {
        LiveRun live = transport.runProperty().get();
        LiveRun base = base();
        ExperimentResult branch = workbench.outcomeProperty().get();
        Optional<KeptRun> kept = workbench.shelf().of(base);
        if (!shown.get() || live == null || base == null) {
            return;
        }
        if (branch == null || kept.isEmpty()) {
            rows.clear();
            differenceWords.set(branch == null ? "The branch is still being computed." : "The run before is forgotten: its outcome is not known.");
        } else {
            rows.setAll(rows(kept.get().outcome(), branch));
        }
        if (branch == null || live.same(compared)) {
            return;
        }
        compared = live;
        book = new HourBook(base.log());
        base.stops().catchUp();
        book.catchUp(base.stops().end());
        firstDifference.set(-1);
        differenceWords.set("Looking for the first difference …");
        TaskStatus running = task;
        if (running != null) {
            running.cancel();
        }
        task = workbench.tasks().submit(new BackgroundTask<>(
                "Compare run " + live.number() + " with run " + base.number(),
                (progress, cancel) -> OtherFuture.firstDifference(base, live, cancel),
                at -> {
                    if (live.same(compared)) {
                        firstDifference.set(at);
                        differenceWords.set(at < 0 ? "Nothing else differs: every later event is the same." : "First difference at event " + Numbers.format("%,.0f", at) + ", " + hourOf(live, at));
                    }
                },
                e -> differenceWords.set("Not compared: " + Workbench.reason(e))));
    }

    private String hourOf(LiveRun live, int position) {
        Horizon horizon = live.scenario().inputs().horizon();
        int hour = live.history().stateAt(position).trading().hour();
        return hour < 0 ? "before the first trade" : "in the trading of "
                + java.time.format.DateTimeFormatter.ofPattern("EEE d MMM HH:mm", java.util.Locale.ENGLISH)
                        .format(horizon.localStart(Horizon.firstInterval(hour)));
    }

    private static List<Row> rows(ExperimentResult before, ExperimentResult branch) {
        List<Row> rows = new ArrayList<>();
        rows.add(row("W [$]", before.welfareUsd(), branch.welfareUsd(), "%.2f"));
        rows.add(row("Homes’ surplus [$]", surplus(before), surplus(branch), "%.2f"));
        rows.add(row("Aggregator’s profit [$]", before.settlement().total().profitUsd(), branch.settlement().total().profitUsd(), "%.2f"));
        rows.add(row("Contracts", contracts(before), contracts(branch), "%.0f"));
        return rows;
    }

    /** What all homes have more than by their plans alone. */
    private static double surplus(ExperimentResult result) {
        return result.settlement().total().utilityUsd() - result.referenceSettlement().total().utilityUsd();
    }

    private static double contracts(ExperimentResult result) {
        return result.record().offers().stream().filter(ClearedOffer::cleared).mapToInt(offer -> offer.contracts().size()).sum();
    }

    private static Row row(String name, double before, double branch, String pattern) {
        return new Row(name, Numbers.format(pattern, before), Numbers.format(pattern, branch),
                Numbers.format(pattern.replace("%", "%+"), branch - before));
    }

    /** The timeline of the run before; a click shows the hour in both. */
    TimelineSource timelineBefore() {
        return new TimelineSource() {
            @Override
            public @Nullable Horizon horizon() {
                return transport.horizon();
            }

            @Override
            public Optional<HourSummary> hour(int hour) {
                LiveRun base = base();
                return base == null ? Optional.empty() : base.stops().hour(hour);
            }

            @Override
            public int shownHour() {
                return beforeState.trading().hour();
            }

            @Override
            public int dispatched() {
                return beforeState.dispatched();
            }

            @Override
            public String title(int hour) {
                HourWords words = words();
                return words == null ? "" : words.title(hour, transport.tradedAt(hour));
            }

            @Override
            public List<String> lines(int hour) {
                HourWords words = words();
                return words == null ? List.of() : words.lines(hour);
            }

            @Override
            public boolean differs(int hour) {
                return FuturesViewModel.this.differs(hour);
            }

            @Override
            public void jumpToHour(int hour) {
                transport.jumpToHour(hour);
            }

            @Override
            public List<Observable> causes() {
                return List.of(transport.stateProperty(), transport.knownProperty(), shown, before);
            }
        };
    }

    /** Whether an hour became something else in the branch. */
    boolean differs(int hour) {
        LiveRun live = transport.runProperty().get();
        LiveRun base = base();
        return live != null && base != null && OtherFuture.differs(base, live, hour);
    }

    private @Nullable HourWords words() {
        LiveRun base = base();
        HourBook pages = book;
        return base == null || pages == null ? null : new HourWords(base.scenario().inputs(),
                base.scenario().scenario().minStakeUsd(), pages, hour -> base.stops().hour(hour).orElse(null));
    }
}
