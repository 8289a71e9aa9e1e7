package org.vppworkbench.negotiation.text;

/**
 * A piece of the original text.
 *
 * @param start first character
 * @param end behind the last character
 */
public record Span(int start, int end) {
    /** The smallest span that holds both. */
    Span with(Span other) {
        return new Span(Math.min(start, other.start), Math.max(end, other.end));
    }
}
