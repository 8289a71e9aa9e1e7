package org.vppworkbench.negotiation.llm;

import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.scenario.Findings;
import org.vppworkbench.model.scenario.LanguageSettings.Budget;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.negotiation.language.Answer;
import org.vppworkbench.negotiation.language.LanguageModel;
import org.vppworkbench.negotiation.language.ModelIdentity;
import org.vppworkbench.negotiation.language.Question;
import org.vppworkbench.negotiation.llm.chain.Budgeted;
import org.vppworkbench.negotiation.llm.chain.Cancellable;
import org.vppworkbench.negotiation.llm.chain.KeyGuard;
import org.vppworkbench.negotiation.llm.chain.Limiter;
import org.vppworkbench.negotiation.llm.chain.Link;
import org.vppworkbench.negotiation.llm.chain.Repetition;
import org.vppworkbench.negotiation.llm.cost.Accounting;
import org.vppworkbench.negotiation.llm.cost.PriceList;
import org.vppworkbench.negotiation.llm.settings.Destination;
import org.vppworkbench.negotiation.llm.settings.GatewayChecks;
import org.vppworkbench.negotiation.llm.settings.GatewaySettings;
import org.vppworkbench.negotiation.llm.settings.Secret;
import org.vppworkbench.negotiation.llm.tape.Tape;
import org.vppworkbench.negotiation.llm.tape.TapeHeader;
import org.vppworkbench.negotiation.llm.tape.TapePlayer;
import org.vppworkbench.negotiation.llm.tape.TapeRecorder;
import org.vppworkbench.negotiation.llm.tape.TapeUse;
import org.vppworkbench.negotiation.llm.wire.ProviderSender;
import org.vppworkbench.negotiation.llm.wire.Transport;

/**
 * The way from a question to an answer: key check, tape, cancel, budget, repetition, limits, provider. Each request of a
 * repetition passes the limits anew, for a server counts requests. Safe for hundreds of threads at once; closing ends what is
 * under way.
 */
public final class ModelGateway implements LanguageModel, AutoCloseable {
    private final ModelIdentity identity;
    private final Asker asker;
    private final Accounting accounting;
    private final @Nullable Transport transport;
    private final @Nullable TapePlayer player;

    private ModelGateway(
            ModelIdentity identity, Asker asker, Accounting accounting, @Nullable Transport transport,
            @Nullable TapePlayer player) {
        this.identity = identity;
        this.asker = asker;
        this.accounting = accounting;
        this.transport = transport;
        this.player = player;
    }

    /** A gateway to a live model, or why there is none; nothing is sent yet. */
    public static Reading<ModelGateway> live(GatewaySettings settings, GatewaySurroundings around) {
        return open(settings, TapeUse.NONE, around);
    }

    /**
     * A gateway, or why there is none; nothing is sent yet.
     *
     * @param tape whether answers are recorded or read; a replay needs no key and no network, and settings of another model,
     *     or of a run under other conditions, than the recorded ones are refused
     */
    public static Reading<ModelGateway> open(GatewaySettings settings, TapeUse tape, GatewaySurroundings around) {
        if (tape instanceof TapeUse.Replay replay) {
            return replay(settings, replay, around);
        }
        Reading<Destination> checked = GatewayChecks.destination(settings);
        Findings findings = new Findings();
        findings.addAll(checked.findings());
        Destination destination = checked.value();
        if (destination != null) {
            checkPrice(settings, around.prices(), findings);
        }
        if (destination == null || findings.hasErrors()) {
            return new Reading<>(null, findings.list());
        }
        return new Reading<>(connect(destination, settings, tape, around), findings.list());
    }

    /** A limit in dollars that nobody can count is no limit. */
    private static void checkPrice(GatewaySettings settings, PriceList prices, Findings findings) {
        Budget budget = settings.budget();
        boolean dollars = positive(budget.usd()) || positive(budget.usdPerDay());
        if (dollars && !prices.knows(settings.model())) {
            findings.error(
                    "budget usd", settings.model(), "the model is not on the price list of " + prices.asOf(),
                    "a budget in tokens, or a price list with this model");
        }
    }

    private static boolean positive(@Nullable Double usd) {
        return usd != null && usd > 0;
    }

    private static ModelGateway connect(
            Destination destination, GatewaySettings settings, TapeUse tape, GatewaySurroundings around) {
        ModelIdentity identity = destination.identity(false);
        Accounting accounting = new Accounting(identity, around.prices(), around.dayOf());
        Transport transport = new Transport(destination, settings.limits().connect(), settings.limits().silence());
        Link sending =
                new Repetition(
                        destination, settings.limits(), new Limiter(settings.limits(), around.pace()),
                        new ProviderSender(destination, settings.thinking(), transport, around.pace()::now), accounting,
                        around.prices(), around.pace());
        Link budgeted =
                new Budgeted(
                        sending, settings.budget(), around.prices(), destination.model(), around.dayOf(), around.pace());
        Cancellable live =
                new Cancellable(new KeyGuard(budgeted, destination.key()), settings.limits().patience());
        return new ModelGateway(
                identity, asker(live, destination, settings, tape, around), accounting, transport, null);
    }

    private static Asker asker(
            Cancellable live, Destination destination, GatewaySettings settings, TapeUse tape, GatewaySurroundings around) {
        if (!(tape instanceof TapeUse.Recording recording)) {
            return (question, cancel) -> live.ask(question, cancel).answer();
        }
        Secret key = destination.key();
        UnaryOperator<String> mask = key == null ? UnaryOperator.identity() : key::maskWhole;
        TapeHeader header =
                TapeHeader.of(
                        around.application(), destination.identity(false), "thinking " + settings.thinking(),
                        recording.conditions(), around.pace().now().toString());
        return new TapeRecorder(live, header, recording.lines(), around.pace()::now, mask)::ask;
    }

    private static Reading<ModelGateway> replay(GatewaySettings settings, TapeUse.Replay replay, GatewaySurroundings around) {
        Tape tape = replay.tape();
        ModelIdentity was = tape.header().identity();
        Findings findings = new Findings();
        differs("provider", settings.provider(), was.provider(), findings);
        differs("model", settings.model(), was.model(), findings);
        tape.header().checkConditions(replay.conditions(), findings);
        return findings.hasErrors() ? new Reading<>(null, findings.list()) : Reading.of(replay(tape, around));
    }

    private static void differs(String where, String wanted, String recorded, Findings findings) {
        if (!wanted.equals(recorded)) {
            findings.error("tape, " + where, wanted, "the tape was recorded with another " + where, recorded);
        }
    }

    /** A gateway that answers from a tape, as it was recorded; needs neither key nor network. */
    public static ModelGateway replay(Tape tape, GatewaySurroundings around) {
        ModelIdentity was = tape.header().identity();
        ModelIdentity identity =
                new ModelIdentity(was.provider(), was.model(), was.host(), was.providersOwn(), true);
        TapePlayer player = new TapePlayer(tape);
        return new ModelGateway(
                identity,
                (question, cancel) -> {
                    cancel.check("reading the answer to " + question.origin().words());
                    return player.ask(question);
                },
                new Accounting(identity, around.prices(), around.dayOf()), null, player);
    }

    @Override
    public Answer ask(Question question, CancelToken cancel) {
        try {
            Answer answer = asker.ask(question, cancel);
            accounting.answered(question, answer);
            return answer;
        } catch (CancellationException e) {
            accounting.cancelled();
            throw e;
        }
    }

    @Override
    public ModelIdentity identity() {
        return identity;
    }

    /** What was asked and spent so far. */
    public Accounting.Snapshot accounting() {
        return accounting.snapshot();
    }

    /** Lines of a replayed tape nobody has asked for yet; 0 for a live model. */
    public int unplayed() {
        return player == null ? 0 : player.unplayed();
    }

    @Override
    public void close() {
        if (transport != null) {
            transport.close();
        }
    }

    /** As a run is labelled. */
    @Override
    public String toString() {
        return identity.label();
    }

    private interface Asker {
        Answer ask(Question question, CancelToken cancel);
    }
}
