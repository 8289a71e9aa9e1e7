package org.vppworkbench.negotiation.text;

import org.vppworkbench.model.simulation.CancelToken;

/** Reads the description of a home. Whatever the text, the answer is a parsed home with findings, never an exception. */
public interface TextParser {
    /** {@code trained}, {@code rule} or {@code model}. */
    String id();

    /**
     * Reads a description.
     *
     * @param text as written, of any length
     * @param cancel stops the reading
     * @throws java.util.concurrent.CancellationException if it was stopped
     */
    ParsedHome parse(String text, CancelToken cancel);
}
