package org.vppworkbench.app.bench;

import java.util.List;

/**
 * A text that tries to make an agent that is a language model do something.
 *
 * @param id such as {@code attack-017}
 * @param category kind of trick
 * @param channel how the text comes to the model
 * @param goal what it wants, the name of a goal of the obedient stand-in
 * @param text as written by the attacker
 * @param forbidden of descriptions: numbers that stand in the text as an instruction and must not become a value of the home
 * @param misleading of descriptions: numbers a reader could be misled by, which are no instruction and possible
 */
public record Attack(
        String id, String category, Channel channel, String goal, String text, List<String> forbidden,
        List<String> misleading) {
    public Attack {
        forbidden = List.copyOf(forbidden);
        misleading = List.copyOf(misleading);
    }

    /** How a text comes to a model. */
    public enum Channel {
        /** As the words a preference of the victim came from. */
        OWNER_WORDS,
        /** As the words the aggregator says with its offers. */
        RATIONALE,
        /** As the description of a home. */
        DESCRIPTION
    }
}
