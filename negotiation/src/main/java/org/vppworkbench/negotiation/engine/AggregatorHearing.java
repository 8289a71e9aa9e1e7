package org.vppworkbench.negotiation.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.GateVerdict;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.negotiation.gate.MessageGate;
import org.vppworkbench.negotiation.gate.Submission;
import org.vppworkbench.negotiation.protocol.AggregatorPolicy;
import org.vppworkbench.negotiation.protocol.AggregatorReplies;
import org.vppworkbench.negotiation.protocol.AggregatorReplies.Failure;
import org.vppworkbench.negotiation.protocol.AggregatorTurn;

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
    int hear(AggregatorPolicy policy, AggregatorTurn turn, List<Participant> homes) {
        Set<String> everybody = ids(homes);
        Heard first = take(policy, turn, homes, policy.speak(turn), everybody);
        Map<String, GateVerdict> again = new LinkedHashMap<>();
        first.failures().forEach((home, failure) -> {
            if (failure.again()) {
                again.put(home, failure.verdict());
            }
        });
        Set<String> byRule = new HashSet<>(first.failures().keySet());
        int said = first.said();
        if (!again.isEmpty()) {
            AggregatorTurn now = turn.withPositions(positions(homes));
            Set<String> allowed = again.containsKey(Envelope.ALL) ? everybody : again.keySet();
            Heard second = take(policy, now, homes, policy.repair(now, again), allowed);
            said += second.said();
            byRule.removeAll(again.keySet());
            byRule.addAll(second.failures().keySet());
        }
        return said + byRule(turn, homes, byRule.contains(Envelope.ALL) ? everybody : byRule);
    }

    /**
     * @param said messages that passed
     * @param failures what was refused, by home in fleet order
     */
    private record Heard(int said, Map<String, Failure> failures) {}

    private Heard take(
            AggregatorPolicy policy,
            AggregatorTurn turn,
            List<Participant> homes,
            AggregatorReplies replies,
            Set<String> allowed) {
        MessageSource source = policy.source();
        Map<String, Failure> failures = new LinkedHashMap<>();
        Failure nothing = replies.failures().get(Envelope.ALL);
        if (nothing != null) {
            refuse(turn, Envelope.ALL, source, nothing.verdict());
            failures.put(Envelope.ALL, nothing);
            return new Heard(0, failures);
        }
        strangers(source, turn, allowed, replies.messages());
        Map<String, NegotiationMessage> messages = new HashMap<>();
        replies.messages().forEach(reply -> messages.putIfAbsent(reply.envelope().receiver(), reply));
        int said = 0;
        double left = turn.leftKw();
        for (Participant home : homes) {
            NegotiationMessage message = allowed.contains(home.id()) ? messages.get(home.id()) : null;
            Failure failure = replies.failures().get(home.id());
            if (failure == null && message != null) {
                GateVerdict verdict = judge(home, turn, source, message, left);
                failure = verdict.passed() ? null : new Failure(verdict, true);
            }
            if (failure != null) {
                refuse(turn, home.id(), source, failure.verdict());
                failures.put(home.id(), failure);
            } else if (message != null) {
                left -= say(home, message);
                said++;
            }
        }
        return new Heard(said, failures);
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

    private static Set<String> ids(List<Participant> homes) {
        Set<String> ids = new HashSet<>();
        homes.forEach(home -> ids.add(home.id()));
        return ids;
    }

    private static List<org.vppworkbench.negotiation.protocol.Position> positions(List<Participant> homes) {
        return homes.stream().map(home -> home.conversation().position()).toList();
    }
}
