package org.vppworkbench.negotiation.protocol;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vppworkbench.model.message.GateVerdict;
import org.vppworkbench.model.message.NegotiationMessage;

/**
 * What an aggregator says in a turn, and what of it could not be used.
 *
 * @param messages at most one per home
 * @param failures homes for which what was said makes no message, and why
 * @param strays parts of a reply that concern no home, or one a second time; recorded, never answered
 */
public record AggregatorReplies(
        List<NegotiationMessage> messages, Map<String, GateVerdict> failures, List<GateVerdict> strays) {
    /** Nothing is said; every home keeps its standing ask. */
    public static final AggregatorReplies NOTHING = of(List.of());

    public AggregatorReplies {
        messages = List.copyOf(messages);
        failures = Collections.unmodifiableMap(new LinkedHashMap<>(failures));
        strays = List.copyOf(strays);
    }

    /** An agent that says messages and nothing else. */
    public static AggregatorReplies of(List<NegotiationMessage> messages) {
        return new AggregatorReplies(messages, Map.of(), List.of());
    }
}
