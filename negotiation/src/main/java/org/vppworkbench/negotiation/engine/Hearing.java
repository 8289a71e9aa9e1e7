package org.vppworkbench.negotiation.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.GateVerdict;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.negotiation.gate.MessageGate;
import org.vppworkbench.negotiation.gate.Submission;
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
        Attempt attempt = attempt(
                () -> home.policy().reply(turn), reply -> judge(home, turn, home.policy().source(turn), reply, due));
        if (!attempt.passed()) {
            GateVerdict verdict = attempt.verdict();
            refuse(turn.letterhead(), Envelope.AGGREGATOR, home.policy().source(turn), verdict);
            if (attempt.repairable()) {
                attempt = attempt(
                        () -> home.policy().retry(turn, verdict),
                        reply -> judge(home, turn, home.policy().source(turn), reply, due));
                if (!attempt.passed()) {
                    refuse(turn.letterhead(), Envelope.AGGREGATOR, home.policy().source(turn), attempt.verdict());
                }
            }
        }
        Optional<NegotiationMessage> reply = attempt.reply();
        if (!attempt.passed()) {
            reply = ruleHome.reply(turn);
            require(judge(home, turn, ruleHome.source(), reply, due));
        }
        reply.ifPresentOrElse(m -> say(home, m, turn), home.conversation()::standBy);
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

    private static Attempt attempt(
            Supplier<Optional<NegotiationMessage>> ask, Function<Optional<NegotiationMessage>, GateVerdict> judge) {
        try {
            Optional<NegotiationMessage> reply = ask.get();
            return new Attempt(reply, judge.apply(reply), true);
        } catch (UnusableReplyException unusable) {
            return new Attempt(Optional.empty(), unusable.verdict(), unusable.repairable());
        }
    }

    /** Lets the aggregator speak to all homes. Returns how many messages it sent. */
    int aggregator(AggregatorPolicy policy, AggregatorTurn turn, List<Participant> homes) {
        List<NegotiationMessage> replies = replies(policy, turn);
        return replies == null
                ? aggregator(ruleAggregator, turn, homes, ruleAggregator.reply(turn))
                : aggregator(policy, turn, homes, replies);
    }

    /** What the policy says, at the first or the second try; {@code null} where the rules have to speak. */
    private @Nullable List<NegotiationMessage> replies(AggregatorPolicy policy, AggregatorTurn turn) {
        MessageSource source = policy.source();
        try {
            return policy.reply(turn);
        } catch (UnusableReplyException unusable) {
            refuse(turn.letterhead(), Envelope.ALL, source, unusable.verdict());
            if (!unusable.repairable()) {
                return null;
            }
            try {
                return policy.retry(turn, unusable.verdict());
            } catch (UnusableReplyException again) {
                refuse(turn.letterhead(), Envelope.ALL, source, again.verdict());
                return null;
            }
        }
    }

    private int aggregator(
            AggregatorPolicy policy, AggregatorTurn turn, List<Participant> homes, List<NegotiationMessage> replies) {
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
        MessageSource source = policy.source();
        Attempt attempt = attempt(() -> first, reply -> judge(home, turn, source, reply, left));
        if (!attempt.passed()) {
            GateVerdict verdict = attempt.verdict();
            refuse(turn.letterhead(), home.id(), source, verdict);
            attempt = attempt(
                    () -> policy.retry(turn, home.id(), verdict), reply -> judge(home, turn, source, reply, left));
            if (!attempt.passed()) {
                refuse(turn.letterhead(), home.id(), source, attempt.verdict());
            }
        }
        if (attempt.passed()) {
            return attempt.reply();
        }
        Optional<NegotiationMessage> reply = ruleAggregator.replyTo(turn, home.id());
        // Another home may hold the quantity the rule would have used: then nothing is said.
        return judge(home, turn, ruleAggregator.source(), reply, left).passed() ? reply : Optional.empty();
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
