package org.vppworkbench.negotiation.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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
        Heard heard = heard(home, turn, due, () -> home.policy().reply(turn));
        GateVerdict verdict = heard.verdict();
        if (!verdict.passed() && heard.repairable()) {
            heard = heard(home, turn, due, () -> home.policy().retry(turn, verdict));
        }
        Optional<NegotiationMessage> reply = heard.reply();
        if (!heard.verdict().passed()) {
            reply = ruleHome.reply(turn);
            require(judge(home, turn, ruleHome.source(), reply, due));
        }
        reply.ifPresentOrElse(m -> say(home, m, turn), home.conversation()::standBy);
        return reply.isPresent();
    }

    /**
     * @param repairable whether the agent is worth asking once more where the verdict is no
     */
    private record Heard(Optional<NegotiationMessage> reply, GateVerdict verdict, boolean repairable) {}

    /** What the agent said and what the gate says to it; a no is on record. */
    private Heard heard(
            Participant home, ProsumerTurn turn, boolean due, Supplier<Optional<NegotiationMessage>> agent) {
        MessageSource source = home.policy().source(turn);
        try {
            Optional<NegotiationMessage> reply = agent.get();
            GateVerdict verdict = judge(home, turn, source, reply, due);
            if (!verdict.passed()) {
                refuse(turn.letterhead(), Envelope.AGGREGATOR, source, verdict);
            }
            return new Heard(reply, verdict, true);
        } catch (AgentFailure failure) {
            refuse(turn.letterhead(), Envelope.AGGREGATOR, failure.source(), failure.verdict());
            return new Heard(Optional.empty(), failure.verdict(), failure.repairable());
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
