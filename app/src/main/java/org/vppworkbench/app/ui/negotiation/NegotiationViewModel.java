package org.vppworkbench.app.ui.negotiation;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.MechanismCatalogue;
import org.vppworkbench.app.figure.LadderFigure;
import org.vppworkbench.app.ui.session.LiveRun;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.model.event.HourTrading;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.event.RunState;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.physics.WhatIfResult;
import org.vppworkbench.model.time.Horizon;

/** The dialogue of the hour shown, with what explains it. */
public final class NegotiationViewModel {
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter GATE = DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_CLOCK = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    /** Puts every agreement before every mere ask. */
    private static final double AGREED_USD = 1e6;

    private final TransportViewModel transport;
    private final ObservableList<Turn> turns = FXCollections.observableArrayList();
    private final FilteredList<Turn> shown = new FilteredList<>(turns);
    private final ObservableList<String> homes = FXCollections.observableArrayList();
    private final ObservableList<HomeCharge> charges = FXCollections.observableArrayList();
    private final ObjectProperty<TurnFilter> filter =
            new SimpleObjectProperty<>(this, "filter", TurnFilter.ALL);
    private final ObjectProperty<@Nullable Turn> selected = new SimpleObjectProperty<>(this, "selected");
    private final ReadOnlyObjectWrapper<Why> why = new ReadOnlyObjectWrapper<>(this, "why", Why.NOTHING);
    private final ReadOnlyObjectWrapper<LadderFigure.@Nullable Data> ladder =
            new ReadOnlyObjectWrapper<>(this, "ladder");
    private final ReadOnlyObjectWrapper<List<CoalitionState>> coalition =
            new ReadOnlyObjectWrapper<>(this, "coalition", List.of());
    private final ReadOnlyStringWrapper dayStory = new ReadOnlyStringWrapper(this, "dayStory", "");
    private final Dialogue dialogue = new Dialogue(turns);
    private final TurnSearch search;
    private final ReadOnlyStringWrapper headline = new ReadOnlyStringWrapper(this, "headline", "");
    private final ReadOnlyStringWrapper place = new ReadOnlyStringWrapper(this, "place", "");

    public NegotiationViewModel(TransportViewModel transport) {
        this.transport = transport;
        this.search = new TurnSearch(this);
        filter.addListener((o, was, is) -> shown.setPredicate(is));
        selected.addListener((o, was, is) -> explain(is));
        transport.runProperty().addListener((o, was, is) -> listHomes(is));
        transport.stateProperty().addListener((o, was, is) -> show(is));
        transport.detailProperty().addListener((o, was, is) -> showDetail(is));
        transport.workbench().dayOptimumProperty().addListener((o, was, is) -> explain(selected.get()));
        transport.workbench().outcomeProperty().addListener((o, was, is) -> explain(selected.get()));
        transport.knownProperty().addListener((o, was, is) -> {
            describePlace();
            HourWords words = transport.words();
            dayStory.set(words == null ? "" : words.day(transport.shownDay()));
        });
        listHomes(transport.runProperty().get());
        show(transport.stateProperty().get());
        showDetail(transport.detailProperty().get());
    }

    /** Turns that pass the filter. */
    public ObservableList<Turn> turns() {
        return shown;
    }

    /** What stands in place of the dialogue while there is none. */
    String whyNothingIsSaid() {
        LiveRun run = transport.runProperty().get();
        if (run == null) {
            return "Nothing was run yet. Run the scenario (F5); the dialogue appears here while it runs.";
        }
        if (shown.isEmpty() && !turns.isEmpty()) {
            return "Nothing matches the filter. Choose “all” again, or another hour.";
        }
        return MechanismCatalogue.negotiates(run.scenario().scenario().mechanism())
                ? "Nothing was said yet. Step forward, or jump to an hour in the timeline."
                : "Nobody negotiates under this mechanism: there is nothing to say. The Results pane shows what comes of it.";
    }

    /** Homes of the run, for the filter. */
    public ObservableList<String> homes() {
        return homes;
    }

    ObservableList<HomeCharge> charges() {
        return charges;
    }

    public ObjectProperty<TurnFilter> filterProperty() {
        return filter;
    }

    /** The turn whose reasons are shown; stepping selects the latest message. */
    public ObjectProperty<@Nullable Turn> selectedProperty() {
        return selected;
    }

    ReadOnlyObjectProperty<Why> whyProperty() {
        return why.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<LadderFigure.@Nullable Data> ladderProperty() {
        return ladder.getReadOnlyProperty();
    }

    /** The coalitions of the products of the hour. */
    ReadOnlyObjectProperty<List<CoalitionState>> coalitionProperty() {
        return coalition.getReadOnlyProperty();
    }

    /** Local time of the hour shown, and what is traded. */
    public ReadOnlyStringProperty headlineProperty() {
        return headline.getReadOnlyProperty();
    }

    /** The day shown in a line: what was sold, or why nothing was worth trading. */
    public ReadOnlyStringProperty dayStoryProperty() {
        return dayStory.getReadOnlyProperty();
    }

    /** Hits of the words sought. */
    TurnSearch search() {
        return search;
    }

    TransportViewModel transport() {
        return transport;
    }

    /** Position in the log. */
    public ReadOnlyStringProperty placeProperty() {
        return place.getReadOnlyProperty();
    }

    private void listHomes(@Nullable LiveRun run) {
        homes.setAll(
                run == null
                        ? List.of()
                        : run.scenario().inputs().prosumers().stream().map(ProsumerInputs::id).toList());
    }

    private void show(RunState state) {
        HourTrading trading = state.trading();
        dialogue.show(trading);
        headline.set(headline(trading));
        describePlace();
        selected.set(telling(turns));
    }

    /** What is costly to draw; while playing it comes a few times a second only. */
    private void showDetail(RunState state) {
        LiveRun run = transport.runProperty().get();
        ladder.set(Ladder.of(state.trading()));
        coalition.set(CoalitionState.of(state.trading()));
        charges.setAll(run == null ? List.of() : Charges.of(run.scenario().inputs().prosumers(), state));
        explain(selected.get());
        HourWords words = transport.words();
        dayStory.set(words == null ? "" : words.day(transport.shownDay()));
    }

    /** The latest message or branch; once an opportunity is closed, the agreement that cost its home most. */
    private static @Nullable Turn telling(List<Turn> turns) {
        if (!turns.isEmpty() && turns.getLast().product() == null) {
            return turns.getLast();
        }
        boolean open = !turns.isEmpty() && turns.getLast().sent() != null;
        Turn best = null;
        double most = Double.NEGATIVE_INFINITY;
        for (Turn turn : turns) {
            RunEvent.MessageSent sent = turn.sent();
            WhatIfResult whatIf = sent == null ? null : sent.whatIf();
            if (sent != null && open) {
                best = turn;
            } else if (sent != null && whatIf != null) {
                boolean agreed = sent.message() instanceof NegotiationMessage.Acceptance;
                double weight = (agreed ? AGREED_USD : 0) + whatIf.incrementalCostUsd();
                best = weight >= most ? turn : best;
                most = Math.max(weight, most);
            }
        }
        return best;
    }

    private void explain(@Nullable Turn turn) {
        LiveRun run = transport.runProperty().get();
        Workbench workbench = transport.workbench();
        if (transport.playingProperty().get() && transport.detailProperty().get().position() != transport.positionProperty().get()) {
            return;
        }
        why.set(run == null || turn == null || !turn.explicable()
                ? Why.NOTHING
                : new Reasons(run, transport.stateProperty().get(), workbench.outcomeProperty().get(), workbench.dayOptimumProperty().get()).of(turn));
    }

    private void describePlace() {
        String event = String.format(
                Locale.ROOT, "event %,d of %,d", transport.positionProperty().get(), transport.knownProperty().get());
        Horizon horizon = transport.horizon();
        int dispatched = transport.stateProperty().get().dispatched();
        place.set(horizon == null || dispatched == 0
                ? event
                : "delivered to " + DAY_AND_CLOCK.format(horizon.localStart(dispatched)) + "  ·  " + event);
    }

    private String headline(HourTrading trading) {
        Horizon horizon = transport.horizon();
        if (horizon == null || trading.hour() < 0) {
            return "Before the first trade";
        }
        ZonedDateTime start = horizon.localStart(Horizon.firstInterval(trading.hour()));
        String hour = HOUR.format(start) + "–" + CLOCK.format(start.plusHours(1)) + traded(trading.hour(), start);
        Opportunity current = trading.current();
        if (current == null) {
            return hour + " · nothing traded";
        }
        String round = trading.round() > 0 ? ", round " + trading.round() : "";
        return hour + " · " + Words.brief(current.product()) + round;
    }

    /** When the hour is traded; the day is named where it is not that of delivery. */
    private String traded(int hour, ZonedDateTime delivery) {
        ZonedDateTime gate = transport.tradedAt(hour);
        if (gate == null) {
            return "";
        }
        boolean sameDay = gate.toLocalDate().equals(delivery.toLocalDate());
        return ", traded " + (sameDay ? CLOCK : GATE).format(gate);
    }
}
