package org.vppworkbench.negotiation.standin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.negotiation.language.Sampling;
import org.vppworkbench.negotiation.language.Utterance;

/**
 * One request as it arrived, whatever its form. A key is never kept.
 *
 * @param number in the order of arrival, from 1; a repetition has a number of its own
 * @param api form of the request
 * @param model id of the model asked for
 * @param streaming whether the reply is wanted in pieces
 * @param system the instructions, empty where there were none
 * @param turns what was said since, oldest first; roles {@code USER} and {@code MODEL}
 * @param schema JSON schema asked for, as text, or {@code null}
 * @param sampling parameters that were sent; 0 tokens where no limit was sent
 * @param keyPresent whether a key came in the header where it belongs
 */
public record Asked(
        long number,
        Api api,
        String model,
        boolean streaming,
        String system,
        List<Utterance> turns,
        @Nullable String schema,
        Sampling sampling,
        boolean keyPresent) {
    public Asked {
        turns = List.copyOf(turns);
    }

    /** What was said last, empty where nothing was. */
    public String last() {
        return turns.isEmpty() ? "" : turns.getLast().text();
    }

    /** The instructions and all turns. */
    public String everything() {
        StringBuilder all = new StringBuilder(system);
        for (Utterance turn : turns) {
            all.append('\n').append(turn.text());
        }
        return all.toString();
    }
}
