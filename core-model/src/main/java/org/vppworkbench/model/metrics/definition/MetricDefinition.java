package org.vppworkbench.model.metrics.definition;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a number of a run is.
 *
 * @param key as in {@code metrics.json}; of a quantity behind the metrics a name of its own
 * @param group what it is about
 * @param symbol as in a formula, such as {@code W*}; empty where it has none
 * @param title for people
 * @param unit such as {@code $} or {@code share}; empty for counts and ratios of counts
 * @param formula what is computed, in symbols or words
 * @param meaning what it says, in a sentence
 * @param inputs keys of the numbers the formula names, in the order of {@code closed}
 * @param closed the formula over the inputs, or {@code null} where it is not one of a few numbers of the run
 */
public record MetricDefinition(
        String key,
        MetricGroup group,
        String symbol,
        String title,
        String unit,
        String formula,
        String meaning,
        List<String> inputs,
        @Nullable ToDoubleFunction<double[]> closed) {
    public MetricDefinition {
        inputs = List.copyOf(inputs);
    }

    /** A number that is counted or summed over many parts of the run. */
    static MetricDefinition of(
            String key, MetricGroup group, String symbol, String title, String unit, String formula, String meaning) {
        return new MetricDefinition(key, group, symbol, title, unit, formula, meaning, List.of(), null);
    }

    /** The same with the few numbers it is worked out from. */
    MetricDefinition from(ToDoubleFunction<double[]> over, String... keys) {
        return new MetricDefinition(key, group, symbol, title, unit, formula, meaning, List.of(keys), over);
    }

    /** Where it is defined in full. */
    public String section() {
        return group.section();
    }

    /** Whether it can be worked out from its inputs. */
    public boolean isClosed() {
        return closed != null;
    }

    /**
     * The number worked out from its inputs.
     *
     * @param numbers value by key, {@code null} where it is not defined
     * @return empty where the formula is not closed, or an input is not defined
     */
    public OptionalDouble recompute(Function<String, @Nullable Double> numbers) {
        ToDoubleFunction<double[]> over = closed;
        if (over == null) {
            return OptionalDouble.empty();
        }
        double[] values = new double[inputs.size()];
        for (int i = 0; i < values.length; i++) {
            Double value = numbers.apply(inputs.get(i));
            if (value == null) {
                return OptionalDouble.empty();
            }
            values[i] = value;
        }
        return OptionalDouble.of(over.applyAsDouble(values));
    }
}
