package org.vppworkbench.negotiation.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A value that might be right for a field. How likely it is, is for the trained weights to say.
 *
 * @param field it is for; both ends of quiet hours are proposed together under the first field
 * @param value in the one form of {@link HomeField}; {@code HH:MM/HH:MM} for quiet hours
 * @param sentence it stands in
 * @param from first item
 * @param to behind the last item
 * @param kind how the value follows from the words, such as {@code plain}, {@code times} or {@code month}
 * @param note product or assumption the value rests on, or empty
 * @param features what speaks for or against it, by name; filled while proposals are made
 */
record Proposal(
        HomeField field, String value, Sentence sentence, int from, int to, String kind, String note, List<String> features) {
    static final String PLAIN = "plain";
    static final String PRODUCT = "product";

    static Proposal of(HomeField field, String value, Sentence s, int from, int to, String kind) {
        return new Proposal(field, value, s, from, to, kind, "", new ArrayList<>());
    }

    static Proposal of(HomeField field, double value, Sentence s, int from, int to, String kind) {
        return of(field, Claims.shortest(value), s, from, to, kind);
    }

    Proposal noted(String words) {
        return new Proposal(field, value, sentence, from, to, kind, words, features);
    }

    /** Another field and value on the same words. */
    Proposal valued(HomeField other, String words) {
        return new Proposal(other, words, sentence, from, to, kind, note, features);
    }

    boolean fromProduct() {
        return kind.equals(PRODUCT);
    }

    /** The weights it is scored with: one set by field, and by word for fields that are a choice. */
    String model() {
        if (kind.equals("doubt")) {
            return kind;
        }
        return switch (field.kind()) {
            case CHOICE, FLAG -> (field.key().endsWith(".strength") ? "strength" : field.key()) + "=" + value;
            default -> field.key();
        };
    }

    /** Whether two proposals stand on the same words. */
    boolean overlaps(Proposal other) {
        return sentence.index() == other.sentence.index() && from < other.to && other.from < to;
    }
}
