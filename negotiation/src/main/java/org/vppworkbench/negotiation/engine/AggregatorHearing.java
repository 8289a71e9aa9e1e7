package org.vppworkbench.negotiation.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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
import org.vppworkbench.negotiation.protocol.AggregatorReplies;
import org.vppworkbench.negotiation.protocol.AggregatorTurn;
import org.vppworkbench.negotiation.protocol.Position;
import org.vppworkbench.negotiation.protocol.UnusableReplyException;

/**
 * Hears the aggregator through the gate, home by home: what passes is said at once; what fails is recorded and the aggregator
 * is asked once more, about all refused homes together; what fails again is said by the rule policy.
 */
final class AggregatorHearing {
    private final MessageGate gate;
    private final Transcript transcript;
    private final AggregatorPolicy rule;

    AggregatorHearing(MessageGate gate, Transcript transcript, AggregatorPolicy rule) {
        this.gate = gate;
        this.transcript = transcript;
        this.rule = rule;
    }

    /** Lets the aggregator speak to all homes. Returns how many messages it sent. */
    int hear(AggregatorPolicy policy, AggregatorTurn turn, List<Participant> homes, CancelToken cancel) {
        Set<String> everybody = new LinkedHashSet<>();
        homes.forEach(home -> everybody.add(home.id()));
        MessageSource asked = policy.asked(turn);
        Heard heard = heard(policy, turn, homes, everybody, () -> policy.speak(turn, cancel));
        int said = heard.said();
        GateVerdict useless = heard.useless();
        Set<String> refused = heard.refused().keySet();
        boolean own = useless == null && refused.isEmpty();
        if (heard.repairable() && (useless != null || !refused.isEmpty())) {
            AggregatorTurn now = turn.withPositions(positions(homes));
            Map<String, GateVerdict> once = heard.refused();
            heard = useless == null
                    ? heard(policy, now, homes, refused, () -> policy.repair(now, once, cancel))
                    : heard(policy, now, homes, everybody, () -> policy.speakAgain(now, useless, cancel));
            said += heard.said();
            refused = heard.useless() == null ? heard.refused().keySet() : refused;
        }
        // where nothing at all could be used, the rules answer everybody the last try was about
        Set<String> left = useless != null && heard.useless() != null ? everybody : refused;
        said += byRule(turn, homes, left);
        transcript.decided(turn.round(), Envelope.AGGREGATOR, asked, own ? RunEvent.DecisionOutcome.OWN
                : left.isEmpty() ? RunEvent.DecisionOutcome.REPAIRED : RunEvent.DecisionOutcome.FALLBACK);
        return said;
    }

    /**
     * @param said messages that passed
     * @param refused by home in fleet order
     * @param useless why nothing at all could be used, or {@code null}
     * @param repairable whether asking once more may help
     */
    private record Heard(
            int said, Map<String, GateVerdict> refused, @Nullable GateVerdict useless, boolean repairable) {}

    private Heard heard(
            AggregatorPolicy policy,
            AggregatorTurn turn,
            List<Participant> homes,
            Set<String> allowed,
            Supplier<AggregatorReplies> agent) {
        MessageSource source = policy.source();
        try {
            AggregatorReplies replies = agent.get();
            // a person may leave single turns to the rules: who spoke is known only now
            return take(policy.source(), turn, homes, replies, allowed);
        } catch (UnusableReplyException unusable) {
            refuse(turn, Envelope.ALL, source, unusable.verdict());
            return new Heard(0, Map.of(), unusable.verdict(), unusable.repairable());
        } catch (RuntimeException failure) {
            GateVerdict verdict = AgentFailure.verdict(Envelope.AGGREGATOR, failure);
            refuse(turn, Envelope.ALL, source, verdict);
            return new Heard(0, Map.of(), verdict, false);
        }
    }

    private Heard take(
            MessageSource source,
            AggregatorTurn turn,
            List<Participant> homes,
            AggregatorReplies replies,
            Set<String> allowed) {
        replies.strays().forEach(stray -> refuse(turn, Envelope.ALL, source, stray));
        strangers(source, turn, allowed, replies.messages());
        Map<String, NegotiationMessage> messages = new HashMap<>();
        replies.messages().forEach(reply -> messages.putIfAbsent(reply.envelope().receiver(), reply));
        Map<String, GateVerdict> refused = new LinkedHashMap<>();
        int said = 0;
        double left = turn.leftKw();
        for (Participant home : homes) {
            NegotiationMessage message = allowed.contains(home.id()) ? messages.get(home.id()) : null;
            GateVerdict fault = fault(home, turn, source, replies, message, left);
            if (fault != null) {
                refuse(turn, home.id(), source, fault);
                refused.put(home.id(), fault);
            } else if (message != null) {
                left -= say(home, message);
                said++;
            }
        }
        return new Heard(said, refused, null, true);
    }

    private @Nullable GateVerdict fault(
            Participant home,
            AggregatorTurn turn,
            MessageSource source,
            AggregatorReplies replies,
            @Nullable NegotiationMessage message,
            double left) {
        GateVerdict failure = replies.failures().get(home.id());
        if (failure != null || message == null) {
            return failure;
        }
        GateVerdict verdict = judge(home, turn, source, message, left);
        return verdict.passed() ? null : verdict;
    }

    /** The rule answers these homes, by what is left now. Another home may hold it already: then nothing is said. */
    private int byRule(AggregatorTurn turn, List<Participant> homes, Set<String> refused) {
        if (refused.isEmpty()) {
            return 0;
        }
        AggregatorTurn now = turn.withPositions(positions(homes));
        Map<String, NegotiationMessage> replies = new HashMap<>();
        rule.reply(now).forEach(reply -> replies.put(reply.envelope().receiver(), reply));
        double left = now.leftKw();
        int said = 0;
        for (Participant home : homes) {
            NegotiationMessage reply = refused.contains(home.id()) ? replies.get(home.id()) : null;
            if (reply != null && judge(home, now, rule.source(), reply, left).passed()) {
                left -= say(home, reply);
                said++;
            }
        }
        return said;
    }

    /** Returns what it binds of the requirement [kW]. */
    private double say(Participant home, NegotiationMessage message) {
        transcript.sent(message, null);
        home.conversation().apply(message);
        return Quantities.committedKw(home.conversation());
    }

    /** Messages to nobody, or several to one home, are refused without an answer. */
    private void strangers(
            MessageSource source, AggregatorTurn turn, Set<String> allowed, List<NegotiationMessage> replies) {
        Set<String> free = new HashSet<>(allowed);
        for (NegotiationMessage reply : replies) {
            String receiver = reply.envelope().receiver();
            if (!free.remove(receiver)) {
                String fault = "receiver " + receiver + ", must be a home of the fleet, each at most once";
                refuse(turn, receiver, source, new GateVerdict(false, "schema", fault));
            }
        }
    }

    private GateVerdict judge(
            Participant home, AggregatorTurn turn, MessageSource source, NegotiationMessage reply, double left) {
        return gate.judge(new Submission(
                reply,
                source,
                turn.rules(),
                turn.letterhead(),
                home.conversation(),
                home.desk(),
                turn.deadlineRound(),
                left,
                false));
    }

    private void refuse(AggregatorTurn turn, String receiver, MessageSource source, GateVerdict verdict) {
        transcript.refused(turn.round(), Envelope.AGGREGATOR, receiver, source, verdict);
    }

    private static List<Position> positions(List<Participant> homes) {
        return homes.stream().map(home -> home.conversation().position()).toList();
    }
}
