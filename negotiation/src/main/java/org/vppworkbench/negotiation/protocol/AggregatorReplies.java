package org.vppworkbench.negotiation.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vppworkbench.model.message.GateVerdict;
import org.vppworkbench.model.message.NegotiationMessage;

/**
 * What an aggregator says in a turn, and what it failed to say.
 *
 * @param messages at most one per home
 * @param failures by home, or under {@link org.vppworkbench.model.message.Envelope#ALL} where nothing at all could be used
 */
public record AggregatorReplies(List<NegotiationMessage> messages, Map<String, Failure> failures) {
    /** Nothing is said; every home keeps its standing ask. */
    public static final AggregatorReplies NOTHING = new AggregatorReplies(List.of(), Map.of());

    public AggregatorReplies {
        messages = List.copyOf(messages);
        failures = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(failures));
    }

    /** An agent that cannot fail. */
    public static AggregatorReplies of(List<NegotiationMessage> messages) {
        return new AggregatorReplies(messages, Map.of());
    }

    /**
     * @param verdict what went wrong, as it is put on record
     * @param again whether a second try may help
     */
    public record Failure(GateVerdict verdict, boolean again) {}
}
