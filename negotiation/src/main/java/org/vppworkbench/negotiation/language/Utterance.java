package org.vppworkbench.negotiation.language;

/**
 * One turn of the talk with a model.
 *
 * @param role who speaks
 * @param text plain text
 */
public record Utterance(Role role, String text) {
    /** Who speaks. Answers of tools reach every provider as text of the user, marked as such. */
    public enum Role {
        USER,
        MODEL,
        TOOL
    }
}
