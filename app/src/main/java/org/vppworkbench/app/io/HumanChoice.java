package org.vppworkbench.app.io;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One decision of a person, as it is kept where the person agreed ({@code vpp-human/1}).
 *
 * @param decision counts the decisions of this person, from 1
 * @param agent id of the home, or {@code aggregator}
 * @param opportunity such as {@code ENERGY@19}
 * @param round of the negotiation
 * @param kind what was due, such as {@code counter_offer}, or {@code verdict} where the gate had refused the move before
 * @param atSeconds when it was due, from the moment the seat was taken [s]
 * @param seconds how long it took [s]
 * @param asked what was asked of the tools meanwhile, in order
 * @param told the turn as it was told, a line of the protocol
 * @param said the move, a line of the protocol; {@code null} where none was made in time
 * @param refused why the gate refused it; {@code null} where it passed
 * @param rule what the rule would have done in this turn, computed after the move; {@code null} where nobody computed it
 */
public record HumanChoice(
        int decision,
        String agent,
        String opportunity,
        int round,
        String kind,
        double atSeconds,
        double seconds,
        List<Asked> asked,
        String told,
        @Nullable String said,
        @Nullable String refused,
        @Nullable String rule) {
    public HumanChoice {
        asked = List.copyOf(asked);
    }

    /**
     * A question to a tool.
     *
     * @param afterSeconds from the moment the decision was due [s]
     * @param question a line of the protocol
     * @param answer a line of the protocol
     */
    public record Asked(double afterSeconds, String question, String answer) {}

    /** The same with what the rule would have done. */
    public HumanChoice withRule(String line) {
        return new HumanChoice(
                decision, agent, opportunity, round, kind, atSeconds, seconds, asked, told, said, refused, line);
    }

    /** The same, refused by the gate. */
    public HumanChoice withRefusal(String why) {
        return new HumanChoice(
                decision, agent, opportunity, round, kind, atSeconds, seconds, asked, told, said, why, rule);
    }
}
