package org.vppworkbench.negotiation.text;

import java.util.BitSet;
import java.util.List;

/**
 * A sentence with its items and what was done with them.
 *
 * @param index position in the text
 * @param tokens its tokens
 * @param items its items
 * @param line for patterns
 * @param scope whose and when
 * @param used items that became a value
 */
record Sentence(int index, List<Token> tokens, List<Item> items, Line line, Scope scope, BitSet used) {
    static Sentence of(int index, List<Token> tokens, List<Item> items, Line line, Scope scope) {
        return new Sentence(index, tokens, items, line, scope, new BitSet());
    }

    Item item(int i) {
        return items.get(i);
    }

    boolean free(int i) {
        return i >= 0 && !used.get(i);
    }

    void use(int i) {
        used.set(i);
    }

    boolean has(String pattern) {
        return line.has(pattern);
    }

    List<Line.Found> all(String pattern) {
        return line.all(pattern);
    }

    /** Where items stand in the folded text: first character, behind the last. */
    Span folded(int from, int to) {
        int first = items.get(from).from();
        int last = items.get(Math.max(from, to - 1)).to();
        return new Span(tokens.get(first).from(), tokens.get(last - 1).to());
    }
}
