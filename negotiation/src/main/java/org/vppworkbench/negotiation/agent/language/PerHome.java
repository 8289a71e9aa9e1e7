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
import org.vppworkbench.negotiation.persona.RecordedWords;

/**
 * A decision of a model about many homes, home by home: what is wrong with one does not touch the others.
 *
 * @param items by home
 * @param failures homes whose part cannot be read
 * @param strays parts about no home that was asked about, or about one a second time
 * @param why the model's words, one line of visible characters
 */
public record PerHome<T>(
        Map<String, T> items, Map<String, GateVerdict> failures, List<GateVerdict> strays, String why) {
    public PerHome {
        items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
        failures = Collections.unmodifiableMap(new LinkedHashMap<>(failures));
        strays = List.copyOf(strays);
    }

    /** Reads the part about one home. */
    public interface ItemReader<T> {
        /**
         * @param item the part, with the field {@code home}
         * @throws ReplyFault where a field is missing, unknown, of another type or out of its range
         */
        T read(String home, ReplyObject item) throws ReplyFault;
    }

    /**
     * Reads a list of parts; the first counts where a home is named twice.
     *
     * @param homes homes that may be named
     * @param what a part is, such as {@code move}
     * @throws ReplyFault where an item names no home at all
     */
    public static <T> PerHome<T> read(
            List<ReplyObject> list, Collection<String> homes, String what, ItemReader<T> reader, String why)
            throws ReplyFault {
        Map<String, T> items = new LinkedHashMap<>();
        Map<String, GateVerdict> failures = new LinkedHashMap<>();
        List<GateVerdict> strays = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (ReplyObject item : list) {
            String home = item.text("home", RecordedWords.MOST_NAME);
            if (!homes.contains(home)) {
                strays.add(schema("home " + ReplyObject.shown(home) + " is not in the table"));
            } else if (!named.add(home)) {
                strays.add(schema(home + " is named a second time; its first " + what + " counts"));
            } else {
                try {
                    items.put(home, reader.read(home, item));
                } catch (ReplyFault fault) {
                    failures.put(home, schema(fault.words()));
                }
            }
        }
        return new PerHome<>(items, failures, strays, why);
    }

    static GateVerdict schema(String words) {
        return new GateVerdict(false, "schema", words);
    }
}
