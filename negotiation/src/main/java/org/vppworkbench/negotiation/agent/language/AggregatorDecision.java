package org.vppworkbench.negotiation.agent.language;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vppworkbench.model.message.GateVerdict;

/**
 * A decision of a model about many homes, home by home: what is wrong with one does not touch the others.
 *
 * @param moves by home
 * @param failures homes whose part cannot be read
 * @param strays parts about no home of the table, or about one a second time
 * @param why the model's words
 */
record AggregatorDecision(
        Map<String, AggregatorMove> moves, Map<String, GateVerdict> failures, List<GateVerdict> strays, String why) {
    private static final int MOST_NAME = 64;

    AggregatorDecision {
        moves = Collections.unmodifiableMap(new LinkedHashMap<>(moves));
        failures = Collections.unmodifiableMap(new LinkedHashMap<>(failures));
        strays = List.copyOf(strays);
    }

    /**
     * Reads a list of moves.
     *
     * @param homes homes that may be named
     * @throws ReplyFault where there is no list, or an item names no home at all
     */
    static AggregatorDecision read(List<ReplyObject> items, Collection<String> homes, String why) throws ReplyFault {
        Map<String, AggregatorMove> moves = new LinkedHashMap<>();
        Map<String, GateVerdict> failures = new LinkedHashMap<>();
        List<GateVerdict> strays = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (ReplyObject item : items) {
            String home = item.text("home", MOST_NAME);
            if (!homes.contains(home)) {
                strays.add(schema("home " + ReplyObject.shown(home) + " is not in the table"));
            } else if (!named.add(home)) {
                strays.add(schema(home + " is named a second time; its first move counts"));
            } else {
                try {
                    moves.put(home, AggregatorMove.read(item));
                } catch (ReplyFault fault) {
                    failures.put(home, schema(fault.words()));
                }
            }
        }
        return new AggregatorDecision(moves, failures, strays, why);
    }

    static GateVerdict schema(String words) {
        return new GateVerdict(false, "schema", words);
    }
}
