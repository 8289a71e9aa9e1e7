package org.vppworkbench.negotiation.language;

/**
 * Where a question comes from.
 *
 * @param agent {@code aggregator}, the id of a home, or the name of another asker such as {@code describe}
 * @param subject what it is about, such as {@code ENERGY@41}, or {@code day 2}, from 1 in the run
 * @param round round of the negotiation; 0 outside one
 * @param turn turn of the agent in the round, from 0
 * @param attempt 0 for the first try, 1 for the repair after a refusal
 * @param step answers of tools that came before it in this decision, from 0
 */
public record Origin(String agent, String subject, int round, int turn, int attempt, int step) {
    /** Readable and unique in a run, such as {@code home-003 ENERGY@41 r2.0 attempt 0 step 1}. */
    public String words() {
        return agent + " " + subject + " r" + round + "." + turn + " attempt " + attempt + " step " + step;
    }
}
