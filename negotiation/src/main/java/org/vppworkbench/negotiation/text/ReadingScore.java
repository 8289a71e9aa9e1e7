package org.vppworkbench.negotiation.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A parser against labels, field by field. A labelled field counts as right where its value is the labelled one, or where
 * the label is open and the parser abstains; that a text tries to instruct the program counts as one field more. A value
 * for a field without label is invented.
 *
 * @param verdicts one per labelled field and one per invented value
 */
public record ReadingScore(List<Verdict> verdicts) {
    public ReadingScore {
        verdicts = List.copyOf(verdicts);
    }

    /** What became of a field. */
    public enum Outcome {
        RIGHT,
        WRONG,
        MISSED,
        /** The label is open and the parser gave no value. */
        ABSTAINED,
        /** The label is open and the parser gave a value. */
        DECIDED,
        INVENTED
    }

    /**
     * One field of one description.
     *
     * @param style of the description
     * @param field by name
     * @param label or {@code null} where open or absent
     * @param value or {@code null} where none was given
     * @param relativeError of a number that was given, in shares of the label; NaN elsewhere
     */
    public record Verdict(
            String id, String style, String field, Outcome outcome, @Nullable String label, @Nullable String value, double relativeError) {}

    /** Verdicts on one description. */
    public static List<Verdict> judge(EvaluationCase labelled, ParsedHome parsed) {
        List<Verdict> verdicts = new ArrayList<>();
        for (Map.Entry<HomeField, @Nullable String> entry : labelled.labels().entrySet()) {
            HomeField field = entry.getKey();
            String label = entry.getValue();
            String value = parsed.get(field).map(ParsedField::value).orElse(null);
            verdicts.add(new Verdict(labelled.id(), labelled.style(), field.key(), outcome(field, label, value), label, value,
                    error(field, label, value)));
        }
        if (labelled.hostile() || parsed.hostile()) {
            Outcome outcome = !labelled.hostile() ? Outcome.INVENTED : parsed.hostile() ? Outcome.RIGHT : Outcome.MISSED;
            verdicts.add(new Verdict(labelled.id(), labelled.style(), "hostile", outcome,
                    labelled.hostile() ? "true" : null, parsed.hostile() ? "true" : null, Double.NaN));
        }
        parsed.fields().forEach((field, said) -> {
            if (!labelled.labels().containsKey(field)) {
                verdicts.add(new Verdict(labelled.id(), labelled.style(), field.key(), Outcome.INVENTED, null, said.value(),
                        Double.NaN));
            }
        });
        return verdicts;
    }

    private static Outcome outcome(HomeField field, @Nullable String label, @Nullable String value) {
        if (label == null) {
            return value == null ? Outcome.ABSTAINED : Outcome.DECIDED;
        }
        if (value == null) {
            return Outcome.MISSED;
        }
        return FieldMatch.same(field, value, label) ? Outcome.RIGHT : Outcome.WRONG;
    }

    private static double error(HomeField field, @Nullable String label, @Nullable String value) {
        if (!field.isNumber() || label == null || value == null) {
            return Double.NaN;
        }
        double want = Double.parseDouble(label);
        double got = Double.parseDouble(value);
        return want == 0 ? (got == 0 ? 0 : 1) : Math.abs(got - want) / Math.abs(want);
    }

    /** Number of verdicts with an outcome. */
    public long count(Outcome outcome) {
        return verdicts.stream().filter(verdict -> verdict.outcome() == outcome).count();
    }

    /** Labelled fields, open ones among them. */
    public long labelled() {
        return verdicts.size() - count(Outcome.INVENTED);
    }

    /** Share of labelled fields that are right, abstentions where asked for among them; NaN without any. */
    public double recall() {
        return (double) (count(Outcome.RIGHT) + count(Outcome.ABSTAINED)) / labelled();
    }

    /** Share of given values that are right; NaN without any. */
    public double precision() {
        long right = count(Outcome.RIGHT);
        return (double) right / (right + count(Outcome.WRONG) + count(Outcome.DECIDED) + count(Outcome.INVENTED));
    }

    /** Mean relative error of the numbers that were given; NaN without any. */
    public double meanRelativeError() {
        return verdicts.stream().mapToDouble(Verdict::relativeError).filter(Double::isFinite).average().orElse(Double.NaN);
    }

    /** The verdicts on one field. */
    public ReadingScore ofField(String field) {
        return new ReadingScore(verdicts.stream().filter(verdict -> verdict.field().equals(field)).toList());
    }

    /** The verdicts on one style. */
    public ReadingScore ofStyle(String style) {
        return new ReadingScore(verdicts.stream().filter(verdict -> verdict.style().equals(style)).toList());
    }
}
