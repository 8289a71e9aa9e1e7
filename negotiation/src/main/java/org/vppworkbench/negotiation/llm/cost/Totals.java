package org.vppworkbench.negotiation.llm.cost;

import org.vppworkbench.negotiation.language.Answer;
import org.vppworkbench.negotiation.language.Usage;

/**
 * Questions and what they used.
 *
 * @param questions asked
 * @param failed those without an answer
 * @param usage of all, failed ones among them; its seconds are added up
 */
public record Totals(int questions, int failed, Usage usage) {
    public static final Totals NONE = new Totals(0, 0, Usage.NONE);

    static Totals of(Answer answer) {
        return new Totals(1, answer instanceof Answer.Failed ? 1 : 0, answer.usage());
    }

    Totals plus(Totals other) {
        return new Totals(questions + other.questions, failed + other.failed, usage.plus(other.usage));
    }
}
