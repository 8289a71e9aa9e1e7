package org.vppworkbench.negotiation.external;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.negotiation.external.Heard.FaultKind;

/**
 * One listening to a program, as it is kept for a replay ({@code vpp-external/1}).
 *
 * @param agent id of the home, or {@code aggregator}
 * @param number counts the listenings of this program, from 1
 * @param sent what it was told since the listening before
 * @param heard its line; {@code null} where there was none
 * @param fault why there was none; {@code null} where there was one, and at the end, where nobody listened any more
 * @param words the fault in plain words
 */
public record Exchange(
        String agent, int number, List<String> sent, @Nullable String heard, @Nullable FaultKind fault, @Nullable String words) {
    public Exchange {
        sent = List.copyOf(sent);
    }

    static Exchange of(String agent, int number, List<String> sent, Heard heard) {
        return switch (heard) {
            case Heard.Line line -> new Exchange(agent, number, sent, line.text(), null, null);
            case Heard.Fault fault -> new Exchange(agent, number, sent, null, fault.kind(), fault.words());
        };
    }

    /** What was said at the end, when nobody listened any more. */
    static Exchange unanswered(String agent, int number, List<String> sent) {
        return new Exchange(agent, number, sent, null, null, null);
    }

    Heard result() {
        FaultKind kind = fault;
        String line = heard;
        if (kind != null) {
            return new Heard.Fault(kind, String.valueOf(words));
        }
        if (line == null) {
            throw new IllegalStateException(agent + ", listening " + number + ": neither a line nor a fault");
        }
        return new Heard.Line(line);
    }
}
