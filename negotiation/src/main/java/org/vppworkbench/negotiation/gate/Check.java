package org.vppworkbench.negotiation.gate;

import org.jspecify.annotations.Nullable;

/**
 * One check of the gate.
 *
 * @param name short name, as in the verdict
 * @param rule finds fault
 */
record Check(String name, Rule rule) {

    /** Says what is wrong, with the value and the allowed range, or {@code null}. */
    @FunctionalInterface
    interface Rule {
        @Nullable String fault(Submission submission);
    }
}
