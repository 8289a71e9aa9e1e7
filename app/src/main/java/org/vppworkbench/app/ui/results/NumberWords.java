package org.vppworkbench.app.ui.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.RunNumbers;
import org.vppworkbench.model.metrics.definition.MetricDefinition;

/**
 * A number with its definition, as text: what it is, the formula, the numbers put in, and where it is defined.
 *
 * @param title what it is
 * @param value with its unit, or why it is not defined
 * @param formula in symbols
 * @param inputs the numbers the formula names, with their units
 * @param meaning what it says
 * @param section where it is defined in full
 */
public record NumberWords(
        String title, String value, String formula, List<Input> inputs, String meaning, String section) {
    /**
     * @param symbol of the formula, or the title where it has none
     * @param words what it is
     * @param value with its unit
     */
    public record Input(String symbol, String words, String value) {}

    public NumberWords {
        inputs = List.copyOf(inputs);
    }

    /** In words. */
    public static NumberWords of(RunNumbers.Explained explained) {
        MetricDefinition definition = explained.definition();
        List<Input> inputs = new ArrayList<>();
        for (RunNumbers.Explained input : explained.inputs()) {
            String symbol = input.definition().symbol();
            inputs.add(new Input(
                    symbol.isEmpty() ? input.definition().title() : symbol, symbol.isEmpty() ? "" : input.definition().title(),
                    value(input)));
        }
        String symbol = definition.symbol();
        return new NumberWords(
                definition.title(), value(explained), (symbol.isEmpty() ? "" : symbol + " = ") + definition.formula(), inputs,
                definition.meaning(), definition.section());
    }

    private static String value(RunNumbers.Explained explained) {
        Double value = explained.value();
        return value == null ? "not defined: " + explained.reason() : number(value, explained.definition().unit());
    }

    /** With six digits and more, because somebody wants to check the sum. */
    static String number(double value, @Nullable String unit) {
        String digits = value == Math.rint(value) && Math.abs(value) < 1e9
                ? String.format(Locale.ROOT, "%.0f", value + 0.0)
                : String.format(Locale.ROOT, "%.6f", value);
        String text = (digits.matches("-0(\\.0+)?") ? digits.substring(1) : digits).replace('-', '\u2212');
        return unit == null || unit.isEmpty() ? text : text + " " + unit;
    }

    /** All of it, a line each. */
    public String text() {
        StringBuilder text = new StringBuilder(title).append(": ").append(value).append('\n').append(formula).append('\n');
        inputs.forEach(input -> text.append(input.symbol()).append(" = ").append(input.value()).append('\n'));
        return text.append(meaning).append('\n').append(section).toString();
    }
}
