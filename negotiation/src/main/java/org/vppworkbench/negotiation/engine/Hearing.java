package org.vppworkbench.negotiation.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.GateVerdict;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.message.NegotiationMessage;
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
    int aggregator(AggregatorPolicy policy, AggregatorTurn turn, List<Participant> homes) {
        List<NegotiationMessage> replies = policy.reply(turn);
        strangers(policy, turn, homes, replies);
        Map<String, NegotiationMessage> first = new HashMap<>();
        replies.forEach(reply -> first.putIfAbsent(reply.envelope().receiver(), reply));
        int said = 0;
        double left = turn.leftKw();
        for (Participant home : homes) {
            Optional<NegotiationMessage> reply = Optional.ofNullable(first.get(home.id()));
            if (reply.isPresent()) {
                Optional<NegotiationMessage> heard = toHome(policy, turn, home, reply, left);
                if (heard.isPresent()) {
                    transcript.sent(heard.get(), null);
                    home.conversation().apply(heard.get());
                    left -= Quantities.committedKw(home.conversation());
                    said++;
                }
            }
        }
        return said;
    }

    private Optional<NegotiationMessage> toHome(
            AggregatorPolicy policy,
            AggregatorTurn turn,
            Participant home,
            Optional<NegotiationMessage> first,
            double left) {
        Optional<NegotiationMessage> reply = first;
        GateVerdict verdict = judge(home, turn, policy.source(), reply, left);
        if (!verdict.passed()) {
            refuse(turn.letterhead(), home.id(), policy.source(), verdict);
            reply = policy.retry(turn, home.id(), verdict);
            verdict = judge(home, turn, policy.source(), reply, left);
        }
        if (!verdict.passed()) {
            refuse(turn.letterhead(), home.id(), policy.source(), verdict);
            reply = ruleAggregator.replyTo(turn, home.id());
            // Another home may hold the quantity the rule would have used: then nothing is said.
            if (!judge(home, turn, ruleAggregator.source(), reply, left).passed()) {
                reply = Optional.empty();
            }
        }
        return reply;
    }

    /** Messages to nobody, or several to one home, are refused without an answer. */
    private void strangers(
            AggregatorPolicy policy,
            AggregatorTurn turn,
            List<Participant> homes,
            List<NegotiationMessage> replies) {
        Set<String> free = new HashSet<>();
        homes.forEach(home -> free.add(home.id()));
        for (NegotiationMessage reply : replies) {
            String receiver = reply.envelope().receiver();
            if (!free.remove(receiver)) {
                String fault = "receiver " + receiver + ", must be a home of the fleet, each at most once";
                refuse(
                        turn.letterhead(),
                        receiver,
                        policy.source(),
                        new GateVerdict(false, "schema", fault));
            }
        }
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

    private GateVerdict judge(
            Participant home,
            AggregatorTurn turn,
            MessageSource source,
            Optional<NegotiationMessage> reply,
            double left) {
        return reply.isEmpty()
                ? GateVerdict.PASSED
                : gate.judge(
                        new Submission(
                                reply.get(),
                                source,
                                turn.rules(),
                                turn.letterhead(),
                                home.conversation(),
                                home.desk(),
                                turn.deadlineRound(),
                                left,
                                false));
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
