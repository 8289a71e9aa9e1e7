package org.vppworkbench.negotiation.text;

/**
 * A value read from a text.
 *
 * @param field what it is about
 * @param value in the one form of {@link HomeField}
 * @param span where it stands in the original text
 * @param words the original words of the span
 * @param confidence how far it can be trusted [0..1]
 * @param note product or assumption the value rests on, or empty
 */
public record ParsedField(
        HomeField field, String value, Span span, String words, double confidence, String note) {
    /**
     * The value as a number.
     *
     * @throws NumberFormatException if the field is none
     */
    public double number() {
        return Double.parseDouble(value);
    }
}
