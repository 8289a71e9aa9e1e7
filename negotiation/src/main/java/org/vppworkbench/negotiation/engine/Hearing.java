package org.vppworkbench.negotiation.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.GateVerdict;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.negotiation.gate.MessageGate;
import org.vppworkbench.negotiation.gate.Submission;
import org.vppworkbench.negotiation.protocol.AgentFailure;
import org.vppworkbench.negotiation.protocol.AggregatorPolicy;
import org.vppworkbench.negotiation.protocol.AggregatorTurn;
import org.vppworkbench.negotiation.protocol.Letterhead;
import org.vppworkbench.negotiation.protocol.ProsumerPolicy;
import org.vppworkbench.negotiation.protocol.ProsumerTurn;
import org.vppworkbench.negotiation.protocol.Stage;
import org.vppworkbench.negotiation.protocol.UnusableReplyException;

/**
 * Hears the agents through the gate: a reply that fails is recorded, answered once with the reason,
 * then replaced by the rule policy. Messages that pass are recorded and move the conversation on.
 */
public final class Hearing {
    private final MessageGate gate;
    private final Transcript transcript;
    private final ProsumerPolicy ruleHome;
    private final AggregatorPolicy ruleAggregator;

    public Hearing(
            MessageGate gate,
            Transcript transcript,
            ProsumerPolicy ruleHome,
            AggregatorPolicy ruleAggregator) {
        this.gate = gate;
        this.transcript = transcript;
        this.ruleHome = ruleHome;
        this.ruleAggregator = ruleAggregator;
    }

    /** Lets a home speak. Returns whether it said anything. */
    public boolean home(Participant home, ProsumerTurn turn) {
        return hear(home, turn, turn.stage() == Stage.CALLED || turn.lastWord());
    }

    /** Lets a home speak that may also say nothing. Returns whether it said anything. */
    public boolean invited(Participant home, ProsumerTurn turn) {
        return hear(home, turn, false);
    }

    private boolean hear(Participant home, ProsumerTurn turn, boolean due) {
        MessageSource asked = home.policy().asked(turn);
        RunEvent.DecisionOutcome outcome = RunEvent.DecisionOutcome.OWN;
        Attempt attempt = attempt(
                home, () -> home.policy().reply(turn), reply -> judge(home, turn, home.policy().source(turn), reply, due));
        if (!attempt.passed()) {
            GateVerdict verdict = attempt.verdict();
            refuse(turn.letterhead(), Envelope.AGGREGATOR, home.policy().source(turn), verdict);
            outcome = RunEvent.DecisionOutcome.REPAIRED;
            if (attempt.repairable()) {
                attempt = attempt(
                        home,
                        () -> home.policy().retry(turn, verdict),
                        reply -> judge(home, turn, home.policy().source(turn), reply, due));
                if (!attempt.passed()) {
                    refuse(turn.letterhead(), Envelope.AGGREGATOR, home.policy().source(turn), attempt.verdict());
                }
            }
        }
        Optional<NegotiationMessage> reply = attempt.reply();
        if (!attempt.passed()) {
            outcome = RunEvent.DecisionOutcome.FALLBACK;
            reply = ruleHome.reply(turn);
            require(judge(home, turn, ruleHome.source(), reply, due));
        }
        reply.ifPresentOrElse(m -> say(home, m, turn), home.conversation()::standBy);
        transcript.decided(turn.round(), home.id(), asked, outcome);
        return reply.isPresent();
    }

    /**
     * What came of asking a policy once.
     *
     * @param reply empty where it said nothing, or nothing usable
     * @param repairable whether asking again can help
     */
    private record Attempt(Optional<NegotiationMessage> reply, GateVerdict verdict, boolean repairable) {
        boolean passed() {
            return verdict.passed();
        }
    }

    /** Asks once. An agent that throws has said nothing usable; the rules, which are asked elsewhere, have no such net. */
    private static Attempt attempt(
            Participant home,
            Supplier<Optional<NegotiationMessage>> ask,
            Function<Optional<NegotiationMessage>, GateVerdict> judge) {
        try {
            Optional<NegotiationMessage> reply = ask.get();
            return new Attempt(reply, judge.apply(reply), true);
        } catch (UnusableReplyException unusable) {
            return new Attempt(Optional.empty(), unusable.verdict(), unusable.repairable());
        } catch (RuntimeException failure) {
            return new Attempt(Optional.empty(), AgentFailure.verdict(home.id(), failure), false);
        }
    }

    /** Lets the aggregator speak to all homes. Returns how many messages it sent. */
    int aggregator(AggregatorPolicy policy, AggregatorTurn turn, List<Participant> homes, CancelToken cancel) {
        return new AggregatorHearing(gate, transcript, ruleAggregator).hear(policy, turn, homes, cancel);
    }

    private GateVerdict judge(
            Participant home,
            ProsumerTurn turn,
            MessageSource source,
            Optional<NegotiationMessage> reply,
            boolean due) {
        if (reply.isEmpty()) {
            return due ? MessageGate.silence() : GateVerdict.PASSED;
        }
        return gate.judge(
                new Submission(
                        reply.get(),
                        source,
                        turn.rules(),
                        turn.letterhead(),
                        home.conversation(),
                        home.desk(),
                        turn.deadlineRound(),
                        turn.opportunity().requiredKw(),
                        turn.lastWord()));
    }

    private void say(Participant home, NegotiationMessage message, ProsumerTurn turn) {
        transcript.sent(
                message,
                home.basis(message, turn.topPrice(), turn.opportunity().requiredKw()));
        home.conversation().apply(message);
    }

    private void refuse(
            Letterhead head, String receiver, MessageSource source, GateVerdict verdict) {
        transcript.refused(head.round(), head.sender(), receiver, source, verdict);
    }

    private static void require(GateVerdict verdict) {
        if (!verdict.passed()) {
            throw new IllegalStateException(
                    "a rule agent failed the gate (" + verdict.check() + "): " + verdict.detail());
        }
    }
}
