package org.vppworkbench.negotiation.language;

import java.util.List;

/**
 * What is said to a model.
 *
 * @param id name and version of the resources it was made from, such as {@code prosumer/v1/plain}
 * @param hash SHA-256 of these resources, lower-case hexadecimal
 * @param system the instructions
 * @param turns what was said since, oldest first; the last is not the model's
 */
public record Prompt(String id, String hash, String system, List<Utterance> turns) {
    public Prompt {
        turns = List.copyOf(turns);
    }
}
