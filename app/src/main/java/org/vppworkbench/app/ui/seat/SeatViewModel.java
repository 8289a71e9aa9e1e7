package org.vppworkbench.app.ui.seat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.TakenSeat;
import org.vppworkbench.app.task.Pulse;
import org.vppworkbench.app.task.TaskStatus;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.physics.WhatIfResult;
import org.vppworkbench.model.scenario.HumanSeat;

/**
 * The seat of a person: what the run tells it, what the tools answer, and the moves. It speaks the protocol of programs and
 * knows nothing else of the run.
 */
public final class SeatViewModel {
    /** Where the person is. */
    public enum Phase {
        /** No seat is taken. */
        NONE,
        /** Others speak. */
        WAITING,
        /** The run waits for the person. */
        DECIDING,
        /** The rule decides for the rest of the run. */
        LEFT,
        /** The run is over. */
        OVER
    }

    private static final double NANOS = 1e9;

    private final Workbench workbench;
    private final LongSupplier nanos;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(this, "phase", Phase.NONE);
    private final ReadOnlyObjectWrapper<@Nullable SeatTurn> turn = new ReadOnlyObjectWrapper<>(this, "turn");
    private final ReadOnlyObjectWrapper<@Nullable WhatIfResult> whatIf = new ReadOnlyObjectWrapper<>(this, "whatIf");
    private final ReadOnlyObjectWrapper<OwnSide> own = new ReadOnlyObjectWrapper<>(this, "own", OwnSide.NOTHING);
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper(this, "refusal", "");
    private final ReadOnlyObjectWrapper<SeatVerdict> verdict = new ReadOnlyObjectWrapper<>(this, "verdict", SeatVerdict.UNKNOWN);
    private final ReadOnlyStringWrapper timeLeft = new ReadOnlyStringWrapper(this, "timeLeft", "");
    private final DoubleProperty kw = new SimpleDoubleProperty(this, "kw");
    private final DoubleProperty price = new SimpleDoubleProperty(this, "price");
    private final ObservableList<String> history = FXCollections.observableArrayList();
    private final ObservableList<SeatHome> homes = FXCollections.observableArrayList();
    private final Deque<String> questions = new ArrayDeque<>();
    private final SeatMoves moves = new SeatMoves(this);
    private @Nullable TakenSeat seat;
    private @Nullable TaskStatus task;
    private Consumer<SeatTurn> onTurn = asked -> {};
    private boolean asking;
    private boolean changed;
    private boolean mostAsked;
    private boolean setting;
    private String only = "";
    private int fromHour;
    private long dueAt;
    private double mostKw;

    public SeatViewModel(Workbench workbench, Pulse pulse, LongSupplier nanos) {
        this.workbench = workbench;
        this.nanos = nanos;
        kw.addListener((o, was, is) -> edited());
        price.addListener((o, was, is) -> edited());
        pulse.add(now -> beat());
    }

    /** Told of every turn of the person as it comes. */
    public void setOnTurn(Consumer<SeatTurn> follower) {
        onTurn = follower;
    }

    /** Places that can be taken: the homes of the fleet and the aggregator. */
    public List<String> places() {
        List<String> ids = new java.util.ArrayList<>(List.of(Envelope.AGGREGATOR));
        workbench.document().fleet().homes().forEach(home -> ids.add(home.id()));
        return ids;
    }

    /**
     * Starts the run of the document with a person in a place.
     *
     * @param place which
     * @param consent whether the way to each move may be kept in the bundle
     * @param firstHour the rule decides for deals of earlier hours of the run
     * @return whether it was started; else the user was told why not
     */
    public boolean take(HumanSeat place, boolean consent, int firstHour) {
        TakenSeat[] taken = new TakenSeat[1];
        TaskStatus started = workbench.startSeated(place, programs -> {
            taken[0] = new TakenSeat(place, consent, programs, nanos);
            return taken[0];
        });
        if (started == null) {
            return false;
        }
        reset();
        seat = Objects.requireNonNull(taken[0]);
        task = started;
        fromHour = firstHour;
        phase.set(Phase.WAITING);
        return true;
    }

    private void reset() {
        turn.set(null);
        whatIf.set(null);
        own.set(OwnSide.NOTHING);
        refusal.set("");
        verdict.set(SeatVerdict.UNKNOWN);
        history.clear();
        homes.clear();
        questions.clear();
        asking = false;
        only = "";
    }

    private void beat() {
        TakenSeat taken = seat;
        if (taken == null) {
            return;
        }
        for (String line = taken.poll(); line != null; line = taken.poll()) {
            told(JsonParser.parseString(line).getAsJsonObject());
        }
        if (task != null && !task.isRunning()) {
            over();
        }
        showTime(taken);
        askNext();
    }

    private void told(JsonObject message) {
        switch (SeatNews.text(message, "type")) {
            case "call_for_proposals", "ask_stands", "counter_offer", "last_word", "agreed", "offers" -> begin(SeatTurn.of(message));
            case "verdict" -> refused(message);
            case "what_if_result" -> answered(message, () -> took(SeatWhatIf.of(message)));
            case "check_result" -> answered(message, () -> verdict.set(SeatVerdict.of(message)));
            case "home_view" -> answered(message, () -> own.set(OwnSide.of(message)));
            case "coalition_result" -> answered(message, () -> homes.setAll(SeatHome.suggested(homes, message)));
            case "late" -> {
                history.addFirst("The time was over: the rule decided");
                phase.set(Phase.WAITING);
            }
            case "over" -> over();
            default -> {
                String news = SeatNews.words(message);
                if (news != null) {
                    history.addFirst(news);
                }
            }
        }
    }

    private void over() {
        if (phase.get() != Phase.NONE) {
            phase.set(Phase.OVER);
            refusal.set("");
        }
    }

    private void begin(SeatTurn next) {
        questions.clear();
        asking = false;
        refusal.set("");
        only = "";
        if (next.hour() < fromHour) {
            say(SeatLines.rule(next.number(), "hour"));
            return;
        }
        turn.set(next);
        homes.setAll(next.homes());
        verdict.set(SeatVerdict.UNKNOWN);
        dueAt = nanos.getAsLong();
        phase.set(Phase.DECIDING);
        Deal standing = next.counter() != null ? next.counter() : next.ownAsk();
        set(standing == null ? kw.get() : standing.kw(), standing == null ? next.topUsdPerMwh() : standing.usdPerMwh());
        if (!next.aggregator()) {
            questions.add(SeatLines.move("home", next.number()).toString());
            mostAsked = standing == null;
            if (mostAsked) {
                questions.add(SeatLines.whatIf(next.number(), null));
            } else {
                changed = true;
            }
        }
        onTurn.accept(next);
    }

    private void refused(JsonObject message) {
        SeatTurn now = turn.get();
        if (now == null) {
            return;
        }
        only = SeatNews.text(message, "home");
        refusal.set(SeatNews.refusal(message));
        dueAt = nanos.getAsLong();
        asking = false;
        if (!only.isEmpty()) {
            homes.replaceAll(home -> home.with(null));
        }
        phase.set(Phase.DECIDING);
    }

    private void answered(JsonObject message, Runnable then) {
        SeatTurn now = turn.get();
        if (now != null && phase.get() == Phase.DECIDING && message.get("turn").getAsInt() == now.number()) {
            asking = false;
            then.run();
            changed |= message.has("members");
        }
    }

    private void took(WhatIfResult result) {
        whatIf.set(result);
        SeatTurn now = turn.get();
        if (mostAsked && now != null) {
            mostAsked = false;
            mostKw = result.deliverableKw();
            set(Math.min(result.deliverableKw(), now.requiredKw()), now.topUsdPerMwh());
            changed = true;
        }
    }

    private void set(double newKw, double newPrice) {
        setting = true;
        kw.set(Math.round(newKw * 1000) / 1000.0);
        price.set(Math.floor(newPrice * 100) / 100.0);
        setting = false;
    }

    private void edited() {
        if (!setting) {
            changed = true;
        }
    }

    /** One question at a time: what the sliders passed on the way is not asked. */
    private void askNext() {
        SeatTurn now = turn.get();
        if (asking || now == null || phase.get() != Phase.DECIDING) {
            return;
        }
        if (changed && questions.isEmpty()) {
            changed = false;
            if (now.aggregator()) {
                questions.add(SeatLines.actions("check", now.number(), homes));
            } else if (kw.get() > 0) {
                questions.add(SeatLines.whatIf(now.number(), kw.get()));
                if (now.mayOffer()) {
                    questions.add(SeatLines.check(now.number(), now.offer(), deal()));
                }
            } else {
                verdict.set(new SeatVerdict(true, false, "The gate lets no offer of 0 kW pass."));
            }
        }
        String question = questions.poll();
        if (question != null) {
            asking = true;
            say(question);
        }
    }

    private void showTime(TakenSeat taken) {
        Double limit = taken.seat().decisionSeconds();
        timeLeft.set(limit == null || phase.get() != Phase.DECIDING ? ""
                : String.format(Locale.ROOT, "%.0f s left, then the rule decides", Math.max(0, limit - (nanos.getAsLong() - dueAt) / NANOS)));
    }

    Deal deal() {
        return new Deal(kw.get(), price.get());
    }

    /** The moves of the person. */
    public SeatMoves moves() {
        return moves;
    }

    /** What is planned for the homes has changed: the gate is asked about it. */
    void planned() {
        changed = true;
    }

    /** Asks a tool. */
    void ask(String question) {
        questions.add(question);
    }

    /** Whether a home may be answered now: after a refusal only the one that it is about. */
    boolean mayAnswer(String home) {
        return only.isEmpty() || only.equals(home);
    }

    /** Makes a move, where one is due. */
    void move(String line, String words) {
        SeatTurn now = turn.get();
        if (now != null && phase.get() == Phase.DECIDING) {
            phase.set(Phase.WAITING);
            refusal.set("");
            history.addFirst(now.product() + "@" + now.hour() + ", round " + now.round() + ": " + words);
            say(line);
        }
    }

    private void say(String line) {
        TakenSeat taken = seat;
        if (taken != null) {
            taken.say(line);
        }
    }

    /** The person is not asked again. */
    void left() {
        phase.set(Phase.LEFT);
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /** The place taken, or an empty text. */
    public String place() {
        return seat == null ? "" : seat.seat().id();
    }

    /** The turn shown, which may be over. */
    public ReadOnlyObjectProperty<@Nullable SeatTurn> turnProperty() {
        return turn.getReadOnlyProperty();
    }

    /** What the terms would do to the home. */
    public ReadOnlyObjectProperty<@Nullable WhatIfResult> whatIfProperty() {
        return whatIf.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<OwnSide> ownProperty() {
        return own.getReadOnlyProperty();
    }

    /** Why the last move was refused; empty where it was not. */
    public ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<SeatVerdict> verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    /** In words; empty without a limit. */
    public ReadOnlyStringProperty timeLeftProperty() {
        return timeLeft.getReadOnlyProperty();
    }

    /** Quantity of the offer [kW]. */
    public DoubleProperty kwProperty() {
        return kw;
    }

    /** Price of the offer [$/MWh]. */
    public DoubleProperty priceProperty() {
        return price;
    }

    /** What the home can promise at most, as it was last asked [kW]. */
    public double mostKw() {
        return mostKw;
    }

    /** Newest first. */
    public ObservableList<String> history() {
        return history;
    }

    /** The homes the aggregator talks to, with what is planned. */
    public ObservableList<SeatHome> homes() {
        return homes;
    }

    /** The record for a study so far, or {@code null} where nobody agreed to one. */
    public @Nullable String choices() {
        return seat == null ? null : seat.choices();
    }
}
